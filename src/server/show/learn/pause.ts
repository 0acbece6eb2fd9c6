/** Whether somebody pauses, and until when. */
import { findStandingHistory } from '#db/standing-history.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface ShownPause {
  readonly isPaused: boolean
  /** The day on which they mean to be back, `YYYY-MM-DD`, or null. */
  readonly backOn: string | null
}

export async function showPause({ person }: Learner): Promise<ShownPause> {
  const { pauses, backOn } = await findStandingHistory(person)
  return { isPaused: pauses.at(-1)?.until === null, backOn }
}
