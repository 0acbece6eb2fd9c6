/** The built server with the cast at work in it, and requests in everybody's name. */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import { upsertProgrammeRules } from '#db/programme-rules.ts'
import { putRequestContact } from '#db/request-contacts.ts'
import { insertProposal, insertProposalAnswer } from '#db/proposals.ts'
import { stepsOf, type Course } from '#domain/course/course.ts'
import type { Person } from '#domain/people/person.ts'
import { sessionProgressOf } from '#domain/learning/progress.ts'
import { turnAt } from '#domain/practice/road.ts'
import { answerQuestion } from '#server/learning/answer-question.ts'
import { apply } from '#server/people/apply.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { planGroupSession } from '#server/people/group-sessions.ts'
import { typedStart } from '#server/people/read-group-session.ts'
import { ownLearner, saveMade } from '#server/learning/learner.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { makeLink } from '#server/access/make-link.ts'
import { newId } from '#server/trail/new-id.ts'
import { askForCorrection } from '#server/rights/ask-about-data.ts'
import { observe } from '#server/readiness/observe.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { sendMessage } from '#server/people/send-message.ts'
import { signOff } from '#server/readiness/sign-off.ts'
import { takeTurn } from '#server/learning/take-turn.ts'
import { writeRequest } from '#server/pairing/write-request.ts'
import { writeNote } from '#server/reviews/write-note.ts'
import { writeReview } from '#server/reviews/write-review.ts'
import { makeCast, type Cast, type Name } from '#tests/cast.ts'
import { requestForm } from '#tests/request-form.ts'
import { lentServer } from '#tests/lent-server.ts'
import { oncePerRun } from '#tests/once-per-run.ts'
import { readyForm } from '#tests/sign-off-form.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import { uploadList } from './a-list.ts'
import { placeTea } from './a-package.ts'
import { enter } from '#tests/entry.ts'

export const english = loadCourse('en', loadProgramme('kidney', 'en'))
export const spanish = loadCourse('es', loadProgramme('kidney', 'es'))
const practising = english.modules.find(({ sessions }) => sessions.length > 0)
const found = practising?.sessions.find(({ openedByCoordinator }) => !openedByCoordinator)
const last = practising?.sessions.at(-1)
if (!practising || !found || !last) throw new Error('the course has changed its shape')
/** Ray has ended it once and walks through it again. */
export const session = found
/** Nobody has done what it needs but Ray. */
export const otherSession = last

export interface Answer {
  readonly status: number
  /** '' where there is none. */
  readonly location: string
  readonly headers: Headers
  readonly text: string
}

export interface AskOptions {
  readonly as?: Name | null
  /** A form when it is an object; sent as it is when it is text. */
  readonly body?: Readonly<Record<string, string | readonly string[]>> | string | Uint8Array
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookie?: string
  /** Whose page the form stands on; by itself that of whoever sends it, '' for a visitor. */
  readonly owner?: Name | ''
}

export interface Site {
  readonly server: StartedServer
  readonly cast: Cast
  /** Ray's run in `session`. */
  readonly openRun: string
  /** A link nobody has used, by what it is for. */
  link(kind: 'trainee' | 'spare' | 'reset' | 'used' | 'withdrawn'): string
  /**
   * The real path: {nadia} stands for a person's id, {of:message} for that of something in kidney,
   * {run:ended} for Ray's run, {link:spare} for a link's secret, {absent} for an id of nobody.
   */
  fill(path: string): string
  ask(method: 'GET' | 'POST', path: string, options?: AskOptions): Promise<Answer>
  /** Signs in anew, for what ends a session. */
  spareCookie(name: Name): string
  /** Signed in ten minutes ago: too long for what asks for the password again. */
  staleCookie(name: Name): string
  stop(): Promise<void>
}

const NOW = Date.now()
const DAY = 86_400_000
export const ABSENT = '01900000-0000-7000-8000-000000000000'

