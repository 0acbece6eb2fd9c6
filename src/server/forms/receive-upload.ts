/** A form with one file, streamed to the disk: the only body that may be longer than the front door's limit. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { LIMITS } from '#scorm/check/limits.ts'
import type { Form } from './read-form.ts'

/** Where packages are uploaded: the front door passes the body of these on unread. */
export const UPLOAD_PATH = /^\/manage\/packages\/(new|[0-9a-f-]{36}\/replace)\/?$/
/** The file and the fields around it. */
export const UPLOAD_LIMIT = LIMITS.zipped + 100_000

export interface Upload {
  readonly file: string
  /** As the browser named it, without folders. */
  readonly name: string
  readonly size: number
  /** Hex. */
  readonly sha256: string
  /** There was more than is taken; the rest was not kept. */
  readonly cut: boolean
}

export type Received =
  | { readonly kind: 'form'; readonly form: Form; readonly upload: Upload | null }
  | { readonly kind: 'malformed' }

/**
 * @param target a file that does not exist yet; who called removes it
 * @param isTheirs asked when the file begins, with the fields before it: another's file is not kept
 */
export async function receiveUpload(
  request: Request,
  target: string,
  isTheirs: (form: Form) => boolean = () => true,
): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data;.*boundary=/i.test(type) || !request.body)
    return { kind: 'malformed' }
  const form = new Map<string, string[]>()
  let upload: Promise<Upload | null> = Promise.resolve(null)
  let broken = false
  try {
    const busboy = new Busboy({
      headers: { 'content-type': type },
      limits: {
        files: 1,
        fileSize: LIMITS.zipped,
        fields: 30,
        fieldSize: 10_000,
        fieldNameSize: 100,
        headerPairs: 50,
      },
    })
    busboy.on('field', (name, value) =>
      form.set(name, [...(form.get(name) ?? []), value.toWellFormed()]),
    )
    busboy.on('file', (_field, stream, name) => {
      const isNone = (name ?? '') === ''
      upload = isNone || !isTheirs(form) ? drain(stream) : save(stream, target, name)
      upload.catch(() => (broken = true))
    })
    await pipeline(Readable.fromWeb(request.body as ReadableStream), busboy)
    const saved = await upload
    return { kind: 'form', form, upload: saved && saved.size > 0 ? saved : null }
  } catch (error) {
    // A disk without room is nobody's malformed form.
    if (broken && isFull(error)) throw error
    await upload.catch(() => null)
    return { kind: 'malformed' }
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(ENOSPC|EDQUOT)$/.test(String(error.code))

const drain = async (stream: Readable): Promise<null> => {
  stream.resume()
  return null
}

async function save(
  stream: Readable & { truncated?: boolean },
  file: string,
  name: string,
): Promise<Upload> {
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(stream, count, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  const plain = name
    .replace(/^.*[\\/]/, '')
    .toWellFormed()
    .slice(0, 200)
  return { file, name: plain, size, sha256: hash.digest('hex'), cut: stream.truncated ?? false }
}
