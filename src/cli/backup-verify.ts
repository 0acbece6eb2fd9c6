/** The drill: a backup is tried out in a place of its own, and a report printed that can be kept. */
import { fullVersion } from '#builds.mjs'
import type { CountLine } from '#domain/doctor/compare-counts.ts'
import { sizeIn } from '#i18n/en/doctor.ts'
import { drill, type DrillReport } from '#server/running/drill.ts'
import { newestBackup } from '#server/running/nightly-backup.ts'
import { Refused } from './command.ts'
import type { Given } from './given.ts'

export async function run(given: Given): Promise<number> {
  process.umask(0o077)
  const file = given.words[0] ?? newestBackup()?.file
  if (file === undefined)
    throw new Refused('There is no backup in DATA_DIR/backups yet. Make one: alongside backup')
  // Beside the report, so that the report can be kept by > report.txt.
  const say = (step: string): void => console.error(`… ${step}`)
  const report = await drill(file, Date.now(), given.text('identity'), say)
  console.log(given.is('json') ? JSON.stringify(report, null, 2) : inWords(report))
  return report.problems.length ? 3 : 0
}

const WHY: Readonly<Record<Exclude<CountLine['is'], 'same'>, string>> = {
  ended: 'everybody signs in anew',
  migrated: 'by a migration',
  erased: 'people of the erasure log, erased again',
  noted: 'what an opened database notes of itself',
  lost: 'LOST',
}

function inWords(report: DrillReport): string {
  const { counts, migrations, problems } = report
  const changed = counts.filter((line) => line.is !== 'same')
  const rows = counts.reduce((sum, { restored }) => sum + restored, 0)
  return [
    'Drill of a backup',
    '',
    `Tried out    ${time(report.at)}, by Alongside ${fullVersion()}`,
    `Backup       ${report.file}`,
    `             of ${time(report.madeAt)}, ${sizeIn(report.bytes, 'en')}`,
    `Version      ${migrations.applied} migrations${migrations.waited ? `, ${migrations.waited} more were applied to the copy` : ''}`,
    `Restored     ${counts.length} tables with ${rows} rows; ${counts.length - changed.length} tables have as many rows as the backup`,
    ...changed.map(
      ({ table, backup, restored, is }) =>
        `             ${table}: ${backup ?? 'new'} → ${restored}${is === 'same' ? '' : ` (${WHY[is]})`}`,
    ),
    `Erased again ${report.erased}`,
    `Files        ${report.files} beside the database`,
    '',
    ...(problems.length
      ? ['It did not come back whole:', ...problems.map((one) => `- ${one}`)]
      : [
          'It came back whole: integrity, references between rows, counts and files were looked at.',
        ]),
  ].join('\n')
}

const time = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
