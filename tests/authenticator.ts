/** A phone that makes and shows passkeys, right or wrong as a test wants it. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What the platform hands to a browser. */
export interface Asked {
  readonly challenge: string
  /** Where a passkey is made. */
  readonly user?: { readonly id: string }
}

/** What is otherwise than it should be. */
interface Wrong {
  readonly challenge?: string
  readonly origin?: string
  readonly rpId?: string
  /** Base64url. */
  readonly userHandle?: string
  /** The phone did not ask for a finger, a face or a PIN. */
  readonly unverified?: boolean
  readonly counter?: number
  readonly type?: string
  /** Signed by another key. */
  readonly key?: KeyObject
}

export interface Phone {
  readonly id: string
  readonly key: KeyObject
  /** @returns the form's field */
  make(asked: Asked, wrong?: Wrong): string
  use(asked: Asked, wrong?: Wrong): string
}

type Cbor = Parameters<typeof isoCBOR.encode>[0]

/** @param origin of the platform */
export function newPhone(origin: string): Phone {
  const id = randomBytes(16)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  let counter = 0
  let user = ''
  const clientData = (type: string, challenge: string, wrong: Wrong): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (wrong: Wrong, made = Buffer.alloc(0)): Buffer => {
    const flags = 1 | (wrong.unverified ? 0 : 4) | (made.length ? 64 : 0)
    const head = Buffer.alloc(5)
    head.writeUInt8(flags)
    head.writeUInt32BE(wrong.counter ?? counter, 1)
    return Buffer.concat([sha256(wrong.rpId ?? new URL(origin).hostname), head, made])
  }
  return {
    id: id.toString('base64url'),
    key: privateKey,
    make(asked, wrong = {}) {
      user = asked.user?.id ?? ''
      const cose = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
        [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const made = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
      const object = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(authData(wrong, made))],
      ])
      return answer(id, {
        clientDataJSON: clientData('webauthn.create', asked.challenge, wrong),
        attestationObject: Buffer.from(isoCBOR.encode(object)),
        transports: ['internal'],
      })
    },
    use(asked, wrong = {}) {
      counter = wrong.counter ?? counter + 1
      const clientDataJSON = clientData('webauthn.get', asked.challenge, wrong)
      const authenticatorData = authData({ ...wrong, counter })
      const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)])
      return answer(id, {
        clientDataJSON,
        authenticatorData,
        signature: sign('sha256', signed, wrong.key ?? privateKey),
        userHandle: Buffer.from(wrong.userHandle ?? user, 'base64url'),
      })
    },
  }
}

const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest()

const answer = (
  id: Buffer,
  response: Readonly<Record<string, Buffer | readonly string[]>>,
): string =>
  JSON.stringify({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    response: Object.fromEntries(
      Object.entries(response).map(([name, value]) => [
        name,
        value instanceof Buffer ? value.toString('base64url') : value,
      ]),
    ),
  })

/** How a device knows a person, as the platform hands it over. */
export const handleOf = (person: string): string => Buffer.from(person).toString('base64url')
