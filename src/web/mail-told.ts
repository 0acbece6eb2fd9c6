/** What became of a notice, in words. */
import type { SeenNotice } from '#db/notices.ts'
import { mailReasonOf, mailStateOf } from '#domain/people/mail-state.ts'
import { timeInWords } from '#view/days.ts'

export function mailTold(
  { mail, outcome }: SeenNotice,
  { words, locale }: Pick<App.Locals, 'words' | 'locale'>,
): string {
  const t = words.notices
  if (!mail) return t.outcomes[outcome]
  const state = mailStateOf(mail)
  const problem = mailReasonOf(mail.problem)
  const because = words.invitations.mailState.reasons[problem ?? 'other']
  if (state === 'sent') return t.state.sent(timeInWords(mail.sentAt ?? 0, locale))
  if (state === 'refused') return t.state.refused(because)
  return problem
    ? t.state.queuedAgain(because, timeInWords(mail.nextTryAt, locale))
    : t.state.queued
}
