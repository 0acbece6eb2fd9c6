/** A few words around what was found, with the hits apart. */
import { wordsWithPlaces } from './fold.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

const LENGTH = 180
/** How much stands before the first hit. */
const BEFORE = 50

/** The hits in a text that is shown whole. @param found folded words */
export const marked = (text: string, found: ReadonlySet<string>): Piece[] =>
  piecesOf(text, 0, text.length, found)

/** At the place where most different words were found; from the beginning where there is none. */
export function excerptOf(text: string, found: ReadonlySet<string>): Piece[] {
  const hits = wordsWithPlaces(text).filter(({ folded }) => found.has(folded))
  const kinds = (from: number): number =>
    new Set(
      hits
        .filter((hit) => hit.from >= from && hit.to <= from + LENGTH - BEFORE)
        .map(({ folded }) => folded),
    ).size
  const best = hits.reduce<(typeof hits)[number] | null>(
    (at, hit) => (at && kinds(at.from) >= kinds(hit.from) ? at : hit),
    null,
  )
  const from = wordStart(text, Math.max(0, (best?.from ?? 0) - BEFORE))
  const to = wordEnd(text, Math.min(text.length, from + LENGTH))
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...piecesOf(text, from, to, found),
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ]
}

function piecesOf(text: string, from: number, to: number, found: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const word of wordsWithPlaces(text)) {
    if (word.from < from || word.to > to || !found.has(word.folded)) continue
    if (word.from > at) pieces.push({ text: text.slice(at, word.from), hit: false })
    pieces.push({ text: text.slice(word.from, word.to), hit: true })
    at = word.to
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
