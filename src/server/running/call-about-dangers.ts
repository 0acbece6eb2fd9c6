/**
 * A danger that nobody said anything about within the programme's hours goes by mail to all its coordinators and to the
 * administrators: without a name and without a word about health. It is worked out from rows, so that it comes whether or
 * not anybody is signed in, and also after the server was off.
 */
import { guard, GuardFailed, together, write, type Query } from '#db/client.ts'
import {
  calledPeopleQuery,
  putDangerCall,
  waitingDangersQuery,
  type WaitingDanger,
} from '#db/danger-calls.ts'
import { insertMail } from '#db/outbox.ts'
import { programmeRulesQuery } from '#db/programme-rules.ts'
import { isDay, startOfDay, type Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { timeOf } from '#domain/learning/uuid.ts'
import { isCallDue } from '#domain/readiness/danger.ts'
import { settings } from '#settings.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'

export interface DangerCall {
  /** Of whom it is sent to. */
  readonly name: string
  readonly isCoordinator: boolean
  readonly hours: number
  /** About how many people. */
  readonly people: number
  readonly url: string
}
export type DangerWords = (
  language: Language,
  call: DangerCall,
) => { readonly subject: string; readonly text: string }

/** @returns how many mails were written */
export async function callAboutDangers(
  programmes: readonly string[],
  words: DangerWords,
  now: number,
): Promise<number> {
  let written = 0
  for (const programme of programmes) written += await callIn(programme, words, now)
  return written
}

async function callIn(programme: string, words: DangerWords, now: number): Promise<number> {
  const moment = momentOf(programme, now)
  const { rules, waiting, staff } = await together({
    rules: programmeRulesQuery(programme),
    waiting: waitingDangersQuery(programme, moment.today, now),
    staff: calledPeopleQuery(programme),
  })
  const called = settings().mail ? staff : []
  const hours = rules.dangerHours
  const due = waiting.filter((danger) => {
    const canMail = called.some(({ id }) => id !== danger.person)
    return isCallDue(
      { raisedAt: raisedAt(danger, moment), mails: danger.mails },
      hours,
      canMail,
      now,
    )
  })
  if (due.length === 0) return 0
  const mails = called.flatMap(({ id, name, language, email, isCoordinator }): Query[] => {
    const people = new Set(due.map(({ person }) => person).filter((person) => person !== id)).size
    if (people === 0) return []
    const url = `${settings().origin}/${isCoordinator ? 'coordinate' : 'manage'}`
    const said = words(language, { name, isCoordinator, hours, people, url })
    return [
      insertMail({
        ...{ id: newId(now), recipient: email, subject: said.subject, text: said.text },
        ...{ createdAt: now, nextTryAt: now, programme },
      }),
    ]
  })
  try {
    await write([
      // Another server may have told them meanwhile.
      ...due.map(({ about, round }) =>
        guard(
          'NOT EXISTS (SELECT 1 FROM danger_calls WHERE programme = ? AND about = ? AND round = ? AND mails > 0)',
          [programme, about, round],
        ),
      ),
      ...mails,
      ...due.flatMap((danger) => [
        putDangerCall({ danger, programme, calledAt: now, mails: mails.length }),
        audited(now, '', 'danger-called', danger.person, programme),
      ]),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return 0
    throw error
  }
  return mails.length
}

/** A review may be entered days after it was held: its id says when. */
function raisedAt({ kind, about, at, round }: WaitingDanger, { timeZone }: Moment): number {
  if (isDay(round)) return startOfDay(round, timeZone)
  const entered = timeOf(about)
  return (kind === 'wellbeing' || at === 0) && entered > at ? entered : at
}
