/** One line of a pasted list, and what is wrong with it. */
import type { Language } from '#domain/course/language.ts'

export interface Invited {
  readonly name: string
  /** '' where the link is handed over. */
  readonly email: string
  readonly language: Language
  /** Cohort id, or null. */
  readonly cohort: string | null
}

export type RowProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'name-address'
  | 'letters-lost'
  | 'email-malformed'
  | 'language-unknown'
  | 'cohort-unknown'
  | 'too-many-columns'
  | 'formula'
  | 'twice'
  | 'same-name'
  | 'already-invited'
  | 'has-account'

export interface CheckedRow {
  /** Line of the list, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Lower case; '' for none. */
  readonly email: string
  readonly invited: Invited | null
  readonly problems: readonly RowProblem[]
}
