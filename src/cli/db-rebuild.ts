/** Computes every progress row again from the records and says what differed; a running server does it itself. */
import { rebuildAll, type Rebuilt } from '#server/learning/rebuild-progress.ts'
import { askServer } from './ask-server.ts'
import { Refused } from './command.ts'
import { progressOf } from './progress.ts'
import { withDatabase } from './with-database.ts'

export async function run(): Promise<number> {
  const answer = await askServer({ command: 'db-rebuild' })
  if (answer && !answer.ok) throw new Refused(answer.says)
  if (answer) return tell(JSON.parse(answer.says) as Rebuilt)
  return withDatabase(async () => tell(await rebuildAll((people) => progressOf(people, 'people'))))
}

function tell({ people, differences }: Rebuilt): number {
  console.log(`${people} people, ${differences} differences`)
  return differences ? 3 : 0
}
