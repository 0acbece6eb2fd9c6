/** Which card of a lesson is shown, and what its buttons lead to: the same on the platform and in a package. */
import type { ItemProgress } from './progress.ts'

/** The card at which they stopped, as long as the lesson is not read; 0 for none. @param of how many cards there are now */
export const cardKept = (have: ItemProgress | undefined, of: number): number =>
  have?.kind === 'lesson-open' ? Math.min(have.section, of) : 0

/** The one that is asked for, else the one at which they stopped, else the first. @param asked 0 for none */
export const cardShown = (asked: number, kept: number, of: number): number =>
  asked >= 1 && asked <= of ? asked : kept || 1

/** `card`: where the reader goes on now, or is found again later. */
export type Pressed =
  | { readonly kind: 'on' | 'later'; readonly card: number }
  /** "Continue" on the last card. */
  | { readonly kind: 'read' }

/** What "Continue" of a card sends: `of` cards there are, and behind the last one the lesson is read. */
export const onAfter = (card: number, of: number): string => (card < of ? `on:${card + 1}` : 'read')

/** What "Save and come back later" sends. @param card where to begin again */
export const laterAt = (card: number): string => `later:${card}`

const PLACE = /^(on|later):(\d{1,3})$/

/** Null where another button was pressed. @param of how many cards there are now; a form may be older */
export function pressed(act: string, of: number): Pressed | null {
  if (act === 'read') return { kind: 'read' }
  const [, kind, card] = PLACE.exec(act) ?? []
  if (!kind) return null
  return { kind: kind === 'on' ? 'on' : 'later', card: Math.min(Math.max(1, Number(card)), of) }
}
