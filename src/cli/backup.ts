/** A checked copy of the database; a running server makes it itself. "Backed up" is said when it is. */
import path from 'node:path'
import { backupFolder, backUpUnopened } from '#server/running/back-up.ts'
import { askServer } from './ask-server.ts'
import { Refused } from './command.ts'
import type { Given } from './given.ts'

export async function run(given: Given): Promise<number> {
  const file = given.words[0] ?? newFile()
  const overwrite = given.is('overwrite')
  const answer = await askServer({ command: 'backup', file, overwrite })
  if (answer && !answer.ok) throw new Refused(answer.says)
  const made = answer ? answer.says : await backUpUnopened(file, overwrite)
  console.log(`Backed up and checked: ${made}`)
  return 0
}

const newFile = (): string =>
  path.join(backupFolder(), `${new Date().toISOString().replace(/[:.]/g, '-')}.db`)
