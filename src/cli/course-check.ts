import { compileContent } from '#authoring/check.ts'
import { tell } from '#authoring/problem.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { isProduction } from '#settings.ts'

export function run(): number {
  const { problems, ledger, facts } = compileContent('content', {
    production: isProduction(),
    today: dayAt(Date.now(), 'UTC'),
  })
  const errors = problems.filter((problem) => problem.severity === 'error')
  for (const problem of problems) console.log(tell(problem))
  const open = facts.open.en.length
  const counts = [
    `${Object.keys(ledger).length} items`,
    `${errors.length} errors`,
    `${problems.length - errors.length} warnings`,
    ...(open ? [`${open} to be confirmed locally (docs/sources.md)`] : []),
  ]
  console.log(counts.join(', '))
  return errors.length ? 3 : 0
}
