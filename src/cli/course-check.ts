import { compileContent } from '#authoring/check.ts'
import { tell } from '#authoring/problem.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { isProduction } from '#settings.ts'

export function run(): number {
  const { problems, ledger } = compileContent('content', {
    production: isProduction(),
    today: dayAt(Date.now(), 'UTC'),
  })
  const errors = problems.filter((problem) => problem.severity === 'error')
  for (const problem of problems) console.log(tell(problem))
  console.log(
    `${Object.keys(ledger).length} items, ${errors.length} errors, ${problems.length - errors.length} warnings`,
  )
  return errors.length ? 3 : 0
}
