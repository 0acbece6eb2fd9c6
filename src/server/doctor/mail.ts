/** Whether the mail server lets us in, without a mail; and what it refused. */
import { createTransport } from 'nodemailer'
import { read } from '#db/client.ts'
import { mailDeskQuery } from '#db/outbox.ts'
import { finding, type Finding } from '#domain/doctor/finding.ts'
import { mailReasonOf } from '#domain/people/mail-state.ts'
import { mailServerIn, problemOf } from '#server/running/send-mail.ts'
import { settings } from '#settings.ts'

/** Somebody at a terminal waits; mail itself waits longer. */
const PATIENCE_MS = 8000

/** For the list of things to look at, which hands the time in. */
export const lookAtMail = (): Promise<Finding[]> => lookAtMailFor(PATIENCE_MS)

/** @param ms how long the mail server may be silent */
export async function lookAtMailFor(ms: number): Promise<Finding[]> {
  const { mail } = settings()
  if (!mail) return [finding('mail-off', {})]
  const host = mailServerIn(mail.smtpUrl)
  const transport = createTransport({
    url: mail.smtpUrl,
    ...{ connectionTimeout: ms, greetingTimeout: ms, socketTimeout: ms },
  })
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
