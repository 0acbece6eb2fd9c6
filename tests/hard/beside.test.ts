/** `npm ci` and a build beside a server under load: nobody notices, and the next start serves the new one. */
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '#tests/start-server.ts'

const run = promisify(execFile)
let clone = ''
beforeAll(async () => {
  clone = mkdtempSync(path.join(tmpdir(), 'alongside-beside-'))
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n')
  for (const file of files.filter((name) => !name.startsWith('tests/')))
    cpSync(file, path.join(clone, file))
  await npm('ci')
  await npm('run', 'build')
}, 15 * 60_000)
afterAll(() => rmSync(clone, { recursive: true }))

const npm = (...words: string[]) =>
  run(
    'npm',
    [...words, ...(words[0] === 'ci' ? ['--prefer-offline', '--no-audit', '--no-fund'] : [])],
    {
      cwd: clone,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ALONGSIDE_CONFIG: 'none' },
      maxBuffer: 64_000_000,
    },
  )

const PAGES = [
  '/',
  '/about',
  '/apply',
  '/sign-in',
  '/sample',
  '/privacy',
  '/search?q=tea',
  '/sw.js',
  '/healthz',
]

test('R47: 0 errors, and the restart serves what was built', async () => {
  const program = [path.join(clone, 'dist/alongside.mjs'), 'serve']
  const server = await startServer({ program })
  const wrong: unknown[] = []
  let asked = 0
  let isOver = false
  const client = async (): Promise<void> => {
    while (!isOver)
      for (const page of PAGES) {
        asked++
        const status = await fetch(server.origin + page).then(
          async (answer) => (await answer.arrayBuffer(), answer.status),
          (error: unknown) => String(error),
        )
        if (status !== 200) wrong.push([page, status])
      }
  }
  const clients = Promise.all([client(), client(), client(), client()])
  const before = await versionOf(server.origin)
  await npm('ci')
  rmSync(path.join(clone, 'node_modules'), { recursive: true })
  await npm('ci')
  await npm('run', 'build')
  isOver = true
  await clients
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(1000)
  expect(await versionOf(server.origin)).toBe(before)
  await server.stop()
  const next = await startServer({ program })
  expect(await versionOf(next.origin)).not.toBe(before)
  await next.stop()
})

const versionOf = async (origin: string): Promise<string> =>
  ((await (await fetch(`${origin}/healthz`)).json()) as { version: string }).version
