import { createClient } from '@libsql/client'
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup, write } from '#db/client.ts'
import { refuseTarget } from '#db/engine/backup-target.ts'
import { backUpTo, countRows } from '#db/engine/back-up.ts'
import { copyDatabase } from '#db/engine/copy.ts'
import { newFolder, openTemporary, peopleSeenElsewhere, person, run } from './temporary.ts'

let temporary: Awaited<ReturnType<typeof openTemporary>>
beforeAll(async () => {
  temporary = await openTemporary()
})
afterAll(() => temporary.close())

test('a backup made while 12 clients write restores to what was acknowledged by then', async () => {
  const file = path.join(temporary.dataDir, 'backups', 'one.db')
  const acknowledged: string[] = []
  let going = true
  const clients = Array.from({ length: 12 }, async (_, client) => {
    for (let n = 0; going; n++) {
      const id = `c${client}-${n}`
      await write([person(id)])
      acknowledged.push(id)
    }
  })
  while (acknowledged.length < 100) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = [...acknowledged]
  mkdirSync(path.dirname(file))
  await backup({ file })
  going = false
  await Promise.all(clients)

  const restored = newFolder()
  copyFileSync(file, restored.file)
  const opened = run('starter.ts', restored.url, restored.dataDir)
  await opened.line('open')
  const there = await peopleSeenElsewhere(restored.url)
  expect(before.filter((id) => !there.includes(id))).toEqual([])
  const all = new Set(acknowledged)
  expect(there.filter((id) => !all.has(id))).toEqual([])
  await opened.kill()
  restored.remove()
})

test('every table is equal, row by row', async () => {
  await write([
    "INSERT INTO roles (person, role, programme, created_at) VALUES ('c0-0', 'trainee', 'kidney', 1)",
  ])
  const file = path.join(temporary.dataDir, 'backups', 'two.db')
  await backup({ file })
  const source = createClient({ url: temporary.url })
  const copy = createClient({ url: `file:${file}` })
  for (const table of Object.keys(await countRows(source))) {
    const everything = `SELECT * FROM "${table}" ORDER BY 1, 2`
    expect((await copy.execute(everything)).rows, table).toEqual(
      (await source.execute(everything)).rows,
    )
  }
  source.close()
  copy.close()
})

const inBackups = (name: string): string => path.join(temporary.dataDir, 'backups', name)

test('B1: a backup replaces what is there only where that is said, and leaves no half behind', async () => {
  const file = inBackups('three.db')
  writeFileSync(file, 'old')
  await expect(backup({ file })).rejects.toThrow('three.db is there already')
  expect(readFileSync(file, 'utf8')).toBe('old')
  await backup({ file, overwrite: true })
  expect(statSync(file).size).toBeGreaterThan(1000)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('.part'))).toEqual([])
})

test('B1: the database, what lies beside it and every link to them are never the target', async () => {
  const database = temporary.file
  const [hard, soft, folder] = ['hard.db', 'soft.db', 'by-another-name'].map(inBackups)
  linkSync(database, String(hard))
  symlinkSync(`${database}-wal`, String(soft))
  symlinkSync(temporary.dataDir, String(folder))
  const targets = [
    ...['', '-wal', '-shm', '-journal', '.lock'].map((end) => database + end),
    String(hard),
    String(soft),
    path.join(String(folder), 'alongside.db'),
  ]
  for (const file of targets)
    for (const overwrite of [false, true])
      expect(() => refuseTarget({ database, file, overwrite }), file).toThrow(
        'is the database itself',
      )
  await expect(backup({ file: database })).rejects.toThrow('is the database itself')
  await write([person('still-there')])
  expect(await peopleSeenElsewhere(temporary.url)).toContain('still-there')
})

test('B1: a folder beside the copy that holds other things is left alone', async () => {
  const beside = inBackups('four.files')
  mkdirSync(beside)
  writeFileSync(path.join(beside, 'letters.txt'), 'kept')
  for (const overwrite of [false, true])
    await expect(backup({ file: inBackups('four.db'), overwrite })).rejects.toThrow('four.files')
  expect(readFileSync(path.join(beside, 'letters.txt'), 'utf8')).toBe('kept')
})

test('E9: a folder that is not there is never made, and ends in words', async () => {
  await expect(backup({ file: '/proc/nope/x.db' })).rejects.toThrow('There is no folder /proc/nope')
  const file = path.join(temporary.dataDir, 'not', 'there', 'x.db')
  await expect(backup({ file })).rejects.toThrow('Make it first')
  expect(existsSync(path.dirname(path.dirname(file)))).toBe(false)
})

test('E9: a place that never answers is given up, and the next backup is made', async () => {
  // Stands for a disk that is gone: the process that copies never gets its first byte there.
  const silent = path.join(temporary.dataDir, 'silent.mjs')
  writeFileSync(silent, 'setInterval(() => undefined, 1000)')
  const wish = { database: temporary.file, file: inBackups('five.db') }
  const tried = copyDatabase(wish, { placeMs: 300, wholeMs: 60_000 }, silent)
  await expect(tried).rejects.toThrow('does not answer, so no backup was made')
  await copyDatabase(wish)
  expect(existsSync(wish.file)).toBe(true)
})

test('a source whose rows point to nothing gives no backup', async () => {
  const folder = newFolder()
  const client = createClient({ url: folder.url, concurrency: 1 })
  await client.executeMultiple(
    'PRAGMA foreign_keys = OFF; CREATE TABLE a (id PRIMARY KEY REFERENCES a (id), b REFERENCES a (id)); INSERT INTO a VALUES (1, 2);',
  )
  const file = path.join(folder.dataDir, 'backup.db')
  await expect(backUpTo(client, file)).rejects.toThrow('point to rows that do not exist')
  expect(existsSync(file)).toBe(false)
  client.close()
  folder.remove()
})

test('a place that cannot be written gives no backup', async () => {
  const file = path.join(temporary.dataDir, 'taken')
  mkdirSync(file)
  await expect(backup({ file })).rejects.toThrow('is not a file')
})
