/**
 * What can go wrong with the database, as classes. The process holds two copies of this module
 * (the front door's and Astro's), so `instanceof` goes by name.
 */

/** Another process held the database for too long; the write did not happen. Answer 503. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy'
  static override [Symbol.hasInstance] = named('DatabaseBusy')
}

/** The disk is full or does not take writes; the write did not happen. Answer 507. */
export class DatabaseFull extends Error {
  override readonly name = 'DatabaseFull'
  static override [Symbol.hasInstance] = named('DatabaseFull')
}

/** The libSQL server cannot be reached; whether the last write arrived is not known. Answer 503. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'
  static override [Symbol.hasInstance] = named('DatabaseAway')
}

/** A newer version of Alongside has changed the database while this process ran; nothing was written. Answer 503. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer'
  static override [Symbol.hasInstance] = named('DatabaseNewer')
  constructor(options?: ErrorOptions) {
    super(
      'A newer version of Alongside has changed this database, so this process saves nothing any more. End it, and start the new version.',
      options,
    )
  }
}

/** A `guard` of the batch was not true; nothing of the batch was written. */
export class GuardFailed extends Error {
  override readonly name = 'GuardFailed'
  static override [Symbol.hasInstance] = named('GuardFailed')
  /** Which of the queries handed to `write` it was, from 0. */
  readonly position: number
  constructor(position: number) {
    super(`The guard at position ${position} was not true; nothing was written.`)
    this.position = position
  }
}

/** A row of this table was there already: the same form twice, or somebody else at the same moment. Nothing was written. */
export class Taken extends Error {
  override readonly name = 'Taken'
  static override [Symbol.hasInstance] = named('Taken')
  /** As the schema calls it, for example `sign_offs`. */
  readonly table: string
  /** Which of its columns may not be the same twice. */
  readonly columns: readonly string[]
  constructor(table: string, columns: readonly string[], cause: unknown) {
    super(`${table} has such a row already (${columns.join(', ')}); nothing was written.`, {
      cause,
    })
    this.table = table
    this.columns = columns
  }
}

/** Whether `write` was refused because of this table. */
export const isTaken = (error: unknown, table: string): boolean =>
  error instanceof Taken && error.table === table

/** Whom it was about was erased meanwhile; nothing was written. Answer 410. */
export class PersonErased extends Error {
  override readonly name = 'PersonErased'
  static override [Symbol.hasInstance] = named('PersonErased')
}

/** As the triggers of migration own-data say it. */
export const isErased = (error: unknown): boolean =>
  isConstraint(error) && String(error).includes('alongside: this person was erased')

/** Why this process may not serve this database; the message is for the person who starts it. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  static override [Symbol.hasInstance] = named('DatabaseRefused')
}

/** Why no backup was made; the message is for the person who asked for it. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  static override [Symbol.hasInstance] = named('BackupRefused')
}

function named(name: string): (value: unknown) => boolean {
  return (value) => value instanceof Object && 'name' in value && value.name === name
}

/** SQLite's own code, such as `SQLITE_BUSY` or `SQLITE_CONSTRAINT`; '' for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

export const isFull = (error: unknown): boolean => /^SQLITE_(FULL|IOERR)/.test(codeOf(error))

export const isConstraint = (error: unknown): boolean =>
  codeOf(error).startsWith('SQLITE_CONSTRAINT')

/** The connection to a libSQL server broke, or there is none, or nothing comes back. */
export function isAway(error: unknown): boolean {
  if (error instanceof Error && error.name === 'TimeoutError') return true
  // Of a proxy in front of it, or of itself while it starts or has too much to do.
  if (codeOf(error) === 'SERVER_ERROR' && /HTTP status (429|502|503|504)/.test(String(error)))
    return true
  if (
    /^(HRANA_(WEBSOCKET|CLOSED)_ERROR|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|UND_ERR_\w+)$/.test(
      codeOf(error),
    )
  )
    return true
  return error instanceof Error && error.cause !== undefined && isAway(error.cause)
}

/** What SQLite says of a row that is there already, as an error that says so; anything else stays what it is. */
export function asTaken(error: unknown): unknown {
  const [, named = ''] = /UNIQUE constraint failed: ([\w., ]+)/.exec(String(error)) ?? []
  const places = named.split(', ').map((place) => place.split('.'))
  const [[table = ''] = []] = places
  return table
    ? new Taken(
        table,
        places.map(([, column = '']) => column),
        error,
      )
    : error
}
