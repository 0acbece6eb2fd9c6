/** The drill, and backups that only the holder of a key can read: tried out, restored, and refused with any other key. */
import { createClient } from '@libsql/client'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeDatabase, filesBeside, openDatabase, write } from '#db/client.ts'
import { insertPerson } from '#db/people.ts'
import { backUpUnopened } from '#server/running/back-up.ts'
import { drill } from '#server/running/drill.ts'
import { lastDrill } from '#server/running/last-drill.ts'
import { backUpNight, newestBackup } from '#server/running/nightly-backup.ts'
import { restoreBackup } from '#server/running/restore.ts'
import { newFolder } from '#tests/db/temporary.ts'

const NOW = Date.now()
const folder = newFolder()
const other = newFolder()
const at = (...parts: readonly string[]): string => path.join(folder.dataDir, ...parts)
const quiet = (): void => undefined
const key = at('key.txt')
const otherKey = at('other-key.txt')
const named = (end: string): string[] =>
  readdirSync(folder.dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(end))
    .sort()

beforeAll(async () => {
  const [identity, stranger] = [await generateX25519Identity(), await generateX25519Identity()]
  const recipient = await identityToRecipient(identity)
  writeFileSync(key, `# created: today\n# public key: ${recipient}\n${identity}\n`)
  writeFileSync(otherKey, stranger)
  // Before anything reads a setting.
  process.env['DATA_DIR'] = folder.dataDir
  process.env['BACKUP_RECIPIENT'] = recipient
  writeFileSync(folder.file, gunzipSync(readFileSync('tests/fixtures/databases/2026-11-27.db.gz')))
  mkdirSync(at('programmes'))
  writeFileSync(at('programmes', 'kidney.yaml'), 'words of today')
  // Of the package that somebody imported there.
  const client = createClient({ url: folder.url })
  const [row] = (await client.execute('SELECT sha256 FROM package_versions')).rows
  client.close()
  mkdirSync(at('packages', String(row?.['sha256'])), { recursive: true })
  writeFileSync(at('packages', String(row?.['sha256']), 'index.html'), 'a package')
})
afterEach(() => closeDatabase())
afterAll(() => {
  folder.remove()
  other.remove()
})

/** What a copy in the clear begins with. */
const isClear = (file: string): boolean =>
  readFileSync(file).subarray(0, 15).toString() === 'SQLite format 3'

const sealed = at('monday.db.age')
test('with a public key the copy and what lies beside it are encrypted, and nothing in the clear is left', async () => {
  expect(await backUpUnopened(at('monday.db'), false)).toBe(sealed)
  expect(isClear(sealed)).toBe(false)
  expect(readFileSync(sealed).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(statSync(sealed).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.join(filesBeside(sealed), 'programmes'))).toEqual(['kidney.yaml.age'])
  expect(named('part')).toEqual([])
  // Only the database itself is readable here.
  expect(named('.db').filter((name) => statSync(at(name)).isFile() && isClear(at(name)))).toEqual([
    'alongside.db',
  ])
})

test('the drill opens it with the key, migrates the copy, finds every row again, and leaves no copy', async () => {
  const before = readFileSync(folder.file)
  const report = await drill(sealed, NOW, key, quiet)
  expect(report.problems).toEqual([])
  expect(report.files).toBe(2)
  expect(report.migrations.waited).toBeGreaterThan(0)
  const client = createClient({ url: folder.url })
  const [people] = (await client.execute('SELECT count(*) AS n FROM people')).rows
  client.close()
  expect(report.counts.find(({ table }) => table === 'people')).toEqual({
    table: 'people',
    backup: people?.['n'],
    restored: people?.['n'],
    is: 'same',
  })
  expect(report.counts.filter(({ is }) => is === 'lost')).toEqual([])
  expect(lastDrill()).toMatchObject({ file: 'monday.db.age', problems: 0, at: NOW })
  // The database that is served was never touched, and of the copy nothing is left.
  expect(readFileSync(folder.file).equals(before)).toBe(true)
  expect(named('drill-')).toEqual([])
})

