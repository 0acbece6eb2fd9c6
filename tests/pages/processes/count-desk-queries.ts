/**
 * As count-queries.ts, for the register, the API, support reviews and reports: prints JSON, queries and milliseconds by page,
 * once with 20 trainees, some of them mentors with pairings, and once with many. Environment: DATA_DIR, PORT, MANY.
 */
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtFolder } from '#builds.mjs'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { findPerson } from '#db/people.ts'
import type { Person } from '#domain/people/person.ts'
import { describeFailure } from '#front-door/failure.ts'
import { createFrontDoor, type AstroHandler } from '#front-door/create-front-door.ts'
import { REPORTS } from '#domain/reports/names.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { loadBuilt } from '#server/packages/load-built.ts'
import { makeExport } from '#server/packages/make-export.ts'
import { askFind } from '#server/people/ask-find.ts'
import { apply } from '#server/people/apply.ts'
import { makeCohort } from '#server/people/cohorts.ts'
import { planGroupSession } from '#server/people/group-sessions.ts'
import { typedStart } from '#server/people/read-group-session.ts'
import { makeApiToken } from '#server/register/api-tokens.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { settings } from '#settings.ts'
import { makeCast } from '#tests/cast.ts'
import { addManyPairings, idsOfPairing } from '#tests/many-pairings.ts'
import { addMany } from '#tests/many-trainees.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'
import { uploadList } from '../a-list.ts'
import { placeTea } from '../a-package.ts'
import { countQueries } from './count-statements.ts'
import { enter } from '#tests/entry.ts'

