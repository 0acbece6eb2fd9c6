/**
 * The built platform in one process with its database, so that every query can be counted: prints JSON, queries by page,
 * and of what is saved the reads and the writes; once with few people and records and once with many.
 * Environment: DATA_DIR, PORT.
 */
import { freshDesk } from '#server/tasks/fresh-desk.ts'
import { sql } from 'drizzle-orm'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { builtFolder } from '#builds.mjs'
import { closeDatabase, openDatabase, read, rows, write, type Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { insertOpenedSession } from '#db/opened-sessions.ts'
import { upsertOverview } from '#db/records.ts'
import { insertSignOff } from '#db/sign-offs.ts'
import { describeFailure } from '#front-door/failure.ts'
import { createFrontDoor, type AstroHandler } from '#front-door/create-front-door.ts'
import { beginSignOff, seenOf } from '#server/readiness/begin-sign-off.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { saveRecords } from '#server/learning/save-records.ts'
import { settings } from '#settings.ts'
import { makeCast, type Cast } from '#tests/cast.ts'
import { countQueries, type Counted } from './count-statements.ts'
import { enter } from '#tests/entry.ts'

const NOW = Date.now()
const LUZ_DECIDED = newId(NOW)
const { databaseUrl: url, databaseAuthToken: authToken, dataDir, origin, port } = settings()
await openDatabase({ url, authToken, dataDir })
const cast = await makeCast(NOW)
const counted = countQueries()
const cookies = {
  carla: await enter(cast.carla, 'staff', NOW),
  ray: await enter(cast.ray, 'trainee', NOW),
}
const { handler } = (await import(
  pathToFileURL(path.resolve(builtFolder(), 'server/entry.mjs')).href
)) as {
  handler: AstroHandler
}
const door = createFrontDoor({
  version: '',
  settings: { origin, trustedProxyHops: 0 },
  handler,
  clientDir: path.resolve(builtFolder(), 'client'),
  canWrite: () => Promise.resolve(true),
  failed: (error) => console.error(describeFailure(error)),
})
door.server.listen(port, 'localhost')
await once(door.server, 'listening')

await addTrainees(0, 7)
const course = loadCourse('en', loadProgramme('kidney', 'en'))
const talk = course.modules
  .flatMap(({ sessions }) => sessions)
  .find(({ openedByCoordinator }) => openedByCoordinator)
if (!talk) throw new Error('no session can be opened')
await write([
  insertOpenedSession({
    person: cast.ray.id,
    session: talk.id,
    openedBy: cast.carla.id,
    openedAt: NOW,
  }),
])
await makeDecisions(cast)
/** Pages that ask the same in other words a moment later, so that SQLite prepares it anew each time. */
const anew = new Set<string>()
const few = { pages: await countPages(), saved: await countSaved() }
await addTrainees(7, 1997)
// As the server does it by itself after an import, some hundred at a time.
await freshDesk(['kidney', 'long-term'], Date.now(), Number.POSITIVE_INFINITY)
await addRecords(cast, 500)
const many = { pages: await countPages(), saved: await countSaved() }
console.log(JSON.stringify({ anew: [...anew], prepared: await preparedAnew(), few, many }))
door.server.closeAllConnections()
await door.drain(0)
await closeDatabase()

async function countPages(): Promise<Record<string, number>> {
  const pages = {
    carla: [
      '/coordinate',
      '/coordinate?page=2',
      '/coordinate?search=a',
      '/coordinate?tab=all',
      '/coordinate/applications',
      '/coordinate/inbox',
      '/coordinate/invitations',
      '/coordinate/people',
      `/coordinate/${cast.ray.id}`,
      ...[
        'observe',
        'talk',
        'outside',
        'notes',
        'follow-up',
        'reviews',
        'reviews/write',
        'export',
        'profile',
        'sign-off',
        'sign-off/line-consent',
        'sign-off/decision',
      ].map((page) => `/coordinate/${cast.ray.id}/${page}`),
      `/coordinate/${cast.luz.id}/withdraw`,
      `/coordinate/${cast.luz.id}/decisions/${LUZ_DECIDED}`,
    ],
    ray: [
      '/learn',
      '/learn/messages',
      '/learn/sign-off',
      '/learn/reviews',
      '/learn/pause',
      '/learn/confidence',
      '/learn/remembering',
      '/learn/who-can-see',
      '/learn/checks',
      '/learn/commitment',
      '/record',
      '/record/profile',
      '/record/profile.txt',
      '/record/my-learning',
      '/record/my-learning.html',
      '/ways-in/passkeys',
      '/resources',
      '/search?q=consent',
      '/glossary',
      '/help',
      '/help/course',
      '/learn/consent/quiz',
      '/learn/consent/quiz/who-decides',
      '/learn/consent/waiting-for-consent',
      '/learn/consent/a-promise-i-can-keep',
      `/learn/${talk?.id}`,
      `/learn/${talk?.id}/talk`,
    ],
  }
  const counts: Record<string, number> = {}
  for (const [name, paths] of Object.entries(pages))
    for (const page of paths) {
      const cookie = `alongside=${cookies[name as keyof typeof cookies]}`
      // The first look in an hour is written down; the second one counts.
      await open(page, cookie)
      const before = counted.n
      const texts = counted.texts.size
      await open(page, cookie)
      if (counted.texts.size > texts) anew.add(page)
      const shown = page
        .replace(cast.ray.id, 'RAY')
        .replace(cast.luz.id, 'LUZ')
        .replace(LUZ_DECIDED, 'DECIDED')
        .replace(talk?.id ?? '', 'TALK')
      counts[shown] = counted.n - before
    }
  return counts
}

/** Beginnings of statements that SQLite keeps and prepares once more all the same, as a value says by which index it looks. */
async function preparedAnew(): Promise<string[]> {
  const asked = sql`SELECT substr(sql, 1, 300) AS text FROM sqlite_stmt WHERE reprep > 0`
  const found = await read(rows(asked, { text: z.string() }))
  return found.map(({ text }) => text)
}

/** What a trainee saves on a page, and where that leads. */
async function countSaved(): Promise<Record<string, Pick<Counted, 'reads' | 'writes'>>> {
  const turn = talk?.turns[0]
  const acts: Record<string, () => [page: string, fields: Record<string, string>]> = {
    answer: () => [
      '/learn/consent/quiz/who-decides',
      { record: newId(Date.now()), attempt: newId(Date.now()), option: 'rosa' },
    ],
    lesson: () => [
      '/learn/consent/waiting-for-consent',
      { record: newId(Date.now()), act: 'read' },
    ],
    reflection: () => [
      '/learn/consent/a-promise-i-can-keep',
      { record: newId(Date.now()), text: 'I keep what I hear.' },
    ],
    turn: () => [
      `/learn/${talk?.id}/talk`,
      {
        record: newId(Date.now()),
        run: newId(Date.now()),
        step: '0',
        turn: turn?.slug ?? '',
        reply: turn?.replies[0]?.id ?? '',
      },
    ],
  }
  const counts: Record<string, Pick<Counted, 'reads' | 'writes'>> = {}
  for (const [name, act] of Object.entries(acts)) {
    // The first write proves the connection; the second one counts.
    for (let time = 0; time < 2; time++) {
      const before = { ...counted }
      const [page, fields] = act()
      const response = await fetch(origin + page, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: `alongside=${cookies.ray}`, origin },
        body: new URLSearchParams({ owner: cast.ray.id, ...fields }),
      })
      const to = response.headers.get('location') ?? ''
      if (response.status !== 303 || to.includes('kept'))
        throw new Error(`${name} answered ${response.status} ${to}`)
      counts[name] = {
        reads: counted.reads - before.reads,
        writes: counted.writes - before.writes,
      }
    }
  }
  return counts
}

