/** What a search for a person compares: words in any order, and a phone number however it was written. */
import { MARK, fold } from './names.ts'

/** More is no name, and no address. */
export const FIND_LENGTH = 100
const MOST_WORDS = 10
/**
 * At least six digits, with what people put between them; what follows or goes before is other words. Digits joined to
 * letters are part of a reference or of a code.
 */
const PHONE = /(?<![\p{L}\p{N}][-–]?)\+?\(?\d(?:[\s().\-/–\u00a0]*\d){5,}(?![-–]?[\p{L}\p{N}])/gu
/** So many digits at the end tell numbers apart, and leave out the country. */
const PHONE_END = 8

/** One of these must begin a word of what is compared. */
export type FindTerm = readonly string[]

/** Each must be found; none where nothing was typed that could be compared. */
export function findTerms(typed: string): readonly FindTerm[] {
  const text = typed.slice(0, FIND_LENGTH)
  const phones = [...text.matchAll(PHONE)].map(([written]) => phoneEnds(written))
  const words = fold(text.replace(PHONE, ' ')).replaceAll(MARK, '').split(' ').filter(Boolean)
  return [...phones, ...[...new Set(words)].map((word) => [word])].slice(0, MOST_WORDS)
}

/** `+44 161 555 0123` and `0161 555 0123` end alike; a reference of digits alone is found as it stands. */
function phoneEnds(written: string): FindTerm {
  const digits = written.replace(/\D/g, '')
  const end = digits.replace(/^0+(?=\d{4})/, '').slice(-PHONE_END)
  return [...new Set([end, digits])]
}
