import { createClient } from '@libsql/client'
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup, write } from '#db/client.ts'
import { backUpTo, countRows } from '#db/engine/back-up.ts'
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
  await backup(file)
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
  await backup(file)
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

test('a backup replaces the one before it, is for its owner only, and leaves no half behind', async () => {
  const file = path.join(temporary.dataDir, 'backups', 'three.db')
  writeFileSync(file, 'old')
  await backup(file)
  expect(statSync(file).size).toBeGreaterThan(1000)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('.part'))).toEqual([])
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
  await expect(backup(file)).rejects.toThrow()
})
