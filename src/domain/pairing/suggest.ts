/**
 * Which mentors a request may be proposed to, and what speaks for and against each, in ids that a page says in words.
 * There is no score: nobody has shown that one number finds the better mentor. db/suggestions.ts orders in the same way, as
 * SQL; a test compares the two.
 */
import { fold, MARK } from '#domain/people/names.ts'
import type { Absence } from '#domain/register/register.ts'
import type { RequestAnswers, Wish } from './request.ts'

/** Met, not met, or for a coordinator to ask and decide. */
export const FITS = ['met', 'decide', 'not-met'] as const
export type Fit = (typeof FITS)[number]

/** What decides the order, in this order where nothing is wished more than the rest. */
export const ORDERED = ['language', 'way', 'place', 'areas', 'conditions', 'asked-before'] as const
export type Ordered = (typeof ORDERED)[number]

export type LineKind = 'standing' | 'places' | 'no-go' | 'times' | Ordered | Wish

/** How an area rests on evidence: agreed at the sign-off, in their own words alone, or not at all. */
export type AreaBasis = 'signed-off' | 'own-words' | 'none'

export interface Line {
  readonly kind: LineKind
  readonly fit: Fit
  /** Among what is wished most. */
  readonly wished: boolean
  /** What both have, of languages and ways. */
  readonly common?: readonly string[]
  readonly areas?: readonly { readonly area: string; readonly basis: AreaBasis }[]
}

/** What this mentor was asked about this request before. */
export type AskedBefore = 'never' | 'not-now' | 'silent' | 'closed'

export interface MentorFacts {
  /** As `absenceAt` (domain/register/register.ts) says it today. */
  readonly absence: Absence | 'never' | null
  readonly capacity: number
  /** Open pairings, and proposals that wait or were accepted. */
  readonly used: number
  readonly noGoAreas: readonly string[]
  readonly comfortAreas: readonly string[]
  /** As they say it themselves in their profile. */
  readonly ownAreas: readonly string[]
  readonly conditions: string
  readonly languages: readonly string[]
  readonly contactWays: readonly string[]
  readonly place: string
  /** `closed`: they said no, whoever asked said no, or the two met before. */
  readonly askedBefore: AskedBefore
  /** Milliseconds: since the last time they were connected with somebody, or since they were first signed off. */
  readonly waitingSince: number
}

export type Asked = Pick<
  RequestAnswers,
  'areas' | 'languages' | 'ways' | 'times' | 'place' | 'wishes'
>

export type Suggestion =
  | { readonly kind: 'suggested'; readonly lines: readonly Line[] }
  | { readonly kind: 'never'; readonly why: 'not-ready' | 'no-place' | 'no-go' | 'closed' }

export function suggest(asked: Asked, mentor: MentorFacts): Suggestion {
  if (mentor.absence !== null) return { kind: 'never', why: 'not-ready' }
  if (mentor.used >= mentor.capacity) return { kind: 'never', why: 'no-place' }
  if (asked.areas.some((area) => mentor.noGoAreas.includes(area)))
    return { kind: 'never', why: 'no-go' }
  if (mentor.askedBefore === 'closed') return { kind: 'never', why: 'closed' }
  const fits = fitsOf(asked, mentor)
  const areas = asked.areas.map((area) => ({ area, basis: basisOf(mentor, area) }))
  const line = (kind: LineKind, fit: Fit, more: Partial<Line> = {}): Line => ({
    ...{ kind, fit, wished: isWished(asked, kind) },
    ...more,
  })
  const unknown = asked.wishes.filter((wish) => !KNOWN_WISHES.has(wish))
  return {
    kind: 'suggested',
    lines: [
      line('standing', 'met'),
      line('places', 'met'),
      ...(asked.areas.length ? [line('no-go', 'met')] : []),
      ...(mentor.conditions ? [line('conditions', fits.conditions)] : []),
      ...(asked.languages.length
        ? [line('language', fits.language, { common: both(asked.languages, mentor.languages) })]
        : []),
      ...(asked.ways.length
        ? [line('way', fits.way, { common: both(asked.ways, mentor.contactWays) })]
        : []),
      // Both are free words.
      ...(asked.times.trim() ? [line('times', 'decide')] : []),
      ...(asked.place.trim() ? [line('place', fits.place)] : []),
      ...(areas.length ? [line('areas', fits.areas, { areas })] : []),
      ...(fits['asked-before'] === 'met' ? [] : [line('asked-before', 'decide')]),
      // Nothing here says it: the mentor does, when asked.
      ...unknown.map((wish) => line(wish, 'decide')),
    ],
  }
}

/** What a wish is called among the lines. */
const WISH_LINES: Readonly<Partial<Record<Wish, LineKind>>> = {
  area: 'areas',
  language: 'language',
  way: 'way',
  times: 'times',
  place: 'place',
}
const KNOWN_WISHES: ReadonlySet<Wish> = new Set(Object.keys(WISH_LINES) as Wish[])
const isWished = ({ wishes }: Pick<Asked, 'wishes'>, kind: LineKind): boolean =>
  wishes.some((wish) => (WISH_LINES[wish] ?? wish) === kind)

/** What is wished most comes first, then the rest as it always stands. */
export const orderOf = (asked: Pick<Asked, 'wishes'>): Ordered[] => [
  ...ORDERED.filter((kind) => isWished(asked, kind)),
  ...ORDERED.filter((kind) => !isWished(asked, kind)),
]

function fitsOf(asked: Asked, mentor: MentorFacts): Readonly<Record<Ordered, Fit>> {
  const bases = asked.areas.map((area) => basisOf(mentor, area))
  return {
    language: fitOfLists(asked.languages, mentor.languages),
    way: fitOfLists(asked.ways, mentor.contactWays),
    place: fitOfPlaces(asked.place, mentor.place),
    areas: bases.every((basis) => basis === 'signed-off')
      ? 'met'
      : bases.every((basis) => basis === 'none')
        ? 'not-met'
        : 'decide',
    conditions: mentor.conditions ? 'decide' : 'met',
    'asked-before': mentor.askedBefore === 'never' ? 'met' : 'decide',
  }
}

/** Line by line: who fits the first one better comes first; who fits alike, by who has waited longest. */
export function compareFits(
  asked: Asked,
  a: MentorFacts & { readonly id: string },
  b: MentorFacts & { readonly id: string },
): number {
  const [fitsA, fitsB] = [fitsOf(asked, a), fitsOf(asked, b)]
  for (const kind of orderOf(asked)) {
    const difference = FITS.indexOf(fitsA[kind]) - FITS.indexOf(fitsB[kind])
    if (difference) return difference
  }
  return a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1)
}

const both = (asked: readonly string[], has: readonly string[]): string[] =>
  asked.filter((one) => has.includes(one))

/** A mentor of whom nothing was written down has to be asked. */
const fitOfLists = (asked: readonly string[], has: readonly string[]): Fit => {
  if (asked.length === 0 || both(asked, has).length) return 'met'
  return has.length ? 'not-met' : 'decide'
}

/** Two names of places may be next to each other: only the same words are known to be near. */
const fitOfPlaces = (asked: string, has: string): Fit => {
  const [one, other] = [foldedPlace(asked), foldedPlace(has)]
  return !one || !other || one.includes(other) || other.includes(one) ? 'met' : 'decide'
}

export const foldedPlace = (place: string): string => fold(place).replaceAll(MARK, '')

const basisOf = (mentor: MentorFacts, area: string): AreaBasis => {
  if (mentor.comfortAreas.includes(area)) return 'signed-off'
  return mentor.ownAreas.includes(area) ? 'own-words' : 'none'
}
