/**
 * In which form a question is asked, and in which order its options stand: both follow from the attempt's id, the
 * question, and what went wrong before, the same on the platform, in the offline copy and in a package.
 */
import {
  asWritten,
  FIRST_FORM,
  formsOf,
  type AskedQuestion,
  type Question,
} from '#domain/course/quiz.ts'
import { spread } from '#domain/course/short-keys.ts'
import type { Answer } from './attempt.ts'

/** So many characters at the end of an attempt's id are all that form and order hang on: a package keeps no ids. */
const SEED_LENGTH = 3

/**
 * How the id of a new attempt ends: known before its first answer, so that a reload changes nothing.
 * @param salt of whoever is asked: their id, or what stands for it in a package
 * @param tries finished before it
 */
export const seedFor = (salt: string, quiz: string, tries = 0): string =>
  (spread(`${salt} ${quiz} ${tries}`) & 0xfff).toString(16).padStart(SEED_LENGTH, '0')

/** @param id a UUID */
export const seeded = (id: string, seed: string): string => id.slice(0, -SEED_LENGTH) + seed

const seedOf = (attempt: string): string => attempt.slice(-SEED_LENGTH)

/**
 * What went wrong is asked next in another form, in this attempt and in the one after it.
 * @param attempt its id, or how it will end
 * @param answer the newest one in this attempt
 * @param before the newest one in the finished attempt before it
 */
export function formAsked(
  question: Question,
  attempt: string,
  answer: Answer | undefined,
  before: Answer | undefined,
): string {
  const ids = formsOf(question).map(({ id }) => id)
  const at = answer ? ids.indexOf(answer.form ?? FIRST_FORM) : -1
  if (answer && at >= 0) return ids[answer.right ? at : (at + 1) % ids.length] ?? FIRST_FORM
  const missed = before && missedIn(before)
  const left = ids.length > 1 ? ids.filter((id) => id !== missed) : ids
  return left[spread(`${seedOf(attempt)} ${question.id}`) % left.length] ?? FIRST_FORM
}

/** The form that went wrong, or null. */
const missedIn = ({ firstRight, right, wrongIn }: Answer): string | null =>
  firstRight && right ? null : (wrongIn ?? FIRST_FORM)

/** The question as one form says it, its options as they stand in that attempt. @param form of an answer: none is the first */
export function inForm(
  question: Question,
  form: string | undefined,
  attempt: string,
): AskedQuestion {
  const asked = asWritten(question, form)
  if (question.kind === 'true-false') return asked
  const place = ({ id }: AskedQuestion['options'][number]): number =>
    spread(`${seedOf(attempt)} ${question.id} ${asked.form} ${id}`)
  return { ...asked, options: [...asked.options].sort((a, b) => place(a) - place(b)) }
}
