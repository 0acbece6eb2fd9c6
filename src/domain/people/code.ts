/** Codes that people type from paper: 12 signs in groups of 4, without the look-alikes 0, O, 1 and I (60 bits). */

const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/** @param bytes at least 12 random ones @returns 12 signs without hyphens */
export const codeFrom = (bytes: Uint8Array): string =>
  [...bytes.slice(0, LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('')

/** `ABCD-EFGH-JKLM` */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-')

/** What was typed or stood in an address, as the code that it means; null for anything else. */
export function readCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s\-–—.]/g, '')
  return plain.length === LENGTH && [...plain].every((sign) => SIGNS.includes(sign)) ? plain : null
}

/** What somebody may have seen who typed a sign that no code has. */
const SEEN_AS: Readonly<Record<string, string>> = { '0': 'DQ', O: 'DQ', '1': 'LJ', I: 'LJ' }
const MOST_READINGS = 16

/** All codes that may be meant: one, or several where a look-alike was typed; none for anything else. */
export function readingsOf(typed: string): readonly string[] {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—_.,:/'"|]/g, '')
  if (plain.length !== LENGTH) return []
  const readings = [...plain].reduce<readonly string[]>(
    (begun, sign) =>
      begun.flatMap((start) =>
        [...(SIGNS.includes(sign) ? sign : (SEEN_AS[sign] ?? ''))].map((one) => start + one),
      ),
    [''],
  )
  return readings.length > MOST_READINGS ? [] : readings
}
