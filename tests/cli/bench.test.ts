/** `npm run bench`: what it refuses, what fails it, and what is left of one that was killed. Nothing is timed here. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const BENCH = path.join(root, 'tests/bench/run.ts')
const SMALL = path.join(import.meta.dirname, 'processes/small-bench.ts')
const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

interface Ended {
  readonly code: number
  readonly said: string
}

function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const all = { PATH: process.env['PATH'], TMPDIR: tmpdir(), ...env }
    execFile(process.execPath, args, { cwd: root, env: all }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    )
  })
}

/** @param status of the request with that number */
async function answering(status: (request: number) => number): Promise<string> {
  let requests = 0
  const server = createServer((_, answer) => {
    answer.writeHead(status(++requests))
    answer.end('A page')
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

test('a database that is not its own is refused, before anything is started', async () => {
  const theirs = path.join(tmpdir(), 'of-people')
  const env = { DATABASE_URL: `file:${theirs}/alongside.db`, DATA_DIR: theirs }
  const { code, said } = await run([BENCH, 'pages'], env)
  expect(code).toBe(2)
  expect(said).toContain(
    'never touches another one: take DATABASE_URL and DATA_DIR out of the environment',
  )
  expect(existsSync(theirs)).toBe(false)
})

test('a part that there is not is refused', async () => {
  const { code, said } = await run([BENCH, 'pgaes'])
  expect(code).toBe(2)
  expect(said).toContain('pgaes: no part of the bench. There are pages, writes,')
})

test('a page that answers 500 now and then fails it, and is named', async () => {
  const origin = await answering((request) => (request % 5 ? 200 : 500))
  const { code, said } = await run([SMALL, origin])
  expect(code).toBe(1)
  expect(said).toMatch(/The home \(\/learn\) answered 500, \d+ times\. Nothing of it counts\./)
  expect(said).not.toContain('measured')
})

test('a page that sends whoever asks somewhere else is not a quick one', async () => {
  const { code, said } = await run([SMALL, await answering(() => 303)])
  expect(code).toBe(1)
  expect(said).toMatch(/answered 303/)
})

test('a page that answers well does not fail it', async () => {
  expect(await run([SMALL, await answering(() => 200)])).toEqual({ code: 0, said: 'measured\n' })
})

test.runIf(existsSync('/proc'))('killed, it leaves no folder and no process behind', async () => {
  const bench = spawn(process.execPath, [SMALL], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told] = (await once(bench.stdout, 'data')) as [Buffer]
  const { folder, pid } = JSON.parse(String(told)) as { folder: string; pid: number }
  expect(existsSync(path.join(folder, 'data/some.db'))).toBe(true)
  expect(isRunning(pid)).toBe(true)
  bench.kill('SIGKILL')
  await expect.poll(() => existsSync(folder), { timeout: 60_000 }).toBe(false)
  await expect.poll(() => isRunning(pid), { timeout: 60_000 }).toBe(false)
})

/** Of one that has ended and was not fetched yet there is no command any more. */
function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}
