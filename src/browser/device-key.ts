/** The key that locks what its person typed on this device. It stays in this page's memory and lies nowhere. */

export type DeviceKey =
  | { readonly kind: 'key'; readonly key: CryptoKey }
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
  const answer = (await response.json()) as { person?: unknown; key?: unknown }
  if (answer.person !== person) throw new Error('Somebody else is signed in here.')
  if (typeof answer.key !== 'string') return { kind: 'none' }
  const raw = bytesOf(answer.key)
  return {
    kind: 'key',
    key: await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
  }
}

const NONCE = 12

/** @param about belongs to it, and is not secret: what was locked for one place opens in no other */
export async function lock(key: CryptoKey, text: string, about: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const locked = await crypto.subtle.encrypt(how(iv, about), key, new TextEncoder().encode(text))
  return textOf(iv) + textOf(new Uint8Array(locked))
}

/** Throws for what this key did not lock, or what was changed. */
export async function unlock(key: CryptoKey, locked: string, about: string): Promise<string> {
  const start = (NONCE / 3) * 4
  const iv = bytesOf(locked.slice(0, start))
  const opened = await crypto.subtle.decrypt(how(iv, about), key, bytesOf(locked.slice(start)))
  return new TextDecoder().decode(opened)
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
