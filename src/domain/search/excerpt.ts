/** A few words around what was found, with the hits apart. */
import { wordsWithPlaces, type Word } from './fold.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

const LENGTH = 180
/** How much stands before the first hit. */
const BEFORE = 50

/** The hits in a text that is shown whole. @param found folded words */
export const marked = (text: string, found: ReadonlySet<string>): Piece[] =>
  piecesOf(text, 0, text.length, hitsIn(text, found))

/** At the place where most different words were found; from the beginning where there is none. */
export function excerptOf(text: string, found: ReadonlySet<string>): Piece[] {
  const hits = hitsIn(text, found)
  const kinds = (from: number): number =>
    new Set(
      hits
        .filter((hit) => hit.from >= from && hit.to <= from + LENGTH - BEFORE)
        .map(({ folded }) => folded),
    ).size
  const best = hits.reduce<Word | null>(
    (at, hit) => (at && kinds(at.from) >= kinds(hit.from) ? at : hit),
    null,
  )
  const from = wordStart(text, Math.max(0, (best?.from ?? 0) - BEFORE))
  const to = wordEnd(text, Math.min(text.length, from + LENGTH))
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...piecesOf(text, from, to, hits),
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ]
}

const hitsIn = (text: string, found: ReadonlySet<string>): Word[] =>
  wordsWithPlaces(text).filter(({ folded }) => found.has(folded))

function piecesOf(text: string, from: number, to: number, hits: readonly Word[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const hit of hits) {
    if (hit.from < from || hit.to > to) continue
    if (hit.from > at) pieces.push({ text: text.slice(at, hit.from), hit: false })
    pieces.push({ text: text.slice(hit.from, hit.to), hit: true })
    at = hit.to
  }
  return at < to ? [...pieces, { text: text.slice(at, to), hit: false }] : pieces
}

/** Never in the middle of a word. */
const wordStart = (text: string, at: number): number =>
  at === 0 ? 0 : text.indexOf(' ', at) + 1 || at
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space > 0 ? space : at
}
