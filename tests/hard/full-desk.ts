/** A kidney programme as a coordinator finds it on a full day: the demo's people, 2,000 invented ones, and something of each kind. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { QUICK } from '#cli/modern-node.mjs'
import { closeDatabase, openDatabase, write, type Query } from '#db/client.ts'
import { findBySignInName, findPerson } from '#db/people.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import type { Person } from '#domain/people/person.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { newId } from '#server/trail/new-id.ts'
import { addMany } from '#tests/many-trainees.ts'

const PROGRAMME = 'kidney'

export interface FullDesk {
  readonly dataDir: string
  /** Of everybody in the demo. */
  readonly password: string
}

/** @param many how many invented people besides @param now milliseconds since 1970 */
export async function makeFullDesk(many: number, now: number): Promise<FullDesk> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-day-'))
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...QUICK, 'src/cli/alongside.ts', 'demo'],
    { env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' },
  )
  const password = /only this once: (\S+)/.exec(stdout)?.[1]
  if (!password) throw new Error(`The demo was not made:\n${stdout}${stderr}`)
  await openDatabase({
    url: `file:${path.join(dataDir, 'alongside.db')}`,
    authToken: undefined,
    dataDir,
  })
  const whoIs = async (name: string): Promise<Person> => {
    const found = await findPerson((await findBySignInName(name))?.id ?? '')
    if (!found) throw new Error(`${name} is not in the demo`)
    return found
  }
  const idOf = async (name: string): Promise<string> => (await whoIs(name)).id
  const [carla, luz, marcus] = [await idOf('carla'), await idOf('luz'), await idOf('marcus')]
  const course = loadCourse('en', loadProgramme(PROGRAMME, 'en'))
  const questions = course.modules.flatMap(({ quiz }) => quiz?.questions.map(({ id }) => id) ?? [])
  const learner = await ownLearner(await whoIs('ray'), course)
  const question = { id: newId(now - DAY_MS), page: '/learn', text: 'May I bring my sister?' }
  await askCoordinator(learner, question, now - DAY_MS)
  await addMany({ programme: PROGRAMME, from: 0, to: many, by: carla, now, questions })
  const [cesar, session] = [newId(now), newId(now)]
  const day = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10)
  await write([
    insert('people', {
      ...{ id: cesar, sign_in_name: 'cesar', name: 'César', language: 'en', created_at: now },
      folded: 'cesar\ncesar',
    }),
    insert('roles', { person: cesar, role: 'coordinator', programme: PROGRAMME, created_at: now }),
    insert('notes', {
      ...{ id: newId(now), person: luz, programme: PROGRAMME, author: cesar, kind: 'concern' },
      ...{ text: 'She sounded very low today.', written_at: now - 3_600_000 },
    }),
    {
      sql: 'UPDATE sign_offs SET expires_on = ? WHERE person = ?',
      args: [day(20), marcus],
    },
    ...applies('Paul Reyes', '555-0177', now - 40 * DAY_MS),
    ...applies('Nora Field', 'nora.field@example.org', now - 3 * DAY_MS),
    ...applies('Nora Field', 'nora.field@example.org', now - 2 * DAY_MS),
    {
      sql: `INSERT INTO first_talks (id, application, coordinator, at, outcome, message, internal_note, again_on)
        SELECT ?, id, ?, ?, 'later', 'After the summer.', '', ? FROM applications WHERE name = 'Paul Reyes'`,
      args: [newId(now), carla, now - 39 * DAY_MS, day(-2)],
    },
    insert('group_sessions', {
      ...{ id: session, programme: PROGRAMME, title: 'Morning practice', starts_at: now - 300_000 },
      ...{ place: 'Room 1', created_by: carla },
    }),
    ...[luz, marcus, learner.person].map((person, at) =>
      insert('group_sign_ups', {
        ...{ group_session: session, person, turn: at + 1, signed_up_by: carla },
        ...{ signed_up_at: now - DAY_MS, told: 'place', told_at: now - DAY_MS },
      }),
    ),
    ...Array.from({ length: 12 }, (_, at) =>
      insert('links', {
        ...{
          id: at.toString(16).repeat(64),
          kind: 'invitation',
          role: 'trainee',
          programme: PROGRAMME,
        },
        ...{ language: 'en', name: `Guest ${at + 1}`, created_by: carla },
        ...{ created_at: now - 40 * DAY_MS, expires_at: now - 10 * DAY_MS, asked_by: '' },
      }),
    ),
  ])
  await closeDatabase()
  return { dataDir, password }

  function applies(name: string, contact: string, at: number): Query[] {
    return [
      insert('applications', {
        ...{ id: newId(at), programme: PROGRAMME, name, contact, language: 'en', sent_at: at },
        answers: JSON.stringify({
          ...{ why: 'I have time.', experience: '', areas: [], notAreas: [], languages: '' },
          ...{ times: '', access: '' },
        }),
        folded: name.toLowerCase(),
      }),
    ]
  }
}

const insert = (table: string, row: Readonly<Record<string, string | number>>): Query => ({
  sql: `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row)
    .map(() => '?')
    .join()})`,
  args: Object.values(row),
})