const NOW = Date.now()
const MANY = Number(process.env['MANY'])
const { databaseUrl: url, databaseAuthToken: authToken, dataDir, origin, port } = settings()
await openDatabase({ url, authToken, dataDir })
const cast = await makeCast(NOW)
const token = await makeApiToken(
  cast.ana,
  { id: newId(NOW), name: 'Match', programme: 'kidney', scopes: ['mentors:read'], days: 30 },
  NOW,
)
if (token.kind !== 'made') throw new Error('no token')
const counted = countQueries()
const cookies: Record<string, string> = {
  carla: await enter(cast.carla, 'staff', NOW),
  ana: await enter(cast.ana, 'staff', NOW),
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

const course = loadCourse('en', loadProgramme('kidney', 'en'))
const questions = course.modules.flatMap(({ quiz }) => quiz?.questions.map(({ id }) => id) ?? [])
const tea = newId(NOW)
await placeTea(tea, cast.carla.id, NOW)
const madeId = await anExport()
const desk = await theDesk()
const asked = {
  carla: await lockedFind(cast.carla),
  ana: await lockedFind(cast.ana),
}
/** Pairings, of each six of which one still waits for a mentor: as many as anybody has. */
const pairs = (trainees: number): number => Math.min(12_000, 12 + Math.floor(trainees / 4))
const add = async (from: number, to: number): Promise<void> => {
  const many = { programme: 'kidney', by: cast.carla.id, now: NOW }
  await addMany({ ...many, from, to, questions })
  await addManyPairings({
    ...{ ...many, trainees: to },
    ...{ from: from ? pairs(from) : 0, to: pairs(to) },
  })
}
/** As the server does it by itself after an import, some hundred at a time. */
const computed = () => freshDesk(['kidney'], Date.now(), Number.POSITIVE_INFINITY)
await add(0, 20)
/** A mentor and a pairing of theirs that goes on. */
const paired = idsOfPairing(1)
const mentor = await findPerson(paired.mentor(1))
if (!mentor) throw new Error('nobody')
cookies['mentor'] = await enter(mentor, 'trainee', NOW)
await computed()
const few = await countPages()
await add(20, MANY)
await computed()
console.log(JSON.stringify({ few, many: await countPages() }))
door.server.closeAllConnections()
await door.drain(0)
await closeDatabase()

/** Something on each page of the desk. */
async function theDesk() {
  const [cohort, session, application, message] = [newId(NOW), newId(NOW), newId(NOW), newId(NOW)]
  const { carla, ray } = cast
  await makeCohort(carla, 'kidney', cohort, 'Spring', NOW)
  const start = typedStart(NOW + 86_400_000, 'America/Chicago')
  const planned = { title: 'Tea', place: 'Room 2', ...start }
  await planGroupSession(carla, 'kidney', session, planned, NOW)
  const offer = { name: 'Rosa', contact: 'rosa@example.org', why: 'I have time.', experience: '' }
  const answers = { areas: [], notAreas: [], languages: '', times: '', access: '' }
  const imported = newId(NOW)
  await uploadList(carla, imported, NOW)
  await apply('kidney', 'en', { id: application, ...offer, ...answers }, 'localhost', NOW)
  const question = { id: message, page: '/learn', text: 'May I?' }
  await askCoordinator(await ownLearner(ray, course), question, NOW)
  return { cohort, session, application, message, imported }
}

async function countPages(): Promise<Record<string, { queries: number; ms: number }>> {
  const pages = {
    carla: [
      '/coordinate',
      '/coordinate?tab=all',
      '/coordinate?search=a',
      `/coordinate?cohort=${desk.cohort}`,
      '/coordinate/applications',
      '/coordinate/inbox',
      '/coordinate/invitations',
      `/coordinate/find?asked=${asked.carla}`,
      '/coordinate/people',
      `/coordinate/people?cohort=${desk.cohort}`,
      `/coordinate/people/${cast.ray.id}`,
      '/coordinate/cohorts',
      '/coordinate/hand-over',
      `/coordinate/inbox/${desk.message}`,
      `/coordinate/applications/${desk.application}`,
      '/coordinate/invite',
      `/coordinate/invite?application=${desk.application}`,
      '/coordinate/invite-many',
      '/coordinate/import',
      `/coordinate/import/${desk.imported}`,
      '/coordinate/group-sessions',
      '/coordinate/group-sessions?show=past',
      `/coordinate/group-sessions/${desk.session}`,
      `/coordinate/group-sessions/${desk.session}?cohort=${desk.cohort}`,
      `/coordinate/${cast.ray.id}`,
      `/coordinate/${cast.ray.id}/sign-off`,
      `/coordinate/${cast.ray.id}/checks`,
      `/coordinate/${cast.ray.id}/checks/references.seen`,
      '/coordinate/requests',
      `/coordinate/requests?after=1.${idsOfPairing(0).request}`,
      `/coordinate/requests/${idsOfPairing(0).request}`,
      `/coordinate/requests/${idsOfPairing(0).request}/suggestions`,
      '/coordinate/requests/new',
      '/coordinate/pairings',
      '/coordinate/pairings?tab=ended',
      `/coordinate/pairings/${paired.proposal}`,
      `/coordinate/${paired.mentor(1)}`,
      '/coordinate?reason=request-next',
      '/coordinate/register',
      '/coordinate/register?area=diabetes&language=es&capacity=2',
      '/coordinate/register/left',
      '/coordinate/register/export',
      '/coordinate/reports/funnel.csv',
      `/coordinate/${cast.ray.id}/reviews`,
      '/manage/packages',
      ...REPORTS.map((report) => `/coordinate/reports?report=${report}`),
      '/coordinate/reports/funder',
    ],
    ana: [
      '/manage',
      '/manage/accounts',
      `/coordinate/find?asked=${asked.ana}`,
      '/manage/audit',
      '/manage/tokens',
      '/manage/releases',
      '/manage/invite',
      '/manage/invitations',
      `/manage/accounts/${cast.ray.id}`,
      '/manage/programmes/new',
      '/manage/programmes/kidney',
      '/manage/programmes/kidney/contact',
      '/manage/programmes/kidney/rules',
      '/manage/programmes/kidney/second-signature',
      '/manage/programmes/kidney/required?check=references.seen',
      '/manage/exports',
      `/manage/exports/${madeId}`,
      '/manage/packages',
      '/manage/packages/new',
      `/manage/packages/${tea}`,
      `/manage/packages/${tea}/replace`,
      `/manage/packages/${tea}/preview/1`,
      ...['funnel', 'time', 'confidence'].map((report) => `/manage/reports?report=${report}`),
    ],
    ray: [
      '/learn',
      '/record',
      '/learn/reviews',
      `/learn/packages/${tea}`,
      `/learn/packages/${tea}/1`,
    ],
    mentor: ['/learn/pairings', `/learn/pairings/${paired.proposal}`],
    token: ['/api/v1/mentors', '/api/v1/mentors?language=es&limit=10'],
  }
  const counts: Record<string, { queries: number; ms: number }> = {}
  for (const [name, paths] of Object.entries(pages))
    for (const page of paths) {
      const headers: Record<string, string> =
        name === 'token'
          ? { authorization: `Bearer ${token.kind === 'made' ? token.token : ''}` }
          : { cookie: `alongside=${cookies[name] ?? ''}` }
      // The first look in an hour is written down; the second one counts.
      await open(page, headers)
      const before = counted.n
      const began = performance.now()
      await open(page, headers)
      counts[named(page)] = {
        queries: counted.n - before,
        ms: Math.round(performance.now() - began),
      }
    }
  return counts
}

async function lockedFind(by: Person): Promise<string> {
  const outcome = await askFind(by, 'trainee 1', NOW)
  return outcome.kind === 'asked' ? outcome.locked : ''
}

function named(page: string): string {
  const ids = {
    RAY: cast.ray.id,
    TEA: tea,
    MADE: madeId,
    BY_CARLA: asked.carla,
    BY_ANA: asked.ana,
    WAITS: idsOfPairing(0).request,
    PAIRED: paired.proposal,
    MENTOR: paired.mentor(1),
    ...desk,
  }
  return Object.entries(ids).reduce(
    (path, [name, id]) => path.replace(id, name.toUpperCase()),
    page,
  )
}

async function anExport(): Promise<string> {
  const wish = {
    programme: 'kidney',
    languages: ['en'],
    standard: '1.2',
    preset: 'generic',
    modules: ['consent'],
    perModule: false,
    tries: 0,
    interactions: 'preset',
    sessions: false,
    media: false,
  } as const
  const made = await makeExport(cast.ana, wish, loadBuilt(), NOW)
  if (made.kind !== 'made') throw new Error('no export')
  return made.id
}

async function open(page: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(origin + page, { headers })
  await response.text()
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}`)
}
