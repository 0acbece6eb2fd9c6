/** Whether the lines that a coordinator signs off can be seen by somebody. */
import type { Competency, Need, RolePlay } from '#domain/readiness/competency.ts'
import { kindsOf } from '#domain/readiness/evidence-rules.ts'
import type { Bench } from './bench.ts'

/** A ★ line is never met by a machine alone: somebody saw it, or talked with them. */
export function checkHumans(bench: Bench, lines: readonly Competency[]): void {
  lines.forEach(({ id, star, needs }, index) => {
    if (star && !needs.some(isHuman))
      bench.error(
        'competencies.yaml',
        ['competencies', index, 'needs'],
        `the ★ line "${id}" can be met without anybody who saw it or talked about it`,
        'add "- observation: 2", "- talk: true", or "- any:" with nothing but these two',
      )
  })
}

/** True where only a person can meet it. */
const isHuman = (need: Need): boolean =>
  need.kind === 'any' ? need.of.every(isHuman) : need.kind === 'observation' || need.kind === 'talk'

export function checkRolePlays(
  bench: Bench,
  lines: readonly Competency[],
  rolePlays: readonly RolePlay[],
): void {
  rolePlays.forEach((one, index) => {
    for (const line of one.lines)
      if (!lines.some(({ id }) => id === line))
        bench.error(
          'competencies.yaml',
          ['rolePlays', index, 'lines'],
          `there is no line "${line}"`,
          `use one of: ${lines.map(({ id }) => id).join(', ')}`,
        )
  })
  if (rolePlays.length === 0) return
  lines.forEach((line, index) => {
    if (!kindsOf(line).has('observation') || rolePlays.some((one) => one.lines.includes(line.id)))
      return
    bench.error(
      'competencies.yaml',
      ['competencies', index, 'needs'],
      `"${line.id}" needs an observation, and no role play looks at it`,
      'add it to the "lines:" of a role play',
    )
  })
}
