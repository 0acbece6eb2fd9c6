/** Prints the graph of a practice session. */
import { compileContent } from '#authoring/check.ts'
import { CouldNot } from './command.ts'
import type { Given } from './given.ts'
import { namedSession } from './named-session.ts'
import { faultsOf, mermaidOf, textMapOf } from './session-map.ts'

export function run(given: Given): number {
  const course = compileContent('content').courses.en
  if (!course) throw new CouldNot('The course cannot be read: course check says why.')
  const session = namedSession(course, given.words[0] ?? '')
  const lines = given.is('mermaid') ? mermaidOf(session) : textMapOf(session)
  for (const line of lines) console.log(line)
  const faults = faultsOf(session)
  for (const fault of faults) console.error(fault)
  return faults.length ? 3 : 0
}
