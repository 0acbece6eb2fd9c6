/** One question of a quiz, in the attempt that it belongs to. */
import { findModule, findStep } from '#domain/course/course.ts'
import type { Question } from '#domain/course/quiz.ts'
import { quizProgressOf } from '#domain/learning/progress.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { feedbackOn, type Feedback } from '#domain/quiz/feedback.ts'
import { questionNow, quizNow } from '#domain/quiz/now.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface ShownQuestion {
  readonly moduleTitle: string
  /** Item id. */
  readonly quiz: string
  /** With its key: for the verb, never for the page. */
  readonly question: Question
  /** Id of the attempt that an answer counts in. */
  readonly attempt: string
  /** Its place among those that are asked, from 1, and how many these are. */
  readonly number: number
  readonly of: number
  /** What was answered in this attempt, or null. */
  readonly answered: {
    readonly options: readonly string[]
    /** What is said about it, and where it can be read again. */
    readonly feedback: Feedback & {
      readonly lesson: { readonly id: string; readonly title: string }
    }
  } | null
  /** Ids of questions; `next` is null where the result comes. */
  readonly previous: string | null
  readonly next: { readonly id: string; readonly again: boolean } | null
}

/**
 * Null where the course has no such question.
 * @param wished the attempt to look at, '' for the one of now
 * @param newAttempt id of the one that begins where none is open
 */
export function showQuestion(
  { course, progress }: Learner,
  at: { readonly module?: string | undefined; readonly question?: string | undefined },
  wished: string,
  newAttempt: string,
): ShownQuestion | null {
  const module = findModule(course, at.module ?? '')
  const quiz = module?.quiz
  const question = quiz?.questions.find(({ slug }) => slug === at.question)
  if (!module || !quiz || !question) return null
  const asked = quizNow(quiz, quizProgressOf(progress, quiz.id), wished)
  const { number, of, answer, previous, next } = questionNow(quiz, asked, question)
  const lesson = { id: question.lesson, title: findStep(course, question.lesson)?.item.title ?? '' }
  return {
    moduleTitle: module.title,
    quiz: quiz.id,
    question,
    attempt: asked.attempt?.id ?? (isUuid(wished) ? wished : newAttempt),
    number,
    of,
    answered: answer
      ? { options: answer.options, feedback: { ...feedbackOn(question, answer), lesson } }
      : null,
    previous: previous?.id ?? null,
    next: next && { id: next.question.id, again: next.again },
  }
}
