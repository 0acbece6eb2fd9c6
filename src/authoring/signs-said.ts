/** Which urgent sign somebody says, by the words that people use for it. */
import type { Bench } from './bench.ts'
import { signsFile, type SignsFile } from './schema-signs.ts'

export type Lists = SignsFile['lists']

export interface SignSaid {
  /** Id of its list. */
  readonly id: string
  readonly word: string
}

/** Null where the lists cannot be read. */
export const listsOf = (bench: Bench): Lists | null =>
  signsFile.safeParse(bench.source.get('en/signs.yaml')?.data).data?.lists ?? null

/** The first word of any list that stands in the text; null for none. */
export function signSaid(lists: Lists, text: string): SignSaid | null {
  const plain = text.replaceAll('’', "'")
  const low = plain.toLowerCase()
  for (const [id, { words }] of Object.entries(lists)) {
    // Hardly any stands there at all, which is found out more quickly than that it stands as a word.
    const word = words.find((one) => low.includes(one.toLowerCase()) && patternOf(one).test(plain))
    if (word !== undefined) return { id, word }
  }
  return null
}

/** Each is asked of every sentence of the course: made once. */
const PATTERNS = new Map<string, RegExp>()

function patternOf(words: string): RegExp {
  const known = PATTERNS.get(words)
  if (known) return known
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu')
  PATTERNS.set(words, pattern)
  return pattern
}
