/**
 * Private words on a device: whoever is at it may close them, by the public key of their person; only a session of that
 * person is handed the private half (server/forms/device-pair.ts). A fresh key pair for each, P-256, HKDF, AES-256-GCM.
 * Only where the page came over https, or from this computer: elsewhere it throws.
 */

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
/** Bytes of a raw public key, and of a nonce. */
const POINT = 65
const NONCE = 12

/**
 * @param publicKey raw, base64
 * @param about belongs to it, and is not secret: what was sealed for one thing opens as no other
 */
export async function seal(publicKey: string, text: string, about: string): Promise<string> {
  const theirs = await crypto.subtle.importKey('raw', bytesOf(publicKey), CURVE, false, [])
  const once = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey))
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const key = await keyBetween(once.privateKey, theirs, point, 'encrypt')
  const closed = await crypto.subtle.encrypt(how(iv, about), key, new TextEncoder().encode(text))
  return textOf(Uint8Array.from([...point, ...iv, ...new Uint8Array(closed)]))
}

/** Throws for what was not sealed for this key, about this, or was changed. */
export async function unseal(
  privateKey: CryptoKey,
  sealed: string,
  about: string,
): Promise<string> {
  const all = bytesOf(sealed)
  const point = all.slice(0, POINT)
  const iv = all.slice(POINT, POINT + NONCE)
  const theirs = await crypto.subtle.importKey('raw', point, CURVE, false, [])
  const key = await keyBetween(privateKey, theirs, point, 'decrypt')
  const opened = await crypto.subtle.decrypt(how(iv, about), key, all.slice(POINT + NONCE))
  return new TextDecoder().decode(opened)
}

/** As the server hands them out. @param privateKey base64 */
export const privateKeyOf = (publicKey: string, privateKey: string): Promise<CryptoKey> => {
  const point = bytesOf(publicKey)
  const part = (bytes: Uint8Array): string =>
    textOf(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  const jwk = {
    kty: 'EC',
    crv: CURVE.namedCurve,
    x: part(point.slice(1, 33)),
    y: part(point.slice(33)),
    d: part(bytesOf(privateKey)),
  }
  return crypto.subtle.importKey('jwk', jwk, CURVE, false, ['deriveBits'])
}

async function keyBetween(
  mine: CryptoKey,
  theirs: CryptoKey,
  point: Uint8Array<ArrayBuffer>,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256)
  const from = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const words = { name: 'HKDF', hash: 'SHA-256', salt: point, info: new Uint8Array() }
  return crypto.subtle.deriveKey(words, from, { name: 'AES-GCM', length: 256 }, false, [use])
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
