/**
 * The one database module: every read goes through `database()`, every change through `write()`.
 * The state hangs on globalThis because the front door (plain Node) and Astro's server bundle
 * each carry a copy of this module in the same process.
 */
import type { Client, InStatement, InValue, ResultSet } from '@libsql/client'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { chmodSync } from 'node:fs'
import path from 'node:path'
import { randomInt } from 'node:crypto'
import { setImmediate as yieldToOthers, setTimeout as sleep } from 'node:timers/promises'
import { fullVersion } from '#builds.mjs'
import { backUpTo } from './engine/back-up.ts'
import { connect, filePath, isFile, prepareProof, prove, START_WAIT_MS } from './engine/connect.ts'
import type { DatabaseOptions } from './engine/connect.ts'
import { copyDatabase, type CopyWish } from './engine/copy.ts'
import { BackupRefused, DatabaseAway, DatabaseBusy, DatabaseRefused } from './engine/errors.ts'
import { DatabaseFull, DatabaseNewer, GuardFailed, PersonErased } from './engine/errors.ts'
import { asTaken, isAway, isBusy, isConstraint, isErased, isFull } from './engine/errors.ts'
import { leaveMarker, refuseUnexpectedlyEmpty } from './engine/earlier.ts'
import { foldNames } from './engine/fold-names.ts'
import { damaged, hasLog, isDamage, refuseDamaged } from './engine/health.ts'
import { refuseEmpty, refuseMissing, refuseOldLog, wordsForServer } from './engine/health.ts'
import { inspectApart, inspectHere, type Inspected } from './engine/inspect.ts'
import { markClock } from './engine/mark-clock.ts'
import { markVersion } from './engine/mark-version.ts'
import { migrate, ownSchema } from './engine/migrate.ts'
import { filledWith, gapped, gaps, gapsNamed, proveFilled, writing } from './engine/once.ts'
import type { Gapped, Value, Writes } from './engine/once.ts'
import { prepareFolder, realPathOf, wordsForFile } from './engine/place.ts'
import { lockFile, type ProcessLock } from './engine/process-lock.ts'
import { readsOf, type Reads } from './engine/reads.ts'
import type { Reading } from './engine/reading.ts'
import { rewriteFile } from './engine/rewrite.ts'
import { failedGuard, isFalse, toStatements } from './engine/statement.ts'
import type { Guard, Query } from './engine/statement.ts'
import { alone, apart, joined, type Found } from './engine/together.ts'
import type * as schema from './schema.ts'

export {
  BackupRefused,
  DatabaseAway,
  DatabaseBusy,
  DatabaseFull,
  DatabaseNewer,
  DatabaseRefused,
  GuardFailed,
  isTaken,
  PersonErased,
  Taken,
} from './engine/errors.ts'
export type { Inspected } from './engine/inspect.ts'
export {
  isSealed,
  problemWithRecipients,
  readIdentities,
  sealedName,
  unseal,
  unsealFolder,
} from './engine/seal.ts'
export { filesBeside } from './engine/backup-target.ts'
export { filled, flag, json, meaning, reading, rows, type Reading } from './engine/reading.ts'
export { guard, type Query } from './engine/statement.ts'
export type { Found } from './engine/together.ts'
export type { DatabaseOptions } from './engine/connect.ts'

/** An open database. */
interface Open {
  readonly options: DatabaseOptions
  readonly lock: ProcessLock | undefined
  readonly reads: Reads
  client: Client
  /** False from the moment that a write went wrong until another write proved the new connection. */
  proven: boolean
  /** Ends when everything queued so far has ended. */
  queue: Promise<unknown>
  /** How many of them there are. */
  waiting: number
  health: { readonly at: number; readonly answer: Promise<boolean> } | undefined
  /** In each batch on a libSQL server; a file cannot be migrated by another process. */
  readonly own: readonly Guard[]
}

interface State {
  url?: string
  opening?: Promise<void>
  open?: Open
}

/** How long a write waits, all in all, for a lock of another process. */
const BUSY_MS = 8000
/** Longest pause between two tries; each has random length, so that two servers do not meet again and again. */
const LONGEST_PAUSE_MS = 400
/** A write that waited longer than this in the queue is refused without being tried. */
const PATIENCE_MS = 20_000
const HEALTH_MS = 1000

const shared = globalThis as unknown as Record<symbol, State | undefined>
const state: State = (shared[Symbol.for('alongside.database')] ??= {})

/**
 * Opens, locks, backs up, migrates and checks the database; a second call does nothing.
 * @throws DatabaseRefused with words for the person who starts the server
 */
