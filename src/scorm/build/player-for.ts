/** Of the built player what a package needs: the words of its languages, and the faces of its letters. */
import type { Language } from '#domain/course/language.ts'
import { fontsFor } from './fonts-for.ts'
import type { Files } from './zip.ts'

/** The script with the words of a language, as integrations/player.ts names it. */
export const wordsScript = (language: Language): string => `words-${language}.js`

const WORDS = /^words-.*\.js$/

/** @param text everything that is said in the package */
export function playerFor(player: Files, languages: readonly Language[], text: string): Files {
  const spoken = languages.map(wordsScript)
  const files = [...player].filter(([name]) => !WORDS.test(name) || spoken.includes(name))
  return fontsFor(new Map(files), text)
}
