/** `alongside doctor` over real files: what is wrong is found, named with its remedy, and nothing is changed by looking. */
import { createClient } from '@libsql/client'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { worstOf, type Finding } from '#domain/doctor/finding.ts'
import { lookAtMail, lookAtMailFor } from '#server/doctor/mail.ts'
import { lookAtFolder } from '#server/doctor/machine.ts'
import { lookAtRest, lookAtWhole } from '#server/doctor/look.ts'
import { settings } from '#settings.ts'
import { newFolder } from '#tests/db/temporary.ts'

const NOW = Date.now()
const folder = newFolder()
/** A mail server that takes the connection and says nothing. */
const silent = createServer()
await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
const address = silent.address()
const silentAt = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
// Before anything reads a setting.
process.env['DATA_DIR'] = folder.dataDir
process.env['SMTP_URL'] = `smtp://ana:secret@${silentAt}`
process.env['MAIL_FROM'] = 'alongside@example.org'
const open = (): Promise<void> =>
  openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
const kinds = (found: readonly Finding[]): string[] => found.map(({ kind }) => kind)
const forget = (): void => {
  for (const end of ['', '-wal', '-shm', '.version']) rmSync(folder.file + end, { force: true })
}

afterEach(() => closeDatabase())
afterAll(() => folder.remove())

test('where there is no database it says so and makes none', async () => {
  expect(await lookAtWhole(NOW)).toMatchObject([
    {
      kind: 'database-refused',
      facts: { says: expect.stringMatching(/^There is no database in /) as string },
    },
  ])
  expect(readdirSync(folder.dataDir)).toEqual([])
})

test('an older database is whole, its migrations wait, and looking applies none', async () => {
  const old = gunzipSync(readFileSync('tests/fixtures/databases/2026-11-27.db.gz'))
  writeFileSync(folder.file, old)
  expect(kinds(await lookAtWhole(NOW))).toEqual(['database-whole', 'migrations-waiting'])
  expect(readFileSync(folder.file).equals(old)).toBe(true)
  forget()
})

test('a damaged database is found, and so is one of a newer version', async () => {
  await open()
  await closeDatabase()
  expect(kinds(await lookAtWhole(NOW))).toEqual(['database-whole', 'migrations-none'])
  const client = createClient({ url: folder.url })
  await client.execute("INSERT INTO __drizzle_migrations VALUES (null, 'x', 9999999999999)")
  client.close()
  expect(kinds(await lookAtWhole(NOW))).toEqual(['database-whole', 'migrations-newer'])
  const bytes = readFileSync(folder.file)
  bytes.fill(7, 4096, 40_960)
  forget()
  writeFileSync(folder.file, bytes)
  expect(kinds(await lookAtWhole(NOW))).toEqual(['database-damaged'])
  forget()
})

test('rows that point nowhere are counted', async () => {
  await open()
  await closeDatabase()
  const client = createClient({ url: folder.url })
  await client.execute('PRAGMA foreign_keys = OFF')
  await client.execute(
    "INSERT INTO roles (person, role, programme, created_at) VALUES ('nobody', 'trainee', 'kidney', 1)",
  )
  client.close()
  const [found] = await lookAtWhole(NOW)
  expect(found).toMatchObject({ kind: 'database-dangling', facts: { rows: 1 } })
  forget()
})

test('a folder that others may look into is a warning; one that is not there is a problem', () => {
  expect(kinds(lookAtFolder())).toEqual(['folder-fine'])
  chmodSync(folder.dataDir, 0o755)
  expect(lookAtFolder()).toMatchObject([{ kind: 'folder-open', facts: { mode: '755' } }])
  chmodSync(folder.dataDir, 0o700)
})

test('a mail server that hangs, and one that is away, are named with host and reason, and no secret', async () => {
  const hangs = await lookAtMailFor(200)
  expect(hangs).toMatchObject([
    { kind: 'mail-fails', facts: { host: silentAt, reason: 'away', problem: 'ETIMEDOUT' } },
  ])
  expect(JSON.stringify(hangs)).not.toContain('secret')
  await new Promise((resolve) => silent.close(resolve))
  expect(await lookAtMail()).toMatchObject([
    { kind: 'mail-fails', facts: { host: silentAt, reason: 'away' } },
  ])
})

test('with the database open all is looked at: its clock, whether it writes, staff, backups', async () => {
  await open()
  const found = await lookAtRest(NOW, true)
  expect(kinds(found)).toEqual(
    expect.arrayContaining(['database-writes', 'clock-fine', 'factors-none', 'backup-soon']),
  )
  expect(kinds(found)).not.toContain('unlooked')
  // A clock of last year.
  const [behind] = (await lookAtRest(NOW - 300 * 86_400_000, true)).filter(
    ({ check }) => check === 'clock',
  )
  expect(behind?.kind).toBe('clock-behind')
  expect(worstOf(found)).toBe('problem')
  expect(existsSync(path.join(settings().dataDir, 'backups'))).toBe(false)
})
