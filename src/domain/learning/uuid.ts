/**
 * A UUIDv7 (RFC 9562): 48 bits of time, then chance.
 * @param now milliseconds since 1970
 * @param random 10 random bytes
 */
export function uuidV7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let index = 0; index < 6; index++)
    bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && UUID.test(value)

/** When a UUIDv7 was made, milliseconds since 1970 by the clock of its device. */
export const timeOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

/** No id that was made then or later sorts before it. @param time milliseconds since 1970 */
export const idBefore = (time: number): string =>
  uuidV7(Math.max(0, time), new Uint8Array(10)).slice(0, 13)
