/** What a sign-off asks and the person has said already: offered there, agreed by nobody yet. */
import type { Offer } from '#domain/readiness/offer.ts'
import { idsIn, shownIds, type ProfileValues } from './profile.ts'

export interface OfferedByProfile extends Pick<
  Offer,
  'comfortAreas' | 'noGoAreas' | 'languages' | 'place'
> {
  /** In their own words, to be read beside the lists; '' for none. */
  readonly areaWords: string
  readonly languageWords: string
  readonly times: string
}

/** @param areas slugs of the programme that signs off */
export const offerOfProfile = (
  values: ProfileValues,
  areas: readonly string[],
): OfferedByProfile => ({
  comfortAreas: idsIn(shownIds(values.areas, areas)),
  noGoAreas: idsIn(shownIds(values.notAreas, areas)),
  languages: idsIn(values.languages),
  place: values.place ?? '',
  areaWords: values.areaWords ?? '',
  languageWords: values.languageWords ?? '',
  times: values.times ?? '',
})
