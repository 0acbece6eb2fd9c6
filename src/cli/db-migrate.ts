/** Brings the database up to this version, after a copy of it. */
import { inspectDatabase } from '#db/client.ts'
import { settings } from '#settings.ts'
import { Refused } from './command.ts'
import { withDatabase } from './with-database.ts'

export async function run(): Promise<number> {
  process.umask(0o077)
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  const { damage, migrations } = await inspectDatabase({ url, authToken, dataDir })
  if (damage !== null)
    throw new Refused(`The database is damaged (${damage}): alongside doctor says what to do.`)
  const { waiting, applied } = migrations
  await withDatabase(() => Promise.resolve(0))
  console.log(
    waiting === 0
      ? `There was nothing to do: ${applied} migrations are applied.`
      : `${waiting} migrations are applied now, ${applied + waiting} in all.${url.startsWith('file:') ? ' The copy of before lies in DATA_DIR/backups (before-migration-…).' : ''}`,
  )
  return 0
}
