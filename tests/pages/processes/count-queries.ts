/**
 * The built platform in one process with its database, so that every query can be counted: prints JSON,
 * queries by page, once with few people and records and once with many. Environment: DATA_DIR, PORT.
 */
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtFolder } from '#builds.mjs'
import { closeDatabase, openDatabase, write, type Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { upsertOverview } from '#db/records.ts'
import { insertSignOff } from '#db/sign-offs.ts'
import { createFrontDoor, type AstroHandler } from '#front-door/create-front-door.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/running/new-id.ts'
import { saveRecords } from '#server/learning/save-records.ts'
import { startSession } from '#server/access/session.ts'
import { settings } from '#settings.ts'
import { makeCast, type Cast } from '#tests/cast.ts'
import { countQueries } from './count-statements.ts'

const NOW = Date.now()
const { databaseUrl: url, databaseAuthToken: authToken, dataDir, origin, port } = settings()
await openDatabase({ url, authToken, dataDir })
const cast = await makeCast(NOW)
const counted = countQueries()
const cookies = {
  carla: await startSession(cast.carla.id, 'staff', NOW),
  ray: await startSession(cast.ray.id, 'trainee', NOW),
}
const { handler } = (await import(
  pathToFileURL(path.resolve(builtFolder(), 'server/entry.mjs')).href
)) as {
  handler: AstroHandler
}
const door = createFrontDoor({
  settings: { origin, trustedProxyHops: 0 },
  handler,
  clientDir: path.resolve(builtFolder(), 'client'),
  canWrite: () => Promise.resolve(true),
  log: (text) => console.error(text),
})
door.server.listen(port, 'localhost')
await once(door.server, 'listening')

await addTrainees(0, 7)
const few = await countPages()
await addTrainees(7, 1997)
await addRecords(cast, 500)
console.log(JSON.stringify({ few, many: await countPages() }))
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
      `/coordinate/${cast.ray.id}/notes`,
      `/coordinate/${cast.ray.id}/sign-off`,
    ],
    ray: [
      '/learn',
      '/learn/messages',
      '/record',
      '/learn/consent/quiz',
      '/learn/consent/waiting-for-consent',
    ],
  }
  const counts: Record<string, number> = {}
  for (const [name, paths] of Object.entries(pages))
    for (const page of paths) {
      const cookie = `alongside=${cookies[name as keyof typeof cookies]}`
      // The first look in an hour is written down; the second one counts.
      await open(page, cookie)
      const before = counted.n
      await open(page, cookie)
      counts[page.replace(cast.ray.id, 'RAY')] = counted.n - before
    }
  return counts
}

async function open(page: string, cookie: string): Promise<void> {
  const response = await fetch(origin + page, { headers: { cookie } })
  await response.text()
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}`)
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
        lastItem: 'consent/quiz',
        lastAt: NOW,
        askedAt: n % 3 ? null : NOW,
        pausedAt: null,
        helpAt: null,
        reflectionAt: null,
        stuckOn: '',
        lapsed: false,
        courseShape: '',
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
  const course = loadCourse('en', loadProgramme('kidney', 'en'))
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
