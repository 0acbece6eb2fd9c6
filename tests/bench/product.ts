/** The built server with the tests' invented cast, and 400 trainees more who answer and read. */
import { cpSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import path from 'node:path'
import { closeDatabase, openDatabase, write, type Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { newId } from '#server/trail/new-id.ts'
import { enter } from '#tests/entry.ts'
import openRun from '#tests/once-per-run.ts'
import { english, openSite, session } from '#tests/pages/site.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import type { Target, Wanted } from './load.ts'
import { look } from './look.ts'

const MANY = 400

export interface Learner {
  readonly id: string
  readonly cookie: string
}

/** Before anything was measured: who it belongs to is closed, so it can be copied. */
export interface Begun {
  readonly dataDir: string
  readonly trainee: string
  readonly coordinator: string
  /** Person id of the coordinator. */
  readonly by: string
}

export type PageName = keyof typeof PATHS

export interface Product {
  readonly server: StartedServer
  readonly learners: readonly Learner[]
  readonly cookies: { readonly trainee: string; readonly coordinator: string }
  readonly begun: Begun
  page(name: PageName): Target
  readonly answering: Target
  readonly reading: Target
  readonly mixed: Target
  /** What is shown, after it was looked at. @throws WentWrong where it is another page */
  pageOf(name: PageName): Promise<string>
  /** How many records there are. */
  records(): number
}

const practising = english.modules.find(({ sessions }) => sessions.includes(session))
const withQuiz = english.modules.find(({ quiz }) => quiz !== null)
const [lesson, question] = [withQuiz?.lessons[0], withQuiz?.quiz?.questions[0]]
const option = question?.options[0]?.id
if (!practising || !withQuiz || !lesson || !question || !option)
  throw new Error('the course has changed its shape')
const QUESTION = `/learn/${withQuiz.slug}/quiz/${question.slug}`

/** Path, who asks, and a sign that it is that page. */
export const PATHS = {
  landing: ['/', 'visitor', '<h1'],
  'search, with a slip': ['/search?q=dialisys', 'visitor', '<h1'],
  lesson: [`/learn/${lesson.id}`, 'trainee', 'name="record"'],
  question: [QUESTION, 'trainee', 'name="option"'],
  turn: [`/learn/${session.id}/talk`, 'trainee', 'name="reply"'],
  'trainee’s home': ['/learn', 'trainee', '<h1'],
  'coordinator’s home': ['/coordinate', 'coordinator', '<h1'],
} as const

export const PAGES = Object.keys(PATHS) as PageName[]

export async function startProduct(folder: string): Promise<Product> {
  openRun()
  const site = await openSite({}, 'own')
  const { dataDir } = site.server
  const cookies = { trainee: site.spareCookie('ray'), coordinator: site.spareCookie('carla') }
  // The database is one process's at a time.
  await site.server.stop()
  const copy = path.join(folder, 'begun')
  cpSync(dataDir, copy, { recursive: true })
  const learners = await addLearners(dataDir)
  const server = await startServer({ dataDir, env: { TRUSTED_PROXY_HOPS: '0' } })
  const wanted = (name: PageName): Wanted => {
    const [to, who] = PATHS[name]
    return { path: to, cookie: who === 'visitor' ? '' : cookies[who], status: 200 }
  }
  const target = (name: string, ...asks: Wanted[]): Target => ({
    ...{ name, origin: server.origin, asks },
  })
  const answer = answers(learners)
  const read = reads(learners)
  return {
    ...{ server, learners, cookies },
    begun: { dataDir: copy, ...cookies, by: site.cast.carla.id },
    page: (name) => target(`The page “${name}”`, wanted(name)),
    answering: target('An answer', ...answer),
    reading: target('A lesson read', ...read),
    mixed: target(
      'Pages and answers',
      ...(['lesson', 'question', 'trainee’s home'] as const).map(wanted),
      ...answer,
    ),
    pageOf: (name) => look(server.origin, wanted(name), PATHS[name][2]),
    records: () => countRecords(path.join(dataDir, 'alongside.db')),
  }
}

async function addLearners(dataDir: string): Promise<Learner[]> {
  const now = Date.now()
  const url = `file:${path.join(dataDir, 'alongside.db')}`
  await openDatabase({ url, authToken: undefined, dataDir })
  const ids = Array.from({ length: MANY }, () => newId(now))
  await write(
    ids.flatMap((id, n): Query[] => [
      insertPerson({
        ...{ id, signInName: `many${n}`, name: `Trainee ${n}`, language: 'en', createdAt: now },
      }),
      insertRole({ person: id, role: 'trainee', programme: 'kidney', createdAt: now }),
    ]),
  )
  const made: Learner[] = []
  for (const id of ids)
    made.push({ id, cookie: `alongside=${await enter({ id }, 'trainee', now)}` })
  await closeDatabase()
  return made
}

/** A new attempt each time, of one after the other. */
function answers(learners: readonly Learner[]): Wanted[] {
  let next = 0
  const form = () => {
    const { id, cookie } = learners[next++ % learners.length] as Learner
    const [record, attempt] = [newId(Date.now()), newId(Date.now())]
    return { cookie, body: encode({ owner: id, record, attempt, option: option ?? '' }) }
  }
  return [{ path: QUESTION, status: 303, form }]
}

/** Each reads each lesson once, of one after the other: requests of a client go through the lessons. */
function reads(learners: readonly Learner[]): Wanted[] {
  const lessons = english.modules.flatMap((module) => module.lessons)
  return lessons.map(({ id: to }, at) => {
    let next = at
    const form = () => {
      const { id, cookie } = learners[next++ % learners.length] as Learner
      return { cookie, body: encode({ owner: id, record: newId(Date.now()), act: 'read' }) }
    }
    return { path: `/learn/${to}`, status: 303, form }
  })
}

const encode = (form: Readonly<Record<string, string>>): string =>
  new URLSearchParams(form).toString()

function countRecords(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return Number(database.prepare('SELECT count(*) AS n FROM records').get()?.['n'])
  } finally {
    database.close()
  }
}
