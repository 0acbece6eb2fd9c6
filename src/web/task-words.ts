/** What a task is, in words. */
import type { Apart, Task } from '#db/tasks.ts'
import { INVITATION_ENDS_WITHIN } from '#domain/people/waits.ts'
import type { Locale } from '#domain/programme/locale.ts'
import { REQUEST_REASONS, type Reason } from '#domain/readiness/attention.ts'
import type { Words } from '#i18n/words.ts'
import { dayInWords } from '#view/days.ts'

/** Since when is said where somebody did or said something; elsewhere the day is only reckoned. */
const HAVE_A_DAY: readonly Reason[] = [
  'harm',
  'concern',
  'wellbeing',
  'stopped',
  'incident',
  'incident-open',
  'help',
  'reflection',
  'sign-off',
  'application',
  'to-invite',
  'mail',
  'bereaved',
  'proposal',
  'data',
  'request',
  'request-next',
]

/** @param today `YYYY-MM-DD` @param now milliseconds since 1970 */
export function whyOf(
  { reason, day, since }: Task,
  { evidence: e }: Words,
  locale: Locale,
  today: string,
  now: number,
): string {
  if (reason === 'action') return e.actionWas(dayInWords(day, locale))
  if (reason === 'pause' && day) return e.pauseWas(dayInWords(day, locale))
  if (reason === 'expiring')
    return (today >= day ? e.expiredOn : e.expiresOn)(dayInWords(day, locale))
  if (reason === 'again' && day) return e.againWas(dayInWords(day, locale))
  if (reason === 'request-long') return e.requestLong(dayInWords(day, locale))
  if (reason === 'invitation') {
    const end = since + INVITATION_ENDS_WITHIN
    return (end < now ? e.invitationEnded : e.invitationEnds)(dayInWords(end, locale))
  }
  return HAVE_A_DAY.includes(reason)
    ? e.reasonSince(e.reasons[reason], dayInWords(since, locale))
    : e.reasons[reason]
}

/** A request has no name but what it is called. */
export const nameOfTask = (
  { name, reason }: Pick<Task, 'name' | 'reason'>,
  words: Words,
): string =>
  REQUEST_REASONS.some((one) => one === reason) ? `${words.requests.reference} ${name}` : name

/** People of one name are told apart by how they are reached, else by when they came. */
export const apartInWords = (
  { contact, joinedAt }: Apart,
  mayDecide: boolean,
  words: Words,
  locale: Locale,
): string => (mayDecide && contact) || words.find.since.person(dayInWords(joinedAt, locale))
