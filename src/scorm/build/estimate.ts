/** How large a package will be, before it is made: measured, not packed. */
import type { Language } from '#domain/course/course.ts'
import type { Standard } from '#domain/course/packed.ts'
import type { Built } from './built.ts'
import type { Files } from './zip.ts'

/** The words of a course shrink to about this share, control documents, script and style sheet to about that. */
const WORDS_SHARE = 0.265
const REST_SHARE = 0.22
/** Of the control documents, as they are packed. */
const SCHEMAS: Record<Standard, number> = { '1.2': 6_000, '2004': 42_000 }

/** Bytes of the whole course, packed, without clips. */
export function estimate(built: Built, languages: readonly Language[], standard: Standard): number {
  const words = languages.reduce(
    (sum, language) => sum + JSON.stringify(built.courses[language]).length,
    0,
  )
  const player = [...built.player].reduce(
    (sum, [name, content]) => sum + content.length * (name.endsWith('.woff2') ? 1 : REST_SHARE),
    0,
  )
  return Math.round(words * WORDS_SHARE + player + SCHEMAS[standard])
}

export const bytesOf = (files: Files): number =>
  [...files.values()].reduce((sum, content) => sum + content.length, 0)