/** Who is there, and by which ids, links and cookies; all of it in the database of `dataDir`. */
async function makeSite(dataDir: string) {
  await openDatabase({
    url: `file:${path.join(dataDir, 'alongside.db')}`,
    authToken: undefined,
    dataDir,
  })
  const cast = await makeCast(NOW - 9 * DAY)
  await takesRequests('kidney')
  const endedRun = await rayWorks(cast.ray)
  const openRun = await rayTalks(cast.ray, 1)
  const signedOff = await signsOff(cast.carla, cast.luz, 'kidney')
  await signsOff(cast.gwen, cast.joyce, 'long-term')
  const work = await makeWork(cast)
  const proposal = await asksRay(cast, work.request, signedOff)
  const dataRequest = await asksForCorrection(cast.nadia)
  const ids = { ...work, signedOff, proposal, dataRequest }
  const links = await makeLinks(cast)
  const names = Object.keys(cast) as Name[]
  const cookies: [key: string, secret: string][] = []
  for (const name of names) {
    const staff = cast[name].roles.some(({ role }) => role !== 'trainee')
    // Proven a while ahead: no test asks for the password again only because the machine is slow or the run is long.
    const proven = Date.now() + 120 * 60_000
    for (const [kind, at] of [
      ['', proven],
      [' spare', proven],
      [' stale', NOW - 10 * 60_000],
    ] as const)
      cookies.push([name + kind, await enter(cast[name], staff ? 'staff' : 'trainee', at)])
  }
  await closeDatabase()
  return { cast, endedRun, openRun, ids, links, cookies }
}

type Made = Awaited<ReturnType<typeof makeSite>>

/**
 * With a database of its own, a copy of the one that is made once in a run, and a server that nobody else uses meanwhile.
 * @param env settings beside the usual ones
 * @param kind 'own' for a server that is started anew and really ends: where its end, its memory or its folder counts
 */
export async function openSite(
  env: Readonly<Record<string, string>> = {},
  kind: 'lent' | 'own' = 'lent',
): Promise<Site> {
  const folder = await oncePerRun('site', async (unfinished) => {
    const made = await makeSite(path.join(unfinished, 'data'))
    writeFileSync(path.join(unfinished, 'made.json'), JSON.stringify(made))
  })
  const made = JSON.parse(readFileSync(path.join(folder, 'made.json'), 'utf8')) as Made
  const { cast, endedRun, openRun, ids, links } = made
  const cookies = new Map(made.cookies)
  const all = { TRUSTED_PROXY_HOPS: '1', CONTENT_ORIGIN: 'http://packages.test', ...env }
  const begun = path.join(folder, 'data')
  const server = kind === 'own' ? await ownServer(all, begun) : await lentServer(all, begun)
  const cookieOf = (key: string): string => `alongside=${cookies.get(key) ?? ''}`
  const keyOf = (cookie: string): string =>
    [...cookies].find(([, secret]) => cookie === `alongside=${secret}`)?.[0] ?? ''
  const idOf = (name: string): string => cast[name as Name]?.id ?? ''
  return {
    server,
    cast,
    openRun,
    link: (kind) => links[kind],
    fill: (to) =>
      to
        .replace('{absent}', ABSENT)
        .replace('{run:ended}', endedRun)
        .replace(/\{link:(\w+)\}/, (_, kind: keyof typeof links) => links[kind])
        .replace(/\{of:(\w+)\}/, (_, kind: keyof typeof ids) => ids[kind])
        .replace(/\{(\w+)\}/g, (_, name: Name) => cast[name].id),
    spareCookie: (name) => cookieOf(`${name} spare`),
    staleCookie: (name) => cookieOf(`${name} stale`),
    ask: async (method, to, options = {}) => {
      const cookie = options.cookie ?? (options.as ? cookieOf(options.as) : '')
      const key = keyOf(cookie)
      const owner = idOf(options.owner ?? key.split(' ')[0] ?? '')
      const answer = await ask(server.origin, method, to, ownedBy(owner, options), cookie)
      // As a browser does: showing the password once more gives the session a new secret.
      const renewed = secretIn(answer)
      if (key && renewed && answer.status !== 409) cookies.set(key, renewed)
      return answer
    },
    async stop() {
      await server.stop()
      if (kind === 'own') rmSync(server.dataDir, { recursive: true, force: true })
    },
  }
}

