/** The key that locks what its person typed on this device. It stays in this page's memory and lies nowhere. */

export type DeviceKey =
  | {
      readonly kind: 'key'
      readonly key: CryptoKey
      /** Of sessions before, which a code of staff opened (server/forms/handed-keys.ts). */
      readonly earlier: readonly CryptoKey[]
      /** This one is such a session: what it cannot read is of before, and stays. */
      readonly isHeld: boolean
    }
  /** A computer that others use, or a browser that locks nothing. */
  | { readonly kind: 'none' }

let known: Promise<DeviceKey> | null = null

/** @returns null where nobody could be asked now; it may be asked again */
export async function deviceKey(person: string): Promise<DeviceKey | null> {
  known ??= ask(person)
  try {
    return await known
  } catch {
    known = null
    return null
  }
}

async function ask(person: string): Promise<DeviceKey> {
  // Only pages that came over https, or from this computer, have it.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return { kind: 'none' }
  const response = await fetch('/api/device-key', {
    cache: 'no-store',
    signal: AbortSignal.timeout(8_000),
  })
  const { person: whose, key, earlier, held } = (await response.json()) as Partial<Handed>
  if (whose !== person) throw new Error('Somebody else is signed in here.')
  if (typeof key !== 'string') return { kind: 'none' }
  const made = (raw: string): Promise<CryptoKey> =>
    subtle.importKey('raw', bytesOf(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
  return {
    kind: 'key',
    key: await made(key),
    earlier: await Promise.all((earlier ?? []).map((one) => made(one.key))),
    isHeld: held === true,
  }
}

/** As /api/device-key gives it. */
interface Handed {
  readonly person: string
  readonly key: string | null
  readonly earlier: readonly { readonly key: string }[]
  readonly held: boolean
}

const NONCE = 12

/** @param about belongs to it, and is not secret: what was locked for one place opens in no other */
export async function lock(key: CryptoKey, text: string, about: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const locked = await crypto.subtle.encrypt(how(iv, about), key, new TextEncoder().encode(text))
  return textOf(iv) + textOf(new Uint8Array(locked))
}

/** Throws for what none of these keys locked, or what was changed. */
export async function unlock(
  { key, earlier }: Extract<DeviceKey, { kind: 'key' }>,
  locked: string,
  about: string,
): Promise<string> {
  const start = (NONCE / 3) * 4
  const iv = bytesOf(locked.slice(0, start))
  const open = (one: CryptoKey): Promise<ArrayBuffer> =>
    crypto.subtle.decrypt(how(iv, about), one, bytesOf(locked.slice(start)))
  return new TextDecoder().decode(await Promise.any([key, ...earlier].map(open)))
}

const how = (iv: Uint8Array<ArrayBuffer>, about: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(about),
})

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

const textOf = (bytes: Uint8Array): string =>
  btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
