/** Before a list of the desk is read, and in between: who is out of date is computed again (db/desk-people.ts). */
import {
  DatabaseAway,
  DatabaseBusy,
  DatabaseFull,
  together,
  type Found,
  type Reading,
} from '#db/client.ts'
import { isStaleQuery, refreshDesk } from '#db/desk-people.ts'
import { momentOf } from '#server/calendar/clock.ts'

/** So many are computed while somebody waits for a page: after a release or an import there may be more. */
const MOST_WHILE_WAITING = 300

/** `computing`: others are still as they were; `stuck`: the database took no writes, and all is as it was. */
export type Freshness = 'fresh' | 'computing' | 'stuck'

export async function freshDesk(
  programmes: readonly string[],
  now: number,
  most = MOST_WHILE_WAITING,
): Promise<Freshness> {
  let isFresh = true
  try {
    for (const programme of programmes)
      if (!(await refreshDesk(programme, momentOf(programme, now), most))) isFresh = false
    return isFresh ? 'fresh' : 'computing'
  } catch (error) {
    const isKnown = [DatabaseAway, DatabaseBusy, DatabaseFull].some((one) => error instanceof one)
    if (isKnown) return 'stuck'
    throw error
  }
}

type Readings = Readonly<Record<string, Reading<unknown>>>

/** What is read of the kept lists of a programme; where somebody was out of date they are computed, and it is read again. */
export async function readFresh<R extends Readings>(
  programme: string,
  now: number,
  readings: R,
  most = MOST_WHILE_WAITING,
): Promise<{ readonly found: Found<R>; readonly freshness: Freshness }> {
  const asked: Readings = { ...readings, isStale: isStaleQuery(programme, now) }
  const found = await together(asked)
  if (found['isStale'] !== true) return { found: found as Found<R>, freshness: 'fresh' }
  const freshness = await freshDesk([programme], now, most)
  return { found: await together(readings), freshness }
}
