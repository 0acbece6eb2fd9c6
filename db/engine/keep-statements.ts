/**
 * SQLite's prepared statements, kept by their text for as long as their connection: to prepare one takes longer than to ask
 * it, and `@libsql/client` prepares each anew and asks twice for its columns. It gets them of its driver by `prepare` alone,
 * which has no setting for this, so that is where they are kept.
 *
 * The driver resets a statement before it is asked or run again (js_rows_sync, js_run), one that has ended holds no lock, and
 * SQLite prepares it again by itself where the schema has changed. One that failed is not used again.
 */
import Driver from 'libsql'

type Driver = InstanceType<typeof Driver>
/** What `@libsql/client` asks of one. */
interface Statement {
  columns(): unknown
  raw(): unknown
  all(args: unknown): unknown[]
  run(args: unknown): unknown
}

/**
 * For each connection, by the length of their text; of each length the longest kept is forgotten first. All pages together
 * ask some hundreds; a long one takes a third of a megabyte. A list of values makes a text of its own for each length: the
 * longest are not kept.
 */
export const LONGEST_KEPT = 40_000
const ROOMS = [
  { longest: 15_000, most: 400 },
  { longest: LONGEST_KEPT, most: 40 },
] as const
type Room = (typeof ROOMS)[number]

type Kept = ReadonlyMap<Room, Map<string, Statement>>
const kept = new WeakMap<Driver, Kept>()
const DONE = Symbol.for('alongside.kept-statements')

/** Once in a process: this module is in it twice, as the database is (client.ts). */
export function keepStatements(): void {
  const driver = Driver.prototype as Driver & { [DONE]?: true }
  if (driver[DONE]) return
  driver[DONE] = true
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on what it is called on
  const { prepare, close } = driver

  driver.prepare = function (this: Driver, sql: string) {
    const room = ROOMS.find(({ longest }) => sql.length <= longest)
    if (!room || !isKept(sql)) return prepare.call(this, sql)
    const rooms: Kept =
      kept.get(this) ?? new Map(ROOMS.map((one) => [one, new Map<string, Statement>()]))
    kept.set(this, rooms)
    const mine = rooms.get(room) ?? new Map<string, Statement>()
    const known = mine.get(sql)
    if (known) return known
    const anew: unknown = prepare.call(this, sql)
    const made = usedAgain(anew as Statement, () => mine.delete(sql))
    const [oldest = ''] = mine.keys()
    if (mine.size === room.most) mine.delete(oldest)
    mine.set(sql, made)
    return made
  } as Driver['prepare']

  driver.close = function (this: Driver) {
    kept.delete(this)
    return close.call(this)
  }
}

/** Nothing that begins or ends a transaction, or sets up a connection: that is short, and seldom asked. */
const isKept = (sql: string): boolean => /^\s*(select|with|insert|update|delete)\b/i.test(sql)

/** Its columns are those of its text, and it is forgotten where it fails. */
function usedAgain(statement: Statement, forget: () => void): Statement {
  const columns = statement.columns()
  const all = statement.all.bind(statement)
  const run = statement.run.bind(statement)
  const raw = statement.raw.bind(statement)
  const orForget =
    <T>(how: (args: unknown) => T) =>
    (args: unknown): T => {
      try {
        return how(args)
      } catch (error) {
        forget()
        throw error
      }
    }
  let refusal: Error | undefined
  statement.columns = () => columns
  statement.all = orForget(all)
  statement.run = orForget(run)
  // By what is thrown here the client learns that no rows come: the same each time, and dear to throw anew.
  statement.raw = () => {
    if (refusal) throw refusal
    try {
      return raw()
    } catch (error) {
      if (error instanceof Error) refusal = error
      throw error
    }
  }
  return statement
}
