/** Of the built player what a package needs: the words of its languages, and the faces of its letters. */
import type { Variety } from '#domain/programme/locale.ts'
import { fontsFor } from './fonts-for.ts'
import type { Files } from './zip.ts'

/** The script with the words of a language, as a country says it and as integrations/player.ts names it. */
export const wordsScript = (variety: Variety): string => `words-${variety}.js`

const WORDS = /^words-.*\.js$/

/** @param text everything that is said in the package */
export function playerFor(player: Files, varieties: readonly Variety[], text: string): Files {
  const spoken = varieties.map(wordsScript)
  const files = [...player].filter(([name]) => !WORDS.test(name) || spoken.includes(name))
  return fontsFor(new Map(files), text)
}
