/** What a package carries for the player: written by scorm/build into course.js, read by player/. */
import type { Programme } from '#domain/programme/programme.ts'
import type { Course } from './course.ts'

export const STANDARDS = ['1.2', '2004'] as const
export type Standard = (typeof STANDARDS)[number]

export const isStandard = (value: unknown): value is Standard =>
  STANDARDS.includes(value as Standard)

export interface Packed {
  /** Which of the two runtime interfaces the package speaks. */
  readonly standard: Standard
  /** Filled with the programme's words; only the modules that were chosen. */
  readonly course: Course
  readonly programme: Pick<Programme, 'slug' | 'name' | 'organisation' | 'contact' | 'crisis'>
  /** The day on which the package was made, `YYYY-MM-DD`. */
  readonly builtOn: string
}

/** The global that course.js sets. */
export const PACKED = 'ALONGSIDE'
