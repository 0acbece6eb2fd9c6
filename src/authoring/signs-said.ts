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
  for (const [id, { words }] of Object.entries(lists)) {
    const word = words.find((one) => says(text, one))
    if (word !== undefined) return { id, word }
  }
  return null
}

const says = (text: string, words: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`,
    'iu',
  ).test(text.replaceAll('’', "'"))
