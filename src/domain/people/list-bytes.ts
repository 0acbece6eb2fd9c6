/** From a file's bytes to text: marks are read, UTF-16 is seen, and where letters could be read in two ways nobody guesses. */

export const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'macintosh',
] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface Reading {
  readonly encoding: Encoding
  /** The first lines that this reading shows otherwise than the others. */
  readonly sample: readonly string[]
}

export type ReadBytes =
  | { readonly kind: 'text'; readonly text: string }
  /** Likeliest first. */
  | { readonly kind: 'asked'; readonly readings: readonly Reading[] }
  /** A workbook, a PDF, a picture. */
  | { readonly kind: 'not-text' }

/** @param chosen what somebody answered to `asked` */
export function readBytes(bytes: Uint8Array, chosen?: Encoding): ReadBytes {
  const known = isWorkbook(bytes) ? null : encodingOf(bytes)
  if (known === null) return { kind: 'not-text' }
  if (known !== 'unknown') return { kind: 'text', text: decode(bytes, known) }
  if (chosen) return { kind: 'text', text: decode(bytes, chosen) }
  const readings = readingsOf(bytes)
  const [only] = readings
  if (only && readings.length === 1) return { kind: 'text', text: decode(bytes, only.encoding) }
  return { kind: 'asked', readings }
}

/** Zip (xlsx, ods, numbers), old Excel, PDF: by what they begin with, whatever they are called. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  ['504b0304', 'd0cf11e0', '25504446'].includes(hex(bytes.subarray(0, 4)))

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Null: no text at all. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'unknown' | null {
  const mark = hex(bytes.subarray(0, 2))
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  if (bytes.includes(0)) return zeros(bytes)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'unknown'
  }
}

/** Every other byte of plain letters in UTF-16 is a zero. */
function zeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const count = [0, 0]
  bytes.forEach((byte, at) => byte === 0 && (count[at % 2] = (count[at % 2] ?? 0) + 1))
  const [even = 0, odd = 0] = count
  const half = bytes.length / 2
  if (odd > half / 2 && even < half / 20) return 'utf-16le'
  if (even > half / 2 && odd < half / 20) return 'utf-16be'
  return null
}

const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes)

/** One reading for each way in which the names come out, without those in which they could be nobody's. */
function readingsOf(bytes: Uint8Array): Reading[] {
  const all = ENCODINGS.map((encoding) => ({ encoding, text: decode(bytes, encoding) })).filter(
    ({ text }, at, list) => list.findIndex((one) => one.text === text) === at,
  )
  const likely = all.filter(({ text }) => couldBeNames(text))
  return (likely.length ? likely : all).map(({ encoding, text }) => ({
    encoding,
    sample: text
      .split(/\r\n?|\n/)
      // eslint-disable-next-line no-control-regex -- plain letters look the same in all of them
      .filter((line) => /[^\u0000-\u007f]/.test(line))
      .slice(0, 4)
      .map((line) => line.slice(0, 100)),
  }))
}

/** No sign (£, ¿, †) and no capital amid a word, no character that no keyboard makes. */
const couldBeNames = (text: string): boolean =>
  !/[\u0080-\u009f]|\p{L}[¡-¿×÷†‡•‰‹›€™†°¢£§¶∞±≤≥¥µ∂∑∏π∫Ω√ƒ≈∆◊]|[¡-¿×÷†‡•‰‹›€™†°¢£§¶∞±≤≥¥µ∂∑∏∫√ƒ≈∆◊]\p{L}|\p{Ll}(?![A-Z])\p{Lu}/u.test(
    text.replace(/[ªº’‘“”«»–—]/g, ' '),
  )
