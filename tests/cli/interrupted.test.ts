/** Ctrl-C, and a process that is killed: no half file with a whole one's name, and nothing in the clear that should not be. */
import { createClient } from '@libsql/client'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyDatabase } from '#db/engine/copy.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'alongside-interrupted-'))
const backups = path.join(folder, 'backups')
const database = path.join(folder, 'alongside.db')
let recipient: string

beforeAll(async () => {
  recipient = await identityToRecipient(await generateX25519Identity())
  mkdirSync(backups)
  const client = createClient({ url: `file:${database}` })
  await client.execute('CREATE TABLE words (text TEXT NOT NULL)')
  // Large enough that sealing it takes a while.
  await client.execute(
    'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO words SELECT hex(randomblob(10000)) FROM n',
  )
  client.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const parts = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.part-'),
  )

/** SQLite has made its copy, and half of it is encrypted. */
async function halfWay(child: ChildProcess): Promise<void> {
  const isHalf = (name: string): boolean =>
    name.includes('.age.part-') && (sizeOf(path.join(folder, name)) ?? 0) > 0
  while (!parts().some(isHalf)) {
    if (child.exitCode !== null) throw new Error('it ended before it was half way')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size

/** In a group of its own, as a terminal has it. */
const backUp = (): ChildProcess =>
  spawn(process.execPath, [path.join(root, 'src/cli/alongside.mjs'), 'backup'], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: {
      ...{ PATH: String(process.env['PATH']), TMPDIR: tmpdir(), ALONGSIDE_CONFIG: 'none' },
      ...{ DATA_DIR: folder, BACKUP_RECIPIENT: recipient },
    },
  })
const toGroup = (child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): void => {
  process.kill(-(child.pid ?? 0), signal)
}

test('Ctrl-C in the middle of a backup leaves neither half a copy nor one in the clear', async () => {
  const child = backUp()
  await halfWay(child)
  toGroup(child, 'SIGINT')
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(130)
  await expect.poll(parts, { timeout: 20_000 }).toEqual([])
  expect(readdirSync(backups)).toEqual([])
})

test('what a killed backup left, the next one takes away', async () => {
  const child = backUp()
  await halfWay(child)
  toGroup(child, 'SIGKILL')
  await once(child, 'exit')
  expect(readdirSync(backups).filter((name) => !name.includes('.part-'))).toEqual([])
  const left = parts()
  expect(left.length).toBeGreaterThan(0)
  // Its number may by now be another process's.
  const twoHoursAgo = Date.now() / 1000 - 7200
  for (const name of left) utimesSync(path.join(folder, name), twoHoursAgo, twoHoursAgo)
  const file = path.join(backups, 'next.db.age')
  await copyDatabase({ database, file, ownFolder: backups, recipients: [recipient] })
  expect(parts()).toEqual([])
  expect(existsSync(file)).toBe(true)
})

test('Ctrl-C in the middle of an export leaves a whole package or none', async () => {
  const place = mkdtempSync(path.join(folder, 'export-'))
  const wish = '--programme kidney --language both --standard 1.2 --out a.zip'.split(' ')
  const program = path.join(root, 'src/cli/alongside.mjs')
  const child = spawn(process.execPath, [program, 'scorm', 'export', ...wish], {
    cwd: place,
    detached: true,
    stdio: 'ignore',
    env: { PATH: String(process.env['PATH']), TMPDIR: tmpdir(), ALONGSIDE_CONFIG: 'none' },
  })
  const ended = once(child, 'exit')
  while (!existsSync(path.join(place, 'a.zip.part')) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2))
  // A quick one has ended by now, and has nothing to interrupt.
  if (child.exitCode === null) toGroup(child, 'SIGINT')
  await ended
  expect(readdirSync(place)).not.toContain('a.zip.part')
  // Half a zip has no list of its files at its end.
  const whole = readdirSync(place).map((name) => readFileSync(path.join(place, name)))
  expect(whole.every((zip) => zip.includes('PK\x05\x06', zip.length - 22, 'latin1'))).toBe(true)
})
