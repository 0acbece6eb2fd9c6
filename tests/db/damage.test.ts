/** A database that is damaged or put together wrongly is refused in words, with the remedy. */
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyDatabase } from '#db/engine/copy.ts'
import { makeFolder } from '#db/engine/make-folder.ts'
import { newFolder, run, type Folder } from './temporary.ts'

/** What a process that starts on this folder says; it is killed afterwards. */
async function saysAt({ url, dataDir }: Folder): Promise<string> {
  const starter = run('starter.ts', url, dataDir)
  await Promise.race([starter.line('open'), starter.line('refused')])
  await starter.kill()
  return starter.lines.join('\n')
}

/** A database whose last writes stand in its log only, as after a crash; and a good backup of it. */
const crashed = newFolder()
const copy = path.join(crashed.dataDir, 'monday.db')

beforeAll(async () => {
  const writer = run('writer.ts', crashed.dataDir, '4', 'w')
  await writer.line('kept')
  await copyDatabase({ database: crashed.file, file: copy })
  await writer.kill()
})
afterAll(() => crashed.remove())

/** The same again, for a test that changes it. */
function another(): Folder {
  const folder = newFolder()
  cpSync(crashed.dataDir, folder.dataDir, { recursive: true })
  return folder
}

test('E10: a backup put in place while the old log lies there is refused with cause and remedy', async () => {
  const folder = another()
  copyFileSync(copy, folder.file)
  const before = readFileSync(folder.file)
  const said = await saysAt(folder)
  expect(said).toContain('refused')
  expect(said).toContain('alongside.db-wal of the database before it still lies beside it')
  expect(said).toContain(`Delete ${folder.file}-wal and ${folder.file}-shm, then start again.`)
  expect(readFileSync(folder.file).equals(before)).toBe(true)
  for (const end of ['-wal', '-shm']) rmSync(`${folder.file}${end}`, { force: true })
  expect(await saysAt(folder)).toBe('open')
  folder.remove()
})

test('E10: a database after a crash is no such case', async () => {
  const folder = another()
  expect(await saysAt(folder)).toBe('open')
  folder.remove()
})

test('B1: a damaged database is never served; the start says so, and what to do', async () => {
  const bytes = readFileSync(copy)
  bytes.fill(0x5a, 8192, 8192 + 4096 * 4)
  for (const damaged of [bytes, Buffer.from('this was never a database'.repeat(100))]) {
    const place = newFolder()
    writeFileSync(place.file, damaged)
    const said = await saysAt(place)
    expect(said).toContain('refused')
    expect(said).toContain('is damaged')
    expect(said).toContain('Put a backup in its place')
    place.remove()
  }
})

test('E9: a DATA_DIR below a place where nothing can be made is refused at once', () => {
  expect(() => makeFolder('/proc/nope/deep')).toThrow('ENOENT')
  expect(existsSync('/proc/nope')).toBe(false)
})
