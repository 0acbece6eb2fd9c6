/** What was said by hand about a list that is to be brought in. */
import type { Language } from '#domain/course/language.ts'
import type { ImportColumns } from './import-columns.ts'
import type { DayOrder } from './import-dates.ts'
import type { Encoding } from './list-bytes.ts'

/** With people who seem to be here already: leave them all out, add to those who are surely meant, or say it of each. */
export const FOR_ALL = ['leave', 'add', 'each'] as const
export type ForAll = (typeof FOR_ALL)[number]

export interface ImportSettings {
  readonly encoding?: Encoding | undefined
  /** Left out until the columns were said. */
  readonly columns?: ImportColumns | undefined
  /** In which language somebody reads where their line does not say. */
  readonly language: Language
  readonly order?: DayOrder | undefined
  readonly forAll?: ForAll | undefined
  /** By line: `leave`, `new`, or the id of the person who is meant. */
  readonly decisions: Readonly<Record<string, string>>
}

/** A line that was not brought in. */
export interface LeftOutLine {
  readonly line: number
  readonly cells: readonly string[]
  /** By column, where one is at fault. */
  readonly why: readonly ImportFault[]
}

export type ImportProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'name-address'
  | 'letters-lost'
  | 'formula'
  | 'too-long'
  | 'too-many-columns'
  | 'email-malformed'
  | 'phone-malformed'
  | 'language-unknown'
  | 'cohort-unknown'
  | 'date-unclear'
  | 'date-short-year'
  | 'date-number'
  | 'date-other-order'
  | 'date-not-there'
  | 'date-future'
  | 'date-too-old'
  | 'until-before'
  | 'training-without-name'
  | 'twice'
  /** Not a fault of the line: what was decided about it, or what happened since. */
  | 'left-out'
  | 'undecided'
  | 'meanwhile'

export interface ImportFault {
  readonly problem: ImportProblem
  /** From 0; null where it is the whole line. */
  readonly column: number | null
  /** Only `twice`: the line where they stand first. */
  readonly line?: number | undefined
}