async function ownServer(
  env: Readonly<Record<string, string>>,
  begun: string,
): Promise<StartedServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-site-'))
  cpSync(begun, dataDir, { recursive: true })
  return startServer({ dataDir, env })
}

/** @returns the request */
async function asksForCorrection(by: Person): Promise<string> {
  const id = newId(NOW)
  await askForCorrection(by, { id, text: 'I was there on 3 May.' }, NOW)
  return id
}

/** Ray was asked about somebody, as a mentor, and said no. @returns the proposal */
async function asksRay({ carla, ray }: Cast, request: string, signOff: string): Promise<string> {
  const [id, at] = [newId(NOW), NOW - DAY]
  await write([
    insertProposal({
      ...{ id, request, programme: 'kidney', mentor: ray.id, signOff, by: carla.id, at },
      ...{ endsOn: '2030-01-01', reasons: '[]' },
    }),
    insertProposalAnswer({ proposal: id, answer: 'no', by: ray.id, at }),
  ])
  return id
}

/** Lessons and quizzes of every module, and one clear road through `session`. @returns the run */
async function rayWorks(ray: Person): Promise<string> {
  for (const step of english.modules.flatMap(stepsOf)) {
    const learner = await ownLearner(ray, english)
    if (step.kind === 'lesson') await readLesson(learner, step.item, newId(NOW), NOW - 5 * DAY)
    if (step.kind !== 'quiz' || step.module === practising) continue
    const attempt = newId(NOW)
    for (const question of step.item.questions) {
      const options = question.options.filter(({ right }) => right).map(({ id }) => id)
      await answerQuestion(
        learner,
        question,
        { recordId: newId(NOW), attempt, options },
        NOW - 4 * DAY,
      )
    }
  }
  return rayTalks(ray, 40)
}

async function rayTalks(ray: Person, steps: number): Promise<string> {
  const run = newId(NOW)
  for (let step = 0; step < steps; step++) {
    const learner = await ownLearner(ray, english)
    const open = sessionProgressOf(learner.progress, session.id)?.open
    const place = turnAt(session, open?.id === run ? open.road : [], step)
    const reply =
      place?.turn.replies.find(({ verdicts }) =>
        Object.values(verdicts).every((one) => one === 'kept'),
      ) ?? place?.turn.replies[0]
    if (!place || !reply) throw new Error('the course has changed its shape')
    const form = { recordId: newId(NOW), run, step, turn: place.turn.slug, reply: reply.id }
    const outcome = await takeTurn(learner, session, form, NOW - 3 * DAY + step)
    if (outcome.kind === 'said' && outcome.ended) break
  }
  return run
}

export const SECRET_NOTE = 'canary-internal-note'

/** @returns the sign-off; its commitment is not signed yet */
async function signsOff(by: Person, trainee: Person, programme: string): Promise<string> {
  const course: Course = loadCourse('en', loadProgramme(programme, 'en'))
  const learner = await ownLearner(trainee, course)
  await saveMade(
    learner,
    [{ id: newId(NOW), item: 'course', revision: 1, kind: 'sign-off-asked', value: {} }],
    NOW - 2 * DAY,
  )
  const at = NOW - DAY
  const state = await loadTraineeState(await ownLearner(trainee, course), 'en', at)
  const form = readyForm(by, state, at, { internalNote: SECRET_NOTE })
  const outcome = await signOff(by, { id: trainee.id, programme }, state, form, at)
  if (outcome.kind !== 'saved') throw new Error(`the sign-off was ${outcome.kind}`)
  return outcome.id
}

