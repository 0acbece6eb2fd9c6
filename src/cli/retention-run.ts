/** Deletes what has been kept long enough; a running server does it itself. */
import { isDay } from '#domain/calendar/days.ts'
import { inWords, runRetention } from '#server/running/run-retention.ts'
import { Misuse } from './command.ts'
import type { Given } from './given.ts'
import { told } from './told.ts'

export async function run(given: Given): Promise<number> {
  const today = given.text('today')
  if (today !== undefined && !isDay(today))
    throw new Misuse(`--today: "${today}" is not a day such as 2026-11-28`)
  return told({ command: 'retention', ...(today ? { today } : {}) }, async () =>
    inWords(await runRetention(Date.now(), today ?? null)),
  )
}
