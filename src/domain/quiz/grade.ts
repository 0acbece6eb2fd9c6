/** The quiz rules (docs: house rules of the course): what scores, what passes, what is asked next. */
import type { Attempt, FinishedAttempt, QuizProgress } from './attempt.ts'
import {
  FIRST_FORM,
  formsOf,
  UNSURE,
  type Form,
  type FormWords,
  type Question,
  type Quiz,
} from '#domain/course/quiz.ts'

/** A pass needs this share of first answers right, and every ★ question ended right. */
export const PASS_SHARE = 0.8

export type Choice =
  | { readonly kind: 'chosen'; readonly options: readonly string[]; readonly form: Form }
  | {
      readonly kind: 'refused'
      readonly reason: 'blank' | 'no-such-option' | 'one-only' | 'unsure-alone'
    }

/**
 * Reads what was ticked; a blank answer is refused, never scored.
 * @param named the form that was on the page, none for the first. What was ticked says more than it: an old tab, or a page
 *   that a release has overtaken, is read by the form to which its options belong.
 */
export function readChoice(question: Question, ticked: readonly string[], named?: string): Choice {
  const options = [...new Set(ticked)].sort()
  if (options.length === 0) return { kind: 'refused', reason: 'blank' }
  const form = formOf(question, options, named)
  if (!form) return { kind: 'refused', reason: 'no-such-option' }
  if (question.kind !== 'several' && options.length > 1)
    return { kind: 'refused', reason: 'one-only' }
  if (options.length > 1 && options.includes(UNSURE))
    return { kind: 'refused', reason: 'unsure-alone' }
  return { kind: 'chosen', options, form }
}

/** Options name their form by themselves, but for "I am not sure", and for true and false. */
function formOf(
  question: Question,
  options: readonly string[],
  named = FIRST_FORM,
): Form | undefined {
  const proves = question.kind !== 'true-false' && options.some((id) => id !== UNSURE)
  return formsOf(question).find(
    (form) =>
      (proves || form.id === named) &&
      options.every((id) => id === UNSURE || form.options.some((option) => option.id === id)),
  )
}

/** True when exactly the right options were chosen; "I am not sure" is never right. */
export function isRight(question: Pick<FormWords, 'options'>, options: readonly string[]): boolean {
  const right = question.options.filter((option) => option.right).map((option) => option.id)
  return right.length === options.length && right.every((id) => options.includes(id))
}

/** Raised or new ★ questions that a person who passed has not yet answered right at today's revision. */
export function questionsToRefresh(quiz: Quiz, progress: QuizProgress | null): Question[] {
  if (!progress?.passed) return []
  return quiz.questions.filter(
    (question) => question.star && (progress.rightAt[question.id] ?? 0) < question.revision,
  )
}

/** Questions by id that count as right without being asked, with the revision that was answered. */
export type KeptAnswers = Readonly<Record<string, number>>

/**
 * What the attempt that is open or comes next keeps of the one before it: the right first answers of this revision, where
 * that one was not passed. A pass, and a refresher, are followed by a whole attempt.
 */
export function keptFor(
  quiz: Quiz,
  progress: Pick<QuizProgress, 'last' | 'open'> | null,
): KeptAnswers {
  const last = progress?.last
  if (!last || last.passed || last.refresher) return {}
  const kept = quiz.questions.flatMap((question): [string, number][] => {
    const answer = last.answers[question.id]
    const revision = answer?.firstRight ? answer.revision : answer ? 0 : last.kept?.[question.id]
    // One that is answered again in the open attempt is scored there.
    const isAsked = progress.open?.answers[question.id] !== undefined
    return revision === question.revision && !isAsked ? [[question.id, revision]] : []
  })
  // Questions came or went since: where none would be left to ask, all are asked.
  return kept.length < quiz.questions.length ? Object.fromEntries(kept) : {}
}

/** The questions that the open or next attempt asks; one that was refreshed a moment ago still belongs to it. */
export function questionsOf(quiz: Quiz, progress: QuizProgress | null): readonly Question[] {
  const refresh = questionsToRefresh(quiz, progress)
  const answers = progress?.open?.answers ?? {}
  if (refresh.length > 0)
    return quiz.questions.filter((question) => refresh.includes(question) || answers[question.id])
  return without(keptFor(quiz, progress), quiz)
}

const without = (kept: KeptAnswers, { questions }: Quiz): readonly Question[] =>
  questions.filter(({ id }) => kept[id] === undefined)

/** The questions that a finished attempt asked. */
export const questionsIn = (
  quiz: Quiz,
  { answers, kept, refresher }: FinishedAttempt,
): readonly Question[] =>
  kept || refresher ? quiz.questions.filter(({ id }) => answers[id]) : quiz.questions

/** The questions whose first answer in a finished attempt was not right. */
export function wentWrong(quiz: Quiz, { answers, kept }: FinishedAttempt): readonly Question[] {
  // A learning system that was short of room kept only which ones were right.
  const isLost = kept && Object.keys(answers).length === 0
  return quiz.questions.filter(({ id }) =>
    isLost ? kept[id] === undefined : answers[id]?.firstRight === false,
  )
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

export interface AttemptResult extends QuizResult {
  readonly refresher: boolean
  /** Of `right`: what was kept from the attempt before; left out where nothing was. */
  readonly kept?: KeptAnswers
}

/**
 * What an attempt comes to, for every carrier: what it asked and what it kept count together.
 * A kept ★ question ended right in the attempt that it comes from.
 * @param before without the newest answers of this attempt, or without all of them
 */
export function finishOf(
  quiz: Quiz,
  before: QuizProgress | null,
  attempt: Attempt,
): AttemptResult | null {
  if (questionsToRefresh(quiz, before).length > 0) {
    const result = resultOf(questionsOf(quiz, before), attempt)
    return result && { ...result, refresher: true }
  }
  const kept = keptFor(quiz, { last: before?.last ?? null, open: attempt })
  const result = resultOf(without(kept, quiz), attempt)
  const more = Object.keys(kept).length
  if (!result || more === 0) return result && { ...result, refresher: false }
  const [right, of] = [result.right + more, result.of + more]
  return { right, of, passed: right / of >= PASS_SHARE, refresher: false, kept }
}
