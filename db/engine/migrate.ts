/** Brings a database to the schema of this code, or refuses; never leaves it between two versions. */
import type { Client, InStatement } from '@libsql/client'
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeFolder } from '#builds.mjs'
import { DatabaseRefused } from './errors.ts'
import { lastVersion } from './mark-version.ts'
import { guard, type Guard } from './statement.ts'

const TRIES = 20

/**
 * Applies what is missing of db/migrations in one transaction, with foreign keys checked before it
 * commits. Several starters may race (a libSQL server): one applies, the others see it and go on.
 * @param backUp called with the number of migrations already applied, before a database with data changes
 * @returns how many migrations were applied by this call
 * @throws DatabaseRefused for a newer schema, another history, or data that breaks a foreign key
 */
export async function migrate(
  client: Client,
  backUp: (applied: number) => Promise<void>,
  folder = migrationsFolder(),
): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: folder })
  for (let attempt = 1; ; attempt++) {
    const applied = await appliedTimes(client)
    refuseUnknown(applied, known, await lastVersion(client))
    const pending = known.filter(({ folderMillis }) => !applied.includes(folderMillis))
    if (pending.length === 0) return 0
    if (applied.length > 0) await backUp(applied.length)
    try {
      await client.migrate([
        guard(`(SELECT count(*) FROM __drizzle_migrations) = ${applied.length}`),
        ...pending.flatMap(statements),
        guard('NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check)'),
      ])
    } catch (error) {
      const raced = (await appliedTimes(client)).length > applied.length
      if (attempt < TRIES && (raced || isContention(error))) {
        await sleep(50 * attempt)
        continue
      }
      if (!(error instanceof Error && error.message.includes('malformed JSON'))) throw error
      throw new DatabaseRefused(
        'After the migration some rows would point to rows that do not exist, so nothing was changed.',
        { cause: error },
      )
    }
    await refuseDamage(client)
    return pending.length
  }
}

/** That the schema is still the one of this code: for each batch on a libSQL server, which a newer version may migrate meanwhile. */
export const ownSchema = (folder = migrationsFolder()): Guard =>
  guard(
    `(SELECT count(*) FROM __drizzle_migrations) = ${readMigrationFiles({ migrationsFolder: folder }).length}`,
  )

export interface Pending {
  readonly applied: number
  readonly waiting: number
  /** Made by a newer version of Alongside, or by another history. */
  readonly isUnknown: boolean
}

/** What a start would do, without doing it. @param times when each applied migration was generated */
export function pendingAfter(times: readonly number[], folder = migrationsFolder()): Pending {
  const known = readMigrationFiles({ migrationsFolder: folder })
  return {
    applied: times.length,
    waiting: known.filter(({ folderMillis }) => !times.includes(folderMillis)).length,
    isUnknown: times.some((time) => !known.some(({ folderMillis }) => folderMillis === time)),
  }
}

const migrationsFolder = (): string => path.resolve(codeFolder(), 'db/migrations')

/** When each applied migration was generated (drizzle's identity of a migration). */
async function appliedTimes(client: Client): Promise<number[]> {
  // The same table as drizzle's own migrator keeps, so that its tools go on working.
  await client.execute(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  )
  const { rows } = await client.execute(
    'SELECT created_at FROM __drizzle_migrations ORDER BY created_at',
  )
  return rows.map((row) => Number(row['created_at']))
}

function refuseUnknown(
  applied: readonly number[],
  known: readonly MigrationMeta[],
  last: string | null,
): void {
  const unknown = applied.filter((time) => !known.some(({ folderMillis }) => folderMillis === time))
  if (unknown.length === 0) return
  const newest = Math.max(0, ...known.map(({ folderMillis }) => folderMillis))
  throw new DatabaseRefused(
    Math.max(...unknown) > newest
      ? `This database was changed by a newer version of Alongside${last === null ? '' : ` (${last})`}. Start that version, or restore the backup made before the update.`
      : 'This database was made by a version of Alongside with other migrations. Restore a backup that fits, or start with an empty DATA_DIR.',
  )
}

function statements({ sql, hash, folderMillis }: MigrationMeta): InStatement[] {
  return [
    ...sql,
    {
      sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)',
      args: [hash, folderMillis],
    },
  ]
}

const isContention = (error: unknown): boolean =>
  error instanceof Error && /SQLITE_BUSY|database is locked|already exists/.test(error.message)

async function refuseDamage(client: Client): Promise<void> {
  const { rows } = await client.execute('PRAGMA integrity_check(1)')
  if (rows[0]?.[0] !== 'ok')
    throw new DatabaseRefused(`The database is damaged: ${String(rows[0]?.[0])}. Restore a backup.`)
}
