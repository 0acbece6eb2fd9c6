/** What a mentor offers, in words. */
import type { Language } from '#domain/course/language.ts'
import { CONTACT_WAYS, SPOKEN_LANGUAGES, type Offer } from '#domain/readiness/offer.ts'
import type { SignOffWords } from '#i18n/en/sign-off.ts'

/** @param code ISO 639; what has no name is shown as it is */
export function languageName(code: string, language: Language, words: SignOffWords): string {
  const ours: Readonly<Record<string, string>> = words.languageNames
  if (Object.hasOwn(ours, code)) return ours[code] ?? code
  try {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
    const name = names.of(code) ?? code
    return name === code ? code : name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return code
  }
}

/** To choose from, with those that were chosen before. */
export const spokenLanguages = (
  language: Language,
  words: SignOffWords,
  chosen: readonly string[] = [],
): { value: string; text: string }[] =>
  [...new Set([...SPOKEN_LANGUAGES, ...chosen])].map((value) => ({
    value,
    text: languageName(value, language, words),
  }))

export const contactWayName = (way: string, words: SignOffWords): string => {
  const known = CONTACT_WAYS.find((one) => one === way)
  return known ? words.contactWays[known] : way
}

/** @param areas names by slug; a slug that is gone stands as it is */
export const areaName = (slug: string, areas: Readonly<Record<string, string>>): string =>
  (Object.hasOwn(areas, slug) ? areas[slug] : undefined) ?? slug

/** An area, and what it rests on. */
export const withGround = (area: string, ground: string): string =>
  ground ? `${area} (${ground})` : area

/** Lines of an offer as pairs of label and value, those that say nothing left out. @param ground what an area rests on, in words; '' for nothing to say */
export function offerInWords(
  offer: Offer,
  areas: Readonly<Record<string, string>>,
  language: Language,
  words: SignOffWords,
  ground: (area: string) => string = () => '',
): { label: string; value: string }[] {
  const list = (values: readonly string[]): string => values.join(' · ')
  return [
    {
      label: words.rows.comfort,
      value: list(
        offer.comfortAreas.map((area) => withGround(areaName(area, areas), ground(area))),
      ),
    },
    { label: words.rows.noGo, value: list(offer.noGoAreas.map((area) => areaName(area, areas))) },
    {
      label: words.rows.languages,
      value: list(offer.languages.map((code) => languageName(code, language, words))),
    },
    {
      label: words.rows.contact,
      value: list(offer.contactWays.map((way) => contactWayName(way, words))),
    },
    { label: words.rows.capacity, value: words.people(offer.capacity) },
    { label: words.rows.place, value: offer.place },
  ].filter(({ value }) => value)
}
