/** What every item of the course has, and the principles that it may be about. */
import type { Language } from './language.ts'

/** What principles a question or a reply is about (docs/authoring.md). */
export const PRINCIPLES = [
  'consent',
  'no-advice',
  'signpost',
  'complaint-route',
  'permission',
  'confidentiality-limits',
  'listening',
  'own-story',
  'boundaries',
  'safety',
  'autonomy',
  'hope',
  'self-care',
  'difference',
  'ending',
  'record',
] as const
export type Principle = (typeof PRINCIPLES)[number]

/** A stable slug path, for example `consent/what-stays-between-us` or `consent/quiz/who-decides`. */
export type ItemId = string

/** What every item of the course has. */
export interface Item {
  readonly id: ItemId
  readonly slug: string
  /** Raised by the author when the meaning changes; answers keep the revision they answered. */
  readonly revision: number
  readonly title: string
  /** The language that the words are in: English where a translation is missing. */
  readonly shownIn: Language
  /** True where the translation is of an older English text. */
  readonly stale: boolean
}
