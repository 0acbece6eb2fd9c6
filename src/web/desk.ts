/** What the coordinator's and the administrator's pages share. */
import type { APIContext } from 'astro'
import type { Language } from '#domain/course/language.ts'
import { isEmail, programmesAs, type Person } from '#domain/people/person.ts'
import type { Locale } from '#domain/programme/locale.ts'
import { wordsIn, type Words } from '#i18n/words.ts'
import { timeZoneOf } from '#server/running/clock.ts'
import { confirmPassword } from '#server/access/confirm-password.ts'
import type { GroupSessionForm, GroupSessionProblem } from '#server/people/group-sessions.ts'
import type { MailWords } from '#server/people/invite.ts'
import type { MadeLinkMail } from '#server/access/make-link.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { one, type Form } from '#server/forms/read-form.ts'
import { isFresh } from '#server/access/session.ts'
import { renew } from './let-in.ts'
import { tooManyWords } from './no-entry.ts'
import { notFound, requirePerson } from './page.ts'

export interface Desk {
  readonly person: Person
  /** Programmes that this person coordinates. */
  readonly programmes: readonly string[]
  /** The one that the page is about: `?programme=`, else the first. */
  readonly programme: string
  /** From 1. */
  readonly page: number
}

/** Only coordinators; for observers, trainees and others the page is not there. */
export function requireDesk(context: APIContext): Desk | Response {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const programmes = programmesAs(person, 'coordinator')
  const [first] = programmes
  if (first === undefined) return notFound()
  const asked = context.url.searchParams.get('programme')
  if (asked !== null && asked !== '' && !programmes.includes(asked)) return notFound()
  return { person, programmes, programme: asked || first, page: pageOf(context) }
}

export const pageOf = ({ url }: APIContext): number =>
  Math.max(1, Math.min(100_000, Math.trunc(Number(url.searchParams.get('page'))) || 1))

export const programmeName = (slug: string, language: Language): string =>
  findProgramme(slug, language)?.name ?? slug

/**
 * Before a change of what somebody may do, the person shows who they are, unless they just did (R23).
 * @returns words for the password field, or null when they may go on
 */
export async function problemWithProof(context: APIContext): Promise<string | null> {
  const { locals } = context
  const { signedIn, person, now, post, words } = locals
  if (!signedIn || !person || post.kind === 'none') return words.coordinate.passwordWrong
  if (isFresh(signedIn, now)) return null
  // Five minutes may end between opening a page and sending it: a field that was not there yet is no try.
  const password = one(post.form, 'password')
  if (!password) return words.account.passwordMissing
  const answer = await confirmPassword(signedIn, person, password, now)
  if (answer.kind === 'confirmed') {
    if (answer.secret) await renew(context, answer.secret)
    return null
  }
  return answer.kind === 'wrong'
    ? words.coordinate.passwordWrong
    : tooManyWords(locals, answer.minutes)
}

/** The same for what is asked on a page of its own: '' where the password was not asked for yet. */
export async function proofFirst(context: APIContext): Promise<string | null> {
  const problem = await problemWithProof(context)
  const { post } = context.locals
  return problem !== null && post.kind !== 'none' && !post.form.has('password') ? '' : problem
}

export const needsProof = ({ locals }: APIContext): boolean =>
  locals.signedIn === null || !isFresh(locals.signedIn, locals.now)

/** Field by field: the short style says 05:08 pm in the United Kingdom. */
const DAY_AND_TIME = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
} as const

/** Day and time by the programme's clocks. @param time milliseconds since 1970 */
export const timeInWords = (time: number, { tag, timeZone }: Locale): string =>
  new Intl.DateTimeFormat(tag, {
    ...DAY_AND_TIME,
    timeZone,
  }).format(time)

/** Only the time of day, by the programme's clocks. @param time milliseconds since 1970 */
export const clockInWords = (time: number, { tag, timeZone }: Locale): string =>
  new Intl.DateTimeFormat(tag, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone,
  }).format(time)

/** How many entries of others a form showed when it was opened: hidden in it, so that nobody answers unseen words. */
export const seenIn = (form: Form): number =>
  /^\d{1,4}$/.test(one(form, 'seen')) ? Number(one(form, 'seen')) : 0

/** Which version of the rules a form showed; 0 where there were none. */
export const versionIn = (form: Form): number =>
  /^\d{1,15}$/.test(one(form, 'version')) ? Number(one(form, 'version')) : 0

export { timeZoneOf }

/** What people call a time zone, for example "Central Time". @param timeZone an IANA name */
export const zoneInWords = (timeZone: string, { tag }: Locale, now: number): string =>
  new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

/** When a group session begins, as the clocks of its programme say it, with the zone's short name. */
export const startInWords = (
  session: { readonly startsAt: number; readonly programme: string },
  { tag }: Locale,
): string =>
  new Intl.DateTimeFormat(tag, {
    ...DAY_AND_TIME,
    timeZone: timeZoneOf(session.programme),
    timeZoneName: 'short',
  }).format(session.startsAt)

/** The same time twice, told apart by the zone's short names: "1:30 am CDT", "1:30 am CST". */
export const momentInWords = (time: number, timeZone: string, { tag }: Locale): string =>
  new Intl.DateTimeFormat(tag, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone,
    timeZoneName: 'long',
  }).format(time)

/** Tells whose account it is that somebody made a link into it; null where they sign in with a word. */
export const linkMadeMail = (account: Person, by: string): MadeLinkMail | null => {
  if (!isEmail(account.signInName)) return null
  const t = wordsIn(account.language).account
  return {
    recipient: account.signInName,
    subject: t.linkMadeSubject,
    text: t.linkMadeMail(account.name, by),
  }
}

export const mailWords: MailWords = (language, mail) => {
  const t = wordsIn(language).invitations.mail
  return { subject: t.subject, text: t.text(mail) }
}

export const typedGroupSession = (form: Form): GroupSessionForm => ({
  title: one(form, 'title'),
  day: one(form, 'day').trim(),
  time: one(form, 'time').trim(),
  which: one(form, 'which'),
  place: one(form, 'place'),
})

/** By field. */
export function groupSessionProblems(
  found: readonly GroupSessionProblem[],
  words: Words,
): Record<string, string> {
  const FIELDS = {
    'title-missing': 'title',
    'place-missing': 'place',
    'day-malformed': 'day',
    'time-malformed': 'time',
    'time-skipped': 'time',
    'time-twice': 'which',
    'too-long': 'title',
  } as const
  return Object.fromEntries(found.map((one) => [FIELDS[one], words.people.groups.problems[one]]))
}
