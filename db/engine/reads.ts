/** Drizzle over a client that only reads, so that no change can go around `write`. */
import type { Client, InStatement, ResultSet } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import * as schema from '../schema.ts'
import { codeOf, DatabaseAway, DatabaseBusy, DatabaseNewer, isAway, isBusy } from './errors.ts'
import { onlyReads } from './statement.ts'

interface Connection {
  /** The connection in use now; another one after each SQLITE_BUSY. */
  current(): Client
  /** Replaces `used` if it is still in use. */
  renew(used: Client): Promise<void>
  /** Whether a newer version has changed the schema meanwhile. */
  isNewer(error: unknown): Promise<boolean>
}

export type Reads = LibSQLDatabase<typeof schema> & { readonly $client: Client }

export function readsOf(connection: Connection): Reads {
  const refuse = (): never => {
    throw new Error('Bug: changes go through write(), in one batch; transactions are not used.')
  }
  const client: Client = {
    execute: (query: InStatement | string, args?: unknown) => {
      const statement = typeof query === 'string' && args ? { sql: query, args } : query
      const sql = typeof statement === 'string' ? statement : statement.sql
      return onlyReads(sql) ? read(connection, statement as InStatement) : refuse()
    },
    batch: refuse,
    migrate: refuse,
    transaction: refuse,
    executeMultiple: refuse,
    sync: refuse,
    reconnect: refuse,
    close: refuse,
    get closed() {
      return connection.current().closed
    },
    get protocol() {
      return connection.current().protocol
    },
  }
  return drizzle(client, { schema, casing: 'snake_case' })
}

const TRIES = 4

/** A connection that met SQLITE_BUSY is never used again; one that was closed meanwhile is passed over. */
async function read(
  connection: Connection,
  statement: InStatement,
  attempt = 0,
): Promise<ResultSet> {
  const used = connection.current()
  try {
    return await used.execute(statement)
  } catch (error) {
    if (isAway(error))
      throw new DatabaseAway('The libSQL server cannot be reached.', { cause: error })
    if (await connection.isNewer(error)) throw new DatabaseNewer({ cause: error })
    if (isBusy(error)) await connection.renew(used)
    else if (codeOf(error) !== 'CLIENT_CLOSED') throw error
    if (attempt === TRIES)
      throw new DatabaseBusy('The database cannot be read right now.', { cause: error })
  }
  await sleep(attempt === 0 ? 0 : randomInt(10, 30 * 2 ** attempt))
  return read(connection, statement, attempt + 1)
}
