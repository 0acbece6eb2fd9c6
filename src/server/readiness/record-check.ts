/** A coordinator writes down what happened to somebody's check: numbers and days, and that they looked. */
import { checksQuery, guardNewestEntry, insertCheckEntry } from '#db/checks.ts'
import { GuardFailed, isTaken, read } from '#db/client.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import {
  linesOf,
  readCheck,
  type CheckForm,
  type CheckProblem,
} from '#domain/readiness/check-entry.ts'
import type { CheckLine } from '#domain/readiness/checks.ts'
import { writeAbout } from '#server/access/write-about.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'

export interface RecordCheckForm extends CheckForm {
  readonly id: string
  readonly check: string
  readonly line: CheckLine
  /** Id of the entry about the line that the form showed last; '' for none. */
  readonly newest: string
}

export type RecordCheckAnswer =
  | { readonly kind: 'saved' }
  /** Somebody else wrote about it since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly CheckProblem[] }
  | NotAllowed

/** Nobody writes about their own. */
export async function recordCheck(
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
  form: RecordCheckForm,
  now: number,
): Promise<RecordCheckAnswer> {
  if (!mayReadInternal(by, trainee)) return NOT_ALLOWED
  const { id: person, programme } = trainee
  const { id, check, line, newest } = form
  const checks = findProgramme(programme, 'en')?.checks ?? {}
  const known = Object.hasOwn(checks, check) ? checks[check] : undefined
  const asked = known && linesOf(known).includes(line) ? known : null
  const entries = await theirs(person, check, line)
  // A check that is neither asked for nor written about is none.
  if (!asked && entries.length === 0) return NOT_ALLOWED
  if (entries.some((one) => one.id === id)) return { kind: 'saved' }
  const { today } = momentOf(programme, now)
  const said = readCheck(form, { check: asked, line, isThere: entries.length > 0 }, today)
  if (said.kind === 'refused') return said
  try {
    const written = await writeAbout(trainee, [
      guardNewestEntry({ person, programme, check, line }, newest),
      insertCheckEntry({
        ...{ id, person, programme, checkSlug: check, line, act: said.act, onDay: said.onDay },
        ...{ ...said.term, number: form.number.trim(), why: form.why.trim(), by: by.id, at: now },
      }),
      audited(now, by.id, `check:${said.act}`, person, programme),
    ])
    return written.kind === 'not-allowed' ? written : { kind: 'saved' }
  } catch (error) {
    if (!(error instanceof GuardFailed) && !isTaken(error, 'check_entries')) throw error
    // The same form twice is one.
    const since = await theirs(person, check, line)
    return { kind: since.some((one) => one.id === id) ? 'saved' : 'meanwhile' }
  }
}

const theirs = async (person: string, check: string, line: CheckLine) =>
  (await read(checksQuery(person))).entries.filter(
    (one) => one.check === check && one.line === line,
  )
