/** Reads a request's body whole, up to a limit, so that nothing after it can hang on a slow sender. */
import type { IncomingMessage } from 'node:http'
import { MOST_IMPORT_BYTES } from '#domain/people/import-list.ts'
import { UPLOAD_LIMIT } from '#server/forms/receive-upload.ts'

/** In bytes: 500 records of a sync fit well. */
const BODY_LIMIT = 1_000_000

/** A list of people with their history is larger, and the form around it. */
export const limitOf = (path: string): number =>
  /^\/coordinate\/import\/?$/.test(path) ? MOST_IMPORT_BYTES + 100_000 : BODY_LIMIT

/** How long a body may take, in milliseconds. */
export const BODY_MS = 60_000

export const isTooLong = (headers: IncomingMessage['headers'], limit: number): boolean =>
  Number(headers['content-length'] ?? 0) > limit

/** @returns the body, 'too-large' or 'too-slow' as soon as it is, or 'gone' when the sender went away */
export function readBody(
  request: IncomingMessage,
  limit: number,
  patienceMs: number,
): Promise<Buffer | 'too-large' | 'too-slow' | 'gone'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      request.removeAllListeners('data')
      resolve('too-slow')
    }, patienceMs)
    request.once('close', () => clearTimeout(timer))
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else {
        request.removeAllListeners('data')
        resolve('too-large')
      }
    })
    request.once('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks))
    })
    request.once('error', () => resolve('gone'))
    request.once('close', () => resolve('gone'))
  })
}

/** How much of what is refused is still taken off the line, in bytes: more than the largest upload that we take. */
export const PASSED_OVER = 2 * UPLOAD_LIMIT

/**
 * Lets a refused sender finish, since who is cut off while sending reads no answer: a browser would say "connection reset"
 * where our page says how large a file may be. Not for ever: the connection is cut after `most` bytes or `patienceMs`.
 */
export function passOver(request: IncomingMessage, most: number, patienceMs: number): void {
  if (request.complete) return void request.resume()
  let size = 0
  const cut = (): void => {
    if (!request.complete) request.socket.destroy()
  }
  const timer = setTimeout(cut, patienceMs).unref()
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > most) cut()
  })
  request.on('error', () => undefined)
  for (const end of ['end', 'close']) request.once(end, () => clearTimeout(timer))
  request.resume()
}
