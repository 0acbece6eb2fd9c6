/** The same files make the same bytes: names sorted, one fixed date, no platform in the headers. */
import { zipSync, type Zippable } from 'fflate'

/** Contents by path below the package's root, with forward slashes. */
export type Files = ReadonlyMap<string, Uint8Array>

export function zipOf(files: Files): Uint8Array {
  // Local time, since fflate writes the local clock: these bytes are the same in every time zone.
  const mtime = new Date(2020, 0, 1, 12, 0, 0)
  const entries: Zippable = {}
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name)
    if (content) entries[name] = [content, { level: isPacked(name) ? 0 : 9, mtime, os: 0 }]
  }
  return withUtf8Flag(zipSync(entries))
}

const isPacked = (name: string): boolean => name.endsWith('.woff2')

const END = 0x06054b50
const CENTRAL = 0x02014b50
const UTF8 = 0x0800

/** Sets bit 11 of the flags in each header; fflate does so only for names that are not ASCII. */
function withUtf8Flag(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - 22
  if (view.getUint32(end, true) !== END) throw new Error('The archive does not end as expected.')
  let at = view.getUint32(end + 16, true)
  while (view.getUint32(at, true) === CENTRAL) {
    const local = view.getUint32(at + 42, true)
    view.setUint16(at + 8, view.getUint16(at + 8, true) | UTF8, true)
    view.setUint16(local + 6, view.getUint16(local + 6, true) | UTF8, true)
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return zip
}
