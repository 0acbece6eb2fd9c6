/** Which checks of a programme are required, and before one becomes so, who would be on hold. */
import { checkRulesQuery } from '#db/checks.ts'
import { read } from '#db/client.ts'
import { listLacking } from '#db/register-checks.ts'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { CheckLine } from '#domain/readiness/checks.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { checksShown, type ShownLine } from '#server/readiness/checks-shown.ts'

export interface ShownRequired {
  readonly programme: Programme
  readonly moment: Moment
  readonly lines: readonly ShownLine[]
  /** Id of the newest rule: hidden in the form; '' for none. */
  readonly newest: string
  /** The line that the address asks for, and whom it concerns; null for none. */
  readonly one: {
    readonly line: ShownLine
    /** On the register, and lacking it. */
    readonly leaving: Named
    /** On hold, and lacking it. */
    readonly back: Named
  } | null
}

interface Named {
  readonly rows: readonly { readonly id: string; readonly name: string }[]
  readonly total: number
}

/** How many are named. */
const SHOWN = 50

/** Null where there is no such programme for this person. @param asked slug and line with a dot between them, or '' */
export async function showRequired(
  by: Person,
  slug: string,
  asked: string,
  nameOf: Readonly<Record<CheckLine, string>>,
  language: Language,
  now: number,
): Promise<ShownRequired | null> {
  const programme = mayAdminister(by) ? findProgramme(slug, language) : null
  if (!programme) return null
  const moment = momentOf(slug, now)
  const rules = await read(checkRulesQuery(slug))
  // Newest first, as for a person.
  const checks = { rules: rules.toReversed(), entries: [] }
  const lines = checksShown(programme.checks, checks, nameOf, now, moment.timeZone)
  const line = lines.find((one) => `${one.check}.${one.line}` === asked)
  const who = (absence: '' | 'on-hold'): Promise<Named> =>
    line
      ? listLacking(slug, line, absence, moment, language, SHOWN)
      : Promise.resolve({ rows: [], total: 0 })
  return {
    ...{ programme, moment, lines, newest: rules.at(-1)?.id ?? '' },
    one: line ? { line, leaving: await who(''), back: await who('on-hold') } : null,
  }
}
