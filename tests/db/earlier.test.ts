/** An empty database beside what an earlier one left is a mistake of somebody, and no first start. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { newFolder, type Folder } from './temporary.ts'

let folder: Folder
beforeEach(() => {
  folder = newFolder()
})
afterEach(async () => {
  await closeDatabase()
  folder.remove()
})

const open = () => openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
const place = (...names: string[]): string => path.join(folder.dataDir, ...names)

test('a first start in an empty folder begins, and so does one whose first was cut off', async () => {
  writeFileSync(place('alongside.db'), '')
  writeFileSync(place('alongside.db.lock'), '')
  mkdirSync(place('backups'))
  await open()
  expect(existsSync(place('alongside.db.version'))).toBe(true)
})

test.each(['gone', 'empty'])(
  'one that is %s beside backups is refused with the way back',
  async (kind) => {
    const newest = place('backups', 'nightly-2026-11-29.db')
    mkdirSync(place('backups'))
    writeFileSync(newest, 'rows')
    if (kind === 'empty') writeFileSync(place('alongside.db'), '')
    await expect(open()).rejects.toThrow(`1 backup (the newest: ${newest})`)
    await expect(open()).rejects.toThrow(`alongside restore ${newest}`)
    expect(existsSync(place('alongside.db-wal'))).toBe(false)
  },
)

test('one that was opened once is missed when it is gone, also where nothing was ever backed up', async () => {
  await open()
  await closeDatabase()
  for (const name of ['', '-wal', '-shm']) rmSync(place(`alongside.db${name}`), { force: true })
  await expect(open()).rejects.toThrow('is its disk mounted?')
  rmSync(place('alongside.db.version'))
  await open()
})
