/**
 * Reports count everybody who joined: in pieces, so that nobody else waits for a count of 100,000 people. Each piece is one
 * statement in the order of ids, in which their rows lie beside each other. Nobody is in two of them, and what they found is
 * added up where it is asked.
 */
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { meaning, rows, together, type Found, type Reading } from './client.ts'
import { joined, type ReportWish } from './reports.ts'

/** People in a piece. */
const PIECE = 2500

type Readings = Readonly<Record<string, Reading<unknown>>>

/**
 * @param wish about one programme; a cohort is small, and counted at once
 * @param ask what is asked of one piece @param beside what is asked once, with the first
 * @returns what each piece found, at least one; and what was asked beside them
 */
export async function inPieces<R extends Readings, B extends Readings>(
  wish: ReportWish,
  ask: (piece: ReportWish) => R,
  beside: B,
  size = PIECE,
): Promise<{ readonly parts: readonly Found<R>[]; readonly found: Found<B> }> {
  const first = wish.cohort ? wish : { ...wish, piece: { after: '', size } }
  const found = await askOf(first, { ...beside, ...ask(first) })
  const parts = [found]
  for (let { end } = found; !wish.cohort && end.n === size;) {
    await yieldToOthers()
    const piece = { ...wish, piece: { after: end.person, size } }
    const next = await askOf(piece, ask(piece))
    parts.push(next)
    end = next.end
  }
  return { parts: parts as unknown as Found<R>[], found: found as unknown as Found<B> }
}

async function askOf(
  piece: ReportWish,
  readings: Readings,
): Promise<Readonly<Record<string, unknown>> & { readonly end: End }> {
  return together({ ...readings, end: endQuery(piece) })
}

/** How many people a piece has, and the last of them. */
interface End {
  readonly n: number
  readonly person: string
}

const endQuery = (piece: ReportWish): Reading<End> =>
  meaning(
    rows(
      sql`WITH ${joined(piece)} SELECT (SELECT count(*) FROM here) AS n, person FROM here
        ORDER BY person DESC LIMIT 1`,
      { n: z.number(), person: z.string() },
    ),
    ([end]) => end ?? { n: 0, person: '' },
  )