async function open(page: string, cookie: string): Promise<void> {
  const response = await fetch(origin + page, { headers: { cookie } })
  await response.text()
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}`)
}

/** Carla has decided about Luz, and begun to decide about Ray. */
async function makeDecisions({ carla, ray, luz }: Cast): Promise<void> {
  await write([
    insertSignOff({
      id: LUZ_DECIDED,
      person: luz.id,
      programme: 'kidney',
      decidedBy: carla.id,
      decidedAt: NOW,
      decision: 'ready',
      reason: 'Go on.',
      conditions: '',
      internalNote: '',
      otherwise: '',
      expiresOn: null,
      evidence: '[]',
      evidenceHash: '',
    }),
  ])
  const trainee = { id: ray.id, programme: 'kidney' }
  const state = await loadTraineeState(await ownLearner(ray, course), 'en', NOW)
  const seen = seenOf(state)
  const begun = await beginSignOff(carla, trainee, { state, draft: null, begins: {} }, seen, NOW)
  if (begun.kind !== 'begun') throw new Error(`the sign-off was ${begun.kind}`)
}

async function addTrainees(from: number, to: number): Promise<void> {
  const queries: Query[] = []
  for (let n = from; n < to; n++) {
    const id = newId(NOW)
    queries.push(
      insertPerson({
        id,
        signInName: `t${n}`,
        name: `Trainee ${n}`,
        language: 'en',
        createdAt: NOW,
      }),
      insertRole({ person: id, role: 'trainee', programme: 'kidney', createdAt: NOW }),
      upsertOverview({
        person: id,
        done: n % 40,
        steps: 90,
        lastItem: 'consent/quiz',
        lastAt: NOW,
        askedAt: n % 3 ? null : NOW,
        pausedAt: null,
        helpAt: null,
        reflectionAt: null,
        stuckOn: '',
        lapsed: false,
        courseShape: '',
        cardsOn: null,
        cardsAt: 0,
      }),
      insertSignOff({
        id: newId(NOW),
        person: id,
        programme: 'kidney',
        decidedBy: cast.carla.id,
        decidedAt: NOW,
        decision: 'more-practice',
        reason: 'Go on.',
        conditions: '',
        internalNote: '',
        otherwise: '',
        expiresOn: null,
        evidence: '[]',
        evidenceHash: '',
      }),
    )
  }
  await write(queries)
}

async function addRecords({ ray }: Cast, many: number): Promise<void> {
  const quizzes = course.modules.flatMap(({ quiz }) => quiz?.questions ?? [])
  const records = Array.from({ length: many }, (_, n) => ({
    id: newId(NOW),
    person: ray.id,
    item: quizzes[n % quizzes.length]?.id ?? '',
    revision: 1,
    kind: 'question-answered' as const,
    value: { attempt: `attempt-${n % 7}`, options: ['unsure'], right: false },
    madeAt: NOW + n,
    receivedAt: NOW,
    source: 'web' as const,
  }))
  await saveRecords(course, ray.id, records, NOW)
}
