import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs } from '#domain/people/person.ts'
import { saveMade, type OwnLearner } from './learner.ts'

const QUESTION_LENGTH = 2000

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
  const text = form.text.trim()
  if (!text) return 'empty'
  if (text.length > QUESTION_LENGTH) return 'too-long'
  const { id, page } = form
  await saveMade(
    learner,
    [{ id, item: 'course', revision: 1, kind: 'help-asked', value: { page, text } }],
    now,
  )
  return 'saved'
}