export function openDatabase(options: DatabaseOptions): Promise<void> {
  if (state.opening && state.url !== options.url)
    throw new Error(`This process has already opened ${String(state.url)}.`)
  state.url = options.url
  state.opening ??= open(options).catch((error: unknown) => {
    delete state.opening
    throw error
  })
  return state.opening
}

async function open(options: DatabaseOptions): Promise<void> {
  const named = isFile(options.url) ? filePath(options.url) : null
  if (named !== null && options.mustExist) refuseMissing(named)
  if (!options.mustExist) prepareFolder(options.dataDir)
  if (named !== null && !options.mustExist) refuseUnexpectedlyEmpty(named, options.dataDir)
  // By its real path: through a link it would be another lock, and the same database.
  const file = named === null ? null : realPathOf(named)
  const lock = file === null ? undefined : await lockFile(file)
  try {
    const client = await connectFirst(options, file)
    if (file !== null) chmodSync(file, 0o600)
    await migrate(client, async (applied) => {
      if (file === null) return
      const stamp = new Date().toISOString().replace(/[:.]/g, '-')
      const name = `before-migration-${applied}-${stamp}.db`
      await backUpTo(client, path.join(options.dataDir, 'backups', name))
    })
    await foldNames(client)
    await prepareProof(client)
    await markClock(client, Date.now())
    await markVersion(client, fullVersion(), Date.now())
    if (file !== null) leaveMarker(file, fullVersion())
    const reads = readsOf({ current: () => opened().client, renew: renewAfterRead, isNewer })
    const queue = Promise.resolve()
    // From here on people are served, and SQLite must not wait for a lock in their event loop.
    const [used, proven] = [await reopen(client, options), file === null]
    state.open = {
      options,
      lock,
      reads,
      client: used,
      proven,
      queue,
      waiting: 0,
      health: undefined,
      own: file === null ? [ownSchema()] : [],
    }
  } catch (error) {
    await lock?.release()
    throw (file === null ? null : wordsForFile(error, file)) ?? error
  }
}

/** When it cannot be opened this moment, the first write tries again. */
function reopen(client: Client, options: DatabaseOptions): Promise<Client> {
  client.close()
  return connect(options).catch(() => client)
}

/** The first connection: what cannot be used is refused in words, before anything is written. */
async function connectFirst(options: DatabaseOptions, file: string | null): Promise<Client> {
  if (file === null) {
    try {
      const client = await connect(options, START_WAIT_MS)
      if (options.mustExist) await refuseEmpty(client, options.url)
      else await client.execute('SELECT 1')
      return client
    } catch (error) {
      throw wordsForServer(error, options.url) ?? error
    }
  }
  refuseOldLog(file)
  const hadLog = hasLog(file)
  const client = await connect(options, START_WAIT_MS).catch((error: unknown) => {
    throw isDamage(error) ? damaged(file, hadLog, String(error)) : error
  })
  await refuseDamaged(client, file, hadLog)
  return client
}

/** False on a libSQL server. */
export const isDatabaseFile = (): boolean => isFile(opened().options.url)

/** For reads. @throws Error (a bug) when the database was not opened */
export function database(): LibSQLDatabase<typeof schema> {
  return opened().reads
}

/**
 * A query that is written once for each open database, and not at each request: drizzle takes longer to write it than SQLite
 * to answer. @param compose with placeholders for what differs, prepared or as a reading to be `filled`
 */
export function kept<Q>(compose: (from: LibSQLDatabase<typeof schema>) => Q): () => Q {
  const written = new WeakMap<Reads, Q>()
  return () => {
    const { reads } = opened()
    const query = written.get(reads) ?? compose(reads)
    written.set(reads, query)
    return query
  }
}

/**
 * A reading of these values that is written once for each open database.
 * @param compose hands its values on to the query and looks at none of them
 */
export function once<A extends readonly Value[], T>(
  compose: (...values: A) => Reading<T>,
): (...values: A) => Reading<T> {
  const written = kept(() => gapped(compose(...(gaps(compose.length) as unknown as A))))
  const fill = proven((values: A) => compose(...values))
  return (...values) => fill(written(), values)
}

/** The same of what writes a row. @param names of all its columns */
export function onceRow<R extends { readonly [K in keyof R]: Value }>(
  names: readonly (keyof R & string)[],
  compose: (row: R) => Writes,
): (row: R) => Query {
  const written = kept(() => gapped(writing(compose(gapsNamed(names) as unknown as R))))
  const fill = proven((row: R) => writing(compose(row)))
  return (row) => {
    const { sql, params } = fill(written(), row)
    return { sql, args: params as InValue[] }
  }
}

