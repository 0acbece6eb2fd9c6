/** A trainee answers a question; the one that completes the attempt finishes it (save-records.ts). */
import type { Question } from '#domain/course/quiz.ts'
import { judgeAnswer, type AnswerRefused } from '#domain/learning/answer-question.ts'
import { findStep } from '#domain/course/course.ts'
import { withAnswer } from '#domain/learning/apply-quiz.ts'
import { quizProgressOf } from '#domain/learning/progress.ts'
import { unitOf, type Made } from '#domain/learning/record.ts'
import { afterAnswer, quizNow, type AfterAnswer } from '#domain/quiz/now.ts'
import { saveMade, type ActingLearner } from './learner.ts'

export type AnswerOutcome =
  | { readonly kind: 'saved'; readonly attempt: string; readonly after: AfterAnswer }
  /** Something else was saved under this form's id before: browser Back, or an old tab. */
  | { readonly kind: 'kept'; readonly attempt: string }
  | AnswerRefused

export interface AnswerForm {
  readonly recordId: string
  readonly attempt: string
  readonly options: readonly string[]
  /** The form that was on the page, none for the first. */
  readonly form?: string | undefined
}

export async function answerQuestion(
  learner: ActingLearner,
  question: Question,
  { recordId, attempt, options, form }: AnswerForm,
  now: number,
): Promise<AnswerOutcome> {
  const judged = judgeAnswer(question, attempt, options, form)
  if (judged.kind === 'refused') return judged
  const [saved] = await saveMade(learner, [{ ...judged.made, id: recordId }], now)
  if (saved === 'conflict') return { kind: 'kept', attempt }
  return { kind: 'saved', attempt, after: leadsTo(learner, question, attempt, judged.made) }
}

function leadsTo(
  { course, progress }: ActingLearner,
  question: Question,
  attempt: string,
  made: Made<'question-answered'>,
): AfterAnswer {
  const step = findStep(course, unitOf(made.kind, question.id))
  if (step?.kind !== 'quiz') return { kind: 'stays' }
  const asked = quizNow(step.item, quizProgressOf(progress, step.item.id), attempt)
  const answers = withAnswer(asked.attempt?.id === attempt ? asked.attempt : null, made)
  return afterAnswer(step.item, { ...asked, attempt: { id: attempt, answers } }, question)
}
