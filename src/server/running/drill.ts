/**
 * The drill: a backup is restored into a sealed copy of its own, which goes again. The database that is served is neither
 * opened nor locked, so a server may run.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filesBeside, inspectDatabase, read } from '#db/client.ts'
import { packageFoldersQuery } from '#db/packages.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { compareCounts, type CountLine } from '#domain/doctor/compare-counts.ts'
import { settings } from '#settings.ts'
import { noteDrill } from './last-drill.ts'
import { makeReady, unpackDatabase, unpackFolders } from './make-ready.ts'

export interface DrillReport {
  readonly file: string
  readonly bytes: number
  /** When the backup was written. */
  readonly madeAt: number
  readonly at: number
  readonly migrations: { readonly applied: number; readonly waited: number }
  readonly counts: readonly CountLine[]
  /** How many people were erased again, by the log beside the database. */
  readonly erased: number
  /** Files beside it: how many were brought back. */
  readonly files: number
  /** In words; empty where it came back whole. */
  readonly problems: readonly string[]
}

/**
 * @param say is told each step in words
 * @throws DatabaseRefused where there is no such backup, or the key does not open it: then no drill took place
 */
export async function drill(
  file: string,
  now: number,
  identity: string | undefined,
  say: (step: string) => void,
): Promise<DrillReport> {
  const { dataDir } = settings()
  // What was encrypted lies in the clear here for a moment: where the database does so anyway, for this account alone.
  const sealed = mkdtempSync(path.join(existsSync(dataDir) ? dataDir : tmpdir(), 'drill-'))
  const tidy = (): void => rmSync(sealed, { recursive: true, force: true })
  process.once('exit', tidy)
  try {
    const report = await tryOut(file, path.join(sealed, 'copy.db'), now, identity, say)
    if (existsSync(dataDir))
      noteDrill({
        day: dayAt(now, 'UTC'),
        at: now,
        file: path.basename(file),
        problems: report.problems.length,
      })
    return report
  } finally {
    tidy()
    process.off('exit', tidy)
  }
}

async function tryOut(
  file: string,
  made: string,
  now: number,
  identity: string | undefined,
  say: (step: string) => void,
): Promise<DrillReport> {
  say('copying')
  await unpackDatabase(file, made, identity)
  const { size: bytes, mtimeMs: madeAt } = statSync(file)
  const copy = { url: `file:${encodeURI(made)}`, authToken: undefined, dataDir: `${made}.folder` }
  say('reading the copy')
  const before = await inspectDatabase(copy)
  const { migrations } = before
  const report = {
    ...{ file, bytes, madeAt, at: now, counts: [], erased: 0, files: 0 },
    migrations: { applied: migrations.applied, waited: migrations.waiting },
  }
  if (before.damage !== null)
    return { ...report, problems: [`The backup is damaged: ${before.damage}`] }
  if (migrations.isUnknown)
    return {
      ...report,
      problems: ['The backup was made by another version of Alongside: try it out with that one.'],
    }
  say('restoring it')
  let wanted: readonly string[] = []
  const erased = await makeReady(made, now, null, async () => {
    wanted = await read(packageFoldersQuery())
  })
  const after = await inspectDatabase(copy)
  const counts = compareCounts(before.counts, after.counts, {
    migrations: migrations.waiting,
    erased,
  })
  say('bringing back the files beside it')
  const placeOf = (name: string): string => path.join(path.dirname(made), name)
  await unpackFolders(file, placeOf, identity)
  const files = countFiles(placeOf('programmes')) + countFiles(placeOf('packages'))
  const without = wanted.filter((name) => !existsSync(path.join(placeOf('packages'), name)))
  const problems = [
    ...(after.damage === null ? [] : [`The restored copy is damaged: ${after.damage}`]),
    ...(after.dangling > 0
      ? [`${after.dangling} rows of the restored copy point to rows that do not exist.`]
      : []),
    ...counts
      .filter((line) => line.is === 'lost')
      .map(
        ({ table, backup, restored }) =>
          `${table}: ${backup ?? 'no such table'} rows in the backup, ${restored} restored.`,
      ),
    ...(without.length > 0
      ? [
          `${without.length} of ${wanted.length} imported packages have no files in ${filesBeside(file)}.`,
        ]
      : []),
    ...(countFiles(filesBeside(file)) > files
      ? [`${countFiles(filesBeside(file)) - files} files beside the backup were not brought back.`]
      : []),
  ]
  return { ...report, counts, erased, files, problems }
}

const countFiles = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
        .length
    : 0
