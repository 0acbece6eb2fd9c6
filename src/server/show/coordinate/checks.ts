/** The checks of somebody, for coordinators: what is to do first. */
import { checksQuery } from '#db/checks.ts'
import { read } from '#db/client.ts'
import type { Language } from '#domain/course/language.ts'
import { mayReadInternal } from '#domain/people/may.ts'
import type { CheckLine } from '#domain/readiness/checks.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { checksShown, type ShownLine } from '#server/readiness/checks-shown.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

export interface ShownChecks {
  readonly open: readonly ShownLine[]
  readonly inOrder: readonly ShownLine[]
  /** The programme's clock. */
  readonly timeZone: string
}

/** Null for who may not, and for a line that there is not. @param asked slug and line, with a dot between them */
export async function showCheck(
  record: OpenRecord,
  asked: string,
  nameOf: Readonly<Record<CheckLine, string>>,
  language: Language,
  now: number,
): Promise<{ readonly of: ShownLine; readonly timeZone: string } | null> {
  const shown = await showChecks(record, nameOf, language, now)
  const of =
    shown && [...shown.open, ...shown.inOrder].find((one) => `${one.check}.${one.line}` === asked)
  return of ? { of, timeZone: shown.timeZone } : null
}

/** Null for who may not: nobody records their own. @param nameOf as `checksShown` */
export async function showChecks(
  { by, trainee }: OpenRecord,
  nameOf: Readonly<Record<CheckLine, string>>,
  language: Language,
  now: number,
): Promise<ShownChecks | null> {
  if (!mayReadInternal(by, trainee)) return null
  const { timeZone } = momentOf(trainee.programme, now)
  const asked = findProgramme(trainee.programme, language)?.checks ?? {}
  const all = checksShown(asked, await read(checksQuery(trainee.id)), nameOf, now, timeZone)
  return {
    open: all.filter(({ isOpen }) => isOpen).sort((a, b) => pressing(b) - pressing(a)),
    inOrder: all.filter(({ isOpen }) => !isOpen),
    timeZone,
  }
}

/** What keeps somebody off the register, then what waits for a coordinator. */
const pressing = ({ required, counts, isDue }: ShownLine): number =>
  Number(required === 'now' && !counts) * 2 + Number(isDue)
