/** A checked copy of the database; a running server makes it itself, so that nothing is copied half-written. */
import path from 'node:path'
import { backUp } from '#server/back-up.ts'
import { settings } from '#settings.ts'
import { askServer } from './ask-server.ts'
import { withDatabase } from './with-database.ts'

export async function run(args: string[]): Promise<number> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const file = path.resolve(args[0] ?? path.join(settings().dataDir, 'backups', `${stamp}.db`))
  const answer = await askServer({ command: 'backup', file })
  if (answer === null)
    return withDatabase(async () => {
      await backUp(file)
      console.log(`Backed up and checked: ${file}`)
      return 0
    })
  console[answer.ok ? 'log' : 'error'](answer.ok ? `Backed up and checked: ${file}` : answer.says)
  return answer.ok ? 0 : 3
}
