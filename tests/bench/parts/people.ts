/** The coordinator's pages with ever more people in one programme, and how steeply what they take grows. */
import { cpSync, statSync } from 'node:fs'
import path from 'node:path'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'
import { addMany } from '#tests/many-trainees.ts'
import { english } from '#tests/pages/site.ts'
import { startServer } from '#tests/start-server.ts'
import { exponent, figure, short, spread, type Figure } from '../figures.ts'
import { look } from '../look.ts'
import type { Measured } from '../part.ts'
import type { Begun } from '../product.ts'
import type { Stage } from '../stage.ts'

const FEW = [100, 1000, 10_000]
/** To make so many, and to check their database at the start, takes minutes: with --long. */
const MANY = 100_000
const START_MS = 600_000
const PAGES = {
  home: '/coordinate',
  'work list, everybody': '/coordinate?tab=all',
  'work list, search': '/coordinate?search=trainee+77',
  people: '/coordinate/people',
  register: '/coordinate/register',
  inbox: '/coordinate/inbox',
  reports: '/coordinate/reports',
  'one report': '/coordinate/reports?report=funnel',
}

export async function measure(stage: Stage): Promise<Measured> {
  const { begun } = await stage.product()
  const counts = stage.isLong ? [...FEW, MANY] : FEW
  const dataDir = path.join(stage.folder, 'people')
  cpSync(begun.dataDir, dataDir, { recursive: true })
  const took: Record<string, Figure[]> = {}
  const made: number[] = []
  const sizes: number[] = []
  let from = 0
  for (const to of counts) {
    made.push(await add(dataDir, begun, from, to))
    from = to
    sizes.push(statSync(path.join(dataDir, 'alongside.db')).size / 1024 ** 2)
    const server = await startServer({ dataDir, withinMs: START_MS })
    for (const [name, page] of Object.entries(PAGES))
      (took[name] ??= []).push(await takenBy(stage, server.origin, page, begun.coordinator))
    await server.stop()
  }
  const rows = Object.entries(took).map(([name, all]) => [
    ...[name, ...all.map(spread)],
    short((all.at(-1)?.median ?? 0) / (all[0]?.median ?? 1)),
    exponent(
      counts,
      all.map(({ median }) => median),
    ).toFixed(2),
  ])
  const head = [
    'Page, ms',
    ...counts.map((size) => size.toLocaleString('en-GB')),
    'last of first',
    'exponent',
  ]
  return {
    json: { people: counts, took, made, megabytes: sizes },
    tables: [
      {
        title: 'A coordinator of ever more people',
        head,
        rows: [
          ...rows,
          ['(they are made, and their desk computed)', ...made.map(short), '', ''],
          ['(the database, MB)', ...sizes.map(short), '', ''],
        ],
      },
    ],
  }
}

/** @returns milliseconds */
async function add(dataDir: string, { by }: Begun, from: number, to: number): Promise<number> {
  const began = performance.now()
  const now = Date.now()
  const url = `file:${path.join(dataDir, 'alongside.db')}`
  await openDatabase({ url, authToken: undefined, dataDir })
  const questions = english.modules.flatMap(({ quiz }) => quiz?.questions.map(({ id }) => id) ?? [])
  await addMany({ programme: 'kidney', from, to, by, now, questions })
  // As the server does it by itself in the background after an import.
  await freshDesk(['kidney'], now, Number.POSITIVE_INFINITY)
  await closeDatabase()
  return performance.now() - began
}

async function takenBy(
  { repetitions }: Stage,
  origin: string,
  page: string,
  cookie: string,
): Promise<Figure> {
  const wanted = { path: page, cookie, status: 200 }
  await look(origin, wanted, '<h1')
  const took: number[] = []
  for (let n = 0; n < repetitions + 2; n++) {
    const from = performance.now()
    await look(origin, wanted, '<h1')
    took.push(performance.now() - from)
  }
  return figure(took)
}
