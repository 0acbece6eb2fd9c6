import { writeFileSync } from 'node:fs'
import { compileContent } from '#authoring/check.ts'
import { unreleased } from '#authoring/ledger.ts'
import { tell } from '#authoring/problem.ts'
import type { Given } from './given.ts'

export function run(given: Given): number {
  const wording = new Set([...given.texts('wording'), ...given.words])
  const { problems, ledger, released } = compileContent('content')
  const errors = problems.filter((problem) => problem.severity === 'error')
  for (const problem of errors) console.error(tell(problem))
  if (errors.length) return 3
  const open = unreleased(released, ledger).filter((id) => !wording.has(id))
  if (open.length) {
    console.error(
      'These items changed. Raise the revision of each whose meaning changed, and name the others:',
    )
    for (const id of open) console.error(`  --wording ${id}`)
    return 3
  }
  writeFileSync('content/ledger.json', `${JSON.stringify(ledger, null, 1)}\n`)
  console.log(`Released: ${Object.keys(ledger).length} items.`)
  return 0
}
