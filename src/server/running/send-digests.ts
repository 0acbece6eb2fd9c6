/**
 * How much is to be done, once a day to whoever coordinates, at the hour that they chose by the programme's clock: counts
 * and kinds from the work list itself, no name and no word about health. Where nothing is to be done nothing is sent.
 */
import { isTaken, read, write } from '#db/client.ts'
import {
  digestReadersQuery,
  insertLaterMails,
  insertNotices,
  type DigestReader,
} from '#db/notices.ts'
import { taskCountsQuery } from '#db/tasks.ts'
import { wallTimeAt } from '#domain/calendar/wall-clock.ts'
import type { Language } from '#domain/course/language.ts'
import { isDigestDue, outcomeOf } from '#domain/people/notices.ts'
import { REASONS } from '#domain/readiness/attention.ts'
import {
  DIGEST_LINES,
  lineOfReason,
  type Digest,
  type DigestLine,
} from '#domain/readiness/digest.ts'
import { settings } from '#settings.ts'
import { momentOf, timeZoneOf } from '#server/calendar/clock.ts'
import { unreachable } from '#server/people/mail-letters.ts'
import { newId } from '#server/trail/new-id.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'

export type DigestWords = (
  language: Language,
  digest: Digest,
) => { readonly subject: string; readonly text: string }

/** @returns how many mails were written */
export async function sendDigests(words: DigestWords, now: number): Promise<number> {
  if (!settings().mail) return 0
  let written = 0
  for (const reader of await read(digestReadersQuery()))
    if (await sendOne(reader, words, now)) written++
  return written
}

async function sendOne(reader: DigestReader, words: DigestWords, now: number): Promise<boolean> {
  const [first] = reader.programmes
  if (first === undefined) return false
  const { today } = momentOf(first, now)
  const { time } = wallTimeAt(now, timeZoneOf(first))
  // A clock that was set back must not send a day once more.
  if (reader.last >= today || !isDigestDue(reader.wish, today, time)) return false
  const lines = await linesFor(reader, now)
  const isSomething = DIGEST_LINES.some((line) => lines[line] > 0)
  const isUnreachable = (await unreachable([reader.email], now)).has(reader.email)
  const outcome = isSomething
    ? outcomeOf({ ...reader, wish: true, isProven: true, isUnreachable }, true)
    : 'nothing'
  const { origin } = settings()
  const id = newId(now)
  const said = words(reader.language, {
    lines,
    url: `${origin}/coordinate`,
    wishes: `${origin}/ways-in/mail`,
  })
  const isMailed = outcome === 'mailed'
  try {
    await write([
      insertNotices(
        [
          {
            ...{ kind: 'digest', subject: today, person: reader.id, programme: '', outcome },
            mail: isMailed ? id : null,
          },
        ],
        now,
      ),
      insertLaterMails(
        isMailed ? [{ id, recipient: reader.email, ...said, programme: '' }] : [],
        now,
      ),
    ])
  } catch (error) {
    // Another server was first.
    if (isTaken(error, 'notices')) return false
    throw error
  }
  return isMailed
}

async function linesFor(
  { id, programmes }: DigestReader,
  now: number,
): Promise<Readonly<Record<DigestLine, number>>> {
  await freshDesk(programmes, now)
  const lines = Object.fromEntries(DIGEST_LINES.map((line) => [line, 0])) as Record<
    DigestLine,
    number
  >
  for (const programme of programmes) {
    const { today } = momentOf(programme, now)
    const viewer = { programme, viewer: id, mayDecide: true }
    const wish = { ...viewer, whose: 'open', reason: null, cohort: '', page: 1 } as const
    const reasons = await read(taskCountsQuery(wish, today))
    for (const reason of REASONS) lines[lineOfReason(reason)] += reasons[reason]
  }
  return lines
}
