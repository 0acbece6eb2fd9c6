/** What is refused is taken off the line, so that its sender reads the answer: but neither for ever nor without end. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { passOver } from '#front-door/body.ts'

/** As `once`, which would reject where the line is cut. */
const seen = <T>(socket: Socket, event: 'data' | 'close', value: T): Promise<T> =>
  new Promise((resolve) => socket.once(event, () => resolve(value)))

/** @param first what is sent at once @returns how the line ended: with an answer and open, or cut by the server */
async function refused(
  most: number,
  patienceMs: number,
  length: number,
  first: number,
): Promise<'open' | 'cut'> {
  const server = createServer((request, response) => {
    response.writeHead(413, { 'Content-Length': 0 }).end()
    passOver(request, most, patienceMs)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  try {
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`)
    socket.write(Buffer.alloc(first))
    const cut = seen(socket, 'close', 'cut' as const)
    const answered = seen(socket, 'data', null)
    if (length > first) return await cut
    await answered
    // The next request on the same line is answered too: nothing of this one is left in the way.
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    return await Promise.race([seen(socket, 'data', 'open' as const), cut])
  } finally {
    socket.destroy()
    server.closeAllConnections()
    server.close()
  }
}

test('who sends it all reads the answer, and the line can be used again', async () => {
  expect(await refused(1_000_000, 60_000, 900_000, 900_000)).toBe('open')
})

test('who sends more than is passed over is cut off', async () => {
  expect(await refused(1000, 60_000, 2_000_000, 1_900_000)).toBe('cut')
})

test('who never ends is cut off when patience ends', async () => {
  expect(await refused(1_000_000, 100, 900_000, 10)).toBe('cut')
})
