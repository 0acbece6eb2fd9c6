/** Which attempt a place of the course is about: its addresses name no attempt. */
import type { Quiz } from '#domain/course/quiz.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import { seedFor } from '#domain/quiz/forms.ts'
import { quizNow, type QuizNow } from '#domain/quiz/now.ts'
import type { Place } from './place.ts'

/** The open attempt; else the finished one, while it is looked at; else a new one. */
export const quizAt = (
  quiz: Quiz,
  progress: QuizProgress | null,
  how: Extract<Place, { kind: 'question' }>['how'],
): QuizNow =>
  quizNow(quiz, progress, how === 'new' || progress?.open ? null : (progress?.last?.id ?? null))

/** Id of the attempt; of one that begins with the next answer, how its id will end. */
export const attemptAt = (
  { attempt }: QuizNow,
  quiz: Quiz,
  progress: QuizProgress | null,
  salt: string,
): string => attempt?.id ?? seedFor(salt, quiz.id, progress?.tries)
