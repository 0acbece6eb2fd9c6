import { DAY_MS, plusDays, type Day } from '#domain/calendar/days.ts'

/** Why a trainee needs the coordinator, most pressing first. The rule stands in db/home-reasons.ts, as SQL. */
export const PERSON_REASONS = [
  'harm',
  'concern',
  'wellbeing',
  'incident',
  'lapsed',
  'stopped',
  'on-hold',
  'pairing',
  'bereaved',
  'incident-open',
  'help',
  'proposal',
  'sign-off',
  'second-signature',
  'reflection',
  'check-in',
  'data',
  'action',
  'pause',
  'unreached',
  'stuck',
  'check',
  'review',
  'expiring',
  'idle',
] as const
export type PersonReason = (typeof PERSON_REASONS)[number]

/** What an application waits for: a first talk, the day on which they were to hear again, the invitation. */
export const APPLICATION_REASONS = ['application', 'again', 'to-invite'] as const
/** Its mail did not go out, or nobody used it and it ends soon or has ended. */
export const INVITATION_REASONS = ['mail', 'invitation'] as const
/** A request for a mentor that nobody has opened, for which nobody is asked, or that waits longer than the programme says. */
export const REQUEST_REASONS = ['request', 'request-next', 'request-long'] as const
/** About somebody who is not here; the rules stand in domain/people/waits.ts and domain/pairing/waits.ts, and in db/desk-waits.ts as SQL. */
export const WAIT_REASONS = [
  ...APPLICATION_REASONS,
  ...INVITATION_REASONS,
  ...REQUEST_REASONS,
] as const
export type WaitReason = (typeof WAIT_REASONS)[number]

/** Why a coordinator must do something. */
export const REASONS = [...PERSON_REASONS, ...WAIT_REASONS] as const
export type Reason = (typeof REASONS)[number]

/** These come before everything else, however long others have waited: somebody may be harmed. */
export const DANGERS = [
  'harm',
  'concern',
  'wellbeing',
  'incident',
  'lapsed',
] as const satisfies readonly PersonReason[]
/** What only coordinators see: what they worry about, and what was agreed between them and a mentor. */
export const FOR_DECIDERS = [
  'harm',
  'concern',
  'wellbeing',
  'incident',
  'incident-open',
  'stopped',
  'action',
  'pause',
  'on-hold',
  'check',
  ...WAIT_REASONS,
  'pairing',
  'bereaved',
  'proposal',
  'check-in',
  'data',
  'unreached',
] as const satisfies readonly Reason[]
/** A review says that the mentor is so well or less, of 5. */
export const LOW_WELLBEING = 2

export const isReason = (value: unknown): value is Reason => REASONS.includes(value as Reason)

/** What is to be done, and lists of people. */
export const TABS = ['needs', 'waiting', 'ready', 'all'] as const
export type Tab = (typeof TABS)[number]
export const PEOPLE_TABS = ['waiting', 'ready', 'all'] as const satisfies readonly Tab[]
export type PeopleTab = (typeof PEOPLE_TABS)[number]

/** Without work for so long, milliseconds. */
export const IDLE_AFTER = 14 * DAY_MS
/** A sign-off that ends within so many days is said. */
export const EXPIRING_WITHIN = 60
/** @param expiresOn, today `YYYY-MM-DD`, by the programme's clock */
export const isExpiring = (expiresOn: string, today: Day): boolean =>
  expiresOn <= plusDays(today, EXPIRING_WITHIN)

/** The first support review is due so long after the sign-off, milliseconds, or after so many meetings. */
export const FIRST_REVIEW_AFTER = 28 * DAY_MS
export const MEETINGS_BEFORE_REVIEW = 3
/** A pause without a day is asked after so many days. */
export const PAUSE_ASKED_AFTER = 28
