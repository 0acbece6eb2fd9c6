/** What a coordinator may write about a check, and what follows from it. */
import { isDay, plusDays, type Day } from '#domain/calendar/days.ts'
import type { ProgrammeCheck } from '#domain/programme/programme.ts'
import { termOf, type CheckAct, type CheckLine } from './checks.ts'

export interface CheckForm {
  readonly act: CheckAct | null
  /** As typed; '' for today, but of what was accepted. */
  readonly onDay: string
  readonly number: string
  /** As typed; '' for what the programme says. */
  readonly recheckOn: string
  readonly why: string
}

const CHECK_NUMBER_LENGTH = 60
const CHECK_WHY_LENGTH = 500
/** So many days, about 50 years: an older one is a slip. */
const OLDEST = 50 * 365

export type CheckProblem =
  | 'act-missing'
  | 'day-missing'
  | 'day-future'
  | 'day-old'
  | 'recheck-malformed'
  | 'recheck-before'
  | 'over'
  | 'number-long'
  | 'why-missing'
  | 'why-long'
  | 'nothing-there'

/** What is stored. */
export interface CheckTerm {
  readonly recheckOn: Day | null
  readonly countsUntil: Day | null
}

export type ReadCheck =
  | {
      readonly kind: 'entry'
      readonly act: CheckAct
      readonly onDay: Day
      readonly term: CheckTerm
    }
  | { readonly kind: 'refused'; readonly problems: readonly CheckProblem[] }

/** Lines that a check has. */
export const linesOf = ({ status }: ProgrammeCheck): readonly CheckLine[] =>
  status ? ['seen', 'status'] : ['seen']

/** After so many months a line is looked at again, or null. */
export const monthsOf = ({ months, status }: ProgrammeCheck, line: CheckLine): number | null =>
  line === 'seen' ? months : (status?.months ?? null)

const NO_TERM: CheckTerm = { recheckOn: null, countsUntil: null }

/**
 * @param check null where the programme asks for it no more: then it can only be ended
 * @param isThere whether anything was written about the line
 * @param today by the programme's clock
 */
export function readCheck(
  { act, onDay, number, recheckOn, why }: CheckForm,
  { check, line, isThere }: { check: ProgrammeCheck | null; line: CheckLine; isThere: boolean },
  today: Day,
): ReadCheck {
  const needsWhy = act === 'waived' || act === 'ended'
  // The day of a paper is never filled in.
  const day = isDay(onDay) ? onDay : onDay === '' && act !== 'accepted' ? today : null
  const term = day && act ? termFor(act, day, recheckOn.trim(), check, line) : NO_TERM
  const problems: CheckProblem[] = [
    ...(act === null || (check === null && act !== 'ended') ? (['act-missing'] as const) : []),
    ...(act === 'ended' && !isThere ? (['nothing-there'] as const) : []),
    ...(day === null ? (['day-missing'] as const) : []),
    ...(day !== null && day > today ? (['day-future'] as const) : []),
    ...(day !== null && day < plusDays(today, -OLDEST) ? (['day-old'] as const) : []),
    ...(typeof term === 'string' ? [term] : []),
    ...(typeof term !== 'string' && term.countsUntil !== null && term.countsUntil <= today
      ? (['over'] as const)
      : []),
    ...(number.trim().length > CHECK_NUMBER_LENGTH ? (['number-long'] as const) : []),
    ...(needsWhy && !why.trim() ? (['why-missing'] as const) : []),
    ...(why.trim().length > CHECK_WHY_LENGTH ? (['why-long'] as const) : []),
  ]
  if (problems.length || act === null || day === null || typeof term === 'string')
    return { kind: 'refused', problems }
  return { kind: 'entry', act, onDay: day, term }
}

/** Only what counts has an end; a waiver has one where a day was chosen for it. */
function termFor(
  act: CheckAct,
  onDay: Day,
  recheckOn: string,
  check: ProgrammeCheck | null,
  line: CheckLine,
): CheckTerm | 'recheck-malformed' | 'recheck-before' {
  if (check === null || (act !== 'accepted' && act !== 'waived')) return NO_TERM
  if (recheckOn === '')
    return act === 'waived' ? NO_TERM : termOf(onDay, monthsOf(check, line), check.window)
  if (!isDay(recheckOn)) return 'recheck-malformed'
  if (recheckOn <= onDay) return 'recheck-before'
  return { recheckOn, countsUntil: plusDays(recheckOn, check.window) }
}
