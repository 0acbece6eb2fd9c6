/** One mail to the administrator who asks, sent at once: whether the settings are right, and what the mail server says. */
import { findPersonRow } from '#db/people.ts'
import { mailReasonOf, type MailReason } from '#domain/people/mail-state.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { mailServerIn, problemOf, sendBySmtp } from '#server/running/send-mail.ts'
import { settings } from '#settings.ts'

export type TestMail =
  | { readonly kind: 'sent'; readonly to: string }
  | { readonly kind: 'off' | 'no-address' }
  /** @param server `host:port` @param problem the mail server's code alone */
  | {
      readonly kind: 'failed'
      readonly server: string
      readonly reason: MailReason
      readonly problem: string
    }
  | NotAllowed

/** Somebody waits at a screen. */
const PATIENCE_MS = 8000

/** It goes nowhere but to the own address of whoever asks. */
export async function sendTestMail(
  by: Person,
  words: { readonly subject: string; readonly text: string },
): Promise<TestMail> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  const { mail } = settings()
  if (!mail) return { kind: 'off' }
  const to = (await findPersonRow(by.id))?.email
  if (!to) return { kind: 'no-address' }
  try {
    await sendBySmtp(mail, PATIENCE_MS)({ to, ...words })
    return { kind: 'sent', to }
  } catch (error) {
    const problem = problemOf(error)
    const server = mailServerIn(mail.smtpUrl)
    return { kind: 'failed', server, reason: mailReasonOf(problem) ?? 'other', problem }
  }
}
