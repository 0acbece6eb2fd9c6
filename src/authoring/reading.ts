/** How hard a page is to read. Advice for authors, never a refusal. */
import type { Language } from '#domain/course/language.ts'
import { syllablesIn } from './syllables.ts'

export interface Reading {
  readonly words: number
  readonly sentences: number
  /** On average; 0 where there is nothing to read. */
  readonly wordsPerSentence: number
  /** Words of the longest sentence. */
  readonly longest: number
  /** English: the Flesch–Kincaid grade, lower is easier. Spanish: INFLESZ, higher is easier. */
  readonly score: number
}

export interface Target {
  readonly wordsPerSentence: number
  /** English at most this grade, Spanish at least this INFLESZ. */
  readonly score: number
}

/** INFLESZ 65 begins "rather easy"; grade 8 is the upper end of what a lesson may ask (L3). */
export const TARGETS: Readonly<Record<Language, Target>> = {
  en: { wordsPerSentence: 20, score: 8 },
  es: { wordsPerSentence: 20, score: 65 },
}

/** @param blocks paragraphs, lines of a list, headings: each ends a sentence */
export function measure(blocks: readonly string[], language: Language): Reading {
  const sentences = blocks.flatMap(sentencesOf)
  const lengths = sentences.map((sentence) => wordsOf(sentence).length)
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word, language), 0)
  if (words.length === 0)
    return { words: 0, sentences: 0, wordsPerSentence: 0, longest: 0, score: 0 }
  const perSentence = words.length / sentences.length
  const perWord = syllables / words.length
  return {
    words: words.length,
    sentences: sentences.length,
    wordsPerSentence: perSentence,
    longest: Math.max(...lengths),
    score: language === 'en' ? grade(perSentence, perWord) : inflesz(perSentence, perWord),
  }
}

/** Kincaid et al. 1975: the school year of the United States that reads it with ease. */
const grade = (perSentence: number, perWord: number): number =>
  0.39 * perSentence + 11.8 * perWord - 15.59

/** Szigriszt-Pazos 1993, with the scale of Barrio-Cantalejo et al. 2008 (INFLESZ): 65 to 80 is rather easy. */
const inflesz = (perSentence: number, perWord: number): number =>
  206.835 - 62.3 * perWord - perSentence

/** A colon does not end a sentence, nor does a point in "a.m." or in a number. */
export const sentencesOf = (block: string): string[] =>
  block
    .replace(/\b([ap])\.\s?m\./g, '$1m')
    .split(/(?<=[.!?…]["”»’)\]]*)\s+(?=["“«‘([¿¡—–]*[\p{Lu}\p{N}])/u)
    .filter((sentence) => wordsOf(sentence).length > 0)

export const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*(?:['’-][\p{L}\p{N}]+)*/gu) ?? []

/** What misses its target; empty where the page is within. */
export function outside({ words, wordsPerSentence, score }: Reading, language: Language): string[] {
  const target = TARGETS[language]
  if (words === 0) return []
  const tooHard = language === 'en' ? score > target.score : score < target.score
  return [
    ...(wordsPerSentence > target.wordsPerSentence
      ? [`more than ${target.wordsPerSentence} words a sentence`]
      : []),
    ...(tooHard
      ? [language === 'en' ? `grade above ${target.score}` : `INFLESZ below ${target.score}`]
      : []),
  ]
}
