import { GuardFailed, write } from '#db/client.ts'
import {
  findProgrammeRules,
  guardRules,
  upsertProgrammeRules,
  type ProgrammeRules,
} from '#db/programme-rules.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isLongWaitDays } from '#domain/pairing/waits.ts'
import { isDangerHours } from '#domain/readiness/danger.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { findProgramme } from './load-course.ts'

export type SetRules =
  | { readonly kind: 'saved' }
  /** Somebody else changed them since: nothing is saved before that was seen. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problem: 'hours-malformed' | 'days-malformed' }
  | NotAllowed

/**
 * @param version of the rules that the form showed
 * @param from when two signatures begin to count; at once where none is given
 */
export async function setProgrammeRules(
  by: Person,
  programme: string,
  {
    secondSignature,
    groupSessionsCount,
    dangerHours,
    incidentTold,
    requestsOpen,
    longWaitDays,
  }: ProgrammeRules,
  version: number,
  now: number,
  from: number | null = null,
): Promise<SetRules> {
  if (!mayAdminister(by) || !findProgramme(programme, 'en')) return NOT_ALLOWED
  if (dangerHours !== undefined && !isDangerHours(dangerHours))
    return { kind: 'refused', problem: 'hours-malformed' }
  if (longWaitDays !== undefined && !isLongWaitDays(longWaitDays))
    return { kind: 'refused', problem: 'days-malformed' }
  const hours = dangerHours === undefined ? {} : { dangerHours }
  const told = incidentTold === undefined ? {} : { incidentTold }
  const rules = {
    secondSignature,
    groupSessionsCount,
    ...hours,
    ...told,
    ...(requestsOpen === undefined ? {} : { requestsOpen }),
    ...(longWaitDays === undefined ? {} : { longWaitDays }),
    changedBy: by.id,
    changedAt: now,
  }
  try {
    await write([
      guardRules(programme, version),
      upsertProgrammeRules({ programme, ...rules }, from),
      audited(now, by.id, 'rules-changed', programme, programme),
    ])
    return { kind: 'saved' }
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    throw error
  }
}

/**
 * What was ticked, but for a second signature that is asked for from now on: who leaves the register by it is said
 * first, with a day and a proof.
 * @returns `begins` where everything else was saved and that is still to be said
 */
export async function wishProgrammeRules(
  by: Person,
  programme: string,
  wish: ProgrammeRules,
  version: number,
  now: number,
): Promise<SetRules | { readonly kind: 'begins' }> {
  const before = await findProgrammeRules(programme)
  const secondSignature = wish.secondSignature && before.secondSignature
  const outcome = await setProgrammeRules(by, programme, { ...wish, secondSignature }, version, now)
  const begins = outcome.kind === 'saved' && wish.secondSignature && !before.secondSignature
  return begins ? { kind: 'begins' } : outcome
}