export const QUESTION = 'canary-question'
export const APPLICANT = 'Tomasa Canary'
export const GROUP_SESSION = 'canary-group-session'
/** Of a request: how to reach who asked, and what no mentor is told. */
export const REACHED = 'canary-reached'
export const UNSAID = 'canary-unsaid'
const LETTER = 'canary-letter'
export const REVIEW = 'canary-review'

/** One of each thing that has a page of its own, all in kidney. @returns their ids */
async function makeWork({ carla, oscar, nadia, luz }: Cast) {
  const id = (): string => newId(NOW)
  const ids = {
    application: id(),
    groupSession: id(),
    letter: id(),
    message: id(),
    observedByOscar: id(),
    observedByCarla: id(),
    review: id(),
    package: id(),
    import: id(),
  }
  const offer = {
    id: ids.application,
    name: APPLICANT,
    contact: 'tomasa@example.org',
    why: 'I have time.',
    experience: '',
    areas: [],
    notAreas: [],
    languages: '',
    times: '',
    access: '',
  }
  await apply('kidney', 'es', offer, 'localhost', NOW - DAY)
  await planGroupSession(
    carla,
    'kidney',
    ids.groupSession,
    // By the minute, as its form says it.
    { title: GROUP_SESSION, place: 'Room 2', ...typedStart(NOW + DAY, 'America/Chicago') },
    NOW - DAY,
  )
  await sendMessage(
    carla,
    {
      ...{ programme: 'kidney', id: ids.letter, seen: 1 },
      chosen: { kind: 'some', ids: [nadia.id] },
    },
    { en: LETTER, es: '' },
    NOW - DAY,
  )
  const question = { id: ids.message, page: '/learn/consent/waiting-for-consent', text: QUESTION }
  await askCoordinator(await ownLearner(nadia, english), question, NOW - DAY)
  const trainee = { id: nadia.id, programme: 'kidney' }
  for (const [by, kind] of [
    [oscar, 'observedByOscar'],
    [carla, 'observedByCarla'],
  ] as const)
    await observe(
      by,
      trainee,
      { id: ids[kind], levels: { listening: 2 }, note: 'Calm.' },
      NOW - DAY,
    )
  const note = { id: id(), kind: 'internal', text: SECRET_NOTE } as const
  await placeTea(ids.package, carla.id, NOW - DAY)
  await uploadList(carla, ids.import, NOW - DAY)
  await writeNote(carla, { id: luz.id, programme: 'kidney' }, note, NOW - DAY)
  const asked = await writeRequest(
    carla,
    'kidney',
    'en',
    requestForm({ wouldNotWork: UNSAID }),
    NOW - DAY,
  )
  if (asked.kind !== 'written') throw new Error('the request was refused')
  const reached = { request: asked.request, way: 'phone', contact: REACHED, at: NOW } as const
  await write([putRequestContact(reached)])
  await reviews(carla, luz, ids.review)
  return { ...ids, request: asked.request }
}

/** A support review of today: `review` stands in the address of its calendar file. */
async function reviews(by: Person, mentor: Person, review: string): Promise<void> {
  const day = (time: number): string => momentOf('kidney', time).today
  const outcome = await writeReview(
    by,
    { id: mentor.id, programme: 'kidney' },
    english,
    {
      id: review,
      day: day(NOW),
      wentWell: REVIEW,
      stayed: '',
      skill: '',
      wellbeing: 4,
      capacity: 2,
      seen: 0,
      nextOn: day(NOW + 90 * DAY),
      actions: [{ text: 'Read it again.', dueOn: day(NOW + 9 * DAY), lesson: '' }],
    },
    NOW,
  )
  if (outcome.kind !== 'saved') throw new Error('the review was refused')
}

/** Whoever looks for a mentor may ask there; for forms that change the rules nothing has changed. */
const takesRequests = (programme: string): Promise<unknown> =>
  write([
    upsertProgrammeRules(
      {
        ...{ programme, secondSignature: false, groupSessionsCount: false },
        ...{ requestsOpen: true, changedBy: '', changedAt: 0 },
      },
      null,
    ),
  ])

