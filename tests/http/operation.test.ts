/** How the door is run: stopping, health, counts. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
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

test('counts are for programs on this machine that ask without a proxy', async () => {
  const door = await openDoor({ gauges: () => ({ alongside_backup_age_seconds: 5 }) })
  await sendRaw(door.port, ask('GET /'))
  const counts = await sendRaw(door.port, ask('GET /metrics'))
  expect(counts.headers['content-type']).toContain('text/plain')
  expect(counts.body).toContain('http_responses_total{status="2xx"} 1\n')
  expect(counts.body).toContain('alongside_backup_age_seconds 5\n')
  const throughAProxy = await sendRaw(door.port, ask('GET /metrics', ['X-Forwarded-For: 1.2.3.4']))
  expect(throughAProxy.body).toBe('the page')
  await door.close()
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
