/** A mail server that takes everything and remembers it. */
import { createServer } from 'node:net'

export interface Smtp {
  /** `smtp://localhost:PORT` */
  readonly url: string
  /** What came between DATA and the lone dot, mail by mail. */
  readonly mails: readonly string[]
  close(): void
}

/** @param takesLetters whether it says that it knows addresses such as josé@example.org */
export function startSmtp(takesLetters = false): Promise<Smtp> {
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
        const hello = takesLetters ? '250-here\r\n250 SMTPUTF8\r\n' : '250 here\r\n'
        if (inData) socket.write('354 go on\r\n')
        else if (/^QUIT/i.test(line)) socket.write('221 bye\r\n')
        else if (/^EHLO/i.test(line)) socket.write(hello)
        else socket.write(/^RCPT.*é/i.test(line) && !takesLetters ? '555 no\r\n' : '250 fine\r\n')
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
