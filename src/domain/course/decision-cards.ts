/** Decision cards: a short situation, and what a mentor does with it. They come back after a module was passed. */
import type { Language } from './language.ts'

/** What one does with what one has heard or seen, from the least to the most. */
export const PILES = ['keep', 'ask', 'today', 'now'] as const
export type Pile = (typeof PILES)[number]

export const isPile = (value: unknown): value is Pile => PILES.includes(value as Pile)

export interface DecisionCard {
  /** `consent/cards/corridor` */
  readonly id: string
  readonly revision: number
  /** Slug of the module, or of the area pack, that it belongs to. */
  readonly module: string
  /** Item id of the lesson where the answer stands. */
  readonly lesson: string
  readonly says: string
  readonly pile: Pile
  /** Why it belongs there, or does not, by what was chosen. */
  readonly feedback: Readonly<Record<Pile, string>>
  /** The list of urgent signs that it is about. */
  readonly sign?: string
  readonly shownIn: Language
}

/** In the folder of each module; no step of a module is called so. */
export const CARDS_SLUG = 'cards'
