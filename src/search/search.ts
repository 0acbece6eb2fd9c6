/**
 * Finds words in parts of the course. The one search: on the server over what somebody may read,
 * and on a device over the modules that are saved there (docs/decisions/search.md).
 */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch'
import { foldWord, isSmall, wordsOf } from '#domain/search/fold.ts'
import { slipsIn } from '#domain/search/near.ts'
import type { SearchPart } from '#domain/search/parts.ts'

export interface Hit {
  readonly part: SearchPart
  /** The words of the part that were found, folded. */
  readonly words: ReadonlySet<string>
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** True where nothing has all words as they were typed: these are near. */
  readonly isNear: boolean
}

/** @param among what may be found; everything where it is left out */
export type Search = (query: string, among?: (part: SearchPart) => boolean) => Found

const FIELDS = ['title', 'heading', 'text', 'module'] as const
const BOOST = { title: 4, heading: 3, module: 0.5 }

/** First as it was typed, then with small mistakes, then some of the words. */
const WAYS: readonly SearchOptions[] = [
  { combineWith: 'AND', prefix: (word) => word.length > 2 },
  { combineWith: 'AND', prefix: (word) => word.length > 2, fuzzy: slipsIn },
  { combineWith: 'OR', prefix: (word) => word.length > 2, fuzzy: slipsIn },
]

export function searchOver(parts: readonly SearchPart[]): Search {
  const byKey = new Map(parts.map((part) => [part.key, part]))
  // Of the course's own words alone, and gone when the index is made.
  const folded = new Map<string, string>()
  const foldOnce = (word: string): string => {
    const known = folded.get(word) ?? foldWord(word)
    folded.set(word, known)
    return known
  }
  const index = new MiniSearch<SearchPart>({
    idField: 'key',
    fields: [...FIELDS],
    tokenize: (text) => wordsOf(text, foldOnce),
    processTerm: (word) => (isSmall(word) ? null : word),
  })
  index.addAll([...byKey.values()])
  folded.clear()
  return (query, among = () => true) => {
    const filter = ({ id }: SearchResult): boolean => {
      const part = byKey.get(String(id))
      return part !== undefined && among(part)
    }
    const typed = wordsOf(query)
    const telling = typed.filter((word) => !isSmall(word))
    for (const [at, way] of WAYS.entries()) {
      const results = index.search(telling.join(' '), {
        ...way,
        filter,
        boost: BOOST,
        tokenize: apart,
      })
      if (results.length > 0)
        return { hits: calledSoFirst(hitsOf(results, byKey), telling), isNear: at > 0 }
    }
    return { hits: [], isNear: false }
  }
}

/** Folded already, and folding twice would take more away. */
const apart = (query: string): string[] => query.split(' ')

const hitsOf = (results: readonly SearchResult[], byKey: ReadonlyMap<string, SearchPart>): Hit[] =>
  results.flatMap(({ id, match }) => {
    const part = byKey.get(String(id))
    return part ? [{ part, words: new Set(Object.keys(match)) }] : []
  })

/** Whoever types a single word finds first what is called so, however often others say it. */
function calledSoFirst(hits: readonly Hit[], telling: readonly string[]): readonly Hit[] {
  const [word, ...more] = telling
  const isCalledSo = ({ part }: Hit): boolean =>
    part.heading === '' && wordsOf(part.title).join(' ') === word
  if (more.length > 0) return hits
  return [...hits.filter(isCalledSo), ...hits.filter((hit) => !isCalledSo(hit))]
}
