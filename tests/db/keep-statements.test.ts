/** Statements are kept by their connection, and a kept one answers as one that is prepared anew. */
import Driver from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepStatements } from '#db/engine/keep-statements.ts'
import { newFolder, type Folder } from './temporary.ts'

let folder: Folder
let db: InstanceType<typeof Driver>
beforeEach(() => {
  keepStatements()
  folder = newFolder()
  db = new Driver(folder.file)
  db.exec('CREATE TABLE words (word TEXT); INSERT INTO words VALUES (1), (2)')
})
afterEach(() => {
  db.close()
  folder.remove()
})

const ABOVE = 'SELECT word FROM words WHERE word > ? ORDER BY word'
const ask = (sql: string, args: readonly unknown[]) =>
  db
    .prepare(sql)
    .raw()
    .all([...args])

test('what is asked again is not prepared again, and sees what was written since', () => {
  const first = db.prepare(ABOVE)
  expect(ask(ABOVE, ['1'])).toEqual([['2']])
  db.prepare('INSERT INTO words VALUES (3)').run([])
  expect(ask(ABOVE, ['1'])).toEqual([['2'], ['3']])
  expect(ask(ABOVE, ['2'])).toEqual([['3']])
  expect(db.prepare(ABOVE)).toBe(first)
})

test('of long ones few are kept, and the longest not at all', () => {
  const long = (n: number, length = 30_000): string => `${ABOVE} -- ${n}`.padEnd(length, '.')
  const first = db.prepare(long(0))
  expect(db.prepare(long(0))).toBe(first)
  const short = db.prepare(ABOVE)
  for (let n = 1; n <= 40; n++) db.prepare(long(n))
  expect(db.prepare(long(0))).not.toBe(first)
  expect(db.prepare(ABOVE)).toBe(short)
  expect(db.prepare(long(0, 40_001))).not.toBe(db.prepare(long(0, 40_001)))
})

test('a table that changes is seen too', () => {
  expect(ask(ABOVE, ['1'])).toEqual([['2']])
  db.exec('ALTER TABLE words ADD COLUMN meaning TEXT')
  expect(ask(ABOVE, ['1'])).toEqual([['2']])
})

test('one that failed is prepared anew, and holds nothing', () => {
  const guard = "SELECT json(CASE WHEN ? = 1 THEN '1' ELSE 'x' END)"
  const first = db.prepare(guard)
  expect(() => ask(guard, [2])).toThrow('malformed JSON')
  expect(ask(guard, [1])).toEqual([['1']])
  expect(db.prepare(guard)).not.toBe(first)
  const other = new Driver(folder.file)
  expect(other.prepare('DELETE FROM words').run([]).changes).toBe(2)
  other.close()
})

test('one that was read to its end leaves the log to whoever empties it', () => {
  db.exec('PRAGMA journal_mode = WAL')
  expect(ask(ABOVE, ['0'])).toHaveLength(2)
  const other = new Driver(folder.file)
  other.prepare('INSERT INTO words VALUES (4)').run([])
  expect(other.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().all([])).toEqual([[0, 0, 0]])
  other.close()
})

const INSERT = 'INSERT INTO words VALUES (?)'
const run = (sql: string, args: readonly unknown[] = []) => db.prepare(sql).run([...args])

test('what writes is prepared once, and writes each time', () => {
  const first = db.prepare(INSERT)
  expect([run(INSERT, ['3']).changes, run(INSERT, ['4']).changes]).toEqual([1, 1])
  const withRead = 'WITH new AS (SELECT 5) INSERT INTO words SELECT * FROM new'
  expect([run(withRead).changes, run(withRead).changes]).toEqual([1, 1])
  expect(ask(ABOVE, ['2'])).toEqual([['3'], ['4'], ['5'], ['5']])
  expect(db.prepare(INSERT)).toBe(first)
  // As the client asks whether rows come back.
  for (let time = 0; time < 2; time++) expect(() => first.raw()).toThrow('raw()')
})

test('one that could not write is prepared anew, and holds nothing', () => {
  db.exec('CREATE UNIQUE INDEX once ON words (word)')
  const first = db.prepare(INSERT)
  expect(() => run(INSERT, ['2'])).toThrow('UNIQUE')
  expect(db.prepare(INSERT)).not.toBe(first)
  expect(run(INSERT, ['3']).changes).toBe(1)
  const other = new Driver(folder.file)
  expect(other.prepare('DELETE FROM words').run([]).changes).toBe(3)
  other.close()
})

test('what was taken back is not there, and is written the next time', () => {
  run(INSERT, ['3'])
  run('BEGIN IMMEDIATE')
  run(INSERT, ['4'])
  run('ROLLBACK')
  expect(ask(ABOVE, ['2'])).toEqual([['3']])
  run(INSERT, ['4'])
  expect(ask(ABOVE, ['2'])).toEqual([['3'], ['4']])
})
