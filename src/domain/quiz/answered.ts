/** What is said about an answer, and where it can be read again: the same on the platform and in a package. */
import { findStep, type Course } from '#domain/course/course.ts'
import { type PaperQuestion, type Question, type Quiz } from '#domain/course/quiz.ts'
import type { Answer, Attempt } from './attempt.ts'
import { feedbackOn, type Feedback } from './feedback.ts'
import { inForm } from './forms.ts'

export interface QuestionFeedback extends Feedback {
  readonly lesson: { readonly id: string; readonly title: string }
}

/** A question, what was chosen, and what is said about it. */
export interface AnsweredQuestion {
  readonly question: PaperQuestion
  readonly chosen: readonly string[]
  readonly feedback: QuestionFeedback
}

/** @param attempt id of the one to which it belongs */
export function answeredIn(
  course: Course,
  question: Question,
  answer: Answer,
  attempt: string,
): AnsweredQuestion {
  const asked = inForm(question, answer.form, attempt)
  const title = findStep(course, question.lesson)?.item.title ?? ''
  return {
    question: asked,
    chosen: answer.options,
    feedback: { ...feedbackOn(asked, answer), lesson: { id: question.lesson, title } },
  }
}

/** The right answer that somebody comes from, or null. @param from slug of its question, or null */
export function answeredBefore(
  course: Course,
  quiz: Quiz,
  attempt: Attempt | null | undefined,
  from: string | null,
): AnsweredQuestion | null {
  const question = quiz.questions.find(({ slug }) => slug === from)
  const answer = question && attempt?.answers[question.id]
  return question && attempt && answer?.right
    ? answeredIn(course, question, answer, attempt.id)
    : null
}
