/** Puts a backup in the place of the database; what was there stays beside it. */
import { restoreBackup } from '#server/running/restore.ts'
import type { Given } from './given.ts'

export async function run(given: Given): Promise<number> {
  process.umask(0o077)
  const { erased, before } = await restoreBackup(
    given.words[0] ?? '',
    Date.now(),
    given.text('identity'),
  )
  console.log(
    [
      'Restored and checked. Everybody signs in anew; links and codes of before open nothing.',
      ...(before === null
        ? []
        : [`What was there before lies in ${before}. Delete it when all is well.`]),
      ...(erased ? [`${erased} people who had been erased were erased again.`] : []),
    ].join('\n'),
  )
  return 0
}
