/** What a monitor reads of the platform itself: counts alone. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { fullVersion } from '#builds.mjs'
import { canWrite, waitingWrites, together } from '#db/client.ts'
import { mailDeskQuery } from '#db/outbox.ts'
import { openSessionsQuery } from '#db/sessions.ts'
import { settings } from '#settings.ts'
import { lastDrill } from './last-drill.ts'
import type { Metric } from '#server/seen/metric.ts'
import { backupAge, countBackups } from './nightly-backup.ts'
import { syncCounts } from '#server/seen/sync-counts.ts'

type Sample = Metric['samples'][number]

const metric = (
  name: string,
  type: 'gauge' | 'counter',
  help: string,
  ...samples: readonly (Sample | null)[]
): Metric => ({
  name: `alongside_${name}`,
  type,
  help,
  samples: samples.filter((one) => one !== null),
})

/** A database that cannot be read is said as one, and hides nothing else. */
export async function ownMetrics(now: number): Promise<Metric[]> {
  const counted = await countNow(now)
  const age = backupAge(now)
  const drill = lastDrill()
  const size = databaseBytes()
  const bytes = size === null ? null : { value: size }
  const sum = (all: readonly { readonly n: number }[]): number =>
    all.reduce((total, { n }) => total + n, 0)
  return [
    metric('info', 'gauge', 'Always 1; its label is the version.', {
      labels: { version: fullVersion() },
      value: 1,
    }),
    metric('database_writable', 'gauge', '1 where a write reaches the disk.', {
      value: (await canWrite()) ? 1 : 0,
    }),
    metric('database_readable', 'gauge', '1 where the database answers.', {
      value: counted ? 1 : 0,
    }),
    metric('database_bytes', 'gauge', 'Size of the database file and its log of writes.', bytes),
    metric('database_writes_waiting', 'gauge', 'Writes of this process that wait their turn.', {
      value: waitingWrites(),
    }),
    metric(
      'mail_waiting',
      'gauge',
      'Mails that wait to go out; 1001 says more than 1000.',
      counted && { value: counted.mail.waiting },
    ),
    metric(
      'mail_delayed',
      'gauge',
      'Mails of those that were not taken at their last try.',
      counted && { value: sum(counted.mail.delayed) },
    ),
    metric(
      'mail_refused',
      'gauge',
      'Mails that were refused for good and are still kept.',
      counted && { value: sum(counted.mail.refused) },
    ),
    metric(
      'sessions_open',
      'gauge',
      'Browsers in which somebody is signed in.',
      counted && { value: counted.sessions },
    ),
    metric(
      'backup_age_seconds',
      'gauge',
      'Age of the newest backup in the usual folder.',
      age === null ? null : { value: age },
    ),
    metric('backups', 'gauge', 'Backups in the usual folder.', { value: countBackups() }),
    metric(
      'drill_age_seconds',
      'gauge',
      'Since a backup was last tried out.',
      drill && { value: Math.max(0, (now - drill.at) / 1000) },
    ),
    metric(
      'sync_records_total',
      'counter',
      'Records that devices sent since the start, by what became of them.',
      ...Object.entries(syncCounts()).map(([result, value]) => ({ labels: { result }, value })),
    ),
  ]
}

/** Null where the database does not answer. */
async function countNow(now: number) {
  try {
    return await together({ mail: mailDeskQuery(), sessions: openSessionsQuery(now) })
  } catch {
    return null
  }
}

/** Of the file and its log of writes; null on a libSQL server. */
export function databaseBytes(): number | null {
  const { databaseUrl, dataDir } = settings()
  if (!databaseUrl.startsWith('file:')) return null
  const file = path.resolve(dataDir, 'alongside.db')
  const sizes = ['', '-wal'].map((end) => statSync(file + end, { throwIfNoEntry: false })?.size)
  return sizes[0] === undefined ? null : sizes[0] + (sizes[1] ?? 0)
}
