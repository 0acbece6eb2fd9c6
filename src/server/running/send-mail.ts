/** The outbox's postman: a mail is sent, tried again later, or refused for good; an invitation is never lost with it. */
import { createTransport } from 'nodemailer'
import { guard, GuardFailed, write } from '#db/client.ts'
import {
  listWaitingMail,
  markMailFailed,
  markMailRefused,
  markMailSent,
  MOST_TRIES,
  type MailRow,
} from '#db/outbox.ts'
import { CERTIFICATE, isFinal, NEVER } from '#domain/people/mail-state.ts'
import { senderOf } from '#domain/people/neutral.ts'
import { settings } from '#settings.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Of the row in the outbox: the same at each try. */
  readonly id?: string
}
export type Send = (mail: Mail) => Promise<unknown>

const MINUTE = 60_000
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: MINUTE }
/** After the first, second … failed try. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * MINUTE)

/** @param patienceMs shorter than the job's where somebody waits at a screen */
export function sendBySmtp(
  mail: { readonly smtpUrl: string; readonly from: string },
  patienceMs = PATIENCE.socketTimeout,
): Send {
  // A server that takes the connection and never answers must not hold up the mail behind it.
  const patience = Object.entries(PATIENCE).map(([name, ms]) => [name, Math.min(ms, patienceMs)])
  const transport = createTransport({
    url: mail.smtpUrl,
    ...(Object.fromEntries(patience) as typeof PATIENCE),
  })
  const from = senderOf(mail.from)
  return ({ to, subject, text, id }) => {
    // A server that is killed between handing one over and writing so down hands it over again: whoever receives it sees
    // that it is the same.
    const messageId = id && `<${id}@${new URL(settings().origin).hostname}>`
    return transport.sendMail({ from, to, subject, text, ...(messageId ? { messageId } : {}) })
  }
}

/** @returns how many were sent */
export async function sendWaitingMail(send: Send, now: number): Promise<number> {
  let sent = 0
  for (const mail of await listWaitingMail(now)) {
    if (!(await reserve(mail, now))) continue
    try {
      await send({ id: mail.id, to: mail.recipient, subject: mail.subject, text: mail.text })
      await write([markMailSent(mail.id, now)])
      sent++
    } catch (error) {
      const tries = mail.tries + 1
      const problem = problemOf(error)
      const isOver = isFinal(problem) || tries >= MOST_TRIES
      await write([
        isOver
          ? markMailRefused(mail.id, { tries, problem, refusedAt: now })
          : markMailFailed(mail.id, { tries, nextTryAt: nextTry(tries, now), problem }),
      ])
    }
  }
  return sent
}

/** Counted before the try, so that two servers on one database never send it twice. */
async function reserve(mail: MailRow, now: number): Promise<boolean> {
  const tries = mail.tries + 1
  try {
    await write([
      guard('(SELECT tries FROM outbox WHERE id = ? AND sent_at IS NULL) = ?', [
        mail.id,
        mail.tries,
      ]),
      markMailFailed(mail.id, { tries, nextTryAt: nextTry(tries, now), problem: mail.problem }),
    ])
    return true
  } catch (error) {
    if (error instanceof GuardFailed) return false
    throw error
  }
}

/** Far away once it is given up. */
const nextTry = (tries: number, now: number): number =>
  tries >= MOST_TRIES ? NEVER : now + (WAITS[tries - 1] ?? 1440 * MINUTE)

/** `host:port`, also where the port is left out: nodemailer's own one, which is not the one of a mail server's neighbours. */
export function mailServerIn(smtpUrl: string): string {
  const { hostname, port, protocol } = new URL(smtpUrl)
  return `${hostname}:${port || (protocol === 'smtps:' ? '465' : '587')}`
}

/** The server's code alone: its words may hold the address. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  // Of Node's own words, which name no address but the mail server's.
  if (/certificate/i.test(error.message) && !('responseCode' in error)) return CERTIFICATE
  const code = 'code' in error ? String(error.code) : 'unknown'
  const answer = 'responseCode' in error ? ` ${String(error.responseCode)}` : ''
  return `${code}${answer}`
}
