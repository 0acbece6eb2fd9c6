/** A request for a mentor: what is asked for, never who asks. Whoever asks is known by a reference. */
import { CONTACT_WAYS, SPOKEN_LANGUAGES } from '#domain/readiness/offer.ts'

/** Who wrote it down: a coordinator, staff of a facility, or the person. */
export const ASKERS = ['coordinator', 'facility', 'person'] as const
export type Asker = (typeof ASKERS)[number]

/** How consent was given: said to whoever wrote the request, on paper, or by sending it oneself. */
export const CONSENT_WAYS = ['said', 'written', 'own-form'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]
/** By whoever asks for somebody else. */
export const WITNESSED_CONSENT = ['said', 'written'] as const satisfies readonly ConsentWay[]

/** What a mentor may be told of a request; each is ticked by whoever consents. */
export const TELLABLE = [
  'initials',
  'languages',
  'ways',
  'times',
  'place',
  'areas',
  'hopes',
  'wouldNotWork',
] as const
export type Tellable = (typeof TELLABLE)[number]

/** What is wished most of a mentor: one to three of these. */
export const WISHES = [
  'area',
  'language',
  'way',
  'times',
  'place',
  'similar-age',
  'same-gender',
  'works-or-studies',
  'cares-for-family',
  'long-experience',
] as const
export type Wish = (typeof WISHES)[number]
const MOST_WISHES = 3
const MOST_INITIALS = 3

export interface RequestAnswers {
  /** At most so many letters; '' for none. */
  readonly initials: string
  /** Ids of languages and of ways of contact, as in a sign-off. */
  readonly languages: readonly string[]
  readonly ways: readonly string[]
  readonly times: string
  readonly place: string
  /** Area slugs of the programme. */
  readonly areas: readonly string[]
  readonly hopes: string
  readonly wouldNotWork: string
  readonly wishes: readonly Wish[]
  readonly told: readonly Tellable[]
}

export const FREE_TEXTS = ['times', 'place', 'hopes', 'wouldNotWork'] as const
export type FreeText = (typeof FREE_TEXTS)[number]

/** How whoever asked by themselves is reached. */
export const REACHED_BY = ['phone', 'text', 'email', 'other'] as const
export type ReachedBy = (typeof REACHED_BY)[number]
const CONTACT_LENGTH = 200

export type RequestProblem =
  | 'consent-missing'
  | 'initials-malformed'
  | 'languages-missing'
  | 'ways-missing'
  | 'hopes-missing'
  | 'wishes-missing'
  | 'wishes-too-many'
  | 'times-too-long'
  | 'place-too-long'
  | 'hopes-too-long'
  | 'wouldNotWork-too-long'

export type ContactProblem = 'reachedBy-missing' | 'contact-missing' | 'contact-too-long'

export interface ContactForm {
  readonly reachedBy: ReachedBy | null
  readonly contact: string
}

const SHORT = 200
export const LONG = 1000

export function problemsWithContact({ reachedBy, contact }: ContactForm): ContactProblem[] {
  return [
    ...(reachedBy ? [] : (['reachedBy-missing'] as const)),
    ...(contact.trim() ? [] : (['contact-missing'] as const)),
    ...(contact.length > CONTACT_LENGTH ? (['contact-too-long'] as const) : []),
  ]
}

/** Initials as they are kept: letters alone. */
const asInitials = (typed: string): string => typed.replace(/[\s.·-]/g, '').toLocaleUpperCase('en')

/** @returns every problem with what is asked for */
export function problemsWithAnswers(answers: RequestAnswers): RequestProblem[] {
  const { initials, languages, ways, wishes } = answers
  return [
    ...(new RegExp(`^\\p{L}{0,${MOST_INITIALS}}$`, 'u').test(initials)
      ? []
      : (['initials-malformed'] as const)),
    ...(languages.length ? [] : (['languages-missing'] as const)),
    ...(ways.length ? [] : (['ways-missing'] as const)),
    ...(answers.hopes.trim() ? [] : (['hopes-missing'] as const)),
    ...(wishes.length ? [] : (['wishes-missing'] as const)),
    ...(wishes.length > MOST_WISHES ? (['wishes-too-many'] as const) : []),
    ...FREE_TEXTS.flatMap((field) =>
      answers[field].length > (field === 'times' || field === 'place' ? SHORT : LONG)
        ? ([`${field}-too-long`] as const)
        : [],
    ),
  ]
}

/** Only what is offered to choose from, and texts without what stands around them. */
export const tidied = (
  answers: RequestAnswers,
  areas: Readonly<Record<string, unknown>>,
): RequestAnswers => ({
  ...answers,
  initials: asInitials(answers.initials),
  languages: SPOKEN_LANGUAGES.filter((one) => answers.languages.includes(one)),
  ways: CONTACT_WAYS.filter((one) => answers.ways.includes(one)),
  areas: Object.keys(areas).filter((one) => answers.areas.includes(one)),
  wishes: WISHES.filter((one) => answers.wishes.includes(one)),
  told: TELLABLE.filter((one) => answers.told.includes(one)),
  times: answers.times.trim(),
  place: answers.place.trim(),
  hopes: answers.hopes.trim(),
  wouldNotWork: answers.wouldNotWork.trim(),
})

/** Why a request ended without a pairing that lasts. */
export const REQUEST_ENDS = [
  'withdrawn',
  'consent-withdrawn',
  'erased',
  'nobody-found',
  'other-help',
  'helped',
] as const
export type RequestEnd = (typeof REQUEST_ENDS)[number]
/** Which of these a coordinator may note; the others follow from what whoever asked does. */
export const NOTED_ENDS = [
  'nobody-found',
  'other-help',
  'helped',
  'withdrawn',
  'consent-withdrawn',
] as const satisfies readonly RequestEnd[]

/** Where a request stands. */
export const REQUEST_STATES = ['waiting', 'paired', 'no-consent', 'ended', 'erased'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export function stateOfRequest(request: {
  readonly end: { readonly why: RequestEnd } | null
  readonly consent: { readonly given: boolean } | null
  readonly waitsSince: number | null
}): RequestState {
  if (request.end) return request.end.why === 'erased' ? 'erased' : 'ended'
  if (!request.consent?.given) return 'no-consent'
  return request.waitsSince === null ? 'paired' : 'waiting'
}
