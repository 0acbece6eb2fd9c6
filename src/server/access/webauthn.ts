/** The one place that knows @simplewebauthn/server: what a browser is asked, and whether what it answers is right. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { COSEALG, decodeAttestationObject, isoCBOR } from '@simplewebauthn/server/helpers'
import type { PasskeyRow } from '#db/passkeys.ts'
import type { Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import type { MadeAnswer, UsedAnswer } from './passkey-answer.ts'
import { CHALLENGE_MS } from './passkey-challenge.ts'

interface Site {
  /** What passkeys are bound to: the host that people know us by. */
  readonly rpID: string
  readonly origin: string
}

/** Null where no browser makes passkeys: over plain http, or at a number in the place of a name. */
export function passkeySite(origin = settings().origin): Site | null {
  const { hostname, protocol } = new URL(origin)
  const isNumber = /^[\d.]+$|^\[/.test(hostname)
  const isLocal = /^(.+\.)?localhost$/.test(hostname)
  return isNumber || (protocol !== 'https:' && !isLocal) ? null : { rpID: hostname, origin }
}

/** What every device can: the library would ask Node first for kinds that it holds for an experiment. */
const KEYS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256]

type Known = Pick<PasskeyRow, 'id' | 'transports'>

/** @param allowed only these; null: any that the device has for us */
export const askToUse = ({ rpID }: Site, challenge: Uint8Array, allowed: readonly Known[] | null) =>
  generateAuthenticationOptions({
    rpID,
    challenge: Uint8Array.from(challenge),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    ...(allowed ? { allowCredentials: allowed.map(known) } : {}),
  })

/** @param has what its person has already: no device makes a second one */
export const askToMake = (
  { rpID }: Site,
  challenge: Uint8Array,
  person: Person,
  has: readonly Known[],
) =>
  generateRegistrationOptions({
    rpName: 'Alongside',
    rpID,
    challenge: Uint8Array.from(challenge),
    timeout: CHALLENGE_MS,
    userID: new TextEncoder().encode(person.id),
    userName: person.signInName,
    userDisplayName: person.name,
    attestationType: 'none',
    supportedAlgorithmIDs: KEYS,
    // It signs in without a name being typed, and only after the device has seen who holds it.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: has.map(known),
  })

/** @returns how often it was used, as it says; null where anything is not right */
export async function counterOf(
  { rpID, origin }: Site,
  answer: UsedAnswer,
  passkey: PasskeyRow,
  challenge: string,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: passkey.id,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    // The library throws whatever is wrong with what a stranger sent.
    return null
  }
}

export type MadePasskey = Pick<PasskeyRow, 'id' | 'publicKey' | 'counter' | 'transports'>

export async function passkeyIn(
  { rpID, origin }: Site,
  answer: MadeAnswer,
  challenge: string,
): Promise<MadePasskey | null> {
  try {
    const { response } = answer
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...answer,
        clientExtensionResults: {},
        response: {
          clientDataJSON: response.clientDataJSON,
          attestationObject: withoutAttestation(response.attestationObject),
        },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      supportedAlgorithmIDs: KEYS,
      requireUserVerification: true,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return {
      id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: response.transports.join(),
    }
  } catch {
    return null
  }
}

/**
 * Who made the device is not asked for; where a browser says it all the same, it is left out, as browsers should. The
 * library would check it, and fetch lists of revoked certificates from addresses that a stranger wrote into it.
 */
function withoutAttestation(attestationObject: string): string {
  const bytes = Uint8Array.from(Buffer.from(attestationObject, 'base64url'))
  const authData = decodeAttestationObject(bytes).get('authData')
  const none = new Map<string, Cbor>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ])
  return Buffer.from(isoCBOR.encode(none)).toString('base64url')
}

type Cbor = Parameters<typeof isoCBOR.encode>[0]

const known = ({ id, transports }: Known) => ({
  id,
  transports: transports.split(',').filter(Boolean),
})
