/** A lesson is read on cards, one for each of its headings; what stands before the first goes with the first. */

export interface Card {
  /** Counted from 1, so that every language counts alike. */
  readonly number: number
  /** Of its heading, in the language of the lesson; '' where it has none. */
  readonly id: string
  /** Its heading, without tags. */
  readonly title: string
  readonly html: string
}

const HEADING = /<h2\b([^>]*)>([\s\S]*?)<\/h2>/g

/** @param html of a lesson, which the compiler gives no heading of this rank but those of its parts */
export function cardsOf(html: string): readonly Card[] {
  const headings = [...html.matchAll(HEADING)]
  if (headings.length === 0) return [{ number: 1, id: '', title: '', html }]
  return headings.map(({ 1: attributes = '', 2: inner = '', index }, n) => ({
    number: n + 1,
    id: /\bid="([^"]*)"/.exec(attributes)?.[1] ?? '',
    title: inner.replace(/<[^>]+>/g, ''),
    html: html.slice(n === 0 ? 0 : index, headings[n + 1]?.index),
  }))
}

/** Its number, 0 where none has this heading. @param id of a heading */
export const cardNamed = (html: string, id: string): number =>
  cardsOf(html).find((card) => card.id === id)?.number ?? 0
