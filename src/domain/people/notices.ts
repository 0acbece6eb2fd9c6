/**
 * What somebody is told by mail: never what it is about, only that something waits where they sign in.
 * A new kind is added here, with where its rows come from in db/notices-due.ts, and its name in i18n (`notices.kinds`).
 */
import { DAY_MS, type Day } from '#domain/calendar/days.ts'
import { programmesAs, type Person } from './person.ts'

/** What a trainee or mentor waits for. */
export const AWAITED = [
  'decision',
  'answer',
  'message',
  'proposal',
  'session',
  'review',
  'ending',
  'cards',
] as const
export type AwaitedKind = (typeof AWAITED)[number]

/**
 * `digest`: how much is to be done, to whoever coordinates. `unusual`: that somebody came in from a new device, or was turned
 * away many times (security.ts); nobody can switch it off.
 */
export const NOTICE_KINDS = [...AWAITED, 'digest', 'unusual'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What somebody can be told of: nobody is asked about what never comes to them. */
export const kindsFor = (person: Pick<Person, 'roles'>): readonly NoticeKind[] =>
  NOTICE_KINDS.filter((kind) =>
    kind === 'unusual'
      ? false
      : kind === 'digest'
        ? person.roles.some(({ role }) => role === 'coordinator')
        : person.roles.some(({ role }) => role === 'trainee'),
  )

/** `nothing`: of a digest for which nothing was to be done. */
export const NOTICE_OUTCOMES = [
  'mailed',
  'off',
  'no-address',
  'not-proven',
  'refused-before',
  'unreachable',
  'no-mail',
  'nothing',
] as const
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number]

export interface NoticeMail {
  /** Where they sign in. */
  readonly url: string
  /** Where they say what they want by mail. */
  readonly wishes: string
}

/** Nobody is told of what is older: a server that was off for long does not send what has lost its time. */
export const TOLD_WITHIN = 14 * DAY_MS
/** That a sign-off ends is told so many days before, and once more. */
export const ENDING_TOLD = [30, 7] as const
/**
 * That decision cards wait is told once they have waited for some days, since most people come by themselves, and then not
 * again for four weeks, nor about what has waited for longer than that and the time in which anything is told.
 */
export const CARDS_TOLD = { after: 3, gap: 28, within: 42 } as const

export interface Reached {
  /** '' for none. */
  readonly email: string
  /** A link or a code that went there came back. */
  readonly isProven: boolean
  /** What they said themselves, or null. */
  readonly wish: boolean | null
  /** The mail server said since that there is no such address. */
  readonly isRefused: boolean
  /** Our mail server cannot write to it. */
  readonly isUnreachable: boolean
}

/**
 * Whether a notice goes by mail, or why not. What somebody said themselves counts; else it goes to an address that is
 * known to be theirs: a slip of the pen must not tell a stranger. @param canMail whether mail is sent from here at all
 */
export function outcomeOf(to: Reached, canMail: boolean): NoticeOutcome {
  if (to.wish === false) return 'off'
  if (!to.email) return 'no-address'
  if (!canMail) return 'no-mail'
  if (to.isRefused) return 'refused-before'
  if (to.isUnreachable) return 'unreachable'
  return to.wish === true || to.isProven ? 'mailed' : 'not-proven'
}

export interface DigestWish {
  readonly isOn: boolean
  /** 0 to 23, by the programme's clock. */
  readonly hour: number
  readonly weekdays: boolean
}
export const USUAL_DIGEST: DigestWish = { isOn: true, hour: 8, weekdays: true }

/**
 * Whether its hour has come today. A server that was off then catches up once, on the same day; where the clocks skip the
 * hour it comes with the next one. That it comes once a day is the row's. @param today, time what the programme's clocks show
 */
export const isDigestDue = (wish: DigestWish, today: Day, time: string): boolean =>
  wish.isOn && !(wish.weekdays && isWeekend(today)) && Number(time.slice(0, 2)) >= wish.hour

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay())

/** Whose clock a digest goes by: that of the first programme that somebody coordinates; null for nobody's. */
export const digestProgramme = (person: Person): string | null =>
  programmesAs(person, 'coordinator').sort()[0] ?? null
