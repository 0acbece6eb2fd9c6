/**
 * What a search compares, and how names are ordered: every list of people, every file and every search follows this.
 * The database keeps `foldedName` beside each name (db/names.ts), so that SQL compares and orders the same text.
 */
import type { Language } from '#domain/course/language.ts'

/** Lower case, without marks above and below letters: "nunez" and "Núñez" are the same word. */
export const withoutAccents = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Letters that are no other letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
}
/** Left out wherever they stand: O’Neill is ONeill, J.R. is JR. */
const SILENT = /[.'’‘‛`´ʻʼʹ′＇]/g
/** Stands behind the n of ñ: Spanish orders by it, everything else overlooks it. After every plain letter. */
export const MARK = '~'

/** Plain lower-case letters and numbers (and `_`, for sign-in names) with single spaces between words; ñ is `n~`. */
export function fold(text: string): string {
  const plain = text.replace(SILENT, '').normalize('NFKC').toLowerCase()
  const words = plain.replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ').trim()
  return withoutAccents(words.replaceAll('ñ', `n${MARK}`)).replace(
    /[ßæœøłđðþıħŧŋ]/g,
    (letter) => LETTERS[letter] ?? letter,
  )
}

/** Letters of other alphabets, and signs that nobody sees, make a name that looks like another one. */
export const hasPlainLetters = (name: string): boolean =>
  /^[\x21-\x7e]*$/.test(withoutAccents(name).replace(/[ßæœøłđðþħŧŋ]/g, 'a'))

/** Equal for two sign-in names that one takes for each other at a glance; db/people.ts says the same in SQL, of a to z. */
export const lookOf = (signInName: string): string =>
  ALIKE.reduce((text, [one, other]) => text.replaceAll(one, other), fold(inLatin(signInName)))

/** Letters of an address in Cyrillic or Greek that nobody tells from ours. */
const inLatin = (text: string): string =>
  [...text].map((letter) => LOOKS_LATIN[letter] ?? letter).join('')

const LOOKS_LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'авекмнорстухіѕјһԁԛԝαοριυντκχ'].map((letter, nth) => [
    letter,
    'abekmhopctyxisjhdqwaopiuvtkx'[nth] ?? letter,
  ]),
)

/** In this order. */
export const ALIKE: readonly (readonly [string, string])[] = [
  [MARK, ''],
  ['0', 'o'],
  ['1', 'l'],
  ['rn', 'm'],
  ['vv', 'w'],
]

/** The text that stands beside a name: ordered by the name, searched by both. */
export const foldedName = (name: string, signInName: string): string =>
  `${fold(name)}\n${fold(signInName)}`

const MOST_WORDS = 10

/** Each must be there, in any order; none where nothing was typed that could be compared. */
export const searchWords = (typed: string): readonly string[] =>
  [...new Set(fold(typed).replaceAll(MARK, '').split(' '))].filter(Boolean).slice(0, MOST_WORDS)

/** Whether what was typed finds a folded text; db/names.ts says the same in SQL. */
export function isAlike(typed: string, folded: string): boolean {
  const words = searchWords(typed)
  const text = folded.replaceAll(MARK, '')
  return words.length > 0 && words.every((word) => text.includes(word))
}

const key = (name: string, language: Language): string =>
  language === 'es' ? fold(name) : fold(name).replaceAll(MARK, '')

/** For sorting: the order of `byName` in db/names.ts. */
export function compareNames(one: string, other: string, language: Language): number {
  const [a, b] = [key(one, language), key(other, language)]
  return a < b ? -1 : a > b ? 1 : 0
}
