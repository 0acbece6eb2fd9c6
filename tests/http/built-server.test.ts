/** The real thing: the built platform behind its front door, as `npm start` runs it. Needs a build. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { QUICK } from '#cli/modern-node.mjs'
import { freePort, startServer, type StartedServer } from '#tests/start-server.ts'
import { run } from '../db/temporary.ts'
import { ask, sendRaw } from './door.ts'

/** Without what is said of every request. */
const failuresIn = (output: string): string =>
  output
    .split('\n')
    .filter((line) => !line.includes('"event":"request"'))
    .join('\n')

describe('a running server', () => {
  let server: StartedServer
  let port: number
  beforeAll(async () => {
    // The raw requests go to 127.0.0.1, whatever `localhost` is here.
    server = await startServer({ env: { HOST: '127.0.0.1' } })
    port = Number(new URL(server.origin).port)
  })
  afterAll(async () => {
    await server.stop()
  })
  const host = (): string => `Host: localhost:${port}`

  test('says where it is and how the first administrator gets in', () => {
    expect(server.output()).toContain(`Alongside is at ${server.origin}\n`)
    expect(server.setupLink).toMatch(new RegExp(`^${server.origin}/\\S{20,}$`))
  })

  test('answers a page, and one that is not there, with every header', async () => {
    for (const [line, status] of [
      ['GET /', 200],
      ['GET /no-such-page', 404],
      ['GET /favicon.svg', 200],
    ] as const) {
      const answer = await sendRaw(port, ask(line, [host()]))
      expect(answer.status, line).toBe(status)
      expect(answer.headers['content-security-policy'], line).toContain("default-src 'none'")
    }
  })

  test('writes down which route was asked for, by its pattern and never its address', async () => {
    const canary = 'CANARYCANARYCANARY'
    const { headers } = await sendRaw(port, ask(`GET /join/${canary}`, [host()]))
    const number = String(headers['x-request-id'])
    const lineOf = (): string | undefined =>
      server
        .output()
        .split('\n')
        .find((line) => line.includes(number))
    await expect.poll(lineOf).toBeDefined()
    expect(JSON.parse(lineOf() ?? '')).toMatchObject({ route: '/join/[secret]', method: 'GET' })
    expect(server.output()).not.toContain(canary)
  })

  test('outlives what ended the stock server', async () => {
    for (const bytes of [
      ask('TRACE /', [host()]),
      ask('GET /', ['Host: u:p@x']),
      ask('GET /', [host(), 'Cookie: x=%']),
      ask('GET /%', [host()]),
      ask('GET //evil.example', [host()]),
      ask(
        'POST /sign-in',
        [host(), `Origin: ${server.origin}`, 'Content-Type: application/json', 'Content-Length: 1'],
        '{',
      ),
      ask(
        'POST /sign-in',
        [
          host(),
          `Origin: ${server.origin}`,
          'Content-Type: multipart/form-data',
          'Content-Length: 1',
        ],
        '{',
      ),
    ]) {
      const { status } = await sendRaw(port, bytes)
      expect([200, 400, 404, 405, 415, 421, 422], bytes).toContain(status)
    }
    expect((await sendRaw(port, ask('GET /healthz', [host()]))).status).toBe(200)
  })

  test('names no other host in a page, whatever the request says', async () => {
    const lies = [host(), 'X-Forwarded-Host: evil.example', 'Forwarded: host=evil.example']
    expect((await sendRaw(port, ask('GET /', lies))).body).not.toContain('evil.example')
  })

  test.each([
    ['/_image?href=/favicon.svg&f=png'],
    ['/_image?href=https://evil.example/x.png&f=png'],
    ['/_image/'],
    ['/%5Fimage?href=/favicon.svg&f=png'],
    ['/_server-islands/Page?e=x&p=&s='],
    ['/_actions/x'],
    ['/500'],
    ['/500/'],
    ['/%35%30%30'],
    ['/404'],
    ['/course/en.json'],
    ['/media/nothing.vtt'],
  ])('B12: %s, a route of a library, is not there', async (path) => {
    const before = failuresIn(server.output())
    const response = await fetch(server.origin + path)
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('<h1')])
    expect(failuresIn(server.output())).toBe(before)
  })

  test('refuses a second process on its data, in plain words', () => {
    const second = start({ PORT: '4999', DATA_DIR: server.dataDir })
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`in use by process ${server.pid}`)
    expect(second.stderr).not.toContain('\n    at ')
  })

  test('answers 503 while another program holds the database, and recovers', async () => {
    const holder = run('holder.ts', path.join(server.dataDir, 'alongside.db'), '27000')
    await holder.line('held')
    const form = 'name=nobody&password=nothing-at-all'
    const asked = { isAnswered: false }
    const asking = fetch(`${server.origin}/sign-in`, {
      method: 'POST',
      headers: {
        Origin: server.origin,
        Accept: 'text/html',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: form,
    }).finally(() => (asked.isAnswered = true))
    // B10: whoever only reads is answered meanwhile.
    for (const page of ['/about', '/', '/sign-in', '/apply', '/about'])
      expect([page, (await fetch(server.origin + page)).status]).toEqual([page, 200])
    expect(asked.isAnswered).toBe(false)
    const response = await asking
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    // B11: with words, and with what was typed, but for the password.
    const said = await response.text()
    expect(said).toContain('The site is busy')
    expect(said).toContain('<input type="hidden" name="name" value="nobody">')
    expect(said).not.toContain('nothing-at-all')
    await holder.kill()
    await expect
      .poll(async () => (await fetch(`${server.origin}/healthz`)).status, { timeout: 10_000 })
      .toBe(200)
  }, 60_000)
})

describe('stopping and starting', () => {
  test('SIGTERM ends it with 0; nothing is left in a journal; the next start knows the same link holder', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-'))
    const first = await startServer({ dataDir })
    expect(await first.stop()).toBe(0)
    const second = await startServer({ dataDir })
    expect(second.setupLink).not.toBe(first.setupLink)
    await second.kill()
    const third = await startServer({ dataDir })
    expect(await third.stop()).toBe(0)
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a port that is taken is said in plain words', async () => {
    const port = await freePort()
    const other = createServer().listen(port, 'localhost')
    await once(other, 'listening')
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-'))
    const { status, stderr } = start({ PORT: String(port), DATA_DIR: dataDir })
    expect([status, stderr.split('\n')[0]]).toEqual([
      1,
      `Another program already listens at port ${port}: stop it, or choose another: PORT=4321 npm start`,
    ])
    other.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a wrong setting is named before anything starts', () => {
    const { status, stderr } = start({ PORT: 'many', ORIGIN: 'ftp://x' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^These settings are wrong:\nPORT: .*\nORIGIN: .*\n$/)
  })
})

function start(env: Record<string, string>) {
  return spawnSync(process.execPath, [...QUICK, 'src/front-door.ts'], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
}
