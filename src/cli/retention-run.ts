/** Deletes what has been kept long enough; a running server does it itself. */
import { isDay } from '#domain/calendar/days.ts'
import { inWords, runRetention } from '#server/running/run-retention.ts'
import { askServer } from './ask-server.ts'
import { CouldNot, Misuse } from './command.ts'
import type { Given } from './given.ts'
import { withDatabase } from './with-database.ts'

export async function run(given: Given): Promise<number> {
  const today = given.text('today')
  if (today !== undefined && !isDay(today))
    throw new Misuse(`--today: "${today}" is not a day such as 2026-11-28`)
  const answer = await askServer({ command: 'retention', ...(today ? { today } : {}) })
  if (answer === null)
    return withDatabase(async () => tell(inWords(await runRetention(Date.now(), today ?? null))))
  return tell(answer)
}

function tell({ ok, says }: { readonly ok: boolean; readonly says: string }): number {
  if (!ok) throw new CouldNot(says)
  console.log(says)
  return 0
}
