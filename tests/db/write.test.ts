import { eq, sql } from 'drizzle-orm'
import { statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  canWrite,
  closeDatabase,
  database,
  guard,
  GuardFailed,
  isTaken,
  Taken,
} from '#db/client.ts'
import { openDatabase, write } from '#db/client.ts'
import { people, withdrawals } from '#db/schema.ts'
import { openTemporary, peopleSeenElsewhere, person } from './temporary.ts'

let temporary: Awaited<ReturnType<typeof openTemporary>>
beforeAll(async () => {
  temporary = await openTemporary()
})
afterAll(() => temporary.close())

const idsLike = async (start: string) =>
  (await peopleSeenElsewhere(temporary.url)).filter((id) => id.startsWith(start))

test('a batch is written whole and gives one result for each query', async () => {
  const results = await write([person('whole-1'), person('whole-2')])
  expect(results.map(({ rowsAffected }) => rowsAffected)).toEqual([1, 1])
  expect(await idsLike('whole')).toEqual(['whole-1', 'whole-2'])
})

test('no queries write nothing', async () => {
  expect(await write([])).toEqual([])
})

test('of a batch with one wrong query nothing is written, and the error names the table that has such a row', async () => {
  await write([person('taken')])
  const failure = await write([person('half'), person('taken')]).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Taken)
  expect(isTaken(failure, 'people')).toBe(true)
  expect(isTaken(failure, 'roles')).toBe(false)
  expect(failure).toMatchObject({
    columns: ['sign_in_name'],
    cause: {
      code: 'SQLITE_CONSTRAINT',
      extendedCode: 'SQLITE_CONSTRAINT_UNIQUE',
      statementIndex: 1,
    },
  })
  expect(await idsLike('half')).toEqual([])
})

test('a row that points to nobody is refused', async () => {
  await expect(
    write([
      "INSERT INTO roles (person, role, programme, created_at) VALUES ('nobody', 'trainee', 'kidney', 1)",
    ]),
  ).rejects.toMatchObject({ extendedCode: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
})

describe('a guard', () => {
  const nobodyCalled = (name: string) =>
    guard(sql`(SELECT count(*) FROM ${people} WHERE ${people.signInName} = ${name}) = 0`)

  test('that holds lets the batch through', async () => {
    await write([nobodyCalled('guarded'), person('guarded')])
    expect(await idsLike('guarded')).toEqual(['guarded'])
  })

  test('that does not hold stops all of it, before and after, and says which', async () => {
    const failure = await write([person('before'), nobodyCalled('guarded'), person('after')]).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(GuardFailed)
    expect(failure).toMatchObject({ position: 1 })
    expect(await idsLike('before')).toEqual([])
    expect(await idsLike('after')).toEqual([])
  })

  test('sees what the batch wrote before it', async () => {
    await expect(write([person('seen'), nobodyCalled('seen')])).rejects.toThrow(GuardFailed)
  })

  test('takes plain SQL with arguments, and counts NULL as not true', async () => {
    await write([guard('? = 2', [2])])
    await expect(write([guard('? = 2', [3])])).rejects.toThrow(GuardFailed)
    await expect(write([guard('NULL')])).rejects.toThrow(GuardFailed)
  })

  test('names columns as the tables do', () => {
    const { sql: text } = guard(
      sql`EXISTS (SELECT 1 FROM ${withdrawals} WHERE ${withdrawals.signOff} = ${'x'})`,
    )
    expect(text).toContain('"withdrawals"."sign_off"')
  })

  test('of two that race on the same condition, one wins', async () => {
    const outcomes = await Promise.allSettled(
      ['race-1', 'race-2'].map((id) =>
        write([guard("(SELECT count(*) FROM people WHERE id LIKE 'race-%') = 0"), person(id)]),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('other bad JSON is an ordinary error', async () => {
    await expect(write(["SELECT json('x')"])).rejects.not.toBeInstanceOf(GuardFailed)
  })
})

test('a number that SQLite cannot hold is an error, and the next write works', async () => {
  await expect(write([{ sql: 'SELECT ?', args: [1e999] }])).rejects.toThrow(RangeError)
  await write([person('after-infinity')])
  expect(await idsLike('after-infinity')).toHaveLength(1)
})

describe('reads go through database(), and only reads', () => {
  test('rows come back with the names of the schema', async () => {
    await write([person('read')])
    const rows = await database().select().from(people).where(eq(people.id, 'read'))
    expect(rows).toMatchObject([{ signInName: 'read', createdAt: 1 }])
  })

  test('a change that goes around write() is a bug', async () => {
    await expect(person('around')).rejects.toMatchObject({
      cause: { message: expect.stringContaining('write()') as string },
    })
    await expect(database().transaction(() => Promise.resolve())).rejects.toThrow('write()')
    await expect(database().batch([person('around')])).rejects.toThrow('write()')
    expect(await idsLike('around')).toEqual([])
  })
})

test('500 writes at the same time are all kept', async () => {
  await Promise.all(Array.from({ length: 500 }, (_, n) => write([person(`many-${n}`)])))
  expect(await idsLike('many')).toHaveLength(500)
})

test('the connection waits for each commit to reach the disk', async () => {
  const pragma = (name: string) => database().get(sql.raw(`PRAGMA ${name}`))
  expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(await pragma('synchronous')).toEqual({ synchronous: 2 })
  expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 })
  expect(await pragma('busy_timeout')).toEqual({ timeout: 0 })
})

test('only the owner can read the files', () => {
  expect(statSync(temporary.file).mode & 0o777).toBe(0o600)
  expect(statSync(path.dirname(temporary.file)).mode & 0o777).toBe(0o700)
})

test('another copy of the module in this process shares the database', async () => {
  const address = new URL('../../db/client.ts?copy', import.meta.url).href
  const copy = (await import(/* @vite-ignore */ address)) as typeof import('#db/client.ts')
  expect(copy.write).not.toBe(write)
  await copy.write([person('by-the-copy')])
  expect(await idsLike('by-the-copy')).toHaveLength(1)
  const failure = await copy.write([copy.guard('0')]).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(GuardFailed)
})

test('opening again does nothing; opening another one is a bug', async () => {
  const { url, dataDir } = temporary
  await openDatabase({ url, dataDir, authToken: undefined })
  expect(() => openDatabase({ url: `${url}2`, dataDir, authToken: undefined })).toThrow('already')
})

test('after closing, everything is in the one file; it opens again', async () => {
  const { url, dataDir, file } = temporary
  const before = await peopleSeenElsewhere(url)
  await closeDatabase()
  expect(await canWrite()).toBe(false)
  expect(() => database()).toThrow('Bug')
  expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
  await openDatabase({ url, dataDir, authToken: undefined })
  expect(await canWrite()).toBe(true)
  expect((await database().select().from(people)).map(({ id }) => id).sort()).toEqual(before.sort())
})
