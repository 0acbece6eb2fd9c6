/** SIGTERM's part of the door: what is under way ends, nothing new begins, and it does not wait for ever. */
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
  const startedAt = performance.now()
  await door.drain(200)
  expect(performance.now() - startedAt).toBeLessThan(2000)
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
  expect(JSON.parse(good.body)).toEqual({ status: 'ok', writes: true, draining: false })
  writes = false
  const bad = await sendRaw(door.port, ask('GET /healthz'))
  expect([bad.status, bad.headers['retry-after']]).toEqual([503, '5'])
  expect((await sendRaw(door.port, ask('GET /readyz'))).status).toBe(503)
  await door.close()
})
