/** A trainee's or mentor's profile, for those who coordinate there. */
import { read } from '#db/client.ts'
import { profileQuery } from '#db/profiles.ts'
import type { Language } from '#domain/course/language.ts'
import { mayChangeProfile } from '#domain/people/may.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { profileFrom, type Profile } from '#server/people/profile.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

/** Null for who may not see it. */
export async function showProfile(
  { by, trainee }: Pick<OpenRecord, 'by' | 'trainee'>,
  language: Language,
): Promise<Profile | null> {
  if (!mayChangeProfile(by, trainee)) return null
  const areas = findProgramme(trainee.programme, language)?.areas ?? {}
  return profileFrom(trainee.id, await read(profileQuery(trainee.id)), trainee, areas)
}
