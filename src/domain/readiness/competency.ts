/** What a coordinator signs off, and what evidence each line needs (content/competencies.yaml). */
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
  /** All of these. */
  readonly needs: readonly Need[]
}
