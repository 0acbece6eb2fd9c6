import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs } from '#domain/people/person.ts'
import { writeQuestion } from '#domain/learning/write.ts'
import { newId } from '#server/trail/new-id.ts'
import { saveMade, type OwnLearner } from './learner.ts'

/**
 * A trainee asks the coordinator about a page; the answer appears there. Nobody else has one to ask.
 * @param page path of ours without query
 */
export async function askCoordinator(
  learner: OwnLearner,
  form: { readonly id: string; readonly page: string; readonly text: string },
  now: number,
): Promise<'saved' | 'empty' | 'too-long' | NotAllowed> {
  if (programmesAs(learner.by, 'trainee').length === 0) return NOT_ALLOWED
  const written = writeQuestion(form.page, form.text)
  if (written.kind === 'refused') return written.reason
  const { made } = written
  const [saved] = await saveMade(learner, [{ ...made, id: form.id }], now)
  // Changed after its answer was lost: what was asked first stands, and this is one question more.
  if (saved === 'conflict') await saveMade(learner, [{ ...made, id: newId(now) }], now)
  return 'saved'
}
