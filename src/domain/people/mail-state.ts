/** What became of a mail: it is sent once a mail server took it, and refused once that said no for good. */

export const MAIL_STATES = ['queued', 'sent', 'refused'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Why a try failed, as far as the mail server's code tells it. */
export const MAIL_REASONS = [
  'address',
  'full',
  'not-let-in',
  'certificate',
  'away',
  'other',
] as const
export type MailReason = (typeof MAIL_REASONS)[number]

export function mailStateOf(mail: {
  readonly sentAt: number | null
  readonly refusedAt: number | null
  readonly nextTryAt: number
}): MailState {
  if (mail.sentAt !== null) return 'sent'
  // Nobody will try it again: a server that ended in its last try has written no more than that.
  return mail.refusedAt !== null || mail.nextTryAt >= NEVER ? 'refused' : 'queued'
}

/** The time of a next try that there will not be. */
export const NEVER = Number.MAX_SAFE_INTEGER

const codeIn = (problem: string): number => Number(/(?:^| )([245]\d\d)$/.exec(problem)?.[1] ?? 0)

/** A code of 500 or more is the mail server's last word (RFC 5321, 4.2.1). @param problem as `problemOf` writes it */
export const isFinal = (problem: string): boolean => codeIn(problem) >= 500

const BY_CODE: Readonly<Record<number, MailReason>> = {
  421: 'away',
  422: 'full',
  452: 'full',
  501: 'address',
  530: 'not-let-in',
  534: 'not-let-in',
  535: 'not-let-in',
  550: 'address',
  551: 'address',
  552: 'full',
  553: 'address',
  555: 'address',
}

/** What nodemailer tells as one more connection that failed. */
export const CERTIFICATE = 'ECERTIFICATE'

/** @returns null where nothing went wrong */
export function mailReasonOf(problem: string): MailReason | null {
  if (!problem) return null
  if (/^EAUTH/.test(problem)) return 'not-let-in'
  if (problem === CERTIFICATE) return 'certificate'
  const byCode = BY_CODE[codeIn(problem)]
  if (byCode) return byCode
  return /^(E?CONNECTION|ECONN\w*|ESOCKET|ETIMEDOUT|EDNS|ENOTFOUND|ETLS)/.test(problem)
    ? 'away'
    : 'other'
}
