/** A trainee answers a question; the one that completes the attempt finishes it (finish-attempts.ts). */
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import { isRight, readChoice, type Choice } from '#domain/quiz/grade.ts'
import type { Question, Quiz } from '#domain/course/quiz.ts'
import { saveMade, type Learner, type Made } from './learner.ts'

export type AnswerOutcome =
  | { readonly kind: 'saved'; readonly attempt: string }
  /** Something else was saved under this form's id before: browser Back, or an old tab. */
  | { readonly kind: 'kept'; readonly attempt: string }
  | { readonly kind: 'refused'; readonly reason: Extract<Choice, { kind: 'refused' }>['reason'] }

export interface AnswerForm {
  readonly recordId: string
  readonly attempt: string
  readonly options: readonly string[]
}

export const quizProgressOf = (learner: Learner, quiz: Quiz): QuizProgress | null => {
  const have = learner.progress[quiz.id]
  return have?.kind === 'quiz' ? have : null
}

export async function answerQuestion(
  learner: Learner,
  question: Question,
  form: AnswerForm,
  now: number,
): Promise<AnswerOutcome> {
  const choice = readChoice(question, form.options)
  if (choice.kind === 'refused') return choice
  const right = isRight(question, choice.options)
  const made: Made = {
    id: form.recordId,
    item: question.id,
    revision: question.revision,
    kind: 'question-answered',
    value: { attempt: form.attempt, options: choice.options, right },
  }
  const [saved] = await saveMade(learner, [made], now)
  return { kind: saved === 'conflict' ? 'kept' : 'saved', attempt: form.attempt }
}
