/** One part of a file, as a browser asks for it while it plays a clip (RFC 9110, section 14). */

export type ByteRange =
  /** The whole file: nothing was asked, or something that we do not read, which a server may pass over. */
  | { readonly kind: 'whole' }
  /** First and last byte, both included. */
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  /** Nothing of the file lies there. */
  | { readonly kind: 'outside' }

/** @param size of the file in bytes */
export function byteRange(asked: string | undefined, size: number): ByteRange {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return { kind: 'whole' }
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0
      ? { kind: 'outside' }
      : { kind: 'part', first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = Math.min(to === '' ? size - 1 : Number(to), size - 1)
  if (to !== '' && Number(to) < first) return { kind: 'whole' }
  return first >= size ? { kind: 'outside' } : { kind: 'part', first, last }
}
