/** A line to a libSQL server: it may be long, and what is asked over it is counted. */
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Line {
  readonly url: string
  /** Requests that went over it so far: round trips. */
  readonly asked: number
  close(): void
}

/** @param ms there and back */
export async function layLine(toPort: number, ms: number): Promise<Line> {
  let asked = 0
  const sockets = new Set<Socket>()
  const pass = (from: Socket, to: Socket, chunk: Buffer): void => {
    if (ms === 0) to.write(chunk)
    else void sleep(ms / 2).then(() => to.destroyed || to.write(chunk))
    if (from.destroyed) to.destroy()
  }
  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        ;(socket === near ? far : near).destroy()
      })
    }
    near.on('data', (chunk: Buffer) => {
      // Each request of the client begins a chunk.
      if (chunk.subarray(0, 5).toString() === 'POST ') asked++
      pass(near, far, chunk)
    })
    far.on('data', (chunk: Buffer) => pass(far, near, chunk))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    get asked() {
      return asked
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
