/** Zip archives written byte by byte, so that they can be wrong in every way. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  /** 0 stored, 8 deflated; another is only claimed. */
  readonly method?: number
  readonly flags?: number
  /** Unix type and rights, such as 0o120777 for a link. */
  readonly mode?: number
  /** What is claimed instead of the truth. */
  readonly claims?: { readonly size?: number; readonly packedSize?: number; readonly crc?: number }
  /** Takes the data of the entry with this index again. */
  readonly sameDataAs?: number
}

export function makeZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = Buffer.from(entry.content ?? '')
    const method = entry.method ?? 8
    const data = method === 8 ? deflateRawSync(content, { level: 9 }) : content
    const fields = {
      flags: entry.flags ?? 0x800,
      method,
      crc: entry.claims?.crc ?? crc32(content),
      packed: entry.claims?.packedSize ?? data.length,
      size: entry.claims?.size ?? content.length,
    }
    const offset = entry.sameDataAs === undefined ? at : (offsets[entry.sameDataAs] ?? 0)
    offsets.push(offset)
    central.push(header(0x02014b50, fields, name, offset, entry.mode ?? 0))
    if (entry.sameDataAs !== undefined) continue
    const local = Buffer.concat([header(0x04034b50, fields, name, 0, 0), data])
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

interface Fields {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

function header(
  signature: number,
  { flags, method, crc, packed, size }: Fields,
  name: Buffer,
  offset: number,
  mode: number,
): Buffer {
  const isCentral = signature === 0x02014b50
  const head = Buffer.alloc(isCentral ? 46 : 30)
  head.writeUInt32LE(signature, 0)
  let at = 4
  const put16 = (value: number): void => void (at = head.writeUInt16LE(value, at))
  const put32 = (value: number): void => void (at = head.writeUInt32LE(value, at))
  if (isCentral) put16((3 << 8) | 20)
  put16(20)
  put16(flags)
  put16(method)
  put32(0)
  put32(crc)
  put32(packed)
  put32(size)
  put16(name.length)
  put16(0)
  if (isCentral) {
    put16(0)
    put16(0)
    put16(0)
    put32((mode << 16) >>> 0)
    put32(offset)
  }
  return Buffer.concat([head, name])
}
