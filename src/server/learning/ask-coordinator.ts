import { saveMade, type Learner } from './learner.ts'

export const QUESTION_LENGTH = 2000

/**
 * A trainee asks the coordinator about a page; the answer appears there.
 * @param page path of ours without query
 */
export async function askCoordinator(
  learner: Learner,
  form: { readonly id: string; readonly page: string; readonly text: string },
  now: number,
): Promise<'saved' | 'empty' | 'too-long'> {
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
