/** A quiz before it begins, and how it went. */
import { findModule, type Module } from '#domain/course/course.ts'
import { quizProgressOf } from '#domain/learning/progress.ts'
import { quizResultOf, type QuizResult } from '#domain/learning/quiz-result.ts'
import { answeredBefore, type AnsweredQuestion } from '#domain/quiz/answered.ts'
import { nextQuestion, questionsOf } from '#domain/quiz/grade.ts'
import { firstToAsk, quizNow } from '#domain/quiz/now.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface QuizStart {
  readonly module: Module
  /** Where they begin or carry on: id of the question, and its number from 1. */
  readonly first: { readonly id: string; readonly number: number }
  /** How many are asked. */
  readonly questions: number
  /** How many more count as right, from the attempt before. */
  readonly kept: number
  readonly refresher: boolean
  readonly begun: boolean
  readonly best: { readonly right: number; readonly of: number } | null
  readonly passed: boolean
}

/** Null where the course has no such quiz. @param slug of the module */
export function showQuizStart({ course, progress }: Learner, slug = ''): QuizStart | null {
  const module = findModule(course, slug)
  const quiz = module?.quiz
  if (!module || !quiz) return null
  const have = quizProgressOf(progress, quiz.id)
  const asked = quizNow(quiz, have, null)
  const first = firstToAsk(asked)
  if (!first) return null
  return {
    module,
    first: { id: first.id, number: asked.questions.indexOf(first) + 1 },
    questions: asked.questions.length,
    kept: asked.kept,
    refresher: asked.refresher,
    begun: asked.attempt !== null,
    best: have?.best ?? null,
    passed: have?.passed ?? false,
  }
}

export type QuizEnd =
  /** No attempt is finished yet. */
  | { readonly kind: 'none'; readonly quiz: string }
  /** Id of the question that is still to be answered. */
  | { readonly kind: 'open'; readonly question: string }
  | ({
      readonly kind: 'result'
      /** The right answer with which it ended, where they come from it. */
      readonly before: AnsweredQuestion | null
    } & QuizResult)

/** Null where the course has no such quiz. @param slug of the module @param from slug of the question they come from, or null */
export function showQuizEnd(
  { course, progress }: Learner,
  slug: string | undefined,
  from: string | null,
): QuizEnd | null {
  const module = findModule(course, slug ?? '')
  const quiz = module?.quiz
  if (!module || !quiz) return null
  const have = quizProgressOf(progress, quiz.id)
  const missing = have?.open ? nextQuestion(questionsOf(quiz, have), have.open) : null
  if (missing) return { kind: 'open', question: missing.id }
  const result = quizResultOf(course, progress, module, quiz)
  if (!result) return { kind: 'none', quiz: quiz.id }
  return { kind: 'result', before: answeredBefore(course, quiz, have?.last, from), ...result }
}
