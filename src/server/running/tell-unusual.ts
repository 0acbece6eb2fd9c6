/**
 * Somebody came in as one of the staff from a new device: they are told. An account was tried many times: the administrators
 * are. Nobody can switch it off; it goes to addresses that are known to be theirs.
 */
import { isTaken, read, write } from '#db/client.ts'
import { insertLaterMails, insertNotices, type NewMail, type NewNotice } from '#db/notices.ts'
import { untoldUnusualQuery, type UnusualReader } from '#db/security.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { outcomeOf } from '#domain/people/notices.ts'
import type { UnusualKind } from '#domain/people/security.ts'
import { settings } from '#settings.ts'
import { unreachable } from '#server/people/mail-letters.ts'
import { newId } from '#server/trail/new-id.ts'

export type UnusualWords = (
  language: Language,
  mail: { readonly kind: UnusualKind; readonly at: number; readonly url: string },
) => { readonly subject: string; readonly text: string }

/** What is older helps nobody by mail; it stands on the page. */
const WITHIN = 2 * DAY_MS
const AT_A_TIME = 200

/** @returns how many mails were written */
export async function tellUnusual(words: UnusualWords, now: number): Promise<number> {
  if (!settings().mail) return 0
  const readers = await read(untoldUnusualQuery(now - WITHIN, AT_A_TIME))
  if (readers.length === 0) return 0
  const away = await unreachable([...new Set(readers.map(({ email }) => email))], now)
  const told = readers.map((reader) => tell(reader, away.has(reader.email), words, now))
  const mails = told.flatMap(({ mail }) => (mail ? [mail] : []))
  try {
    await write([
      insertNotices(
        told.map(({ notice }) => notice),
        now,
      ),
      insertLaterMails(mails, now),
    ])
  } catch (error) {
    // Another server was first.
    if (isTaken(error, 'notices')) return 0
    throw error
  }
  return mails.length
}

function tell(
  reader: UnusualReader,
  isUnreachable: boolean,
  words: UnusualWords,
  now: number,
): { readonly notice: NewNotice; readonly mail: NewMail | null } {
  const { event, kind, at, person, language, email } = reader
  const outcome = outcomeOf({ ...reader, wish: null, isUnreachable }, true)
  const url = `${settings().origin}${kind === 'new-device' ? '/ways-in/devices' : '/manage/security'}`
  const id = newId(now)
  const isMailed = outcome === 'mailed'
  return {
    notice: {
      ...{ kind: 'unusual', subject: event, person, programme: '', outcome },
      mail: isMailed ? id : null,
    },
    mail: isMailed
      ? { id, recipient: email, ...words(language, { kind, at, url }), programme: '' }
      : null,
  }
}
