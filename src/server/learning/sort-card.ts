/** A trainee puts one of their decision cards on a pile. */
import { ownCards } from '#domain/learning/remembering.ts'
import { judgeCard } from '#domain/learning/judge-card.ts'
import { saveMade, type ActingLearner } from './learner.ts'

/** `kept`: something else was saved under this form's id before. */
export type SortOutcome = 'saved' | 'kept' | 'no-such-card' | 'no-such-pile'

/** @param card id of one of a module that they passed @param pile as it was pressed */
export async function sortCard(
  learner: ActingLearner,
  { card, pile }: { readonly card: string; readonly pile: string },
  recordId: string,
  now: number,
): Promise<SortOutcome> {
  const own = ownCards({ ...learner, signedOffAt: null, timeZone: 'UTC' })
  const found = own.find((one) => one.card.id === card)?.card
  if (!found) return 'no-such-card'
  const made = judgeCard(found, pile)
  if (!made) return 'no-such-pile'
  const [saved] = await saveMade(learner, [{ ...made, id: recordId }], now)
  return saved === 'conflict' ? 'kept' : 'saved'
}
