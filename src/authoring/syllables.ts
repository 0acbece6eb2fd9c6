/** How many syllables a word has: counted by rule in Spanish, by the `syllable` package in English. */
import { syllable } from 'syllable'
import type { Language } from '#domain/course/language.ts'

/** At least 1; a number in digits counts as one syllable. */
export const syllablesIn = (word: string, language: Language): number =>
  Math.max(1, language === 'es' ? inSpanish(word) : syllable(word))

const STRONG = 'aeoáéó'
/** A weak vowel with an accent stands alone: pa-ís, ba-úl. */
const ALONE = 'íú'

/** Vowels that belong together are one syllable (Ortografía de la RAE, 2010, II.2.2); h is not heard. */
function inSpanish(word: string): number {
  const heard = word
    .toLowerCase()
    .replaceAll('h', '')
    .replace(/qu|gu(?=[eéií])/g, 'q')
    .replace(/y$|y(?=[^aeiouáéíóúü])/g, 'i')
  return (heard.match(/[aeiouáéíóúü]+/g) ?? []).reduce((sum, group) => sum + nuclei(group), 0)
}

function nuclei(group: string): number {
  let count = 1
  for (let at = 1; at < group.length; at++) {
    const before = group.charAt(at - 1)
    const here = group.charAt(at)
    const bothStrong = STRONG.includes(before) && STRONG.includes(here)
    if (bothStrong || ALONE.includes(before) || ALONE.includes(here)) count++
  }
  return count
}
