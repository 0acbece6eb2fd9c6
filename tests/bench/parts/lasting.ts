/** Whether memory grows while three pages and an answer are asked for, for minutes; --long takes thirty. Beside the bare app. */
import { setTimeout as sleep } from 'node:timers/promises'
import { figure, short, spread, type Table } from '../figures.ts'
import { press } from '../load.ts'
import { memoryOf } from '../machine.ts'
import type { Measured } from '../part.ts'
import { bareMix, type Stage } from '../stage.ts'

const MINUTES = 3
const MANY_MINUTES = 30
const EVERY_MS = 5000
/** A second, all in all: about half of what both can answer on two slow cores at the same time. */
const RATE = 60

interface Sample {
  readonly minute: number
  readonly megabytes: number
}

export async function measure(stage: Stage): Promise<Measured> {
  const [product, bare] = [await stage.product(), await stage.bare()]
  const minutes = stage.isLong ? MANY_MINUTES : MINUTES
  const asked = { product: product.mixed, 'bare app': bareMix(bare) }
  const pids = { product: product.server.pid, 'bare app': bare.pid }
  const samples: Record<string, Sample[]> = { product: [], 'bare app': [] }
  // What is read and compiled once is no growth.
  const pressing = (seconds: number) =>
    Promise.all(
      Object.values(asked).map((target) => press(target, { clients: 4, seconds, rate: RATE })),
    )
  await pressing(60)
  const began = performance.now()
  const pressed = pressing(minutes * 60)
  let isOver = false
  const over = pressed.finally(() => (isOver = true))
  while (!isOver) {
    const minute = (performance.now() - began) / 60_000
    for (const [name, pid] of Object.entries(pids))
      samples[name]?.push({ minute, megabytes: memoryOf(pid) })
    await Promise.race([sleep(EVERY_MS), over])
  }
  const answered = (await over).map((one) => one.answered)
  const rows = Object.entries(samples).map(([name, all], at) => [
    name,
    short(answered[at] ?? Number.NaN),
    spread(figure(all.map(({ megabytes }) => megabytes))),
    slope(all).toFixed(2),
    // The first half may still grow into what it needs.
    slope(all.slice(Math.floor(all.length / 2))).toFixed(2),
  ])
  const table: Table = {
    title: `Memory in ${minutes} minutes of three pages and an answer, after the first minute`,
    head: ['', 'answered', 'MB (RSS)', 'MB a minute', 'MB a minute, second half'],
    rows,
  }
  return { json: { minutes, samples }, tables: [table] }
}

/** By least squares. @returns megabytes a minute */
function slope(all: readonly Sample[]): number {
  const mean = (of: (one: Sample) => number): number =>
    all.reduce((total, one) => total + of(one), 0) / all.length
  const [x, y] = [mean(({ minute }) => minute), mean(({ megabytes }) => megabytes)]
  const over = mean(({ minute, megabytes }) => (minute - x) * (megabytes - y))
  return over / mean(({ minute }) => (minute - x) ** 2)
}
