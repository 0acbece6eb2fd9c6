/**
 * Who waits for something is told by mail that it is there, and nothing about it. What there is to tell is worked out from
 * rows (db/notices-due.ts): a server that was off tells it on waking, and of two servers one does.
 */
import { isTaken, read, write } from '#db/client.ts'
import { dueNoticesQuery, type DueNotice } from '#db/notices-due.ts'
import {
  insertLaterMails,
  insertNotices,
  noticeMarksQuery,
  putBegan,
  putLooked,
  type NewMail,
  type NewNotice,
} from '#db/notices.ts'
import type { Language } from '#domain/course/language.ts'
import { outcomeOf, type NoticeMail } from '#domain/people/notices.ts'
import { settings } from '#settings.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { unreachable } from '#server/people/mail-letters.ts'
import { newId } from '#server/trail/new-id.ts'

export type NoticeWords = (
  language: Language,
  mail: NoticeMail,
) => { readonly subject: string; readonly text: string }

/** So many at a time, and so many times in one look: what is left waits for the next one. */
const AT_A_TIME = 500
const TIMES = 40
/** That it looked and found nothing is written down no more often than this. */
const QUIET_MS = 10 * 60_000

export interface Told {
  readonly notices: number
  readonly mails: number
}

/**
 * @param started when this server did: the first one of all tells what has happened since then, and nothing of before
 * @returns what was written, of all programmes
 */
export async function tellWhatWaits(
  programmes: readonly string[],
  words: NoticeWords,
  now: number,
  started = now,
): Promise<Told> {
  const marks = await read(noticeMarksQuery())
  if (marks.began === null) await write([putBegan(started)])
  const began = marks.began ?? started
  let [notices, mails] = [0, 0]
  for (const programme of programmes)
    for (let time = 0; time < TIMES; time++) {
      const told = await tellSome(programme, began, words, now)
      notices += told.notices
      mails += told.mails
      if (!told.hasMore) break
    }
  if (notices > 0 || !marks.looked || Math.abs(now - marks.looked.at) >= QUIET_MS)
    await write([putLooked(now, notices, mails)])
  return { notices, mails }
}

async function tellSome(
  programme: string,
  began: number,
  words: NoticeWords,
  now: number,
): Promise<Told & { readonly hasMore: boolean }> {
  const { today } = momentOf(programme, now)
  const due = await read(dueNoticesQuery({ programme, today, now, began }, AT_A_TIME))
  if (due.length === 0) return { notices: 0, mails: 0, hasMore: false }
  const handedOver = await unreachable([...new Set(due.map(({ email }) => email))], now)
  const { notices, mails } = noticesOf(due, { programme, handedOver, words, now })
  try {
    await write([insertNotices(notices, now), insertLaterMails(mails, now)])
  } catch (error) {
    // Another server told some of them this moment: what is left is found again.
    if (isTaken(error, 'notices')) return { notices: 0, mails: 0, hasMore: true }
    throw error
  }
  return { notices: notices.length, mails: mails.length, hasMore: due.length === AT_A_TIME }
}

/** Whoever has several things to see gets one mail, and none while one waits to be sent: it would say the same. */
function noticesOf(
  due: readonly DueNotice[],
  job: {
    readonly programme: string
    readonly handedOver: ReadonlySet<string>
    readonly words: NoticeWords
    readonly now: number
  },
): { readonly notices: readonly NewNotice[]; readonly mails: readonly NewMail[] } {
  const { origin, mail: canMail } = settings()
  const mails = new Map<string, NewMail>()
  const mailTo = ({ person, email, language, waiting }: DueNotice): string => {
    if (waiting !== null) return waiting
    const known = mails.get(person)
    const id = known?.id ?? newId(job.now)
    if (!known) {
      const said = job.words(language, {
        url: `${origin}/sign-in`,
        wishes: `${origin}/ways-in/mail`,
      })
      mails.set(person, { id, recipient: email, ...said, programme: job.programme })
    }
    return id
  }
  const notices = due.map((one): NewNotice => {
    const { kind, subject, person } = one
    const isUnreachable = job.handedOver.has(one.email)
    const outcome = outcomeOf({ ...one, isUnreachable }, canMail !== null)
    const { programme } = job
    const mail = outcome === 'mailed' ? mailTo(one) : null
    return { kind, subject, person, programme, outcome, mail }
  })
  return { notices, mails: [...mails.values()] }
}
