/** B6: where the database cannot lie is said in one sentence that names the setting. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '#tests/start-server.ts'
import { newFolder, run, type Folder } from './temporary.ts'

let folder: Folder
beforeEach(() => (folder = newFolder()))
afterEach(() => {
  chmodSync(folder.dataDir, 0o700)
  folder.remove()
})

const told = (url: string, dataDir: string): Promise<string> =>
  run('as-another.ts', url, dataDir).line('')

test('B6: DATA_DIR that may not be written', async () => {
  const closed = path.join(folder.dataDir, 'closed')
  mkdirSync(closed, { mode: 0o755 })
  chmodSync(closed, 0o555)
  chmodSync(folder.dataDir, 0o755)
  expect(await told(`file:${closed}/alongside.db`, closed)).toBe(
    `DatabaseRefused: DATA_DIR: the folder ${closed} cannot be used: this account may not write there. Let it be written by the account that starts Alongside, or set DATA_DIR to another.`,
  )
  const below = path.join(closed, 'data')
  expect(await told(`file:${below}/alongside.db`, below)).toMatch(
    /^DatabaseRefused: DATA_DIR: the folder .*closed\/data cannot be used: this account may not write/,
  )
})

test('B6: a database file that may not be written, and one that is none', async () => {
  chmodSync(folder.dataDir, 0o777)
  const readOnly = path.join(folder.dataDir, 'read-only.db')
  writeFileSync(readOnly, '')
  chmodSync(readOnly, 0o444)
  expect(await told(`file:${readOnly}`, folder.dataDir)).toMatch(
    /^DatabaseRefused: DATA_DIR: the database .*read-only\.db cannot be opened for writing\. /,
  )
  const shut = path.join(folder.dataDir, 'shut.db')
  writeFileSync(shut, '', { mode: 0o600 })
  expect(await told(`file:${shut}`, folder.dataDir)).toMatch(
    /^DatabaseRefused: DATA_DIR: the database .*shut\.db cannot be opened for writing\. /,
  )
  const letter = path.join(folder.dataDir, 'letter.db')
  writeFileSync(letter, 'Dear Carla, '.repeat(200))
  chmodSync(letter, 0o666)
  expect(await told(`file:${letter}`, folder.dataDir)).toMatch(
    /^DatabaseRefused: The database .*letter\.db is damaged /,
  )
  expect(await told(`file:${folder.dataDir}`, folder.dataDir)).toMatch(/is a folder; name a file/)
})

test('B6: DATA_DIR where a file stands', async () => {
  const file = path.join(folder.dataDir, 'file')
  writeFileSync(file, '')
  chmodSync(folder.dataDir, 0o755)
  expect(await told(`file:${file}/alongside.db`, file)).toMatch(
    /^DatabaseRefused: DATA_DIR: the folder .*file cannot be used: something that is no folder/,
  )
})

test('B6: a libSQL server that is away, and one that knows somebody else', async () => {
  chmodSync(folder.dataDir, 0o777)
  const port = await freePort()
  for (const scheme of ['http', 'ws'])
    expect(await told(`${scheme}://localhost:${port}`, folder.dataDir)).toBe(
      `DatabaseRefused: The libSQL server ${scheme}://localhost:${port} cannot be reached. Does it run, and is DATABASE_URL right?`,
    )
  const strict = createServer((_, answer) => answer.writeHead(401).end('{"error":"no"}'))
  await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve))
  const address = strict.address()
  const where = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  expect(await told(`http://${where}`, folder.dataDir)).toBe(
    `DatabaseRefused: The libSQL server http://${where} does not let us in. Is DATABASE_AUTH_TOKEN right?`,
  )
  strict.close()
})
