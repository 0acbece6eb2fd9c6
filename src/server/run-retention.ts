/** Deletes what has been kept long enough; `alongside retention run`, and once a day in the server. */
import { write } from '#db/client.ts'
import { deleteBefore } from '#db/retention.ts'
import { cutoffsAt, type Kept } from '#domain/retention/retention.ts'
import { audited } from './audited.ts'

/** @returns how many rows of each kind went */
export async function runRetention(now: number): Promise<Partial<Record<Kept, number>>> {
  const gone = await deleteBefore(cutoffsAt(now))
  const total = Object.values(gone).reduce((sum, n) => sum + n, 0)
  if (total > 0) await write([audited(now, '', `retention:${total}`, '', '')])
  return gone
}
