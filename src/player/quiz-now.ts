/** Which attempt and which questions a question page is about. */
import type { Attempt, QuizProgress } from '#domain/quiz/attempt.ts'
import { keptFor, questionsIn, questionsOf, questionsToRefresh } from '#domain/quiz/grade.ts'
import type { Question, Quiz } from '#domain/course/quiz.ts'
import type { Place } from './place.ts'

export interface QuizNow {
  /** Null before the first answer of an attempt. */
  readonly attempt: Attempt | null
  readonly isFinished: boolean
  readonly refresher: boolean
  readonly questions: readonly Question[]
  /** How many are not asked, since they were right in the attempt before. */
  readonly kept: number
}

/** The open attempt; else the finished one, while it is looked at; else a new one. */
export function quizNow(
  quiz: Quiz,
  progress: QuizProgress | null,
  how: Extract<Place, { kind: 'question' }>['how'],
): QuizNow {
  const last = how === 'new' ? null : (progress?.last ?? null)
  if (!progress?.open && last)
    return {
      attempt: last,
      isFinished: true,
      refresher: last.refresher,
      questions: questionsIn(quiz, last),
      kept: Object.keys(last.kept ?? {}).length,
    }
  return {
    attempt: progress?.open ?? null,
    isFinished: false,
    refresher: questionsToRefresh(quiz, progress).length > 0,
    questions: questionsOf(quiz, progress),
    kept: Object.keys(keptFor(quiz, progress)).length,
  }
}
