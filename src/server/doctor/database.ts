/** What the open database tells: whether it takes writes, how far its times go, who of the staff has no second step. */
import { canWrite, isDatabaseFile, read, together } from '#db/client.ts'
import { newestKnownQuery, newestWrittenQuery } from '#db/clock-mark.ts'
import { countFactorsQuery } from '#db/factors.ts'
import { finding, type Finding } from '#domain/doctor/finding.ts'
import { judgeClock } from '#domain/doctor/judge.ts'
import { settings } from '#settings.ts'

export async function lookWhetherItWrites(): Promise<Finding[]> {
  const place = isDatabaseFile() ? 'file' : new URL(settings().databaseUrl).host
  return [(await canWrite()) ? finding('database-writes', { place }) : finding('database-shut', {})]
}

export async function lookAtClock(now: number): Promise<Finding[]> {
  const { believed, newest } = await together({
    believed: newestKnownQuery(),
    newest: newestWrittenQuery(),
  })
  return [judgeClock(now, believed, newest)]
}

export async function lookAtFactors(): Promise<Finding[]> {
  const { have, all } = await read(countFactorsQuery())
  if (all === 0) return [finding('factors-none', {})]
  return [
    have < all
      ? finding('factors-missing', { missing: all - have, all })
      : finding('factors-all', { all }),
  ]
}
