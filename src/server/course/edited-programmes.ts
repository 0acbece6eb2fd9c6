/** Shipped programmes under what an administrator made of them (programme-files.ts). */
import type { Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { inLanguage } from '#programme-file/in-language.ts'
import { editedProgrammes } from './programme-files.ts'

export function withEdited(
  from: Readonly<Record<Language, readonly Programme[]>>,
): Record<Language, Programme[]> {
  const edited = editedProgrammes()
  const slugs = [...new Set([...from.en.map(({ slug }) => slug), ...edited.keys()])]
  const inOne = (one: Language): Programme[] =>
    slugs.flatMap((slug) => {
      const shipped = from[one].find((programme) => programme.slug === slug)
      const file = edited.get(slug)
      const programme = file ? inLanguage(slug, file, one) : shipped
      // A term that came with a later version of the course is taken from the shipped file.
      const began = shipped ?? from[one].find((programme) => programme.slug === file?.madeFrom)
      return programme ? [{ ...programme, terms: { ...began?.terms, ...programme.terms } }] : []
    })
  return { en: inOne('en'), es: inOne('es') }
}
