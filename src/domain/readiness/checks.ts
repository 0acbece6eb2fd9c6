/**
 * Checks on somebody, such as a background check or references: what stands at a moment, and until when it counts.
 * db/checks.ts says the same as SQL; tests/server/checks-lives.test.ts holds the two against each other.
 */
import { DAY_MS, dayAt, plusDays, plusMonths, type Day } from '#domain/calendar/days.ts'

/** What somebody looked at: the paper itself; and, where a check has a second line, what its issuer says today. */
export const CHECK_LINES = ['seen', 'status'] as const
export type CheckLine = (typeof CHECK_LINES)[number]

/** `ended`: it counts no more, or was written by mistake. */
export const CHECK_ACTS = ['asked', 'received', 'accepted', 'waived', 'ended'] as const
export type CheckAct = (typeof CHECK_ACTS)[number]

/** One thing that a coordinator wrote about one line of a check. */
export interface CheckEntry {
  readonly id: string
  /** Slug of the programme's file. */
  readonly check: string
  readonly line: CheckLine
  readonly act: CheckAct
  /** When it was written, milliseconds since 1970. */
  readonly at: number
  /** First day on which it is to be looked at again, or null. */
  readonly recheckOn: string | null
  /** First day on which it counts no more, or null: the days in between are the window for a renewal. */
  readonly countsUntil: string | null
}

/** What a programme asks of one line. `dropped`: it asks nothing of it any more, and nothing of it is due. */
export const CHECK_RULES = ['required', 'optional', 'dropped'] as const
export interface CheckRule {
  readonly id: string
  readonly check: string
  readonly line: CheckLine
  readonly rule: (typeof CHECK_RULES)[number]
  /** Of `required`: from when whoever lacks it is on hold; it may be to come. */
  readonly since: number | null
  readonly at: number
}

export interface CheckFacts {
  readonly rules: readonly CheckRule[]
  readonly entries: readonly CheckEntry[]
}

export const NO_CHECKS: CheckFacts = { rules: [], entries: [] }

export const CHECK_STATES = [
  'not-started',
  'asked',
  'received',
  'accepted',
  'recheck-due',
  'waived',
] as const
export type CheckState = (typeof CHECK_STATES)[number]

export interface LineNow {
  readonly check: string
  readonly line: CheckLine
  readonly state: CheckState
  /** Whether it counts: an old one does until its window is over, whatever was asked for since. */
  readonly counts: boolean
  /** Whether the programme requires it: `soon` from a day to come. */
  readonly required: 'no' | 'soon' | 'now'
  /** What says whether it counts: accepted, waived or ended; null before any. */
  readonly settled: CheckEntry | null
  /** What was asked for or received since, or null. */
  readonly step: CheckEntry | null
  /** Somebody must do something about it, whoever it is about. */
  readonly isDue: boolean
}

/** Asked for so long ago, milliseconds, and nothing came. */
export const ASKED_TOO_LONG = 28 * DAY_MS

/** @param at milliseconds since 1970 @param timeZone the programme's clock */
export function lineAt(
  facts: CheckFacts,
  { check, line }: Pick<CheckEntry, 'check' | 'line'>,
  at: number,
  timeZone: string,
): LineNow {
  const today = dayAt(at, timeZone)
  const isIt = (one: CheckEntry | CheckRule): boolean =>
    one.check === check && one.line === line && one.at <= at
  const entries = facts.entries.filter(isIt).sort(newestFirst)
  const rule = facts.rules.filter(isIt).sort(newestFirst)[0]
  const settled = entries.find(isSettling) ?? null
  const newest = entries[0] ?? null
  const step = newest && !isSettling(newest) ? newest : null
  const stands = settled !== null && settled.act !== 'ended'
  const counts = stands && (settled.countsUntil === null || today < settled.countsUntil)
  const isOver = stands && (!counts || (settled.recheckOn !== null && settled.recheckOn <= today))
  const isRequired = rule?.rule === 'required'
  const waitsTooLong = step?.act === 'asked' && step.at + ASKED_TOO_LONG <= at
  return {
    check,
    line,
    state: stateOf(settled, step, stands, isOver),
    counts,
    required: isRequired ? ((rule.since ?? 0) <= at ? 'now' : 'soon') : 'no',
    settled,
    step,
    isDue: rule?.rule !== 'dropped' && (isOver || step?.act === 'received' || waitsTooLong),
  }
}

function stateOf(
  settled: CheckEntry | null,
  step: CheckEntry | null,
  stands: boolean,
  isOver: boolean,
): CheckState {
  if (stands && !isOver) return settled?.act === 'waived' ? 'waived' : 'accepted'
  if (step) return step.act === 'received' ? 'received' : 'asked'
  return stands ? 'recheck-due' : 'not-started'
}

/** Every line that the programme ever said something of, or somebody wrote about. */
export function linesAt(facts: CheckFacts, at: number, timeZone: string): LineNow[] {
  const known = new Map(
    [...facts.rules, ...facts.entries]
      .filter((one) => one.at <= at)
      .map(({ check, line }) => [`${check} ${line}`, { check, line }]),
  )
  return [...known.values()].map((one) => lineAt(facts, one, at, timeZone))
}

/** Off the register, whatever was decided: a check that the programme requires does not count. */
export const isOnHold = (facts: CheckFacts, at: number, timeZone: string): boolean =>
  linesAt(facts, at, timeZone).some(({ required, counts }) => required === 'now' && !counts)

/** Whether somebody must do something. @param isSignedOff whether a decision holds: what will be required is due then */
export const isCheckDue = (
  facts: CheckFacts,
  at: number,
  timeZone: string,
  isSignedOff: boolean,
): boolean =>
  linesAt(facts, at, timeZone).some(
    ({ isDue, required, counts }) => isDue || (isSignedOff && required !== 'no' && !counts),
  )

/** What stands open before a decision: lines that the programme requires, now or from a day to come, and that do not count. */
export const openChecks = (facts: CheckFacts, at: number, timeZone: string): LineNow[] =>
  linesAt(facts, at, timeZone).filter(({ required, counts }) => required !== 'no' && !counts)

/** Whether the person has something to bring: it was asked for, or is to be looked at again. */
export const asksThem = (facts: CheckFacts, at: number, timeZone: string): boolean =>
  linesAt(facts, at, timeZone).some(({ state }) => state === 'asked' || state === 'recheck-due')

/**
 * Until when something counts that was seen on a day.
 * @param months after which it is looked at again; null for never
 * @param window so many days more it counts while it is renewed
 */
export function termOf(
  seenOn: Day,
  months: number | null,
  window: number,
): { recheckOn: Day | null; countsUntil: Day | null } {
  const recheckOn = months === null ? null : plusMonths(seenOn, months)
  return { recheckOn, countsUntil: recheckOn && plusDays(recheckOn, window) }
}

const isSettling = ({ act }: CheckEntry): boolean => act !== 'asked' && act !== 'received'

const newestFirst = (a: Pick<CheckEntry, 'at' | 'id'>, b: Pick<CheckEntry, 'at' | 'id'>): number =>
  b.at - a.at || (b.id > a.id ? 1 : -1)
