/** How the last finished attempt of a quiz went: the platform and a package tell the same. */
import { findStep, type Course, type Module, type Step } from '#domain/course/course.ts'
import { asWritten, type Question, type Quiz } from '#domain/course/quiz.ts'
import { questionsOf, wentWrong } from '#domain/quiz/grade.ts'
import { quizProgressOf, type Progress } from './progress.ts'
import { isModuleDone, onwardFrom } from './steps.ts'

export interface QuizResult {
  readonly module: Module
  /** With those that were kept from the attempt before. */
  readonly right: number
  readonly of: number
  readonly passed: boolean
  readonly refresher: boolean
  readonly moduleDone: boolean
  /** Of `right`: how many were kept from the attempt before. */
  readonly kept: number
  /** Every question whose first answer was not right, and its lesson. */
  readonly lookAgain: readonly {
    readonly ask: string
    readonly lesson: { readonly id: string; readonly title: string }
  }[]
  /** How many the next attempt asks. */
  readonly asksNext: number
  /** With which one it begins; null where the quiz has none. */
  readonly again: Question | null
  /** What comes after the quiz, or null. */
  readonly next: Step | null
}

/** Null where no attempt is finished. */
export function quizResultOf(
  course: Course,
  progress: Progress,
  module: Module,
  quiz: Quiz,
): QuizResult | null {
  const have = quizProgressOf(progress, quiz.id)
  const last = have?.last
  if (!last) return null
  return {
    module,
    right: last.right,
    of: last.of,
    passed: last.passed,
    refresher: last.refresher,
    moduleDone: isModuleDone(course, progress, module),
    kept: Object.keys(last.kept ?? {}).length,
    lookAgain: wentWrong(quiz, last).map((question) => {
      const { lesson: id } = question
      return {
        ask: asWritten(question, last.answers[question.id]?.wrongIn).ask,
        lesson: { id, title: findStep(course, id)?.item.title ?? '' },
      }
    }),
    asksNext: questionsOf(quiz, have).length,
    again: questionsOf(quiz, have)[0] ?? null,
    next: onwardFrom(course, progress, quiz.id),
  }
}
