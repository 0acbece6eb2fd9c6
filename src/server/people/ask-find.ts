/**
 * What a coordinator looks for is a name, a number, an address: it stands in no address of a page and in no log. It is sent
 * like any form, and what the page's address holds is locked: only whoever asked can open it, for the day they work.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { FIND_LENGTH } from '#domain/people/find.ts'
import { mayFind, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { serverKey } from '#server/access/server-key.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
const LENGTHS = { authTagLength: TAG }
/** No session of staff lasts longer. */
const HOLDS = 12 * 3_600_000

export type AskFindOutcome = { readonly kind: 'asked'; readonly locked: string } | NotAllowed

/** `locked` is '' where nothing was typed. */
export async function askFind(by: Person, typed: string, now: number): Promise<AskFindOutcome> {
  if (!mayFind(by)) return NOT_ALLOWED
  if (!typed.trim()) return { kind: 'asked', locked: '' }
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, await serverKey('find', now), nonce, LENGTHS)
  cipher.setAAD(Buffer.from(by.id))
  const words = JSON.stringify([now, typed.trim().slice(0, FIND_LENGTH)])
  const locked = [nonce, cipher.update(words), cipher.final(), cipher.getAuthTag()]
  return { kind: 'asked', locked: Buffer.concat(locked).toString('base64url') }
}

/** '' for somebody else's, for one that was changed, and for yesterday's. */
export async function openFind(by: Person, locked: string, now: number): Promise<string> {
  const bytes = Buffer.from(locked.slice(0, 2000), 'base64url')
  if (bytes.length < NONCE + TAG) return ''
  try {
    const key = await serverKey('find', now)
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), LENGTHS)
    decipher.setAAD(Buffer.from(by.id))
    decipher.setAuthTag(bytes.subarray(-TAG))
    const words = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
    const [at, typed] = JSON.parse(words.toString()) as [number, string]
    return at > now - HOLDS ? typed : ''
  } catch {
    return ''
  }
}