/** Fills in, and compares with what is composed of the values the first time. */
function proven<V extends Readonly<Record<string, unknown>> | readonly unknown[], T>(
  compose: (values: V) => Reading<T>,
): (query: Gapped<T>, values: V) => Reading<T> {
  const seen = new WeakSet<Gapped<T>>()
  return (query, values) => {
    const filled = filledWith(query, values)
    if (!seen.has(query)) proveFilled(filled, compose(values))
    seen.add(query)
    return filled
  }
}

/** One read; a page that needs several asks them together. */
export async function read<T>(one: Reading<T>): Promise<T> {
  const { rows } = await opened().reads.$client.execute(alone(one))
  return one.take(rows.map((row) => Array.from(row)))
}

/**
 * Several reads in one statement, seeing one moment of the database.
 * @returns what each reading means, by its name
 */
export async function together<R extends Readonly<Record<string, Reading<unknown>>>>(
  readings: R,
): Promise<Found<R>> {
  const { rows } = await opened().reads.$client.execute(joined(readings))
  return apart(readings, Array.from(rows[0] ?? []))
}

function opened(): Open {
  if (!state.open) throw new Error('Bug: the database is used before openDatabase() has ended.')
  return state.open
}

/**
 * Writes all of `queries` in one transaction, or nothing.
 * @returns one result for each query, in order, and behind them those of what is written beside them
 * @throws DatabaseBusy, DatabaseFull, DatabaseNewer, GuardFailed, Taken: nothing was written; DatabaseAway: not known;
 * any other constraint error of libSQL is passed on
 */
export function write(queries: readonly Query[]): Promise<ResultSet[]> {
  const open = opened()
  if (queries.length === 0) return Promise.resolve([])
  const statements = toStatements(queries)
  // A libSQL server queues by itself; a file would only see the writers of this process collide.
  const busyUntil = performance.now() + (open.options.busyTimeoutMs ?? BUSY_MS)
  if (!isFile(open.options.url)) return writeNow(open, queries, statements, busyUntil)
  const giveUpAt = performance.now() + PATIENCE_MS
  return inTurn(open, () => {
    if (performance.now() > giveUpAt)
      throw new DatabaseBusy('The write waited too long for its turn; nothing was written.')
    return writeNow(open, queries, statements, busyUntil)
  })
}

function inTurn<T>(open: Open, work: () => Promise<T>): Promise<T> {
  open.waiting++
  const result = open.queue.then(work).finally(() => open.waiting--)
  // Local writes never wait for anything, so between two of them everybody else gets a turn.
  open.queue = result.catch(() => undefined).then(() => yieldToOthers())
  return result
}

async function writeNow(
  open: Open,
  queries: readonly Query[],
  statements: InStatement[],
  busyUntil: number,
): Promise<ResultSet[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      if (!open.proven) await proveNow(open)
      const results = await open.client.batch([...statements, ...open.own], 'write')
      return results.slice(0, statements.length)
    } catch (error) {
      const position = failedGuard(error, queries)
      if (position !== null) throw new GuardFailed(position)
      if (await isNewer(error)) throw new DatabaseNewer({ cause: error })
      if (isErased(error))
        throw new PersonErased('This person was erased; nothing was written.', { cause: error })
      if (isConstraint(error)) throw asTaken(error)
      await discard(open)
      if (isFull(error))
        throw new DatabaseFull('The disk takes no writes; nothing was written.', { cause: error })
      if (isAway(error))
        throw new DatabaseAway('The libSQL server cannot be reached.', { cause: error })
      if (!isBusy(error)) throw error
      if (performance.now() > busyUntil)
        throw new DatabaseBusy('The database is held elsewhere; nothing was written.', {
          cause: error,
        })
      // Only this write and those behind it wait; the event loop does not.
      await sleep(randomInt(10, Math.min(20 * 2 ** attempt, LONGEST_PAUSE_MS) + 10))
    }
  }
}

/** Writes of this process that have not ended. */
export const waitingWrites = (): number => state.open?.waiting ?? 0

/** Whether this went wrong because a newer version has migrated the database of a libSQL server. */
async function isNewer(error: unknown): Promise<boolean> {
  const { own, client } = opened()
  if (!/malformed JSON|no such (table|column)|has no column/i.test(String(error))) return false
  for (const statement of own)
    if (await client.execute(statement).then(() => false, isFalse)) return true
  return false
}

/** Replaces a connection that went wrong before anything else can use it. */
async function discard(open: Open): Promise<void> {
  if (!open.lock) return
  open.proven = false
  open.client.close()
  // When even opening fails, `proveNow` tries again; until then reads answer DatabaseBusy.
  open.client = await connect(open.options).catch(() => open.client)
}

async function proveNow(open: Open): Promise<void> {
  if (open.client.closed) open.client = await connect(open.options)
  await prove(open.client, open.options, open.own)
  open.proven = true
}

