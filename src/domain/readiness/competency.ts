/** What a coordinator signs off, and what evidence each line needs (content/competencies.yaml). */
import type { Day } from '#domain/calendar/days.ts'
import type { Principle } from '#domain/course/item.ts'

/** Level of an observed role play: 0 not seen, 1 with prompt, 2 on own, 3 on own in a hard case. */
export type Level = 0 | 1 | 2 | 3
export const LEVELS: readonly Level[] = [0, 1, 2, 3]
export const isLevel = (value: unknown): value is Level => LEVELS.some((one) => one === value)

export type Need =
  | { readonly kind: 'quiz'; readonly module: string }
  | { readonly kind: 'practice'; readonly session: string }
  | { readonly kind: 'observation'; readonly level: Level }
  | { readonly kind: 'reflection'; readonly module: string }
  | { readonly kind: 'exercise'; readonly module: string }
  | { readonly kind: 'talk' }
  | { readonly kind: 'any'; readonly of: readonly Need[] }

export interface Competency {
  readonly id: string
  readonly star: boolean
  /** An observable action, for the coordinator. */
  readonly title: string
  /** The same in the trainee's words: "I can …". */
  readonly plain: string
  /** A best road must not cross these. */
  readonly principles: readonly Principle[]
  /** What one sees at each level, from 0 to 3. */
  readonly anchors: readonly string[]
  /** What would do harm in this line: nothing else makes up for it. */
  readonly harmful: string
  /** All of these. */
  readonly needs: readonly Need[]
  /** What the line asked for until a release that asks for more, and the day of that release; null where there was none. */
  readonly earlier: { readonly needs: readonly Need[]; readonly until: Day } | null
}

/** One of the role plays that a coordinator or observer watches, and the lines that it looks at. */
export interface RolePlay {
  readonly id: string
  readonly title: string
  /** How it goes, for who watches. */
  readonly how: string
  readonly minutes: number
  /** Competency ids, in the order of the form. */
  readonly lines: readonly string[]
}

/** Every need, those inside `any` too. */
export const flatNeeds = (needs: readonly Need[]): Need[] =>
  needs.flatMap((need) => (need.kind === 'any' ? flatNeeds(need.of) : [need]))
