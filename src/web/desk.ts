/** Who may see the coordinators' desk, and which programme it shows. */
import type { APIContext } from 'astro'
import type { Language } from '#domain/course/language.ts'
import { programmesAs, type Person, type Role } from '#domain/people/person.ts'
import { findProgramme, takesIn } from '#server/course/load-course.ts'
import { notFound } from './answers.ts'
import { requirePerson } from './enter.ts'

export interface Desk {
  readonly person: Person
  /** Programmes that this person coordinates. */
  readonly programmes: readonly string[]
  /** The one that the page is about: `?programme=`, else the first. */
  readonly programme: string
  /** From 1. */
  readonly page: number
}

/** Only coordinators; for observers, trainees and others the page is not there. */
export function requireDesk(context: APIContext): Desk | Response {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const programmes = programmesAs(person, 'coordinator')
  const [first] = programmes
  if (first === undefined) return notFound()
  const asked = context.url.searchParams.get('programme')
  if (asked !== null && asked !== '' && !programmes.includes(asked)) return notFound()
  return { person, programmes, programme: asked || first, page: pageOf(context) }
}

export const pageOf = ({ url }: APIContext): number =>
  Math.max(1, Math.min(100_000, Math.trunc(Number(url.searchParams.get('page'))) || 1))

export const programmeName = (slug: string, language: Language): string =>
  findProgramme(slug, language)?.name ?? slug

/** Why nobody comes into a programme as this any more, in words; null where it takes them in. */
export const problemWithProgramme = (
  { words, language }: App.Locals,
  slug: string,
  role: Role,
): string | null =>
  takesIn(slug, role) ? null : words.programmes.archivedHere(programmeName(slug, language))
