/** One connection to the database, and the write that proves it works. */
import { createClient, type Client, type InStatement } from '@libsql/client'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepStatements } from './keep-statements.ts'

export interface DatabaseOptions {
  /** `file:…`, or `http(s):`, `ws(s):`, `libsql:` for a libSQL server. */
  readonly url: string
  readonly authToken: string | undefined
  /** Folder for backups; made when missing. */
  readonly dataDir: string
  /** How long a write waits for another process's lock, in milliseconds; 8000 unless a test is in a hurry. */
  readonly busyTimeoutMs?: number
  /** True for a command that must never make a database: it is refused where there is none. */
  readonly mustExist?: boolean
}

/** How long the start waits for another process's lock; nobody is served yet. */
export const START_WAIT_MS = 5000

/**
 * Opens one connection. A PRAGMA reaches only the connection that ran it, so the pool holds one.
 * @param waitMs how long SQLite itself waits for a lock: it does so in the event loop, where nobody is answered meanwhile
 * @throws LibsqlError when the file cannot be opened
 */
export async function connect(options: DatabaseOptions, waitMs = 0): Promise<Client> {
  const { url, authToken } = options
  if (!isFile(url)) return openServer(url, authToken, waitMs)
  const client = openFile(options, waitMs)
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA synchronous = FULL')
  await client.execute('PRAGMA foreign_keys = ON')
  return client
}

/** A libSQL server that takes a question and never answers is as good as none: whoever waits at a page is told. */
const ANSWER_MS = 15_000

/** @param waitMs more than 0 at the start, where a migration may take its time */
function openServer(url: string, authToken: string | undefined, waitMs: number): Client {
  const patient: typeof fetch = (input, init) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(ANSWER_MS) })
  return createClient({
    url,
    ...(authToken ? { authToken } : {}),
    ...(waitMs ? {} : { fetch: patient }),
  })
}

function openFile({ url }: DatabaseOptions, waitMs: number): Client {
  keepStatements()
  return createClient({ url, concurrency: 1, timeout: waitMs })
}

export const isFile = (url: string): boolean => url.startsWith('file:')

/** The path that a `file:` URL names. */
export function filePath(url: string): string {
  const rest = url.slice('file:'.length)
  return path.resolve(rest.startsWith('//') ? fileURLToPath(url) : decodeURIComponent(rest))
}

/** One small table for the proof; it belongs to no feature. */
export async function prepareProof(client: Client): Promise<void> {
  await client.execute(
    'CREATE TABLE IF NOT EXISTS alongside_proof (id INTEGER PRIMARY KEY CHECK (id = 1), writes INTEGER NOT NULL)',
  )
}

/**
 * Writes, and for a file sees through another connection that the write arrived: a libSQL connection
 * that met SQLITE_BUSY acknowledges writes that it never commits (libsql-client-ts#352).
 * @param beside of the same batch
 * @throws LibsqlError from the write; Error when the write was acknowledged and is not there
 */
export async function prove(
  client: Client,
  options: DatabaseOptions,
  beside: readonly InStatement[] = [],
): Promise<void> {
  const [result] = await client.batch(
    [
      'INSERT INTO alongside_proof VALUES (1, 1) ON CONFLICT DO UPDATE SET writes = writes + 1 RETURNING writes',
      ...beside,
    ],
    'write',
  )
  if (!isFile(options.url)) return
  const other = openFile(options, 0)
  try {
    const seen = await other.execute('SELECT writes FROM alongside_proof')
    if (seen.rows[0]?.['writes'] !== result?.rows[0]?.['writes'])
      throw new Error('The database acknowledged a write and did not keep it.')
  } finally {
    other.close()
  }
}
