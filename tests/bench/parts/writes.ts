/** What is saved and flushed to the disk beside the bare app's insert and bare libSQL; pages and answers mixed; memory after it. */
import { createClient } from '@libsql/client'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { figure, ratio, short, spread, times } from '../figures.ts'
import { press, WentWrong, type Pressed, type Target } from '../load.ts'
import { memoryOf } from '../machine.ts'
import { PAGE_CLIENTS, type Measured } from '../part.ts'
import { bareMix, bareWrite, type Stage } from '../stage.ts'

/** What a programme of 100 people hardly reaches: how long do they wait then? */
const STEADY = 200

export async function measure(stage: Stage): Promise<Measured> {
  const product = await stage.product()
  const bare = await stage.bare()
  const saves: Record<string, Target> = {
    'answer saved': product.answering,
    'lesson read, saved': product.reading,
    'bare app, insert': bareWrite(bare),
  }
  const mixes: Record<string, Target> = {
    'three pages and an answer': product.mixed,
    'bare app, three pages and an insert': bareMix(bare),
  }
  const before = product.records()
  let saved = 0
  const pressed = async (target: Target, clients: number, rate?: number): Promise<Pressed> => {
    const seconds = stage.seconds
    const told = await press(target, { clients, seconds, ...(rate === undefined ? {} : { rate }) })
    if (target === product.answering || target === product.reading) saved += told.answered
    return told
  }
  for (const target of [...Object.values(saves), ...Object.values(mixes)]) await pressed(target, 2)
  const libsql = await openLibsql(stage.folder)
  const json: object[] = []
  const rows: string[][] = []
  const series = [
    ...PAGE_CLIENTS.map((clients) => ({ clients, targets: saves, rate: undefined })),
    { clients: 8, targets: saves, rate: STEADY },
    { clients: 8, targets: mixes, rate: undefined },
  ]
  for (const { clients, targets, rate } of series) {
    const taken: Record<string, Pressed[]> = {}
    const alone: number[] = []
    for (let n = 0; n < stage.repetitions; n++) {
      for (const [name, target] of Object.entries(targets))
        (taken[name] ??= []).push(await pressed(target, clients, rate))
      if (targets === saves && rate === undefined) alone.push(await libsql.perSecond(stage.seconds))
    }
    const limit = perSecond(Object.values(taken).at(-1))
    for (const [name, all] of Object.entries(taken)) {
      const toBare = ratio(perSecond(all), limit)
      const toLibsql = ratio(perSecond(all), alone)
      const figures = {
        perSecond: figure(perSecond(all)),
        half: figure(all.map(({ half }) => half)),
        most: figure(all.map(({ most }) => most)),
      }
      json.push({ name, clients, rate, ...figures, toBare, toLibsql })
      rows.push([
        ...[rate ? `${name}, at ${rate} a second` : name, String(clients)],
        ...[spread(figures.perSecond), short(figures.half.median), spread(figures.most)],
        ...[rate ? '–' : times(toBare), alone.length ? short(toLibsql.median) : '–'],
      ])
    }
    if (alone.length) {
      json.push({ name: 'bare libSQL', clients: 1, perSecond: figure(alone) })
      rows.push(['bare libSQL, a batch of two', '–', spread(figure(alone)), '–', '–', '–', '1'])
    }
  }
  libsql.close()
  const kept = product.records() - before
  if (kept < saved)
    throw new WentWrong(`${saved} answers were acknowledged and ${kept} are in the database.`)
  const memory = { product: memoryOf(product.server.pid), bare: memoryOf(bare.pid) }
  const head = [
    'Saved',
    'clients',
    'requests/s',
    'p50, ms',
    'p99, ms',
    'of bare app',
    'of bare libSQL',
  ]
  return {
    json: { loads: json, memory, acknowledged: saved },
    tables: [
      { title: 'Saving, flushed to the disk', head, rows },
      {
        title: 'Memory after load, MB',
        head: ['', 'product', 'bare app', 'of bare app'],
        rows: [
          [
            ...['in memory (RSS)', short(memory.product), short(memory.bare)],
            `${short(memory.product / memory.bare)}×`,
          ],
        ],
      },
    ],
  }
}

const perSecond = (all: readonly Pressed[] = []): number[] => all.map((one) => one.perSecond)

/** As an answer does it, without all else: two rows in one batch, in a log that is flushed. */
async function openLibsql(folder: string) {
  const own = path.join(folder, 'libsql')
  mkdirSync(own)
  const client = createClient({ url: `file:${path.join(own, 'limit.db')}`, concurrency: 1 })
  await client.executeMultiple(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE answers (id TEXT PRIMARY KEY, person TEXT NOT NULL, value TEXT NOT NULL, made_at INTEGER NOT NULL);
    CREATE TABLE progress (person TEXT PRIMARY KEY, state TEXT NOT NULL);`)
  return {
    async perSecond(seconds: number): Promise<number> {
      const began = performance.now()
      let done = 0
      for (; performance.now() < began + seconds * 1000; done++)
        await client.batch(
          [
            {
              sql: 'INSERT INTO answers VALUES (?, ?, ?, ?)',
              args: [crypto.randomUUID(), `p${done % 400}`, 'rosa', Date.now()],
            },
            { sql: 'INSERT OR REPLACE INTO progress VALUES (?, ?)', args: [`p${done % 400}`, 'x'] },
          ],
          'write',
        )
      return (done / (performance.now() - began)) * 1000
    },
    close: () => client.close(),
  }
}
