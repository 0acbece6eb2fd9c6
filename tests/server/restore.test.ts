/** A backup of an older version, with the files beside it, is put back: migrated, ended, and without whoever was erased since. */
import { createClient } from '@libsql/client'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database, filesBeside, openDatabase } from '#db/client.ts'
import { restoreBackup } from '#server/running/restore.ts'
import { newFolder } from '#tests/db/temporary.ts'

const NOW = Date.now()
const folder = newFolder()
// Before anything reads a setting.
process.env['DATA_DIR'] = folder.dataDir
const at = (...parts: readonly string[]): string => path.join(folder.dataDir, ...parts)
const rows = (text: string) => database().all<Record<string, unknown>>(text)
const old = at('november.db')

afterAll(async () => {
  await closeDatabase()
  folder.remove()
})

test('a database of 27 November comes back with its files, and Ray, who was erased since, does not', async () => {
  writeFileSync(old, gunzipSync(readFileSync('tests/fixtures/databases/2026-11-27.db.gz')))
  const client = createClient({ url: `file:${old}` })
  const [ray] = (await client.execute("SELECT id, sign_in_name FROM people WHERE name = 'Ray'"))
    .rows
  const wrote = (
    await client.execute({
      sql: "SELECT value ->> 'text' AS text FROM records WHERE person = ?1 AND length(value ->> 'text') > 10 UNION SELECT text FROM notes WHERE person = ?1 AND kind <> 'concern'",
      args: [String(ray?.['id'])],
    })
  ).rows.map(({ text }) => String(text))
  const [people] = (await client.execute('SELECT count(*) AS n FROM people')).rows
  client.close()
  expect(wrote.length).toBeGreaterThan(0)
  // What stood beside the database then, and what stands there now.
  mkdirSync(path.join(filesBeside(old), 'programmes'), { recursive: true })
  writeFileSync(path.join(filesBeside(old), 'programmes', 'kidney.yaml'), 'then')
  mkdirSync(at('programmes'))
  writeFileSync(at('programmes', 'kidney.yaml'), 'now')
  appendFileSync(at('erasures.log'), `\n2026-11-29 ${String(ray?.['id'])}\n`)

  expect(await restoreBackup(old, NOW)).toEqual({ erased: 1, before: null })

  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
  expect(await rows('SELECT count(*) AS n FROM people')).toEqual([{ n: people?.['n'] }])
  expect(await rows(`SELECT name FROM people WHERE id = '${String(ray?.['id'])}'`)).toEqual([
    { name: '—' },
  ])
  expect(await rows('SELECT count(*) AS n FROM sessions')).toEqual([{ n: 0 }])
  // A table that the old one did not have.
  expect(await rows('SELECT count(*) AS n FROM data_requests')).toEqual([{ n: 0 }])
  expect(readFileSync(at('programmes', 'kidney.yaml'), 'utf8')).toBe('then')
  const [aside] = readdirSync(folder.dataDir).filter((name) =>
    name.startsWith('programmes.before-restore'),
  )
  expect(readFileSync(at(aside ?? '', 'kidney.yaml'), 'utf8')).toBe('now')
  await closeDatabase()
  const file = readFileSync(at('alongside.db'), 'latin1')
  const asKept = (text: string): string => Buffer.from(text).toString('latin1')
  expect(
    [String(ray?.['sign_in_name']), ...wrote].filter((text) => file.includes(asKept(text))),
  ).toEqual([])
  // A concern that nobody has settled stays until it is.
  expect(file).toContain('She said she cannot sleep.')
  // Nothing that was made on the way is left: a copy of before the migration would hold her.
  expect(readdirSync(folder.dataDir).filter((name) => name.includes('restoring'))).toEqual([])
  expect(existsSync(at('backups'))).toBe(false)
})
