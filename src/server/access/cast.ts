/** A database of invented people, who can be entered by anybody, says of itself that it is one. */
import { DatabaseRefused } from '#db/client.ts'
import { findOrKeepKey, hasKey } from '#db/server-keys.ts'
import { settings } from '#settings.ts'
import { newSecret } from './secret.ts'

/** A row of its own, so that a copy of the database says it too. */
const MARK = 'invented-cast'

export async function markCast(now: number): Promise<void> {
  await findOrKeepKey(MARK, newSecret(), now)
}

/** Asked before the door opens. @throws DatabaseRefused where the cast stands in front of real people */
export async function refuseCast(): Promise<void> {
  const { castAllowed, dataDir } = settings()
  if (castAllowed || !(await hasKey(MARK))) return
  throw new DatabaseRefused(
    `The people in ${dataDir} are the invented ones of a demo, and anybody can be any of them: npm run demo and npm run dev alone open that database, and never in production. Set DATA_DIR to another folder.`,
  )
}
