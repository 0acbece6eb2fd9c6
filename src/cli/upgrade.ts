/** Takes the database over to this release: first on a copy, then, where no server holds it, for good. */
import path from 'node:path'
import { fullVersion } from '#builds.mjs'
import { sealedName } from '#db/client.ts'
import { settings } from '#settings.ts'
import { backupFolder, backUpUnopened } from '#server/running/back-up.ts'
import { rehearse, takeOverNow } from '#server/running/upgrade.ts'
import { askServer } from './ask-server.ts'
import { goBack } from './upgrade-back.ts'
import { Refused } from './command.ts'
import type { Given } from './given.ts'
import { tryToServe } from './try-to-serve.ts'

export async function run(given: Given): Promise<number> {
  const identity = given.text('identity')
  if (given.is('back')) return goBack(given.words[0], identity)
  const isSealed = settings().backupRecipients.length > 0
  if (isSealed && identity === undefined)
    throw new Refused(
      'Backups are encrypted here (BACKUP_RECIPIENT), and the try-out reads one. Name the secret key: --identity FILE.',
    )
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const plain = path.join(backupFolder(), `before-upgrade-${stamp}.db`)
  const copy = isSealed ? sealedName(plain) : plain
  console.log(`To ${fullVersion()}.`)
  const answer = await askServer({ command: 'backup', file: plain, overwrite: false })
  if (answer === null) await backUpUnopened(plain, false)
  else if (!answer.ok) throw new Refused(answer.says)
  console.log(`Backed up and checked: ${copy}`)
  const { from, steps, tables, rows } = await rehearse(copy, tryToServe, identity)
  console.log(
    `Tried on a copy${from === null ? '' : ` of what ${from} left`}: ${steps} steps, ${rows} rows in ${tables} tables, none lost; it opens and answers.`,
  )
  const back = `Way back: stop the server, then alongside upgrade --back ${copy}${isSealed ? ' --identity FILE' : ''}`
  if (answer !== null) {
    console.log(`The server still runs the release before. Restart it now.\n${back}`)
    return 0
  }
  await takeOverNow()
  console.log(`Taken over. Start the server.\n${back}`)
  return 0
}
