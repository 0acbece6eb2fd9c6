/** A trainee answers a question; the one that completes the attempt finishes it (save-records.ts). */
import type { Question } from '#domain/course/quiz.ts'
import { judgeAnswer, type AnswerRefused } from '#domain/learning/answer-question.ts'
import { saveMade, type ActingLearner } from './learner.ts'

export type AnswerOutcome =
  | { readonly kind: 'saved'; readonly attempt: string }
  /** Something else was saved under this form's id before: browser Back, or an old tab. */
  | { readonly kind: 'kept'; readonly attempt: string }
  | AnswerRefused

export interface AnswerForm {
  readonly recordId: string
  readonly attempt: string
  readonly options: readonly string[]
}

export async function answerQuestion(
  learner: ActingLearner,
  question: Question,
  { recordId, attempt, options }: AnswerForm,
  now: number,
): Promise<AnswerOutcome> {
  const judged = judgeAnswer(question, attempt, options)
  if (judged.kind === 'refused') return judged
  const [saved] = await saveMade(learner, [{ ...judged.made, id: recordId }], now)
  return { kind: saved === 'conflict' ? 'kept' : 'saved', attempt }
}
