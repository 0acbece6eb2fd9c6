/** Addresses such as josé@example.org: only a mail server with SMTPUTF8 (RFC 6531) takes them, so it is asked before anything is queued. */
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { settings } from '#settings.ts'

const PATIENCE = 3000
/** How long an answer is believed, in milliseconds. */
const BELIEVED = 10 * 60_000

let known: { readonly url: string; readonly at: number; readonly takes: boolean } | undefined

/** Letters beyond ASCII before the @; behind it they travel in another spelling. */
const needsLetters = (address: string): boolean =>
  // eslint-disable-next-line no-control-regex -- ASCII is what is meant
  /[^\u0000-\u007f]/.test(address.slice(0, address.lastIndexOf('@')))

/** Of these addresses, those that our mail server cannot write to, or of which it is not known; none where nothing is mailed. */
export async function unreachable(
  addresses: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const { mail } = settings()
  const doubtful = addresses.filter(needsLetters)
  if (!mail || doubtful.length === 0) return new Set()
  if (known?.url !== mail.smtpUrl || now - known.at > BELIEVED)
    known = { url: mail.smtpUrl, at: now, takes: await takesLetters(mail.smtpUrl) }
  return new Set(known.takes ? [] : doubtful)
}

/** What the mail server says of itself; false where it does not answer. */
export function takesLetters(smtpUrl: string): Promise<boolean> {
  const connection = new SMTPConnection({
    ...parseConnectionUrl(smtpUrl),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  })
  return new Promise((resolve) => {
    const told = (takes: boolean): void => {
      // Closing ends it, which is told as well: the first answer counts.
      resolve(takes)
      connection.close()
    }
    connection.on('error', () => told(false))
    connection.on('end', () => resolve(false))
    // What it supports has no public name: where it moves, addresses of this kind are handed over.
    connection.connect(() => {
      const { _supportedExtensions: extensions } = connection as { _supportedExtensions?: unknown }
      told(Array.isArray(extensions) && extensions.includes('SMTPUTF8'))
    })
  })
}
