/** One question of a quiz, in the attempt that it belongs to. */
import { findModule } from '#domain/course/course.ts'
import {
  paperQuestionOf,
  type PaperQuestion,
  type Question,
  type Quiz,
} from '#domain/course/quiz.ts'
import { quizProgressOf } from '#domain/learning/progress.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { answeredBefore, answeredIn, type AnsweredQuestion } from '#domain/quiz/answered.ts'
import { formAsked, inForm, seeded, seedFor } from '#domain/quiz/forms.ts'
import { questionNow, quizNow, type QuizNow } from '#domain/quiz/now.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface ShownQuestion {
  readonly moduleTitle: string
  /** With their keys: for the verb, never for the page. */
  readonly quiz: Quiz
  readonly question: Question
  /** As it is asked now: form, and order of options. */
  readonly paper: PaperQuestion
  /** Id of the attempt that an answer counts in. */
  readonly attempt: string
  /** Its place among those that are asked, from 1, and how many these are. */
  readonly number: number
  readonly of: number
  /** What was answered in this attempt, or null. */
  readonly answered: AnsweredQuestion | null
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
  { person, course, progress }: Learner,
  at: { readonly module?: string | undefined; readonly question?: string | undefined },
  wished: string,
  newAttempt: string,
  from: string | null,
): ShownQuestion | null {
  const module = findModule(course, at.module ?? '')
  const quiz = module?.quiz
  const question = quiz?.questions.find(({ slug }) => slug === at.question)
  if (!module || !quiz || !question) return null
  const have = quizProgressOf(progress, quiz.id)
  const asked = quizNow(quiz, have, wished)
  const { number, of, answer, previous, next } = questionNow(quiz, asked, question)
  const { attempt, kept, refresher } = asked
  const fresh = seeded(newAttempt, seedFor(person, quiz.id, have?.tries))
  const id = attempt?.id ?? (isUuid(wished) ? wished : fresh)
  const form = formAsked(question, id, answer, have?.last?.answers[question.id])
  return {
    moduleTitle: module.title,
    quiz,
    question,
    paper: paperQuestionOf(inForm(question, form, id)),
    attempt: id,
    number,
    of,
    answered: answer ? answeredIn(course, question, answer, id) : null,
    before: answeredBefore(course, quiz, attempt, from),
    intro: attempt ? null : { questions: asked.questions.length, kept, refresher },
    previous: previous?.id ?? null,
    next: next && { id: next.question.id, again: next.again },
  }
}
