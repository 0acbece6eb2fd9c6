/** Somebody's checks as pages show them: what is asked here, what stands, and what was written. */
import type { SeenCheckEntry, SeenChecks } from '#db/checks.ts'
import type { ProgrammeCheck } from '#domain/programme/programme.ts'
import { linesOf, monthsOf } from '#domain/readiness/check-entry.ts'
import { lineAt, linesAt, type CheckLine, type LineNow } from '#domain/readiness/checks.ts'

export interface ShownLine extends LineNow {
  /** What it is called: the check, and of two lines which. */
  readonly name: string
  /** '' for none, and where it is asked for no more. */
  readonly level: string
  readonly why: string
  /** After so many months it is looked at again, or null. */
  readonly months: number | null
  /** Whether the programme asks for it. */
  readonly isAsked: boolean
  /** From when it is required, milliseconds since 1970, or null. */
  readonly requiredFrom: number | null
  /** Somebody has something to do, or it does not count. */
  readonly isOpen: boolean
  /** Newest first. */
  readonly entries: readonly SeenCheckEntry[]
}

/**
 * Those that the programme asks for, in its order; then what is left of others.
 * @param nameOf of a line of a check that has two
 */
export function checksShown(
  asked: Readonly<Record<string, ProgrammeCheck>>,
  checks: SeenChecks,
  nameOf: Readonly<Record<CheckLine, string>>,
  now: number,
  timeZone: string,
): ShownLine[] {
  const declared = Object.entries(asked).flatMap(([check, of]) =>
    linesOf(of).map((line) => ({ check, line, of })),
  )
  const isKnown = (one: LineNow): boolean =>
    declared.some(({ check, line }) => check === one.check && line === one.line)
  const others = linesAt(checks, now, timeZone).filter(
    (one) =>
      !isKnown(one) &&
      (one.required !== 'no' || one.step || (one.settled && one.settled.act !== 'ended')),
  )
  const shown = (one: LineNow, of: ProgrammeCheck | null): ShownLine => {
    const { check, line } = one
    const name = of?.name ?? check
    const rules = checks.rules.filter((rule) => rule.check === check && rule.line === line)
    return {
      ...one,
      name: of && linesOf(of).length > 1 ? `${name}: ${nameOf[line]}` : name,
      level: of?.level ?? '',
      why: of?.why ?? '',
      months: of ? monthsOf(of, line) : null,
      isAsked: of !== null,
      requiredFrom: one.required === 'no' ? null : (rules[0]?.since ?? null),
      isOpen: one.isDue || !(one.state === 'accepted' || one.state === 'waived'),
      entries: checks.entries.filter((entry) => entry.check === check && entry.line === line),
    }
  }
  return [
    ...declared.map(({ check, line, of }) =>
      shown(lineAt(checks, { check, line }, now, timeZone), of),
    ),
    ...others.map((one) => shown(one, null)),
  ]
}
