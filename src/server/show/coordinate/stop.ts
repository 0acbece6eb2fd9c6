/** The page on which a mentor is stopped, or on which it is decided how that ends. */
import { read } from '#db/client.ts'
import { stopsQuery, type SeenStop } from '#db/stops.ts'
import { mayReadInternal } from '#domain/people/may.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'
import { isMentor } from '#server/readiness/stop-mentor.ts'

export interface ShownStop {
  /** The stop that lasts, or null. */
  readonly open: SeenStop | null
  /** Newest first. */
  readonly earlier: readonly SeenStop[]
  /** Whether there is a sign-off that a stop would hold up. */
  readonly isMentor: boolean
}

/** Null for who may not stop them: also about themselves. */
export async function showStop(
  { by, trainee }: OpenRecord,
  now: number,
): Promise<ShownStop | null> {
  if (!mayReadInternal(by, trainee)) return null
  const all = await read(stopsQuery(trainee.id, trainee.programme))
  return {
    open: all.find(({ end }) => end === null) ?? null,
    earlier: all.filter(({ end }) => end !== null),
    isMentor: await isMentor(trainee.id, now),
  }
}
