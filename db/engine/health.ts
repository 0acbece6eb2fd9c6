/** What is looked at before a database is used: whether it is there, of one piece, and whole. */
import type { Client } from '@libsql/client'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { codeOf, DatabaseRefused, isAway } from './errors.ts'

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** For commands that never make a database. @throws DatabaseRefused where there is none */
export function refuseMissing(file: string): void {
  if (sizeOf(file) === 0) throw missing(`${path.dirname(file)} (${path.basename(file)})`)
}

/** The same for a libSQL server. */
export async function refuseEmpty(client: Client, url: string): Promise<void> {
  const { rows } = await client.execute(
    "SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'",
  )
  if (rows.length === 0) throw missing(url)
}

const missing = (place: string): DatabaseRefused =>
  new DatabaseRefused(
    `There is no database in ${place}. Nothing was made. Is DATA_DIR (or DATABASE_URL) set as it is for the server?`,
  )

/**
 * A backup that was put in place of a database while the old one's write-ahead log still lies beside it:
 * SQLite would read the old log into the restored rows. A copy made by VACUUM INTO is in rollback mode until
 * it is first opened (byte 18 of the header is 1), and then has no log of its own.
 * @throws DatabaseRefused naming cause and remedy; nothing was opened yet
 */
export function refuseOldLog(file: string): void {
  const log = `${file}-wal`
  if (sizeOf(log) === 0 || sizeOf(file) === 0) return
  const header = Buffer.alloc(20)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, header, 0, 20, 0)
  closeSync(descriptor)
  if (header[18] !== 1) return
  throw new DatabaseRefused(
    `${file} was put there from a backup, but ${path.basename(log)} of the database before it still lies beside it; ` +
      'together they would be damaged, so nothing was opened.\n' +
      `Delete ${log} and ${file}-shm, then start again.`,
  )
}

/**
 * Reads the whole file once (320 MB in some 2 seconds): a damaged database is never served.
 * @param hadLog whether a write-ahead log lay beside it before it was opened
 * @throws DatabaseRefused
 */
export async function refuseDamaged(client: Client, file: string, hadLog: boolean): Promise<void> {
  const problem = await client.execute('PRAGMA quick_check(1)').then(
    ({ rows }) => (rows[0]?.[0] === 'ok' ? null : String(rows[0]?.[0])),
    (error: unknown) => {
      if (!isDamage(error)) throw error
      return error instanceof Error ? error.message : String(error)
    },
  )
  if (problem !== null) throw damaged(file, hadLog, problem)
}

export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))

export const hasLog = (file: string): boolean => sizeOf(`${file}-wal`) > 0

export function damaged(file: string, hadLog: boolean, problem: string): DatabaseRefused {
  const cause = hadLog
    ? `\nIf a backup was just put in its place: ${path.basename(file)}-wal and -shm of the database before it have to be deleted first.`
    : ''
  return new DatabaseRefused(
    `The database ${file} is damaged (${problem}), so it is not used.${cause}\n` +
      `Put a backup in its place (they lie in DATA_DIR/backups): stop everything, delete ${file}-wal and ${file}-shm, copy the backup to ${file}, start again.`,
  )
}

/** Words for a libSQL server that does not answer, or does not let us in; null for anything else. */
export function wordsForServer(error: unknown, url: string): DatabaseRefused | null {
  if (isAway(error) || (error instanceof TypeError && error.message === 'fetch failed'))
    return new DatabaseRefused(
      `The libSQL server ${url} cannot be reached. Does it run, and is DATABASE_URL right?`,
      { cause: error },
    )
  const isRefusal = error instanceof Error && /\b(401|403)\b|unauthori[sz]ed/i.test(error.message)
  return isRefusal
    ? new DatabaseRefused(
        `The libSQL server ${url} does not let us in. Is DATABASE_AUTH_TOKEN right?`,
        { cause: error },
      )
    : null
}
