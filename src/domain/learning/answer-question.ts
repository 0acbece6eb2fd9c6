/** Answering a question, and finishing the attempt that an answer completes. */
import { FIRST_FORM, type Question, type Quiz } from '#domain/course/quiz.ts'
import type { Attempt, QuizProgress } from '#domain/quiz/attempt.ts'
import { finishOf, isRight, readChoice, type Choice } from '#domain/quiz/grade.ts'
import type { QuizNow } from '#domain/quiz/now.ts'
import { withAnswer } from './apply-quiz.ts'
import type { Made } from './record.ts'

export type AnswerRefused = Extract<Choice, { kind: 'refused' }>

export type Judged =
  { readonly kind: 'made'; readonly made: Made<'question-answered'> } | AnswerRefused

/** @param attempt id of the attempt that it belongs to @param named the form that was on the page, none for the first */
export function judgeAnswer(
  question: Question,
  attempt: string,
  ticked: readonly string[],
  named?: string,
): Judged {
  const choice = readChoice(question, ticked, named)
  if (choice.kind === 'refused') return choice
  const { options, form } = choice
  return {
    kind: 'made',
    made: {
      kind: 'question-answered',
      item: question.id,
      revision: question.revision,
      value: {
        ...{ attempt, options, right: isRight(form, options) },
        ...(form.id === FIRST_FORM ? {} : { form: form.id }),
      },
    },
  }
}

/** @param before without the newest answers of this attempt, or without all of them @returns null while it goes on */
export function finishAttempt(
  quiz: Quiz,
  before: QuizProgress | null,
  attempt: Attempt,
): Made<'quiz-finished'> | null {
  const result = finishOf(quiz, before, attempt)
  return (
    result && {
      kind: 'quiz-finished',
      item: quiz.id,
      revision: quiz.revision,
      value: { attempt: attempt.id, ...result },
    }
  )
}

export type Answered = { readonly kind: 'made'; readonly made: readonly Made[] } | AnswerRefused

/** What was sent. */
export interface Ticked {
  readonly options: readonly string[]
  /** The form that was on the page, none for the first. */
  readonly form?: string | undefined
}

/**
 * The answer, and the end of the attempt where it completes it; an answer after the end teaches.
 * @param newId of the attempt, where it begins with this answer
 */
export function answerQuestion(
  quiz: Quiz,
  question: Question,
  progress: QuizProgress | null,
  { attempt, isFinished }: QuizNow,
  { options, form }: Ticked,
  newId: () => string,
): Answered {
  const id = attempt?.id ?? newId()
  const judged = judgeAnswer(question, id, options, form)
  if (judged.kind === 'refused') return judged
  const answers = withAnswer(attempt, judged.made)
  const finished = isFinished ? null : finishAttempt(quiz, progress, { id, answers })
  return { kind: 'made', made: [judged.made, ...(finished ? [finished] : [])] }
}