test('without a key, with another one, or half a file it is refused in words, and no drill is noted', async () => {
  rmSync(at('last-drill.json'))
  await expect(drill(sealed, NOW, undefined, quiet)).rejects.toThrow('Say where the secret key is')
  await expect(drill(sealed, NOW, otherKey, quiet)).rejects.toThrow('to another key')
  await expect(drill(sealed, NOW, at('no-key'), quiet)).rejects.toThrow('cannot be read (ENOENT)')
  writeFileSync(at('half.db.age'), readFileSync(sealed).subarray(0, 100_000))
  await expect(drill(at('half.db.age'), NOW, key, quiet)).rejects.toThrow('not a whole encrypted')
  // One in the clear, of which a full disk or a lost line left the first half.
  const half = at('half.db')
  writeFileSync(half, readFileSync(folder.file).subarray(0, 600_000))
  const { problems } = await drill(half, NOW, undefined, quiet)
  expect(problems).toEqual([expect.stringMatching(/damaged|malformed/)])
  expect(lastDrill()).toMatchObject({ file: 'half.db', problems: 1 })
  await expect(restoreBackup(half, NOW)).rejects.toThrow(/damaged|malformed/)
  // What is here stays: nothing was put aside.
  expect(named('before-restore')).toEqual([])
  rmSync(at('last-drill.json'))
  expect([named('drill-'), named('restoring')]).toEqual([[], []])
})

test('a restore with the wrong key changes nothing, with the right one it brings rows and files back', async () => {
  const before = readFileSync(folder.file)
  writeFileSync(at('programmes', 'kidney.yaml'), 'spoilt')
  await expect(restoreBackup(sealed, NOW, otherKey)).rejects.toThrow('to another key')
  expect(readFileSync(at('programmes', 'kidney.yaml'), 'utf8')).toBe('spoilt')
  expect(named('restoring')).toEqual([])
  expect(before.length).toBeGreaterThan(0)
  const { before: aside } = await restoreBackup(sealed, NOW, key)
  expect(aside).not.toBeNull()
  expect(readFileSync(at('programmes', 'kidney.yaml'), 'utf8')).toBe('words of today')
  expect(statSync(folder.file).mode & 0o777).toBe(0o600)
  expect(named('restoring')).toEqual([])
})

test('a backup of another installation is refused, and what is here stays', async () => {
  const theirs = path.join(other.dataDir, 'theirs.db')
  await openDatabase({ url: other.url, authToken: undefined, dataDir: other.dataDir })
  await write([
    insertPerson({ id: 'zoe', signInName: 'zoe', name: 'Zoe', language: 'en', createdAt: 1 }),
  ])
  await closeDatabase()
  writeFileSync(theirs, readFileSync(other.file))
  await expect(restoreBackup(theirs, NOW)).rejects.toThrow('of another installation')
  expect(named('before-restore').filter((name) => name.endsWith('.db'))).toHaveLength(1)
})

test('a backup without the files of its packages did not come back whole, and that is remembered', async () => {
  const clear = at('clear.db')
  const client = createClient({ url: folder.url })
  await client.execute({ sql: 'VACUUM INTO ?', args: [clear] })
  client.close()
  const { problems } = await drill(clear, NOW, undefined, quiet)
  expect(problems).toEqual([expect.stringContaining('1 of 1 imported packages have no files in')])
  expect(lastDrill()).toMatchObject({ problems: 1 })
})

test('each night is encrypted too, counts as one, and is found as the newest', async () => {
  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
  const file = await backUpNight(NOW)
  expect(file).toMatch(/nightly-.*\.db\.age$/)
  expect(await backUpNight(NOW + 1000)).toBeNull()
  expect(newestBackup()?.file).toBe(file)
})
