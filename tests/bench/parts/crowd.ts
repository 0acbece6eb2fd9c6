/** Two hundred people answer in the same moment while somebody else holds the database: whose answer is saved? */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { figure, percentile, short, spread } from '../figures.ts'
import type { Wanted } from '../load.ts'
import type { Measured } from '../part.ts'
import type { Product } from '../product.ts'
import type { Stage } from '../stage.ts'

const PEOPLE = 200
const HELD_MS = 2000

interface Answered {
  readonly saved: number
  readonly refused: number
  readonly lost: number
  /** Of the last of them. */
  readonly ms: number
  readonly half: number
}

export async function measure(stage: Stage): Promise<Measured> {
  const product = await stage.product()
  const taken = { free: [] as Answered[], held: [] as Answered[] }
  for (let n = 0; n < stage.repetitions; n++) {
    taken.free.push(await atOnce(product))
    taken.held.push(await whileHeld(product))
  }
  const row = (name: string, all: readonly Answered[]): string[] => {
    const of = (what: keyof Answered): string => spread(figure(all.map((one) => one[what])))
    const sum = (what: 'saved' | 'refused' | 'lost'): string =>
      short(all.reduce((total, one) => total + one[what], 0))
    return [name, sum('saved'), sum('refused'), sum('lost'), of('half'), of('ms')]
  }
  return {
    json: taken,
    tables: [
      {
        title: `${PEOPLE} people answer in the same moment, ${stage.repetitions} times`,
        head: ['', 'saved', 'refused', 'lost', 'p50, ms', 'the last, ms'],
        rows: [
          row('nobody else writes', taken.free),
          row(`the database is held for ${HELD_MS / 1000} s`, taken.held),
        ],
      },
    ],
  }
}

async function whileHeld(product: Product): Promise<Answered> {
  const holder = new DatabaseSync(path.join(product.server.dataDir, 'alongside.db'))
  try {
    holder.exec('BEGIN IMMEDIATE')
    const answers = atOnce(product)
    await sleep(HELD_MS)
    holder.exec('ROLLBACK')
    return await answers
  } finally {
    holder.close()
  }
}

async function atOnce({ answering, records }: Product): Promise<Answered> {
  const [ask] = answering.asks
  if (!ask) throw new Error('nothing is asked')
  const before = records()
  const began = performance.now()
  const took: number[] = []
  const statuses = await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const status = await post(answering.origin, ask)
      took.push(performance.now() - began)
      return status
    }),
  )
  const saved = statuses.filter((status) => status === ask.status).length
  const lost = Math.max(0, saved - (records() - before))
  return { saved, refused: PEOPLE - saved, lost, ms: Math.max(...took), half: percentile(took, 50) }
}

async function post(origin: string, { path: to, form }: Wanted): Promise<number> {
  const { cookie = '', body = '' } = form?.() ?? {}
  const answer = await fetch(origin + to, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  await answer.arrayBuffer()
  return answer.status
}
