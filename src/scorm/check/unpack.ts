/** Reads every file of an archive once, counting what really comes, into a folder or into nothing. */
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { isBomb, type Archive, type ArchiveFile } from './archive.ts'
import { finding, type Finding } from '#domain/packages/finding.ts'
import { LIMITS } from './limits.ts'

class Refused extends Error {
  readonly found: Finding
  constructor(found: Finding) {
    super(found.rule)
    this.found = found
  }
}

/**
 * @param folder that exists and is empty; null only counts and checks
 * @returns what is wrong, or null. Who called removes the folder then.
 */
export async function unpack(archive: Archive, folder: string | null): Promise<Finding | null> {
  let total = 0
  const take = (bytes: number): void => {
    total += bytes
    if (total > LIMITS.unpacked) throw new Refused(finding('unpacked-size', '', total))
    if (isBomb(total, archive.size)) throw new Refused(finding('ratio'))
  }
  for (const file of archive.files)
    try {
      await copy(file, folder === null ? nowhere() : writeTo(folder, file.name), take)
    } catch (error) {
      if (error instanceof Refused) return error.found
      if (isOurDisk(error)) throw error
      return finding('damaged', file.name, error instanceof Error ? error.message : '')
    }
  return null
}

async function copy(
  file: ArchiveFile,
  target: Writable,
  take: (bytes: number) => void,
): Promise<void> {
  let size = 0
  let sum = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        size += chunk.length
        sum = crc32(chunk, sum)
        if (isBomb(size, file.packedSize)) throw new Refused(finding('ratio', file.name))
        take(chunk.length)
        done(null, chunk)
      } catch (error) {
        done(error as Error)
      }
    },
  })
  await pipeline(await file.open(), count, target)
  if (sum !== file.crc32) throw new Refused(finding('damaged', file.name, 'CRC-32'))
}

const nowhere = (): Writable => new Writable({ write: (_chunk: Buffer, _encoding, done) => done() })

function writeTo(folder: string, name: string): Writable {
  const target = path.resolve(folder, name)
  // The names were checked; this line is here so that a mistake there stays inside as well.
  if (!target.startsWith(path.resolve(folder) + path.sep))
    throw new Refused(finding('name-outside', name))
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
  return createWriteStream(target, { flags: 'wx', mode: 0o600 })
}

/** Not the archive's fault: no room, no rights. */
const isOurDisk = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|EIO)$/.test(String(error.code))

/** One file whole. @param most bytes @returns null where it has more, or is damaged */
export async function readWhole(file: ArchiveFile, most: number): Promise<Buffer | null> {
  if (file.size > most) return null
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of await file.open()) {
      size += (chunk as Buffer).length
      if (size > most) return null
      chunks.push(chunk as Buffer)
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}
