/** Which card of a lesson is shown, and what its buttons lead to: the same on the platform and in a package. */
import { cardWith, type Card } from '#domain/course/cards.ts'
import type { ItemProgress } from './progress.ts'

/** Id of the place on the last card where the own note on a lesson is written. */
export const NOTE_ANCHOR = 'my-note'

/** The card at which they stopped, as long as the lesson is not read; 0 for none. @param cards that there are now */
export const cardKept = (have: ItemProgress | undefined, cards: readonly Card[]): number =>
  have?.kind === 'lesson-open' ? (cardWith(cards, have.section)?.number ?? 0) : 0

/** The one that is asked for, else the one at which they stopped, else the first. @param asked a section, 0 for none */
export const cardShown = (asked: number, kept: number, cards: readonly Card[]): number =>
  cardWith(cards, asked)?.number ?? (kept || 1)

/** `card`: where the reader goes on now, or is found again later. */
export type Pressed =
  | { readonly kind: 'on' | 'later'; readonly card: Card }
  /** "Continue" on the last card. */
  | { readonly kind: 'read' }

/** What "Continue" of a card sends; behind the last one the lesson is read. */
export function onAfter({ number }: Card, cards: readonly Card[]): string {
  const next = cards[number]
  return next ? `on:${next.section}` : 'read'
}

/** What "Save and come back later" sends. @param card where to begin again */
export const laterAt = ({ section }: Card): string => `later:${section}`

const PLACE = /^(on|later):(\d{1,3})$/

/** Null where another button was pressed. @param cards that there are now; a form may be older */
export function pressed(act: string, cards: readonly Card[]): Pressed | null {
  if (act === 'read') return { kind: 'read' }
  const [, kind, section] = PLACE.exec(act) ?? []
  const card = cardWith(cards, Number(section)) ?? cards[0]
  return kind && card ? { kind: kind === 'on' ? 'on' : 'later', card } : null
}