async function makeLinks({ carla, nadia, luz }: Cast) {
  const secret = async (wish: Parameters<typeof makeLink>[0]): Promise<string> =>
    new URL(await makeLink(wish, NOW)).pathname.replace('/join/', '')
  const invitation = {
    kind: 'invitation',
    role: 'trainee',
    programme: 'kidney',
    name: 'Tom',
    language: 'es',
    createdBy: carla.id,
  } as const
  const resetOf = (person: string) =>
    ({ kind: 'reset', person, programme: 'kidney', createdBy: carla.id }) as const
  const made = {
    trainee: await secret(invitation),
    spare: await secret(invitation),
    reset: await secret(resetOf(luz.id)),
    resetSpare: await secret(resetOf(luz.id)),
    resetNadia: await secret(resetOf(nadia.id)),
    used: await secret(invitation),
    withdrawn: await secret(invitation),
  }
  const { database } = await import('#db/client.ts')
  const { links } = await import('#db/schema.ts')
  const { eq } = await import('drizzle-orm')
  const { hashOfSecret, plainSecret } = await import('#server/access/secret.ts')
  const set = (link: string, change: object) =>
    database()
      .update(links)
      .set(change)
      .where(eq(links.id, hashOfSecret(plainSecret(link))))
  await write([
    set(made.used, { usedAt: NOW, usedBy: nadia.id }),
    set(made.withdrawn, { withdrawnAt: NOW }),
  ])
  return made
}

/** Each request from a network of its own, so that no throttle hides what a page answers. */
const somewhere = (): string =>
  `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`

const secretIn = ({ headers }: Answer): string | undefined =>
  headers
    .getSetCookie()
    .map((one) => /^alongside=([^;]+)/.exec(one)?.[1])
    .find(Boolean)

/** As our pages send it: every form names its owner first, and every call in a header. */
function ownedBy(owner: string, options: AskOptions): AskOptions {
  const headers = { 'alongside-owner': owner, ...options.headers }
  const { body = {}, type = 'application/x-www-form-urlencoded' } = options
  const boundary = /^multipart\/form-data;.*boundary=(\w+)/.exec(type)?.[1]
  const part = `--${boundary}\r\nContent-Disposition: form-data; name="owner"\r\n\r\n${owner}\r\n`
  if (typeof body === 'object' && !(body instanceof Uint8Array))
    return { ...options, headers, body: { owner, ...body } }
  if (boundary)
    return { ...options, headers, body: Buffer.concat([Buffer.from(part), Buffer.from(body)]) }
  return typeof body === 'string' && /urlencoded/.test(type)
    ? { ...options, headers, body: `owner=${owner}&${body}` }
    : { ...options, headers }
}

async function ask(
  origin: string,
  method: 'GET' | 'POST',
  to: string,
  { body, type, headers }: AskOptions,
  cookie: string,
): Promise<Answer> {
  const isForm = typeof body === 'object' && !(body instanceof Uint8Array)
  const response = await fetch(origin + to, {
    method,
    redirect: 'manual',
    headers: {
      'x-forwarded-for': somewhere(),
      'accept-language': 'en',
      accept: 'text/html',
      // To pack and unpack each answer is a fifth of the work, and no question of these tests: a browser asks for it.
      'accept-encoding': 'identity',
      ...(cookie ? { cookie } : {}),
      ...(method === 'POST'
        ? { origin, 'content-type': type ?? 'application/x-www-form-urlencoded' }
        : {}),
      ...headers,
    },
    ...(method === 'POST' ? { body: isForm ? encode(body) : ((body ?? '') as string) } : {}),
  })
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    headers: response.headers,
    text: await response.text(),
  }
}

const encode = (form: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  ).toString()

/** The text of the first heading, entities as they stand. */
export const headingOf = ({ text }: Answer): string =>
  /<h1[^>]*>([\s\S]*?)<\/h1>/
    .exec(text)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .trim() ?? ''

export const languageOf = ({ text }: Answer): string =>
  /<html lang="([a-z]+)"/.exec(text)?.[1] ?? ''
