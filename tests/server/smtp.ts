/** A mail server that takes everything and remembers it. */
import { createServer } from 'node:net'

export interface Smtp {
  /** `smtp://localhost:PORT` */
  readonly url: string
  /** What came between DATA and the lone dot, mail by mail. */
  readonly mails: readonly string[]
  close(): void
}

export function startSmtp(): Promise<Smtp> {
  const mails: string[] = []
  const server = createServer((socket) => {
    let text = ''
    let inData = false
    socket.write('220 here\r\n')
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      text += chunk.toString()
      for (;;) {
        const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const line = text.slice(0, end)
        text = text.slice(end + (inData ? 5 : 2))
        if (inData) mails.push(line)
        inData = !inData && /^DATA/i.test(line)
        socket.write(
          inData ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 fine\r\n',
        )
      }
    })
  })
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ url: `smtp://localhost:${port}`, mails, close: () => void server.close() })
    })
  })
}
