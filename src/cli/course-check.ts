import { compileContent } from '#authoring/check.ts'
import { tell } from '#authoring/problem.ts'

export function run(): number {
  const production = process.env['ALONGSIDE_ENV'] === 'production'
  const { problems, ledger } = compileContent('content', { production })
  const errors = problems.filter((problem) => problem.severity === 'error')
  for (const problem of problems) console.log(tell(problem))
  console.log(
    `${Object.keys(ledger).length} items, ${errors.length} errors, ${problems.length - errors.length} warnings`,
  )
  return errors.length ? 3 : 0
}
