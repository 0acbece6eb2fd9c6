/** Evidence, the inbox and the home, against a real database and the built course. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database, openDatabase, write } from '#db/client.ts'
import { insertCommitment } from '#db/sign-offs.ts'
import { findStandingHistory } from '#db/standing-history.ts'
import { listInbox, loadHome, type WholeHome, type WholeHomeWish } from '#tests/read-desk.ts'
import { listNotes } from '#db/notes.ts'
import { listObservations } from '#db/observations.ts'
import { findPerson, insertPerson, insertRole } from '#db/people.ts'
import { findOverview } from '#db/records.ts'
import { findMessage, findWaiting, repliesTo } from '#db/replies.ts'
import { audit, overviews } from '#db/schema.ts'
import { listTimeline } from '#db/timeline.ts'
import { findModule, type Course } from '#domain/course/course.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import type { Person } from '#domain/people/person.ts'
import type { Reason } from '#domain/readiness/attention.ts'
import { answerMessage } from '#server/readiness/answer-message.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { loadAskedHere } from '#server/learning/asked-here.ts'
import { enterOutsideEvidence } from '#server/readiness/enter-outside-evidence.ts'
import { exportRecord } from '#server/people/export-record.ts'
import { ownLearner, saveMade } from '#server/learning/learner.ts'
import { loadCompetencies, loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { showMessages } from '#server/show/learn/messages.ts'
import { newId } from '#server/trail/new-id.ts'
import { amendObservation, observe } from '#server/readiness/observe.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { recordTalk } from '#server/readiness/record-talk.ts'
import { refreshOverviews } from '#server/releases/refresh-overviews.ts'
import { writeNote } from '#server/reviews/write-note.ts'
import { utc } from '#tests/moment.ts'
import { newFolder, type Folder } from '#tests/db/temporary.ts'
import { eq } from 'drizzle-orm'

const NOW = Date.UTC(2026, 10, 21, 12)
const DAY = 86_400_000
let folder: Folder
let course: Course
/** A programme of its own for each test. */
let programme = ''
let carla: Person

beforeAll(async () => {
  folder = newFolder()
  process.env['DATA_DIR'] = folder.dataDir
  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
  course = loadCourse('en', loadProgramme('kidney', 'en'))
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})
beforeEach(async () => {
  programme = `programme-${newId(NOW).slice(-8)}`
  carla = await person('Carla', 'coordinator')
})

async function person(
  name: string,
  role: 'trainee' | 'coordinator' | 'observer',
  joinedAt = NOW,
): Promise<Person> {
  const id = newId(NOW)
  await write([
    insertPerson({ id, signInName: `${name}-${id}`, name, language: 'en', createdAt: joinedAt }),
    insertRole({ person: id, role, programme, createdAt: joinedAt }),
  ])
  const found = await findPerson(id)
  if (!found) throw new Error('not made')
  return found
}

const here = (one: Person) => ({ id: one.id, name: one.name, programme })
const learner = async (one: Person) => ownLearner(one, course)
const state = async (one: Person) => loadTraineeState(await learner(one), 'en', NOW)
const home = (wish: Partial<WholeHomeWish> = {}): Promise<WholeHome> =>
  loadHome(
    {
      programme,
      tab: 'all',
      search: '',
      cohort: '',
      reason: null,
      viewer: '',
      mayDecide: true,
      language: 'en',
      page: 1,
      ...wish,
    },
    utc(NOW),
  )
const reasonsOf = async (one: Person): Promise<readonly Reason[]> =>
  (await home()).rows.find(({ id }) => id === one.id)?.reasons ?? ['help']

type Deed = Pick<LearningRecord, 'kind' | 'item' | 'value'>
async function does(one: Person, deed: Deed, at = NOW): Promise<string> {
  const id = newId(at)
  await saveMade(await learner(one), [{ id, revision: 1, ...deed } as never], at)
  return id
}
const REFLECTION = 'boundaries/an-ending-i-remember'
const reflects = (one: Person, shared: boolean, at = NOW): Promise<string> =>
  does(
    one,
    { kind: 'reflection-sent', item: REFLECTION, value: { text: 'I come when I say so.', shared } },
    at,
  )
