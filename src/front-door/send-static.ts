/** Sends one file of the list, compressed where that helps. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { byteRange } from './byte-range.ts'
import type { StaticFile } from './static-files.ts'

/** Answers with the file: 200, 206 with the part that was asked for, 416, or 304 when the browser has it. */
export async function sendStatic(
  entry: StaticFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(entry.headers)) response.setHeader(name, value)
  response.setHeader('ETag', entry.etag)
  if (request.headers['if-none-match']?.split(/,\s*/).includes(entry.etag)) {
    response.writeHead(304).end()
    return
  }
  const encoding = entry.compressed ? bestEncoding(request.headers['accept-encoding']) : null
  if (encoding && entry.compressed) {
    const body = await compressedCopy(entry.file, encoding, entry.compressed)
    response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', body.length)
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
    return
  }
  if (entry.compressed) await sendWhole(entry, request, response)
  else await sendPart(entry, request, response)
}

async function sendWhole(
  entry: StaticFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Content-Length', entry.size)
  response.writeHead(200)
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(entry.file), response)
}

/** iPhones play no clip that does not come in parts. A condition (If-Range) is answered with the whole. */
async function sendPart(
  entry: StaticFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Accept-Ranges', 'bytes')
  const { range, 'if-range': condition } = request.headers
  const part = condition ? ({ kind: 'whole' } as const) : byteRange(range, entry.size)
  if (part.kind === 'whole' || request.method === 'HEAD') return sendWhole(entry, request, response)
  if (part.kind === 'outside') {
    response.writeHead(416, { 'Content-Range': `bytes */${entry.size}` }).end()
    return
  }
  const { first, last } = part
  response.writeHead(206, {
    'Content-Range': `bytes ${first}-${last}/${entry.size}`,
    'Content-Length': last - first + 1,
  })
  await pipeline(createReadStream(entry.file, { start: first, end: last }), response)
}

type Encoding = 'br' | 'gzip'

function bestEncoding(accepted: string | string[] | undefined): Encoding | null {
  const names = String(accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim())
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null
}

function compressedCopy(
  file: string,
  encoding: Encoding,
  copies: Map<string, Promise<Buffer>>,
): Promise<Buffer> {
  const known = copies.get(encoding)
  if (known) return known
  const made = readFile(file).then((content) =>
    encoding === 'gzip'
      ? promisify(gzip)(content)
      : promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  )
  copies.set(encoding, made)
  made.catch(() => copies.delete(encoding))
  return made
}
