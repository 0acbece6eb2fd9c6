/**
 * A lesson is read on cards. Each of its sections begins at a heading, and what stands before the first goes with it;
 * short ones that follow one another share a card, as long as it stays within two screens of a phone.
 */

export interface Card {
  /** Counted from 1. */
  readonly number: number
  /** Number of its first section: the same in every language, and whatever shares a card. */
  readonly section: number
  /** Of its first heading, in the language of the lesson; '' where it has none. */
  readonly id: string
  /** Its first heading, without tags. */
  readonly title: string
  readonly html: string
}

/** How much fits on two screens of 390 × 844 pixels, by `roomOf`; measured over both languages. */
const TWO_SCREENS = 2500
/** Fewer cards than these are not made of a lesson that has more sections. */
const FEWEST = 3

/** @param html of a lesson, which the compiler gives no heading of this rank but those of its sections */
export function cardsOf(html: string): readonly Card[] {
  const known = made.get(html)
  if (known) return known
  const sized = sectionsOf(html).map((card) => ({ card, room: roomOf(card.html) }))
  const cards = joined(sized).map(({ card }, n) => ({ ...card, number: n + 1 }))
  if (made.size >= MOST) made.clear()
  made.set(html, cards)
  return cards
}

/** Of lessons, which are the same texts for everybody, with the words of some programmes. */
const made = new Map<string, readonly Card[]>()
const MOST = 500

const HEADING = /<h2\b([^>]*)>([\s\S]*?)<\/h2>/g

function sectionsOf(html: string): readonly Card[] {
  const headings = [...html.matchAll(HEADING)]
  if (headings.length === 0) return [{ number: 1, section: 1, id: '', title: '', html }]
  return headings.map(({ 1: attributes = '', 2: inner = '', index }, n) => ({
    number: n + 1,
    section: n + 1,
    id: idIn(attributes),
    title: inner.replace(/<[^>]+>/g, ''),
    html: html.slice(n === 0 ? 0 : index, headings[n + 1]?.index),
  }))
}

const idIn = (attributes: string): string => /\bid="([^"]*)"/.exec(attributes)?.[1] ?? ''

interface Sized {
  readonly card: Card
  readonly room: number
}

/** The two neighbours that need the least room together share a card first. */
function joined(cards: readonly Sized[]): readonly Sized[] {
  const pairs = cards.slice(1).map(({ room }, n) => room + (cards[n]?.room ?? 0))
  const least = Math.min(...pairs)
  const at = pairs.indexOf(least)
  const [before, after] = [cards[at], cards[at + 1]]
  if (least > TWO_SCREENS || cards.length <= FEWEST || !before || !after) return cards
  const card = { ...before.card, html: before.card.html + after.card.html }
  return joined([...cards.slice(0, at), { card, room: least }, ...cards.slice(at + 2)])
}

/** Letters that are read, and 60 for each block: it begins a line of its own, with space before it. */
const roomOf = (html: string): number =>
  html
    .replace(/<svg[\s\S]*?<\/svg>|<details[\s\S]*?<\/details>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ').length +
  60 * (html.match(/<(?:p|li|h2|h3|dt|dd|summary|tr)\b/g)?.length ?? 0)

/** The card on which a section stands; undefined for 0, the last one where there are not so many. */
export const cardWith = (cards: readonly Card[], section: number): Card | undefined =>
  cards.findLast((card) => card.section <= section)

/** Its number from 1, 0 where none has this heading. @param id of a heading */
export const sectionNamed = (html: string, id: string): number =>
  [...html.matchAll(HEADING)].findIndex(({ 1: attributes = '' }) => idIn(attributes) === id) + 1
