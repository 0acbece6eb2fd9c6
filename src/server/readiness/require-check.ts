/** An administrator says from when a check is required, or that it is no longer: who that concerns is shown before. */
import { checkRulesQuery, guardNewestRule, insertCheckRule } from '#db/checks.ts'
import { GuardFailed, read, write } from '#db/client.ts'
import { isDay, plusMonths, startOfDay } from '#domain/calendar/days.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { linesOf } from '#domain/readiness/check-entry.ts'
import type { CheckLine } from '#domain/readiness/checks.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'

export interface RequireForm {
  readonly check: string
  readonly line: CheckLine
  /** As typed: from when, by the programme's clock; null to require it no longer. */
  readonly day: string | null
  /** Id of the newest rule that the page showed; '' for none. */
  readonly newest: string
}

export type RequireAnswer =
  | { readonly kind: 'saved' }
  /** Somebody else changed what is required since the page was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly reason: 'day-malformed' | 'day-past' | 'day-too-far' }
  | NotAllowed

export async function requireCheck(
  by: Person,
  programme: string,
  { check, line, day, newest }: RequireForm,
  now: number,
): Promise<RequireAnswer> {
  const checks = mayAdminister(by) ? findProgramme(programme, 'en')?.checks : undefined
  if (!checks) return NOT_ALLOWED
  const known = Object.hasOwn(checks, check) ? checks[check] : undefined
  const isAsked = known !== undefined && linesOf(known).includes(line)
  const rules = await read(checkRulesQuery(programme))
  // What is asked for no more can only be let go.
  const isRuled = rules.some((one) => one.check === check && one.line === line)
  if (!isAsked && (day !== null || !isRuled)) return NOT_ALLOWED
  const { today, timeZone } = momentOf(programme, now)
  if (day !== null) {
    if (!isDay(day)) return { kind: 'refused', reason: 'day-malformed' }
    if (day < today) return { kind: 'refused', reason: 'day-past' }
    if (day > plusMonths(today, 12)) return { kind: 'refused', reason: 'day-too-far' }
  }
  const since = day === null ? null : day === today ? now : startOfDay(day, timeZone)
  const rule = day !== null ? 'required' : isAsked ? 'optional' : 'dropped'
  const act = day === null ? 'check-optional' : 'check-required'
  try {
    await write([
      guardNewestRule(programme, newest),
      insertCheckRule({
        ...{ id: newId(now), programme, checkSlug: check, line, rule, since },
        ...{ by: by.id, at: now },
      }),
      audited(now, by.id, act, programme, programme),
    ])
    return { kind: 'saved' }
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    throw error
  }
}