const works = (one: Person, at: number): Promise<string> =>
  does(one, { kind: 'lesson-read', item: course.modules[0]?.lessons[0]?.id ?? '', value: {} }, at)
const pauses = (one: Person, at: number): Promise<string> =>
  does(one, { kind: 'paused', item: 'pause', value: { until: null } }, at)

/** With the mentor's commitment. */
async function decides(one: Person, expiresOn: string, decidedAt = NOW): Promise<void> {
  const id = newId(decidedAt)
  await write([
    {
      sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, expires_on, evidence, evidence_hash)
            VALUES (?, ?, ?, ?, ?, 'ready', 'You listen.', '', 'CANARY-SIGN-OFF', 'CANARY-SIGN-OFF', ?, '[]', '')`,
      args: [id, one.id, programme, carla.id, decidedAt, expiresOn],
    },
    insertCommitment({ signOff: id, signedAt: decidedAt, declaredName: one.name }),
  ])
}

describe('the home says why somebody needs the coordinator', () => {
  test('nobody who works and asks nothing does', async () => {
    const rosa = await person('Rosa', 'trainee')
    await works(rosa, NOW - DAY)
    expect(await reasonsOf(rosa)).toEqual([])
    expect((await home()).tabs).toEqual({ needs: 0, waiting: 1, ready: 0, all: 1 })
  })

  test('a question, until it is answered', async () => {
    const rosa = await person('Rosa', 'trainee')
    const id = newId(NOW)
    await askCoordinator(await learner(rosa), { id, page: '/learn', text: 'May I?' }, NOW)
    expect(await reasonsOf(rosa)).toEqual(['help'])
    const message = await findMessage(id)
    if (!message) throw new Error('no question')
    const form = { id: newId(NOW), text: 'Yes.', accepted: null, lesson: '', seen: 0 }
    await answerMessage(carla, here(rosa), course, message, form, NOW)
    expect(await reasonsOf(rosa)).toEqual([])
  })

  test('the same question twice is one; changed after its answer was lost, it is one more', async () => {
    const rosa = await person('Rosa', 'trainee')
    const id = newId(NOW)
    const ask = async (text: string) =>
      askCoordinator(await learner(rosa), { id, page: '/learn', text }, NOW)
    for (const text of ['May I?', 'May I?', 'May I come?']) expect(await ask(text)).toBe('saved')
    const asked = await loadAskedHere(rosa.id, '/learn')
    expect(asked.map(({ question }) => JSON.stringify(question.value)).sort()).toEqual([
      '{"page":"/learn","text":"May I come?"}',
      '{"page":"/learn","text":"May I?"}',
    ])
  })

  test('a reflection that is shared, until it is answered or taken back', async () => {
    const rosa = await person('Rosa', 'trainee')
    await reflects(rosa, false, NOW - 3)
    expect(await reasonsOf(rosa)).toEqual([])
    await reflects(rosa, true, NOW - 2)
    expect(await reasonsOf(rosa)).toEqual(['reflection'])
    await reflects(rosa, false, NOW - 1)
    expect(await reasonsOf(rosa)).toEqual([])
  })

  test('an asked sign-off, until it is decided', async () => {
    const rosa = await person('Rosa', 'trainee')
    await does(rosa, { kind: 'sign-off-asked', item: 'course', value: {} }, NOW - 2)
    expect(await reasonsOf(rosa)).toEqual(['sign-off'])
    await decides(rosa, '2027-11-21', NOW - 1)
    expect(await reasonsOf(rosa)).toEqual([])
    expect((await home({ tab: 'ready' })).rows.map(({ id }) => id)).toEqual([rosa.id])
  })

  test('14 days without work, counted from records and from joining, not while they pause', async () => {
    const rosa = await person('Rosa', 'trainee', NOW - 15 * DAY)
    expect(await reasonsOf(rosa)).toEqual(['idle'])
    await works(rosa, NOW - 13 * DAY)
    expect(await reasonsOf(rosa)).toEqual([])
    const tom = await person('Tom', 'trainee', NOW - 40 * DAY)
    await works(tom, NOW - 20 * DAY)
    expect(await reasonsOf(tom)).toEqual(['idle'])
    await pauses(tom, NOW - DAY)
    expect(await reasonsOf(tom)).toEqual([])
    await does(tom, { kind: 'resumed', item: 'pause', value: {} }, NOW)
    expect(await reasonsOf(tom)).toEqual(['idle'])
  })

  test('a ★ question missed twice', async () => {
    const rosa = await person('Rosa', 'trainee')
    const question = findModule(course, 'no-advice')?.quiz?.questions.find(({ star }) => star)
    const attempt = newId(NOW)
    const wrong = {
      kind: 'question-answered',
      item: question?.id ?? '',
      value: { attempt, options: ['x'], right: false },
    } as const
    await does(rosa, wrong, NOW - 3)
    expect(await reasonsOf(rosa)).toEqual([])
    await does(rosa, wrong, NOW - 2)
    expect(await reasonsOf(rosa)).toEqual(['stuck'])
    await does(rosa, { ...wrong, value: { ...wrong.value, right: true } }, NOW - 1)
    expect(await reasonsOf(rosa)).toEqual([])
  })

  test('a sign-off that ends within 60 days, and a review that is due', async () => {
    const rosa = await person('Rosa', 'trainee')
    await decides(rosa, '2027-01-21', NOW - DAY)
    expect(await reasonsOf(rosa)).toEqual([])
    const tom = await person('Tom', 'trainee')
    await decides(tom, '2027-01-20', NOW - 29 * DAY)
    expect(await reasonsOf(tom)).toEqual(['review', 'expiring'])
  })

  test('the same number of queries for one trainee and for 2,000', async () => {
    await person('Rosa', 'trainee')
    const count = async (): Promise<number> => {
      const execute = vi.spyOn(
        (database() as unknown as { $client: { execute: () => unknown } }).$client,
        'execute',
      )
      await Promise.all([home({ tab: 'needs' }), listInbox(programme, 'questions', 1, '', NOW)])
      const { length } = execute.mock.calls
      execute.mockRestore()
      return length
    }
    await home()
    const before = await count()
    await write(
      Array.from({ length: 2000 }, () => newId(NOW)).flatMap((id) => [
        insertPerson({ id, signInName: id, name: 'Tom', language: 'en', createdAt: NOW }),
        insertRole({ person: id, role: 'trainee', programme, createdAt: NOW - 20 * DAY }),
      ]),
    )
    // More than 500 are not counted.
    expect((await home()).tabs.needs).toBe(501)
    expect(before).toBe(7)
    expect(await count()).toBe(before)
  })

  test('filters, search and pages stand in the wish', async () => {
    const many = Array.from({ length: 120 }, (_, index) => newId(NOW + index))
    await write(
      many.flatMap((id, index) => [
        insertPerson({
          id,
          signInName: `in-a-list-${String(index).padStart(3, '0')}`,
          name: `Person ${String(index).padStart(3, '0')}`,
          language: 'en',
          createdAt: NOW,
        }),
        insertRole({
          person: id,
          role: 'trainee',
          programme,
          createdAt: index < 60 ? NOW - 20 * DAY : NOW,
        }),
      ]),
    )
    const all = await home()
    expect(all.rows).toHaveLength(50)
    expect(all.tabs).toEqual({ needs: 60, waiting: 60, ready: 0, all: 120 })
    expect((await home({ page: 3 })).rows).toHaveLength(20)
    expect((await home({ tab: 'needs', reason: 'idle', page: 2 })).rows).toHaveLength(10)
    expect((await home({ search: 'Person 11' })).tabs.all).toBe(11)
    expect((await home({ search: '%' })).tabs.all).toBe(0)
    expect((await home({ page: 9 })).tabs.all).toBe(120)
  })
})

describe('a new release', () => {
  test('lapses what people passed, in their lines too', async () => {
    const rosa = await person('Rosa', 'trainee')
    const quiz = findModule(course, 'consent')?.quiz
    if (!quiz) throw new Error('no quiz')
    const attempt = newId(NOW)
    for (const question of quiz.questions)
      await does(rosa, {
        kind: 'question-answered',
        item: question.id,
        value: { attempt, options: [], right: true },
      })
    await does(rosa, {
      kind: 'quiz-finished',
      item: quiz.id,
      value: { attempt, right: 6, of: 6, passed: true, refresher: false },
    })
    await decides(rosa, '2027-11-21')
    expect(await refreshOverviews(course, NOW)).toBe(0)
    const raised: Course = {
      ...course,
      modules: course.modules.map((module) => ({
        ...module,
        quiz: module.quiz && {
          ...module.quiz,
          questions: module.quiz.questions.map((one) =>
            one.star ? { ...one, revision: one.revision + 1 } : one,
          ),
        },
      })),
    }
    expect(await refreshOverviews(raised, NOW)).toBeGreaterThan(0)
    expect(await reasonsOf(rosa)).toEqual(['lapsed'])
    expect((await home()).tabs.ready).toBe(0)
    const open = { from: NOW, until: null }
    expect((await findStandingHistory(rosa.id)).lapses).toEqual([open])
    const consent = loadCompetencies('en').find(({ id }) => id === 'confidentiality') ?? null
    const form = {
      id: newId(NOW),
      competency: consent,
      standsFor: 'quiz',
      source: 'A course',
      day: '2026-01-02',
    } as const
    await enterOutsideEvidence(carla, here(rosa), raised, form, NOW + 5)
    expect(await reasonsOf(rosa)).toEqual([])
    const { lapses } = await findStandingHistory(rosa.id)
    expect(lapses).toEqual([{ from: NOW, until: NOW + 5 }])
    await refreshOverviews(course, NOW)
  })
})

describe('an observation', () => {
  const form = (id: string, level: 1 | 2) =>
    ({ id, levels: { listening: level }, note: 'She waited.' }) as const

  test('sent twice is saved once', async () => {
    const rosa = await person('Rosa', 'trainee')
    const id = newId(NOW)
    await Promise.all([
      observe(carla, here(rosa), form(id, 2), NOW),
      observe(carla, here(rosa), form(id, 2), NOW),
    ])
    expect(await listObservations(rosa.id)).toHaveLength(1)
    expect(await database().select().from(audit).where(eq(audit.subject, rosa.id))).toHaveLength(1)
  })

  test('sent again after a lost answer with more in it keeps that too', async () => {
    const rosa = await person('Rosa', 'trainee')
    const oscar = await person('Oscar', 'observer')
    const first = form(newId(NOW), 2)
    const sent = [
      {},
      { traineeNote: 'Monday, unit 2.' },
      { lineNotes: { listening: 'Two silences.' } },
      { secondObserver: oscar.id },
      { harms: { listening: '"Calm down."' } },
    ]
    for (const [later, more] of sent.entries())
      await observe(carla, here(rosa), { ...first, ...more }, NOW + later)
    expect(await listObservations(rosa.id)).toMatchObject([
      { harms: { listening: { said: '"Calm down."' } } },
      { secondObserverName: 'Oscar' },
      { lineNotes: { listening: 'Two silences.' } },
      { traineeNote: 'Monday, unit 2.' },
      { id: first.id },
    ])
  })

  test('with a note on a line that has no level is refused, naming the line', async () => {
    const rosa = await person('Rosa', 'trainee')
    const lineNotes = { consent: 'She did not ask.' }
    expect(await observe(carla, here(rosa), { ...form(newId(NOW), 2), lineNotes }, NOW)).toEqual({
      kind: 'refused',
      reason: 'level-missing',
      competency: 'consent',
    })
  })

  test('with something harmful keeps what was said, and the level that lifts it (L4)', async () => {
    const rosa = await person('Rosa', 'trainee')
    const harms = { listening: ' "Pull yourself together." ', consent: 'Stayed after a no.' }
    const levels = { listening: 3, consent: 3 } as const
    await observe(carla, here(rosa), { ...form(newId(NOW), 2), levels, harms }, NOW)
    const [seen] = await listObservations(rosa.id)
    expect(seen?.harms).toEqual({
      listening: { said: '"Pull yourself together."', liftedAt: 2 },
      consent: { said: 'Stayed after a no.', liftedAt: 2 },
    })
    expect(await reasonsOf(rosa)).toEqual(['harm'])
    const lineOf = async () =>
      (await state(rosa)).readiness.lines.find(({ competency }) => competency.id === 'listening')
    expect(await lineOf()).toMatchObject({
      met: false,
      needs: [{ met: true }],
      harm: { said: '"Pull yourself together."', observedAt: NOW },
    })
    // Better, but not there yet; then at the level that the line needs.
    await observe(carla, here(rosa), { ...form(newId(NOW + 1), 1) }, NOW + 1)
    expect(await lineOf()).toMatchObject({ met: false, harm: { observedAt: NOW } })
    await observe(carla, here(rosa), { ...form(newId(NOW + 2), 2) }, NOW + 2)
    expect(await lineOf()).toMatchObject({ met: true, harm: null })
    expect(await reasonsOf(rosa)).toEqual(['harm'])
  })

  test.each([
    ['without words', { listening: ' ' }, 'harm-words-missing'],
    ['in more than 1,000 letters', { listening: 'x'.repeat(1001) }, 'harm-too-long'],
    ['in a line without a level', { safety: 'Promised secrecy.' }, 'level-missing'],
  ] as const)('with something harmful %s is refused, naming the line', async (_, harms, reason) => {
    const rosa = await person('Rosa', 'trainee')
    const [competency] = Object.keys(harms)
    expect(await observe(carla, here(rosa), { ...form(newId(NOW), 2), harms }, NOW)).toEqual({
      kind: 'refused',
      reason,
      competency,
    })
    expect(await listObservations(rosa.id)).toEqual([])
  })

  test('amended twice with one form says so, unless it is the same', async () => {
    const rosa = await person('Rosa', 'trainee')
    await observe(carla, here(rosa), form(newId(NOW), 1), NOW - DAY)
    const id = newId(NOW)
    const amend = async (level: 1 | 2) => {
      const before = (await listObservations(rosa.id)).find(({ amends }) => amends === null)
      if (!before) throw new Error('not saved')
      return amendObservation(carla, here(rosa), before, form(id, level), 'A slip.', NOW)
    }
    expect(await amend(2)).toEqual({ kind: 'saved' })
    expect(await amend(2)).toEqual({ kind: 'saved' })
    expect(await amend(1)).toEqual({ kind: 'refused', reason: 'amended-already' })
  })

  test('is amended by a new row with a reason; only the new one counts, both stay', async () => {
    const rosa = await person('Rosa', 'trainee')
    await observe(carla, here(rosa), form(newId(NOW), 1), NOW - DAY)
    const [before] = await listObservations(rosa.id)
    if (!before) throw new Error('not saved')
    const amend = (reason: string) =>
      amendObservation(carla, here(rosa), before, form(newId(NOW), 2), reason, NOW)
    expect(await amend(' ')).toEqual({ kind: 'refused', reason: 'amend-reason-missing' })
    expect((await amend('A slip of the thumb.')).kind).toBe('saved')
    expect(await amend('Once more.')).toEqual({ kind: 'refused', reason: 'amended-already' })
    const all = await listObservations(rosa.id)
    expect(all.map(({ levels }) => levels['listening']).sort()).toEqual([1, 2])
    expect(all.every(({ observedAt }) => observedAt === NOW - DAY)).toBe(true)
    const line = (await state(rosa)).readiness.lines.find(
      ({ competency }) => competency.id === 'listening',
    )
    expect(line?.met).toBe(true)
  })

  test('of oneself, with oneself as second, or of nothing is refused', async () => {
    const rosa = await person('Rosa', 'trainee')
    const id = newId(NOW)
    expect(await observe(carla, here(carla), form(id, 2), NOW)).toMatchObject({ reason: 'oneself' })
    expect(await observe(rosa, here(rosa), form(id, 2), NOW)).toEqual({ kind: 'not-allowed' })
    expect(
      await observe(carla, here(rosa), { ...form(id, 2), secondObserver: carla.id }, NOW),
    ).toMatchObject({ reason: 'second-is-oneself' })
    expect(await observe(carla, here(rosa), { ...form(id, 2), levels: {} }, NOW)).toMatchObject({
      reason: 'nothing-seen',
    })
  })
})

describe('talks and outside evidence', () => {
  test('a talk of tomorrow, without a note or about oneself is refused, naming each', async () => {
    const rosa = await person('Rosa', 'trainee')
    const form = {
      id: newId(NOW),
      competency: null,
      areas: [],
      accepted: null,
      day: '2026-12-24',
      note: ' ',
    }
    expect(await recordTalk(carla, here(rosa), form, NOW)).toEqual({
      kind: 'refused',
      problems: ['competency-missing', 'accepted-missing', 'day-future', 'note-missing'],
    })
    expect(await recordTalk(carla, here(carla), form, NOW)).toEqual({
      kind: 'refused',
      problems: ['oneself'],
    })
  })

  test('an accepted talk meets the line that asks for one', async () => {
    const rosa = await person('Rosa', 'trainee')
    const form = {
      id: newId(NOW),
      competency: 'self-care',
      areas: [],
      accepted: true,
      day: '2026-11-20',
      note: 'She knows.',
    }
    await recordTalk(carla, here(rosa), form, NOW)
    const line = (await state(rosa)).readiness.lines.find(
      ({ competency }) => competency.id === 'self-care',
    )
    expect(line?.needs.find(({ need }) => need.kind === 'talk')?.met).toBe(true)
  })

  test('outside evidence of a kind that the line does not ask for is refused', async () => {
    const rosa = await person('Rosa', 'trainee')
    const competency = loadCompetencies('en').find(({ id }) => id === 'listening') ?? null
    const form = {
      id: newId(NOW),
      competency,
      standsFor: 'quiz',
      source: 'A course',
      day: '2026-01-02',
    } as const
    const outcome = await enterOutsideEvidence(carla, here(rosa), course, form, NOW)
    expect(outcome.kind).toBe('not-asked')
  })
})

describe('the same form', () => {
  const talk = {
    competency: 'self-care',
    areas: [],
    accepted: true,
    day: '2026-11-20',
    note: 'She knows.',
  }

  test('of a talk, sent twice at the same moment, is saved once; changed it is one more', async () => {
    const rosa = await person('Rosa', 'trainee')
    const id = newId(NOW)
    const send = async (note: string) => recordTalk(carla, here(rosa), { ...talk, id, note }, NOW)
    await Promise.all([send('She knows.'), send('She knows.')])
    await send('She knows.')
    expect((await state(rosa)).talks).toMatchObject([{ id, note: 'She knows.' }])
    await send('She knows, and said when.')
    expect((await state(rosa)).talks).toHaveLength(2)
  })

  test('of evidence from elsewhere, too', async () => {
    const rosa = await person('Rosa', 'trainee')
    const competency = loadCompetencies('en').find((line) => line.id === 'listening') ?? null
    const form = {
      id: newId(NOW),
      competency,
      standsFor: 'observation',
      day: '2026-01-02',
    } as const
    const send = async (source: string) =>
      enterOutsideEvidence(carla, here(rosa), course, { ...form, source }, NOW)
    await Promise.all([send('A course'), send('A course')])
    await send('A course')
    expect((await state(rosa)).outside).toMatchObject([{ id: form.id, source: 'A course' }])
    await send('A course at the hospital')
    expect((await state(rosa)).outside).toHaveLength(2)
  })

  test('of a note and of an answer, too', async () => {
    const rosa = await person('Rosa', 'trainee')
    const message = await findMessage(await reflects(rosa, true))
    if (!message) throw new Error('no reflection')
    const [note, reply] = [newId(NOW), newId(NOW)]
    const send = async (text: string) => {
      await writeNote(carla, here(rosa), { id: note, kind: 'internal', text }, NOW)
      const form = { id: reply, text, accepted: true, lesson: '', seen: 0 }
      await answerMessage(carla, here(rosa), course, message, form, NOW)
    }
    const saved = async () => [
      (await listNotes(rosa.id, programme, 'internal')).map(({ text }) => text).sort(),
      (await repliesTo(message.id)).map(({ text }) => text).sort(),
    ]
    await Promise.all([send('Thanks.'), send('Thanks.')])
    await send('Thanks.')
    expect(await saved()).toEqual([['Thanks.'], ['Thanks.']])
    await send('Thank you.')
    expect(await saved()).toEqual([
      ['Thank you.', 'Thanks.'],
      ['Thank you.', 'Thanks.'],
    ])
  })
})

describe('the inbox', () => {
  test('shows what waits in this programme, and nothing of another', async () => {
    const rosa = await person('Rosa', 'trainee')
    const id = await reflects(rosa, true)
    await askCoordinator(
      await learner(rosa),
      { id: newId(NOW), page: '/learn', text: 'May I?' },
      NOW,
    )
    const inbox = await listInbox(programme, 'reflections', 1, '', NOW)
    expect(inbox).toMatchObject({ counts: { questions: 1, reflections: 1 } })
    expect(inbox.rows.map((row) => row.id)).toEqual([id])
    expect((await listInbox('elsewhere', 'reflections', 1, '', NOW)).rows).toEqual([])
  })

  test('a reflection that was taken back is not answered, whoever still has its form open', async () => {
    const rosa = await person('Rosa', 'trainee')
    const message = await findMessage(await reflects(rosa, true, NOW - 2))
    if (!message) throw new Error('no reflection')
    await reflects(rosa, false, NOW - 1)
    const form = { id: newId(NOW), text: 'Thank you.', accepted: true, lesson: '', seen: 0 }
    expect(await answerMessage(carla, here(rosa), course, message, form, NOW)).toEqual({
      kind: 'taken-back',
    })
    expect((await showMessages(rosa)).exchanges).toEqual([])
  })

  test('a reflection needs a decision; accepted, it meets its line, and the trainee reads the answer', async () => {
    const rosa = await person('Rosa', 'trainee')
    const message = await findMessage(await reflects(rosa, true))
    if (!message) throw new Error('no reflection')
    const form = {
      id: newId(NOW),
      text: 'Thank you.',
      accepted: null,
      lesson: 'no/such-lesson',
      seen: 0,
    }
    expect(await answerMessage(carla, here(rosa), course, message, form, NOW)).toEqual({
      kind: 'refused',
      problems: ['decision-missing'],
    })
    const send = () =>
      answerMessage(carla, here(rosa), course, message, { ...form, accepted: true }, NOW)
    await send()
    await send()
    const need = (await state(rosa)).readiness.lines
      .find(({ competency }) => competency.id === 'endings')
      ?.needs.find(({ need }) => need.kind === 'reflection')
    expect(need?.met).toBe(true)
    const [exchange, ...others] = (await showMessages(rosa)).exchanges
    expect(others).toEqual([])
    expect(exchange).toMatchObject({
      kind: 'message',
      replies: [{ text: 'Thank you.', lesson: '' }],
    })
    expect(await findOverview(rosa.id)).toMatchObject(await findWaiting(rosa.id))
  })
})

describe('what a trainee and a copy never hold', () => {
  test('internal notes and concerns stay with the coordinators (R16)', async () => {
    const rosa = await person('Rosa', 'trainee')
    for (const kind of ['shared', 'internal', 'concern'] as const)
      await writeNote(carla, here(rosa), { id: newId(NOW), kind, text: `CANARY-${kind}` }, NOW)
    await reflects(rosa, true, NOW - 2)
    await does(
      rosa,
      {
        kind: 'reflection-sent',
        item: REFLECTION,
        value: { text: 'CANARY-PRIVATE', shared: false },
      },
      NOW - 1,
    )
    await decides(rosa, '2027-11-21')
    const forTrainee = JSON.stringify(await showMessages(rosa))
    expect(forTrainee).toContain('CANARY-shared')
    expect(forTrainee).not.toMatch(/CANARY-internal|CANARY-concern/)
    expect((await listNotes(rosa.id, programme, 'internal')).map(({ text }) => text)).toEqual([
      'CANARY-internal',
    ])
    const copy = async (internal: boolean) => {
      const wish = { internal, language: 'en' } as const
      const outcome = await exportRecord(carla, here(rosa), course, wish, NOW)
      return outcome.kind === 'made' ? outcome.file : ''
    }
    expect(await copy(false)).not.toMatch(
      /CANARY-internal|CANARY-concern|CANARY-PRIVATE|CANARY-SIGN-OFF|I come when/,
    )
    expect(await copy(true)).toMatch(/CANARY-internal[\s\S]*CANARY-concern/)
    expect(await copy(true)).not.toContain('CANARY-PRIVATE')
    const acts = await database()
      .select({ act: audit.act })
      .from(audit)
      .where(eq(audit.subject, rosa.id))
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'note-written:concern',
        'record-exported',
        'record-exported:internal',
      ]),
    )
  })
})

describe('of another programme', () => {
  test('notes, reviews and decisions stay there, what somebody did and its evidence come along', async () => {
    const rosa = await person('Rosa', 'trainee')
    for (const kind of ['shared', 'internal', 'concern'] as const)
      await writeNote(carla, here(rosa), { id: newId(NOW), kind, text: kind }, NOW)
    await observe(carla, here(rosa), { id: newId(NOW), levels: { listening: 2 }, note: '' }, NOW)
    await decides(rosa, '2027-11-21')
    const kinds = async (where: string) =>
      (await listTimeline(rosa.id, where, 1)).rows.map(({ kind }) => kind).sort()
    expect(await kinds(programme)).toEqual(['note', 'observation', 'sign-off'])
    expect(await kinds('long-term')).toEqual(['observation'])
    for (const kind of ['shared', 'internal', 'concern'] as const) {
      expect(await listNotes(rosa.id, 'long-term', kind)).toEqual([])
      expect(await listNotes(rosa.id, null, kind)).toHaveLength(1)
    }
  })
})

describe('the timeline', () => {
  test('is newest first, pages by 20, and leaves out what is private', async () => {
    const rosa = await person('Rosa', 'trainee')
    await observe(carla, here(rosa), { id: newId(NOW), levels: { listening: 2 }, note: '' }, NOW)
    await reflects(rosa, false, NOW - 1)
    for (let index = 0; index < 25; index++) await works(rosa, NOW - 100 - index)
    const first = await listTimeline(rosa.id, programme, 1)
    expect(first.hasMore).toBe(true)
    expect(first.rows).toHaveLength(20)
    expect(first.rows[0]).toMatchObject({ kind: 'observation', by: 'Carla' })
    const second = await listTimeline(rosa.id, programme, 2)
    expect(second.hasMore).toBe(false)
    expect([...first.rows, ...second.rows].some(({ kind }) => kind === 'reflection-sent')).toBe(
      false,
    )
  })
})

test('every line says from which shape of the course it was computed', async () => {
  expect(await database().select().from(overviews).where(eq(overviews.courseShape, ''))).toEqual([])
})