async function renewAfterRead(used: Client): Promise<void> {
  const open = opened()
  await inTurn(open, async () => {
    if (open.client === used) await discard(open)
  })
}

/** Whether a write reaches the disk right now; asked at most once a second, however often it is called. */
export function canWrite(): Promise<boolean> {
  const open = state.open
  if (!open) return Promise.resolve(false)
  const now = performance.now()
  if (!open.health || now - open.health.at > HEALTH_MS)
    open.health = { at: now, answer: tryWrite(open) }
  return open.health.answer
}

async function tryWrite(open: Open): Promise<boolean> {
  const late = sleep(HEALTH_MS, false, { ref: false })
  return Promise.race([late, tryWriteAWhile(open)])
}

async function tryWriteAWhile(open: Open): Promise<boolean> {
  for (let attempt = 0; ; attempt++)
    try {
      await inTurn(open, () => proveNow(open))
      return true
    } catch (error) {
      await inTurn(open, () => discard(open))
      // Closing frees a little room for a while: trying again would promise what the next write cannot keep.
      if (isFull(error) || attempt === 4) return false
      await sleep(randomInt(50, 150))
    }
}

/**
 * Writes the whole file again, so that nothing of what was deleted is left between its rows or in its log. Reads go on
 * meanwhile, writes wait for their turn behind it. A libSQL server does so by itself.
 * @throws Error where it did not come about: then what was deleted may have left traces, and the next one takes them
 */
export async function compact(): Promise<void> {
  const open = opened()
  if (!isFile(open.options.url)) return
  await inTurn(open, async () => {
    // What this connection wrote is in the file, and not only in its log.
    await open.client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    await rewriteFile(filePath(open.options.url))
  })
}

/**
 * Reads the whole database once and changes nothing: whether it is whole, what points nowhere, which migrations wait.
 * A file is read by a process of its own, so that nobody waits meanwhile.
 * @throws DatabaseRefused where it is not there, held by another process that is not this one, or out of reach
 */
export async function inspectDatabase(options: DatabaseOptions): Promise<Inspected> {
  const { url } = options
  if (!isFile(url)) {
    const client = await connectFirst({ ...options, mustExist: true }, null)
    try {
      return await inspectHere(client)
    } finally {
      client.close()
    }
  }
  const file = filePath(url)
  refuseMissing(file)
  if (state.open) return inspectApart(file)
  const lock = await lockFile(realPathOf(file))
  try {
    refuseOldLog(file)
    return await inspectApart(file)
  } finally {
    await lock.release()
  }
}

/**
 * Copies the database, and `folders` beside it, into a file that is not there yet, and checks the copy.
 * @throws BackupRefused with words for the person who asked
 */
export function backup(wish: Omit<CopyWish, 'database'>): Promise<void> {
  return copyOf(opened().options.url, wish)
}

/**
 * The same where no process has the database open: it is locked, not opened, so nothing in it changes.
 * @throws BackupRefused, DatabaseRefused
 */
export async function backupUnopened(
  options: DatabaseOptions,
  wish: Omit<CopyWish, 'database'>,
): Promise<void> {
  if (!isFile(options.url)) return copyOf(options.url, wish)
  const file = filePath(options.url)
  refuseMissing(file)
  const lock = await lockFile(realPathOf(file))
  try {
    refuseOldLog(file)
    await copyOf(options.url, wish)
  } finally {
    await lock.release()
  }
}

/**
 * Does `work` while no process can open the database, this one neither; it need not be there yet.
 * @throws DatabaseRefused where a server runs, or where the database is not a file
 */
export async function lockedAway<T>(
  { url, dataDir }: DatabaseOptions,
  work: (file: string) => Promise<T>,
): Promise<T> {
  if (!isFile(url))
    throw new DatabaseRefused(
      `The database is on a libSQL server (${url}), which restores its own backups.`,
    )
  prepareFolder(dataDir)
  const file = realPathOf(filePath(url))
  const lock = await lockFile(file)
  try {
    return await work(file)
  } finally {
    await lock.release()
  }
}

async function copyOf(url: string, wish: Omit<CopyWish, 'database'>): Promise<void> {
  if (!isFile(url))
    throw new BackupRefused(
      `The database is on a libSQL server (${url}), which makes its own backups; only a database file can be copied here. ` +
        'The edited programmes and the imported packages lie in DATA_DIR: copy that folder.',
    )
  await copyDatabase({ ...wish, database: filePath(url) })
}

/** Waits for the queue, then closes; the database can be opened again. */
export async function closeDatabase(): Promise<void> {
  const open = state.open
  if (!open) return
  await open.queue
  delete state.open
  delete state.opening
  if (open.lock) await open.client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined)
  open.client.close()
  await open.lock?.release()
}
