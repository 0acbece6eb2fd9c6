/** Answers what Node's parser could not read as a request: there is no response object, only a socket. */
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { plainAnswer, type Status } from './plain-answer.ts'

/** Long enough to read the answer. */
const LINGER_MS = 1000

/** @param problem the parser's error, or the status where the request could be read */
export function answerBadMessage(
  socket: Duplex,
  problem: Error | Status,
  headers: Readonly<Record<string, string>>,
  origin: string,
): void {
  // In the middle of another answer on the same connection there is nothing sensible left to say.
  if (!socket.writable || isAnswering(socket)) {
    socket.destroy()
    return
  }
  const status = typeof problem === 'number' ? problem : statusFor(problem)
  const plain = plainAnswer(status, '', origin)
  const all = {
    ...headers,
    ...plain.headers,
    'Content-Length': String(Buffer.byteLength(plain.body)),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.on('error', () => undefined)
  // Whoever has not finished a request may hold the connection open as well.
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${plain.body}`,
  )
}

function statusFor(error: Error): Status {
  const code = 'code' in error ? error.code : ''
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  if (code !== 'HPE_INVALID_METHOD') return 400
  const sent = 'rawPacket' in error ? String(error.rawPacket) : ''
  return /^[A-Za-z-]+ \S+ HTTP\/1\.[01]\r\n/.test(sent) ? 405 : 400
}

function isAnswering(socket: Duplex): boolean {
  const message: unknown = Reflect.get(socket, '_httpMessage')
  return message instanceof Object && 'headersSent' in message && message.headersSent === true
}
