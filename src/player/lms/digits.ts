/** Numbers and fixed-length keys as text, made of the 64 digits of short keys. */
import { DIGITS, KEY_LENGTH } from '#domain/course/short-keys.ts'

/** 5 bits a character, lowest first; the sixth bit says that more follow. @param value whole, 0 or more */
export function numberText(value: number): string {
  let rest = Math.max(0, Math.floor(value))
  let text = ''
  while (rest > 31) {
    text += DIGITS.charAt(32 + (rest % 32))
    rest = Math.floor(rest / 32)
  }
  return text + DIGITS.charAt(rest)
}

/** One character. @param bits 0 to 63 */
export const bitsText = (bits: number): string => DIGITS.charAt(bits & 63)

/** The text ended early, or has a character that is no digit. */
export class Unreadable extends Error {}

export interface TextReader {
  key(): string
  bits(): number
  number(): number
  done(): boolean
}

/** Every method throws `Unreadable`. */
export function readerOf(text: string): TextReader {
  let at = 0
  const bits = (): number => {
    const value = at < text.length ? DIGITS.indexOf(text.charAt(at++)) : -1
    if (value < 0) throw new Unreadable(text)
    return value
  }
  return {
    bits,
    key: () => {
      const key = text.slice(at, at + KEY_LENGTH)
      if (key.length < KEY_LENGTH) throw new Unreadable(text)
      at += KEY_LENGTH
      return key
    },
    number: () => {
      let value = 0
      for (let factor = 1; ; factor *= 32) {
        const digit = bits()
        value += (digit % 32) * factor
        if (digit < 32) return value
        if (factor > 2 ** 25) throw new Unreadable(text)
      }
    },
    done: () => at >= text.length,
  }
}
