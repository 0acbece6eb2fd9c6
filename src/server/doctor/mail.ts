/** Whether the mail server lets us in, without a mail; and what it refused. */
import { createTransport } from 'nodemailer'
import { read } from '#db/client.ts'
import { mailDeskQuery } from '#db/outbox.ts'
import { finding, type Finding } from '#domain/doctor/finding.ts'
import { mailReasonOf } from '#domain/people/mail-state.ts'
import { problemOf } from '#server/running/send-mail.ts'
import { settings } from '#settings.ts'

/** Somebody at a terminal waits; mail itself waits longer. */
const PATIENCE = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 8000 }

export async function lookAtMail(): Promise<Finding[]> {
  const { mail } = settings()
  if (!mail) return [finding('mail-off', {})]
  const { host } = new URL(mail.smtpUrl)
  const transport = createTransport({ url: mail.smtpUrl, ...PATIENCE })
  try {
    await transport.verify()
    return [finding('mail-answers', { host })]
  } catch (error) {
    const problem = problemOf(error)
    const reason = mailReasonOf(problem) ?? 'other'
    return [finding('mail-fails', { host, problem, reason })]
  } finally {
    transport.close()
  }
}

export async function lookAtRefusedMail(): Promise<Finding[]> {
  const { refused } = await read(mailDeskQuery())
  const mails = refused.reduce((sum, { n }) => sum + n, 0)
  return mails > 0 ? [finding('mail-refused', { mails })] : []
}
