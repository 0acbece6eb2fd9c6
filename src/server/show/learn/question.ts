/** One question of a quiz, in the attempt that it belongs to. */
import { findModule } from '#domain/course/course.ts'
import type { Question, Quiz } from '#domain/course/quiz.ts'
import { quizProgressOf } from '#domain/learning/progress.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { answeredBefore, feedbackIn, type AnsweredQuestion } from '#domain/quiz/answered.ts'
import { questionNow, quizNow, type QuizNow } from '#domain/quiz/now.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface ShownQuestion {
  readonly moduleTitle: string
  /** With their keys: for the verb, never for the page. */
  readonly quiz: Quiz
  readonly question: Question
  /** Id of the attempt that an answer counts in. */
  readonly attempt: string
  /** Its place among those that are asked, from 1, and how many these are. */
  readonly number: number
  readonly of: number
  /** What was answered in this attempt, or null. */
  readonly answered: Omit<AnsweredQuestion, 'question'> | null
  /** The question they come from, which was right, or null. */
  readonly before: AnsweredQuestion | null
  /** What an attempt that begins here asks and keeps, or null. */
  readonly intro: (Pick<QuizNow, 'kept' | 'refresher'> & { readonly questions: number }) | null
  /** Ids of questions; `next` is null where the result comes. */
  readonly previous: string | null
  readonly next: { readonly id: string; readonly again: boolean } | null
}

/**
 * Null where the course has no such question.
 * @param wished the attempt to look at, '' for the one of now
 * @param newAttempt id of the one that begins where none is open
 * @param from slug of the question whose answer led here, or null
 */
export function showQuestion(
  { course, progress }: Learner,
  at: { readonly module?: string | undefined; readonly question?: string | undefined },
  wished: string,
  newAttempt: string,
  from: string | null,
): ShownQuestion | null {
  const module = findModule(course, at.module ?? '')
  const quiz = module?.quiz
  const question = quiz?.questions.find(({ slug }) => slug === at.question)
  if (!module || !quiz || !question) return null
  const asked = quizNow(quiz, quizProgressOf(progress, quiz.id), wished)
  const { number, of, answer, previous, next } = questionNow(quiz, asked, question)
  const { attempt, kept, refresher } = asked
  return {
    moduleTitle: module.title,
    quiz,
    question,
    attempt: attempt?.id ?? (isUuid(wished) ? wished : newAttempt),
    number,
    of,
    answered: answer
      ? { chosen: answer.options, feedback: feedbackIn(course, question, answer) }
      : null,
    before: answeredBefore(course, quiz, attempt, from),
    intro: attempt ? null : { questions: asked.questions.length, kept, refresher },
    previous: previous?.id ?? null,
    next: next && { id: next.question.id, again: next.again },
  }
}
