/** What the pages of the register share: ids in words. */
import type { Mentor } from '#db/register.ts'
import type { Language } from '#domain/course/course.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Words } from '#i18n/words.ts'

export interface Labels {
  area(id: string): string
  language(id: string): string
  contact(id: string): string
}

/** An id that nobody named stays as it is. */
export function labelsIn(language: Language, words: Words, programme: Programme | null): Labels {
  const named = (names: Readonly<Record<string, string>>, id: string): string =>
    Object.hasOwn(names, id) ? (names[id] ?? id) : id
  const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  return {
    area: (id) => named(programme?.areas ?? {}, id),
    language: (id) => {
      if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(id)) return id
      const name = languages.of(id) ?? id
      return name.charAt(0).toUpperCase() + name.slice(1)
    },
    contact: (id) => named(words.register.ways, id),
  }
}

export const listed = (ids: readonly string[], label: (id: string) => string): string =>
  ids.map(label).join(', ')

/** One mentor as the API and the JSON file say it; ids, so that it is the same in every language. */
export const mentorJson = (mentor: Mentor) => ({
  id: mentor.id,
  name: mentor.name,
  programme: mentor.programme,
  standing: mentor.conditions.trim() ? ('ready-with-conditions' as const) : ('ready' as const),
  conditions: mentor.conditions,
  comfortAreas: mentor.comfortAreas,
  noGoAreas: mentor.noGoAreas,
  languages: mentor.languages,
  contactWays: mentor.contactWays,
  capacity: mentor.capacity,
  place: mentor.place,
  signedOffOn: new Date(mentor.decidedAt).toISOString().slice(0, 10),
  expiresOn: mentor.expiresOn,
})
