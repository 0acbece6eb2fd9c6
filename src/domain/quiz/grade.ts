/** The quiz rules (docs: house rules of the course): what scores, what passes, what is asked next. */
import type { Attempt, QuizProgress } from '#domain/learning/progress.ts'
import { UNSURE, type Question, type Quiz } from './quiz.ts'

/** A pass needs this share of first answers right, and every ★ question ended right. */
export const PASS_SHARE = 0.8

export type Choice =
  | { readonly kind: 'chosen'; readonly options: readonly string[] }
  | {
      readonly kind: 'refused'
      readonly reason: 'blank' | 'no-such-option' | 'one-only' | 'unsure-alone'
    }

/** Reads what was ticked; a blank answer is refused, never scored. */
export function readChoice(question: Question, ticked: readonly string[]): Choice {
  const options = [...new Set(ticked)].sort()
  const known = new Set([...question.options.map((option) => option.id), UNSURE])
  if (options.length === 0) return { kind: 'refused', reason: 'blank' }
  if (options.some((option) => !known.has(option)))
    return { kind: 'refused', reason: 'no-such-option' }
  if (question.kind !== 'several' && options.length > 1)
    return { kind: 'refused', reason: 'one-only' }
  if (options.length > 1 && options.includes(UNSURE))
    return { kind: 'refused', reason: 'unsure-alone' }
  return { kind: 'chosen', options }
}

/** True when exactly the right options were chosen; "I am not sure" is never right. */
export function isRight(question: Question, options: readonly string[]): boolean {
  const right = question.options.filter((option) => option.right).map((option) => option.id)
  return right.length === options.length && right.every((id) => options.includes(id))
}

/** What to say about the chosen options, one text for each. */
export function feedbackOn(question: Question, options: readonly string[]): string[] {
  if (options.includes(UNSURE)) return [question.unsure]
  return question.options
    .filter((option) => options.includes(option.id))
    .map((option) => option.feedback)
}

/** Raised or new ★ questions that a person who passed has not yet answered right at today's revision. */
export function questionsToRefresh(quiz: Quiz, progress: QuizProgress | null): Question[] {
  if (!progress?.passed) return []
  return quiz.questions.filter(
    (question) => question.star && (progress.rightAt[question.id] ?? 0) < question.revision,
  )
}

/** The questions of the attempt that comes next or is open; one that was refreshed a moment ago still belongs to it. */
export function questionsOf(quiz: Quiz, progress: QuizProgress | null): readonly Question[] {
  const refresh = questionsToRefresh(quiz, progress)
  if (refresh.length === 0) return quiz.questions
  const answers = progress?.open?.answers ?? {}
  return quiz.questions.filter((question) => refresh.includes(question) || answers[question.id])
}

/** The first question that still has to be answered, or a ★ question that must end right; null when all is done. */
export function nextQuestion(
  questions: readonly Question[],
  attempt: Attempt | null,
): Question | null {
  const answers = attempt?.answers ?? {}
  return (
    questions.find((question) => !answers[question.id]) ??
    questions.find((question) => question.star && !answers[question.id]?.right) ??
    null
  )
}

export interface QuizResult {
  readonly right: number
  readonly of: number
  readonly passed: boolean
}

/** Null while a question is unanswered or a ★ question has not ended right. */
export function resultOf(questions: readonly Question[], attempt: Attempt): QuizResult | null {
  if (nextQuestion(questions, attempt)) return null
  const right = questions.filter((question) => attempt.answers[question.id]?.firstRight).length
  return { right, of: questions.length, passed: right / questions.length >= PASS_SHARE }
}
