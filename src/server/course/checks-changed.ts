/** What a change of a programme's checks means for what it requires: what is left out is due for nobody any more. */
import { checkRulesQuery } from '#db/checks.ts'
import { read } from '#db/client.ts'
import type { CheckLine, CheckRule } from '#domain/readiness/checks.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'

type Checks = ProgrammeFile['checks']

export interface ChecksChanged {
  /** Boxes of lines that are left out although they are required. */
  readonly required: readonly string[]
  readonly rules: readonly {
    readonly checkSlug: string
    readonly line: CheckLine
    readonly rule: 'dropped' | 'optional'
  }[]
}

export const NONE: ChecksChanged = { required: [], rules: [] }

export async function checksChanged(
  programme: string,
  before: Checks,
  after: Checks,
): Promise<ChecksChanged> {
  const rules = await read(checkRulesQuery(programme))
  const ruleOf = (check: string, line: CheckLine): CheckRule['rule'] | undefined =>
    rules.findLast((one) => one.check === check && one.line === line)?.rule
  const [old, now] = [linesIn(before), linesIn(after)]
  const has = (lines: typeof old, [check, line]: (typeof old)[number]): boolean =>
    lines.some(([slug, one]) => slug === check && one === line)
  const left = old.filter((one) => !has(now, one))
  return {
    required: left
      .filter((one) => ruleOf(...one) === 'required')
      .map(([check, line]) =>
        line === 'seen' ? `checks.${check}.name.en` : `checks.${check}.status`,
      ),
    rules: [
      ...left.map(([checkSlug, line]) => ({ checkSlug, line, rule: 'dropped' }) as const),
      ...now
        .filter((one) => ruleOf(...one) === 'dropped')
        .map(([checkSlug, line]) => ({ checkSlug, line, rule: 'optional' }) as const),
    ],
  }
}

const linesIn = (checks: Checks): (readonly [check: string, line: CheckLine])[] =>
  Object.entries(checks).flatMap(([check, { status }]) =>
    (status ? (['seen', 'status'] as const) : (['seen'] as const)).map(
      (line) => [check, line] as const,
    ),
  )
