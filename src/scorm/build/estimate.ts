/** How large a package will be, before it is made: measured, not packed. */
import type { Language } from '#domain/course/language.ts'
import type { Standard } from '#domain/packages/packed.ts'
import type { Built } from './built.ts'
import { playerFor } from './player-for.ts'
import type { Files } from './zip.ts'

/** The first language of a course shrinks to about this share; of a further one only the words are packed. */
const FIRST_SHARE = 0.295
const FURTHER_SHARE = 0.23
/** Script and style sheet. */
const PLAYER_SHARE = 0.22
/** Pages, manifest and control documents, as they are packed. */
const REST: Record<Standard, number> = { '1.2': 13_000, '2004': 27_000 }

/** Bytes of the whole common course, packed, without packs and clips. */
export function estimate(built: Built, languages: readonly Language[], standard: Standard): number {
  const texts = languages.map((language) =>
    JSON.stringify({ ...built.courses[language], packs: [], cards: [], teaching: [] }),
  )
  const words = texts.reduce(
    (sum, text, at) => sum + text.length * (at ? FURTHER_SHARE : FIRST_SHARE),
    0,
  )
  const player = [...playerFor(built.player, languages, texts.join(''))].reduce(
    (sum, [name, content]) => sum + content.length * (name.endsWith('.woff2') ? 1 : PLAYER_SHARE),
    0,
  )
  return Math.round(words + player + REST[standard])
}

export const bytesOf = (files: Files): number =>
  [...files.values()].reduce((sum, content) => sum + content.length, 0)
