/** How the door is run: stopping, health, counts. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { lineOf } from '#front-door/log.ts'
import { ask, openDoor, sendRaw } from './door.ts'

test('a request under way is answered, then the door is closed', async () => {
  let begun: () => void = () => undefined
  const beginning = new Promise<void>((resolve) => (begun = resolve))
  const door = await openDoor({
    handler: async (_request, response) => {
      begun()
      await new Promise((resolve) => setTimeout(resolve, 100))
      response.end('done')
    },
  })
  const answer = sendRaw(door.port, ask('GET /slow'))
  await beginning
  await door.drain(5000)
  expect((await answer).status).toBe(200)
  expect((await sendRaw(door.port, ask('GET /'))).status).toBe(0)
})

test('a request that never ends is cut off when patience ends', async () => {
  const door = await openDoor({ handler: () => new Promise(() => undefined) })
  const socket = connect(door.port, '127.0.0.1', () => socket.write(ask('GET /never')))
  await once(socket, 'connect')
  await new Promise((resolve) => setTimeout(resolve, 50))
  // Without the cut this would wait for ever, and the test with it.
  await door.drain(200)
  socket.destroy()
})

test('an idle connection does not hold the door open', async () => {
  const door = await openDoor()
  const socket = connect(door.port, '127.0.0.1', () => socket.write(ask('GET /')))
  await once(socket, 'data')
  await door.drain(5000)
  socket.destroy()
})

test('the health says whether the database takes writes', async () => {
  let writes = true
  const door = await openDoor({ canWrite: () => Promise.resolve(writes) })
  const good = await sendRaw(door.port, ask('GET /healthz'))
  expect([good.status, good.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(JSON.parse(good.body)).toEqual({
    status: 'ok',
    writes: true,
    draining: false,
    version: '0.0.0+test',
  })
  writes = false
  const bad = await sendRaw(door.port, ask('GET /healthz'))
  expect([bad.status, bad.headers['retry-after']]).toEqual([503, '5'])
  expect((await sendRaw(door.port, ask('GET /readyz'))).status).toBe(503)
  await door.close()
})

test('starting is told from ill: it is healthy and not ready, and whoever asks waits until it is open', async () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  const door = await openDoor({ opened, canWrite: () => Promise.resolve(true) })
  const said = async (path: string) => {
    const { status, body } = await sendRaw(door.port, ask(`GET ${path}`))
    return [status, (JSON.parse(body) as { status: string }).status]
  }
  expect(await said('/healthz')).toEqual([200, 'starting'])
  expect(await said('/readyz')).toEqual([503, 'starting'])
  const page = sendRaw(door.port, ask('GET /'))
  open()
  expect((await page).status).toBe(200)
  expect([await said('/healthz'), await said('/readyz')]).toEqual([
    [200, 'ok'],
    [200, 'ok'],
  ])
  await door.close()
})

test('what takes too long to open is answered as busy, in words, and asked of nobody', async () => {
  const door = await openDoor({ opened: new Promise(() => undefined), openedMs: 50 })
  const { status, headers, body } = await sendRaw(door.port, ask('GET /about'))
  expect([status, headers['retry-after'], body.startsWith('The site is busy')]).toEqual([
    503,
    '5',
    true,
  ])
  expect((await sendRaw(door.port, ask('GET /about', ['Host: other.example']))).status).toBe(503)
  expect(door.seen).toEqual([])
  await door.close()
})

test('counts are for programs on this machine that ask without a proxy', async () => {
  const age = { name: 'alongside_backup_age_seconds', type: 'gauge', help: 'Age.' } as const
  const door = await openDoor({
    gauges: () => Promise.resolve([{ ...age, samples: [{ value: 5 }] }]),
  })
  await sendRaw(door.port, ask('GET /'))
  const counts = await sendRaw(door.port, ask('GET /metrics'))
  expect(counts.headers['content-type']).toContain('text/plain')
  expect(counts.body).toContain('http_responses_total{status="2xx"} 1\n')
  expect(counts.body).toContain('alongside_backup_age_seconds 5\n')
  expect(counts.body).toContain('http_request_duration_seconds_count 1\n')
  expect(badLinesOf(counts.body)).toEqual([])
  const throughAProxy = await sendRaw(door.port, ask('GET /metrics', ['X-Forwarded-For: 1.2.3.4']))
  expect(throughAProxy.body).toBe('the page')
  // A collector asks by the address that it was given, and cannot say another one.
  const local = ['Host: 127.0.0.1:4321']
  expect((await sendRaw(door.port, ask('GET /metrics', local))).body).toContain('\nhttp_')
  expect((await sendRaw(door.port, ask('GET /about', local))).status).toBe(421)
  const proxied = [...local, 'X-Forwarded-For: 1.2.3.4']
  expect((await sendRaw(door.port, ask('GET /metrics', proxied))).status).toBe(421)
  await door.close()
})

/** Prometheus' text format 0.0.4: HELP, then TYPE, then samples of that name; each name once; a histogram that adds up. */
function badLinesOf(text: string): string[] {
  const seen = new Set<string>()
  let name = ''
  let type = ''
  const bad = text.split('\n').filter((line, at, all) => {
    if (line === '') return at !== all.length - 1
    const help = /^# HELP ([a-z_][a-z0-9_]*) \S.*$/.exec(line)
    if (help) {
      name = help[1] ?? ''
      type = ''
      return seen.has(name) || !seen.add(name)
    }
    const told = /^# TYPE ([a-z0-9_]+) (counter|gauge|histogram)$/.exec(line)
    if (told) {
      type = told[2] ?? ''
      return told[1] !== name
    }
    const sample = /^([a-z0-9_]+)(?:\{[a-z_]+="[^"\\\n]*"\})? (-?[0-9.e+-]+)$/.exec(line)
    const [, of = '', value = ''] = sample ?? []
    const ends = type === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']
    return !type || !ends.some((end) => of === name + end) || !Number.isFinite(Number(value))
  })
  const counts = [...text.matchAll(/_bucket\{le="[^"]+"\} (\d+)/g)].map(([, n]) => Number(n))
  const rises = counts.every((n, at) => n >= (counts[at - 1] ?? 0))
  return rises && text.endsWith('\n') ? bad : [...bad, 'the histogram does not add up']
}

test('what a monitor reads of the platform is of the same format, and a database that is shut hides nothing', async () => {
  process.env['DATA_DIR'] = '/nowhere/at/all'
  const { exposed } = await import('#server/seen/metric.ts')
  const { ownMetrics } = await import('#server/running/own-metrics.ts')
  const text = exposed(await ownMetrics(Date.now()))
  expect(badLinesOf(text)).toEqual([])
  expect(text).toMatch(/^alongside_info\{version="\d+\.\d+\.\d+[^"]*"\} 1$/m)
  expect(text).toContain('\nalongside_database_readable 0\n')
  expect(text).toContain('alongside_sync_records_total{result="accepted"} 0\n')
  expect(badLinesOf('# TYPE a gauge\na 1\n')).not.toEqual([])
  expect(badLinesOf('# HELP a A.\n# TYPE a gauge\na one\n')).not.toEqual([])
})

test('each answer is told with its id and the pattern of its route, never with its address', async () => {
  const door = await openDoor({
    handler: (_request, response, _next, locals) => {
      locals?.door?.noteRoute('/coordinate/people/[person]')
      response.end('a page')
      return Promise.resolve()
    },
  })
  const page = await sendRaw(door.port, ask('GET /coordinate/people/rosa?find=canary'))
  await sendRaw(door.port, ask('GET /healthz'))
  await sendRaw(door.port, 'GET /canary HTTP/1.1\r\nHost: elsewhere\r\nConnection: close\r\n\r\n')
  await expect.poll(() => door.answered.length).toBe(2)
  expect(door.answered).toMatchObject([
    { request: page.headers['x-request-id'], method: 'GET', route: '/coordinate/people/[person]' },
    { route: 'refused', status: 421 },
  ])
  expect(JSON.stringify(door.answered)).not.toMatch(/rosa|canary/)
  await door.close()
})

test('a line of the log is JSON, and text in a terminal', () => {
  const one = { request: 'K7', method: 'GET', route: '/learn', status: 200, ms: 12 }
  const line = { level: 'info', event: 'request', ...one } as const
  const now = Date.parse('2026-11-30T12:00:00Z')
  expect(JSON.parse(lineOf(now, line, false))).toEqual({
    time: '2026-11-30T12:00:00.000Z',
    ...line,
  })
  expect(lineOf(now, line, true)).toBe('12:00:00 K7 GET /learn 200 12')
})

test('B12: who never finishes the headers is answered 408, and the connection is gone', async () => {
  const door = await openDoor({ headersMs: 200 })
  // This side leaves it open.
  const socket = connect({ port: door.port, host: '127.0.0.1', allowHalfOpen: true })
  socket.write('GET / HTTP/1.1\r\nHost: x')
  let said = ''
  socket.on('data', (chunk) => (said += String(chunk)))
  await once(socket, 'end')
  expect(said).toMatch(/^HTTP\/1\.1 408 /)
  await expect.poll(() => door.connections(), { timeout: 10_000 }).toBe(0)
  socket.destroy()
  await door.close()
})

test('B12: 300 connections of one address that never finish hold no more than 100, and nobody else out', async () => {
  const door = await openDoor()
  const sockets = await Promise.all(
    Array.from({ length: 300 }, async () => {
      const socket = connect(door.port, '127.0.0.1')
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write('GET / HTTP/1.1\r\n')
      return socket
    }),
  )
  await expect.poll(() => door.connections(), { timeout: 10_000 }).toBe(100)
  expect((await sendRaw(door.port, ask('GET /'))).status).toBe(200)
  for (const socket of sockets) socket.destroy()
  await door.close()
})
