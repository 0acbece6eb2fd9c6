/**
 * The one reader of a stranger's archive (R26): the command line and the import go through here.
 * Reads only the central directory, then each file once, counting; it never trusts a declared size.
 */
import { openSync, closeSync, fstatSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { fromFd, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl'
import { clashes, isLeftover, nameFinding } from './entry-names.ts'
import { finding, type Finding } from '#domain/packages/finding.ts'
import { LIMITS } from './limits.ts'

export interface ArchiveFile {
  /** Path below the root, forward slashes. */
  readonly name: string
  /** As declared, in bytes. */
  readonly size: number
  readonly packedSize: number
  readonly crc32: number
  open(): Promise<Readable>
}

export interface Archive {
  /** Bytes of the archive itself. */
  readonly size: number
  /** Without folders and without what a Mac added. */
  readonly files: readonly ArchiveFile[]
  readonly notes: readonly Finding[]
  close(): void
}

export type OpenedArchive =
  | { readonly kind: 'open'; readonly archive: Archive }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }

const refused = (...findings: Finding[]): OpenedArchive => ({ kind: 'refused', findings })

/** Nothing is unpacked yet. @throws Error when the file itself cannot be read */
export async function openArchive(path: string): Promise<OpenedArchive> {
  const fd = openSync(path, 'r')
  let kept = false
  try {
    const { size } = fstatSync(fd)
    if (size > LIMITS.zipped) return refused(finding('archive-size', '', size))
    const zip = await openZip(fd)
    if (!zip) return refused(finding(beginsLikeZip(fd) ? 'truncated' : 'not-a-zip'))
    if (zip.entryCount > LIMITS.files * 2)
      return refused(finding('too-many-files', '', zip.entryCount))
    const entries = await listEntries(zip)
    if ('rule' in entries) return refused(entries)
    const found = [...entries.flatMap(({ name, entry }) => entryFinding(name, entry))]
    const files = entries.filter(({ name }) => !name.endsWith('/') && !isLeftover(name))
    if (found.length === 0) found.push(...clashes(files.map(({ name }) => name)))
    if (found.length === 0) found.push(...sizeFindings(size, files))
    if (found.length) return refused(...found)
    kept = true
    return {
      kind: 'open',
      archive: {
        size,
        files: files.map(({ name, entry }) => ({
          name,
          size: entry.uncompressedSize,
          packedSize: entry.compressedSize,
          crc32: entry.crc32,
          open: () => openEntry(zip, entry),
        })),
        notes: [
          ...(entries.some(({ name }) => isLeftover(name)) ? [finding('mac-leftovers')] : []),
          ...(entries.some(({ turned }) => turned) ? [finding('name-backslash')] : []),
        ],
        close: () => closeSync(fd),
      },
    }
  } finally {
    if (!kept) closeSync(fd)
  }
}

/** Null for what is no zip, or whose end is missing. */
const openZip = (fd: number): Promise<ZipFile | null> =>
  new Promise((resolve) =>
    fromFd(
      fd,
      { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true },
      (error, zip) => resolve(error ? null : zip),
    ),
  )

function beginsLikeZip(fd: number): boolean {
  const start = Buffer.alloc(4)
  readSync(fd, start, 0, 4, 0)
  return start.equals(Buffer.from([0x50, 0x4b, 3, 4]))
}

interface Named {
  readonly name: string
  /** Whether it came with backslashes, as some programs on Windows write it. */
  readonly turned: boolean
  readonly entry: Entry
}

function listEntries(zip: ZipFile): Promise<Named[] | Finding> {
  return new Promise((resolve) => {
    const entries: Named[] = []
    let files = 0
    zip.on('error', (error: Error) => resolve(finding('damaged', '', error.message)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      const written = nameOf(entry)
      const name = written.replaceAll('\\', '/')
      if (!name.endsWith('/')) files++
      if (files > LIMITS.files) return resolve(finding('too-many-files', '', zip.entryCount))
      entries.push({ name, turned: name !== written, entry })
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Many programs write UTF-8 without saying so; what is none is read as the standard says. */
function nameOf(entry: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw)
  } catch {
    return getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      true,
    )
  }
}

const TYPE = 0o170000
const FILE_TYPES: readonly number[] = [0, 0o100000, 0o040000]

function entryFinding(name: string, entry: Entry): Finding[] {
  const wrongName = nameFinding(name)
  if (wrongName) return [wrongName]
  if (!FILE_TYPES.includes((entry.externalFileAttributes >>> 16) & TYPE))
    return [finding('link', name)]
  if (entry.isEncrypted()) return [finding('encrypted', name)]
  return entry.compressionMethod === 0 || entry.compressionMethod === 8
    ? []
    : [finding('method', name, entry.compressionMethod)]
}

/** What the archive says of itself; `unpack` counts what really comes. */
function sizeFindings(size: number, files: readonly Named[]): Finding[] {
  const total = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  const packed = files.reduce((sum, { entry }) => sum + entry.compressedSize, 0)
  const dense = files.filter(({ entry }) => isBomb(entry.uncompressedSize, entry.compressedSize))
  return [
    ...(total > LIMITS.unpacked ? [finding('unpacked-size', '', total)] : []),
    // Files that lie upon each other: the same bytes unpacked again and again.
    ...(packed > size ? [finding('ratio', '', 'overlap')] : []),
    ...(isBomb(total, size) ? [finding('ratio', '', Math.round(total / size))] : []),
    ...dense.map(({ name }) => finding('ratio', name)),
  ]
}

/** @param unpacked what came so far */
export const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > LIMITS.smallFile && unpacked > LIMITS.ratio * packed

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  )
