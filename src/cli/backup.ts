/** A checked copy of the database; a running server makes it itself, so that nothing is copied half-written. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { backup } from '#db/client.ts'
import { settings } from '#settings.ts'
import { askServer } from './ask-server.ts'
import { withDatabase } from './with-database.ts'

export async function run(args: string[]): Promise<number> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const file = path.resolve(args[0] ?? path.join(settings().dataDir, 'backups', `${stamp}.db`))
  const answer = await askServer({ command: 'backup', file })
  if (answer === null)
    return withDatabase(async () => {
      await backup(file)
      console.log(`Backed up and checked: ${file}${beside()}`)
      return 0
    })
  console[answer.ok ? 'log' : 'error'](
    answer.ok ? `Backed up and checked: ${file}${beside()}` : answer.says,
  )
  return answer.ok ? 0 : 3
}

/** Content of imported packages never changes, so it is copied as files. */
function beside(): string {
  const folder = path.resolve(settings().dataDir, 'packages')
  return existsSync(folder)
    ? `\nImported packages are not in it. Copy this folder as well: ${folder}`
    : ''
}
