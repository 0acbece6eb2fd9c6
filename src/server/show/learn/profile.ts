/** One's own profile. */
import { together } from '#db/client.ts'
import { personRowQuery } from '#db/people.ts'
import { profileQuery } from '#db/profiles.ts'
import type { Language } from '#domain/course/language.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { profileFrom, type Profile } from '#server/people/profile.ts'

/** In which they are a trainee; '' for who is none. */
export const ownProgramme = (by: Person): string => programmesAs(by, 'trainee')[0] ?? ''

export async function showOwnProfile(by: Person, language: Language): Promise<Profile> {
  const { kept, account } = await together({
    kept: profileQuery(by.id),
    account: personRowQuery(by.id),
  })
  const { email = '', phone = '' } = account ?? {}
  const areas = findProgramme(ownProgramme(by), language)?.areas ?? {}
  return profileFrom(by.id, kept, { name: by.name, email, phone }, areas)
}
