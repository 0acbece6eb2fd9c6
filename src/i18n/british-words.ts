/** The English interface as a programme in the United Kingdom reads it. */
import type { Language } from '#domain/course/language.ts'
import { british } from '#domain/programme/british.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { wordsIn, type Words } from './words.ts'

const MAPPED = new WeakMap<object, unknown>()

/** The interface in the spelling of the programme's country. */
export const wordsFor = (language: Language, { country }: Pick<Programme, 'country'>): Words =>
  language === 'en' && country === 'uk' ? inBritishSpelling(wordsIn(language)) : wordsIn(language)

/** The same words with British spelling, also in what a function of them answers. Made once for each set. */
function inBritishSpelling<T extends object>(words: T): T {
  const known = MAPPED.get(words)
  if (known) return known as T
  const mapped = mapOf(words) as T
  MAPPED.set(words, mapped)
  return mapped
}

/** @param given what a function was handed: names, addresses and titles stay as they are */
function mapOf(value: unknown, given: readonly string[] = []): unknown {
  if (typeof value === 'string') return around(value, given)
  if (typeof value === 'function')
    return (...all: unknown[]): unknown =>
      mapOf(
        (value as (...all: unknown[]) => unknown)(...all),
        all.flat().filter((one): one is string => typeof one === 'string' && one !== ''),
      )
  if (Array.isArray(value)) return value.map((one) => mapOf(one, given))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapOf(one, given)]))
}

function around(text: string, [first, ...others]: readonly string[]): string {
  if (first === undefined) return british(text)
  return text
    .split(first)
    .map((part) => around(part, others))
    .join(first)
}
