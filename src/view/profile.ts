/** A field of a profile, in words. */
import type { Language } from '#domain/course/language.ts'
import { idsIn, PROFILE, REACH_WAYS, type ProfileField } from '#domain/people/profile.ts'
import type { Words } from '#i18n/words.ts'
import { areaName, languageName } from './offer.ts'

/** @param areas names by slug @returns '' for nothing */
export function profileValue(
  field: ProfileField,
  value: string,
  areas: Readonly<Record<string, string>>,
  language: Language,
  words: Pick<Words, 'profile' | 'signOff'>,
): string {
  if (field === 'languages')
    return idsIn(value)
      .map((code) => languageName(code, language, words.signOff))
      .join(' · ')
  if (PROFILE[field].kind === 'some')
    return idsIn(value)
      .map((slug) => areaName(slug, areas))
      .join(' · ')
  if (field !== 'reachBy') return value
  const way = REACH_WAYS.find((one) => one === value)
  return way ? words.profile.ways[way] : value
}
