/** What the course says now and has not released: nobody gets it yet, only `npm run dev` shows it. */
import { compileContent } from '#authoring/check.ts'
import { tell } from '#authoring/problem.ts'
import { changesBetween, hasChanges } from '#domain/course/ledger.ts'
import type { Given } from './given.ts'
import { inLines, needsInLines } from './ledger-words.ts'

export function run(given: Given): number {
  const { problems, ledger, released, former, changedNeeds } = compileContent('content')
  const errors = problems.filter((problem) => problem.severity === 'error')
  const changes = changesBetween(released, ledger, former)
  if (given.is('json')) {
    const needs = changedNeeds.map(({ id }) => id)
    console.log(JSON.stringify({ errors: errors.length, changes, needs }))
    return errors.length || hasChanges(changes) || needs.length ? 3 : 0
  }
  for (const problem of errors) console.error(tell(problem))
  if (errors.length) return 3
  if (!hasChanges(changes) && changedNeeds.length === 0) {
    console.log('Everything is released.')
    return 0
  }
  console.log('Not released yet:')
  for (const line of [...inLines(changes), ...needsInLines(changedNeeds)]) console.log(`  ${line}`)
  console.log(
    'Look at it with: npm run dev\nRelease it with: npm run --silent alongside -- course release',
  )
  return 3
}
