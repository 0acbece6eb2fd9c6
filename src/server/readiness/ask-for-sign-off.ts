import type { Language } from '#domain/course/language.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { saveMade, type OwnLearner } from '#server/learning/learner.ts'
import { newId } from '#server/trail/new-id.ts'
import { loadTraineeState } from './readiness.ts'

/** The trainee asks, where their standing lets them (told.ts); a coordinator decides, whatever is still open. */
export async function askForSignOff(
  learner: OwnLearner,
  language: Language,
  now: number,
): Promise<{ readonly kind: 'saved' } | NotAllowed> {
  const { told } = await loadTraineeState(learner, language, now)
  if (!told.mayAsk) return NOT_ALLOWED
  await saveMade(
    learner,
    [{ id: newId(now), item: 'course', revision: 1, kind: 'sign-off-asked', value: {} }],
    now,
  )
  return { kind: 'saved' }
}
