/** Writes the ledger: what the course says now is released. "Released" is said when it is on the disk. */
import { renameSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { compileContent } from '#authoring/check.ts'
import { readAsked, releasedNeeds, type AskedBefore } from '#authoring/needs-file.ts'
import { tell } from '#authoring/problem.ts'
import { dayAt, type Day } from '#domain/calendar/days.ts'
import { changesBetween, hasChanges, type Ledger } from '#domain/course/ledger.ts'
import { Misuse } from './command.ts'
import type { Given } from './given.ts'
import { inLines, needsInLines } from './ledger-words.ts'
import { tellImpact } from './release-impact.ts'

export async function run(given: Given): Promise<number> {
  const wording = [...given.texts('wording'), ...given.words]
  const compiled = compileContent('content')
  const { ledger, released, former, changedNeeds } = compiled
  const errors = compiled.problems.filter((problem) => problem.severity === 'error')
  for (const problem of errors) console.error(tell(problem))
  if (errors.length) return 3
  const changes = changesBetween(released, ledger, former)
  for (const id of wording)
    if (!ledger[id]) throw new Misuse(`--wording: the course has no item "${id}".`)
    else if (!changes.reworded.includes(id))
      throw new Misuse(`--wording: "${id}" did not change, or its revision was raised.`)
  const open = changes.reworded.filter((id) => !wording.includes(id))
  if (open.length) {
    console.error(
      'These items changed. Raise the revision of each whose meaning changed, and name the others:',
    )
    for (const id of open) console.error(`  --wording ${id}`)
    return 3
  }
  const isFirst = Object.keys(released).length === 0
  if (!hasChanges(changes) && changedNeeds.length === 0) {
    console.log('Nothing changed since the last release.')
    return 0
  }
  for (const line of inLines(changes, isFirst)) console.log(line)
  for (const line of needsInLines(changedNeeds)) console.log(line)
  await tellImpact(compiled, changes)
  if (!(await isWanted(given))) return 3
  // The needs first: a ledger without them would say that everything is released.
  write('needs.json', releasedNeeds(readAsked('content'), compiled.competencies.en, today()))
  write('ledger.json', ledger)
  console.log(`Released: ${Object.keys(ledger).length} items. Build and start again to serve it.`)
  return 0
}

async function isWanted(given: Given): Promise<boolean> {
  if (given.is('yes')) return true
  if (!process.stdin.isTTY) {
    console.error('Nothing was released. Say --yes to release this.')
    return false
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question('\nRelease this? Type yes: ').finally(() => asking.close())
  if (answer.trim().toLowerCase() === 'yes') return true
  console.error('Nothing was released.')
  return false
}

const today = (): Day => dayAt(Date.now(), 'UTC')

/** Never half a file. */
function write(name: string, value: Ledger | AskedBefore): void {
  const file = `content/${name}`
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 1)}\n`)
  renameSync(`${file}.new`, file)
}
