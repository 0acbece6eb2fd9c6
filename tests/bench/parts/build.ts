/** What whoever edits or runs the course waits for: build, check, export, and 500 records of a device. */
import { createClient } from '@libsql/client'
import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { newId } from '#server/trail/new-id.ts'
import { english } from '#tests/pages/site.ts'
import { figure, ratio, spread, times } from '../figures.ts'
import { WentWrong } from '../load.ts'
import type { Measured } from '../part.ts'
import type { Product } from '../product.ts'
import { run, type Stage } from '../stage.ts'

const AT_ONCE = 500

export async function measure(stage: Stage): Promise<Measured> {
  const product = await stage.product()
  const { folder } = stage
  const command = (...args: string[]) => run(['src/cli/alongside.mjs', ...args], folder)
  const to = (name: string): string => mkdtempSync(path.join(folder, `${name}-`))
  let next = 0
  const works = {
    build: () =>
      run(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', to('built')], folder),
    'build, bare app': () => stage.buildBare(),
    'course check': () => command('course', 'check'),
    'export of the course, both languages': () =>
      command(
        ...['scorm', 'export', '--programme', 'kidney', '--language', 'both'],
        ...['--standard', '1.2', '--out', path.join(to('packed'), 'course.zip')],
      ),
    'node alone': () => run(['-e', '0'], folder),
    [`sync of ${AT_ONCE} records`]: () => sync(product, next++),
    [`${AT_ONCE} rows, bare libSQL`]: () => insert(to('rows')),
  }
  const taken: Record<string, number[]> = {}
  for (let n = 0; n < stage.repetitions; n++)
    for (const [name, work] of Object.entries<() => Promise<unknown>>(works)) {
      const from = performance.now()
      await work()
      ;(taken[name] ??= []).push(performance.now() - from)
    }
  const limits: Record<string, string> = {
    build: 'build, bare app',
    'course check': 'node alone',
    'export of the course, both languages': 'node alone',
    [`sync of ${AT_ONCE} records`]: `${AT_ONCE} rows, bare libSQL`,
  }
  const rows = Object.entries(taken).map(([name, all]) => {
    const limit = limits[name]
    const beside = limit ? `${times(ratio(all, taken[limit] ?? []))} ${limit}` : '–'
    return [name, spread(figure(all)), beside]
  })
  return {
    json: taken,
    tables: [{ title: 'Build, check, export, sync', head: ['', 'ms', 'beside'], rows }],
  }
}

/** Answers to the questions of the course, attempt after attempt, of somebody who has answered nothing of it yet. */
async function sync({ server, learners }: Product, which: number): Promise<void> {
  const learner = learners.at(-1 - which)
  if (!learner) throw new Error('nobody is left')
  const questions = english.modules.flatMap(({ quiz }) => quiz?.questions ?? [])
  const madeAt = Date.now() - 60_000
  let attempt = newId(madeAt)
  const records = Array.from({ length: AT_ONCE }, (_, n) => {
    const question = questions[n % questions.length]
    if (!question) throw new Error('the course has changed its shape')
    if (n % questions.length === 0) attempt = newId(madeAt)
    const options = question.options.filter(({ right }) => right).map(({ id }) => id)
    return {
      ...{ id: newId(madeAt), item: question.id, revision: question.revision },
      ...{ kind: 'question-answered', value: { attempt, options }, madeAt },
    }
  })
  const answer = await fetch(`${server.origin}/api/records`, {
    method: 'POST',
    headers: {
      ...{ cookie: learner.cookie, origin: server.origin, 'alongside-owner': learner.id },
      'content-type': 'application/json',
    },
    body: JSON.stringify({ records }),
  })
  const said = await answer.text()
  const accepted = said.split('"accepted"').length - 1
  if (answer.status !== 200 || accepted !== AT_ONCE)
    throw new WentWrong(
      `The sync answered ${answer.status} and accepted ${accepted} of ${AT_ONCE}: ${said.slice(0, 300)}`,
    )
}

/** In one batch, and flushed. */
async function insert(folder: string): Promise<void> {
  const client = createClient({ url: `file:${path.join(folder, 'limit.db')}`, concurrency: 1 })
  await client.executeMultiple(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE answers (id TEXT PRIMARY KEY, value TEXT NOT NULL)',
  )
  await client.batch(
    Array.from({ length: AT_ONCE }, () => ({
      sql: 'INSERT INTO answers VALUES (?, ?)',
      args: [crypto.randomUUID(), 'rosa'],
    })),
    'write',
  )
  client.close()
}
