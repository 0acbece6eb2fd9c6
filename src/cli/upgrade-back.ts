/** The way back: the release before this one, with the database as it was. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { folderOf, previousBuild, RUN, switchTo } from '#builds.mjs'
import { Refused, Misuse } from './command.ts'

/** @param identity file of the secret key, where the backup is encrypted */
export function goBack(file: string | undefined, identity: string | undefined): number {
  if (file === undefined) throw new Misuse('FILE is missing: the backup made before the upgrade.')
  const before = previousBuild()
  const command =
    before === null ? '' : path.resolve(folderOf(before), RUN, 'src/cli/alongside.mjs')
  if (before === null || !existsSync(command))
    throw new Refused(
      'There is no release before this one in dist. Fetch its source, build it, and restore the backup with it.',
    )
  // By its own command: this one would bring the database here again.
  const { status } = spawnSync(
    process.execPath,
    [command, 'restore', file, ...(identity ? ['--identity', identity] : [])],
    { stdio: 'inherit' },
  )
  if (status !== 0) throw new Refused('Nothing was changed; the lines above say why.')
  switchTo(before, new Date())
  console.log(
    `The next start runs ${before} again. What was entered since the backup lies in the database that was put aside.`,
  )
  return 0
}
