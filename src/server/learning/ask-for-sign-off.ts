import { saveMade, type Learner } from './learner.ts'
import { newId } from '#server/trail/new-id.ts'

/** The trainee asks; a coordinator decides, whatever is still open. */
export async function askForSignOff(learner: Learner, now: number): Promise<void> {
  await saveMade(
    learner,
    [{ id: newId(now), item: 'course', revision: 1, kind: 'sign-off-asked', value: {} }],
    now,
  )
}
