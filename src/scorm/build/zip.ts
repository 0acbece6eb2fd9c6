/**
 * A zip archive, one file after the other: the same files make the same bytes wherever and whenever they are packed.
 * Names sorted, one fixed date, no platform in the headers, sizes before the data (some readers want them there),
 * UTF-8 flag. Compressed by pako, zlib in JavaScript: the zlib of another machine may make other bytes.
 */
import { deflateRaw } from 'pako'
import { promisify } from 'node:util'
import { crc32, deflateRaw as deflateInC } from 'node:zlib'

/** Contents by path below the package's root, with forward slashes. */
export type Files = ReadonlyMap<string, Uint8Array>

const UTF8 = 0x0800
/** January 1, 2020, 12:00, as MS-DOS wrote it. */
const DATE = 0x50216000
const PACKED_ALREADY = /\.(woff2|mp4|webm|png|jpg|zip)$/

/** The archive in parts, for a download that begins before its end is made. */
export function* zipParts(files: Files): Generator<Uint8Array<ArrayBuffer>, undefined> {
  const archive = begun()
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const stored = PACKED_ALREADY.test(name)
    const data = stored ? content : deflateRaw(content, { level: 9, memLevel: 9 })
    yield* archive.add(name, content, data, stored)
  }
  yield* archive.end()
}

const deflateAside = promisify(deflateInC)

/**
 * The same for files that are made one after the other, in their order: no more than one of them is held at a time, and they
 * are compressed beside the event loop. Other bytes on another machine, so never a package.
 */
export async function* zipAsTheyCome(
  files: AsyncIterable<readonly [name: string, content: Uint8Array]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const archive = begun()
  for await (const [name, content] of files)
    yield* archive.add(name, content, await deflateAside(content), false)
  yield* archive.end()
}

interface Archive {
  /** The parts of one file. */
  add(
    name: string,
    content: Uint8Array,
    data: Uint8Array,
    stored: boolean,
  ): readonly Uint8Array<ArrayBuffer>[]
  /** The list of them. */
  end(): readonly Uint8Array<ArrayBuffer>[]
}

function begun(): Archive {
  const entries: Uint8Array[] = []
  let [at, files] = [0, 0]
  return {
    add(name, content, data, stored) {
      const entry = entryOf(name, content, data.length, stored)
      entries.push(
        bytesOf([CENTRAL, 4], [20, 2], ...entry, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      )
      entries.push(Buffer.from(name))
      const header = bytesOf([LOCAL, 4], ...entry)
      at += header.length + Buffer.byteLength(name) + data.length
      files++
      return [header, Uint8Array.from(Buffer.from(name)), Uint8Array.from(data)]
    },
    end() {
      const central = Uint8Array.from(Buffer.concat(entries))
      const tail: Field[] = [
        [END, 4],
        [0, 4],
        [files, 2],
        [files, 2],
      ]
      return [central, bytesOf(...tail, [central.length, 4], [at, 4], [0, 2])]
    },
  }
}

export const zipOf = (files: Files): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat([...zipParts(files)]))

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

type Field = readonly [value: number, bytes: 2 | 4]

/** What both headers of a file say: version, flags, way, date, check sum, sizes, lengths. */
const entryOf = (name: string, content: Uint8Array, size: number, stored: boolean): Field[] => [
  [20, 2],
  [UTF8, 2],
  [stored ? 0 : 8, 2],
  [DATE, 4],
  [crc32(content), 4],
  [size, 4],
  [content.length, 4],
  [Buffer.byteLength(name), 2],
  [0, 2],
]

/** Little-endian. */
function bytesOf(...fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value >>> 0, true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}
