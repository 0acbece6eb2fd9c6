/** What is said about an answer: what of it fits, that something is missing, and why the rest does not fit. */
import type { Answer } from './attempt.ts'
import { UNSURE, type FormWords, type Option, type Question } from '#domain/course/quiz.ts'

/** From this try of an attempt on nobody is left guessing: what is missing is named. */
export const NAMED_AT = 3

/** An option and what its author says about it. */
export interface Judged {
  readonly text: string
  readonly why: string
}

export interface Feedback {
  /** `partly`: of several, some that fit and not exactly those. */
  readonly verdict: 'right' | 'partly' | 'wrong' | 'unsure'
  /** One text for each chosen option. */
  readonly texts: readonly string[]
  /** Only of several that are not exactly right; null otherwise: then `texts` say all. */
  readonly parts: {
    readonly fits: readonly Judged[]
    readonly isMissing: boolean
    /** What is missing; empty before `NAMED_AT`. */
    readonly missing: readonly Judged[]
    readonly wrong: readonly Judged[]
  } | null
  /** Right only now: the first answer in the attempt was not, and it is the one that scores. */
  readonly isLater: boolean
  /** A better line to compare with. */
  readonly better: string | undefined
}

export function feedbackOn(
  question: FormWords & Pick<Question, 'kind'>,
  {
    options: chosen,
    right,
    firstRight,
    tries,
  }: Pick<Answer, 'options' | 'right' | 'firstRight' | 'tries'>,
): Feedback {
  const isUnsure = chosen.includes(UNSURE)
  const picked = question.options.filter(({ id }) => chosen.includes(id))
  const fits = picked.filter((option) => option.right)
  const missing = question.options.filter((option) => option.right && !fits.includes(option))
  const isParted = question.kind === 'several' && !right && !isUnsure
  return {
    verdict: right ? 'right' : isUnsure ? 'unsure' : isParted && fits.length ? 'partly' : 'wrong',
    texts: isUnsure ? [question.unsure] : picked.map(({ feedback }) => feedback),
    parts: isParted
      ? {
          fits: fits.map(judged),
          isMissing: missing.length > 0,
          missing: tries >= NAMED_AT ? missing.map(judged) : [],
          wrong: picked.filter((option) => !option.right).map(judged),
        }
      : null,
    isLater: right && !firstRight,
    better: question.better,
  }
}

const judged = ({ text, feedback }: Option): Judged => ({ text, why: feedback })
