/** Sends one mail now and says what the mail server answered: to see whether the settings are right. */
import { mailReasonOf, type MailReason } from '#domain/people/mail-state.ts'
import { isEmail } from '#domain/people/person.ts'
import { mailServerIn, problemOf, sendBySmtp } from '#server/running/send-mail.ts'
import { settings } from '#settings.ts'
import { CouldNot, Misuse } from './command.ts'
import type { Given } from './given.ts'

const REMEDY: Readonly<Record<MailReason, string>> = {
  address: 'It refuses an address: check ADDRESS and MAIL_FROM.',
  full: 'The mailbox is full: try another ADDRESS.',
  'not-let-in': 'It does not let this platform in: check the name and the password in SMTP_URL.',
  certificate:
    'Nobody vouches for its certificate, so nothing is sent: give it one for the name in SMTP_URL, or add ?ignoreTLS=true where it runs on this machine.',
  away: 'It cannot be reached: check the host and the port in SMTP_URL, and the network.',
  other: 'Look into the log of the mail server.',
}

export async function run({ words: [address = ''] }: Given): Promise<number> {
  if (!isEmail(address)) throw new Misuse(`${address} is no e-mail address like name@example.org.`)
  const { mail } = settings()
  if (!mail) throw new CouldNot('Mail is off: set SMTP_URL and MAIL_FROM.')
  try {
    await sendBySmtp(mail)({
      to: address,
      subject: 'A test of Alongside',
      text: 'Mail from Alongside arrives here.\n\nEl correo de Alongside llega aquí.\n',
    })
  } catch (error) {
    const problem = problemOf(error)
    const remedy = REMEDY[mailReasonOf(problem) ?? 'other']
    throw new CouldNot(
      `The mail server ${mailServerIn(mail.smtpUrl)} did not take it (${problem}). ${remedy}`,
    )
  }
  console.log(`Sent: the mail server took a mail from ${mail.from} to ${address}.`)
  return 0
}
