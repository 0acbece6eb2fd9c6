/** What the pages of the register share: ids in words. */
import type { Mentor } from '#db/register-mentor.ts'
import type { Language } from '#domain/course/language.ts'
import { dayAt } from '#domain/calendar/days.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import type { Words } from '#i18n/words.ts'
import { isUnderEarlierNeeds } from '#server/register/earlier-needs.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { areaName, contactWayName, languageName } from '#view/offer.ts'

export interface Labels {
  area(id: string): string
  language(id: string): string
  contact(id: string): string
}

/** The same words as the sign-off's; an id that nobody named stays as it is. */
export const labelsIn = (
  language: Language,
  words: Words,
  programme: Programme | null,
): Labels => ({
  area: (id) => areaName(id, programme?.areas ?? {}),
  language: (id) => languageName(id, language, words.signOff),
  contact: (id) => contactWayName(id, words.signOff),
})

export const listed = (ids: readonly string[], label: (id: string) => string): string =>
  ids.map(label).join(', ')

/** What was looked for, for paper and files, where no filter is in sight; '' for everybody. */
export const wishInWords = (wish: RegisterWish, labels: Labels, t: Words['register']): string =>
  [
    wish.area && `${t.area}: ${labels.area(wish.area)}`,
    wish.language && `${t.language}: ${labels.language(wish.language)}`,
    wish.contact && `${t.contact}: ${labels.contact(wish.contact)}`,
    wish.capacity && `${t.capacity}: ${t.people(wish.capacity)}`,
    wish.place && `${t.place}: ${wish.place}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** One mentor as the API and the JSON file say it; ids, so that it is the same in every language. */
export const mentorJson = (mentor: Mentor) => ({
  id: mentor.id,
  name: mentor.name,
  programme: mentor.programme,
  standing: mentor.conditions.trim() ? ('ready-with-conditions' as const) : ('ready' as const),
  conditions: mentor.conditions,
  comfortAreas: mentor.comfortAreas,
  areaGrounds: mentor.comfortAreas.map((area) => {
    const ground = mentor.areaGrounds?.[area]
    return {
      area,
      by: ground ? (ground.by === 'pack' ? ('course' as const) : ground.by) : ('earlier' as const),
      pack: ground?.by === 'pack' ? ground.pack : null,
      talkedOn: ground?.by === 'talk' ? dayAt(ground.heldAt, timeZoneOf(mentor.programme)) : null,
    }
  }),
  noGoAreas: mentor.noGoAreas,
  languages: mentor.languages,
  contactWays: mentor.contactWays,
  capacity: mentor.capacity,
  place: mentor.place,
  signedOffOn: dayAt(mentor.decidedAt, timeZoneOf(mentor.programme)),
  expiresOn: mentor.expiresOn,
  needs: isUnderEarlierNeeds(mentor) ? ('earlier' as const) : ('today' as const),
})
