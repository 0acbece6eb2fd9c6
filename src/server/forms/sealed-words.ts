/**
 * What somebody typed, locked so that it can wait in a page or on a device until that person signs in:
 * nobody else can read it, change it, or send it from another page (docs/decisions/unsent.md).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { isUuid } from '#domain/learning/uuid.ts'
import { OWNER_FIELD, ownerOfSealed, SEALED_FIELD } from '#domain/people/form-owner.ts'
import type { Form } from './read-form.ts'
import { serverKey } from '#server/access/server-key.ts'
import type { NoEntryByCode } from '#server/access/open-by-code.ts'
import type { NoEntry } from '#server/access/sign-in.ts'

const WEEK = 7 * 86_400_000
const ALGORITHM = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
const LENGTHS = { authTagLength: TAG }
/** Of a form as it was sent: the front door takes 1,000,000 bytes. */
const MOST = 4_000_000
const pack = promisify(deflateRaw)
const unpack = promisify(inflateRaw)

/** Fields that belong to the sending, or that never leave the person. */
const NOT_THEIRS = new RegExp(
  `^(${OWNER_FIELD}|${SEALED_FIELD}|switch-language|again-.*|factor|passkey)$|password`,
  'i',
)

/** Fields that a button brings along: they alone are nothing that somebody wrote. */
const OF_A_BUTTON = /^(act|do|record|id|run|step|turn|attempt|to|language)$/

export const hasWords = (form: Form): boolean =>
  [...form.keys()].some((name) => !NOT_THEIRS.test(name) && !OF_A_BUTTON.test(name))

export interface SealedFor {
  /** Person id. */
  readonly owner: string
  /** Path and query of the page that takes the form. */
  readonly path: string
}

/** A form that its own person has not sent yet, and who tried to sign in for it. */
export interface Waiting {
  /** As `sealWords` made it; '' where nothing is kept. */
  readonly sealed: string
  /** What was typed as sign-in name, or as code, and what became of it. */
  readonly name: string
  readonly code: string
  readonly problem:
    | { readonly by: 'name'; readonly answer: NoEntry }
    | { readonly by: 'code'; readonly answer: NoEntryByCode }
    | {
        readonly by: 'step'
        readonly field: string
        readonly words: string
        readonly status: number
      }
    | null
}

/** @returns '' where there is nothing to keep, or nobody to keep it for */
export async function sealWords(
  { owner, path }: SealedFor,
  form: Form,
  now: number,
): Promise<string> {
  const theirs = [...form].filter(([name]) => !NOT_THEIRS.test(name))
  if (!isUuid(owner) || theirs.length === 0) return ''
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, await serverKey('sealed-words', now), nonce, LENGTHS)
  cipher.setAAD(boundTo({ owner, path }))
  const packed = await pack(JSON.stringify({ at: now, form: theirs }))
  const locked = Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()])
  return `${owner}.${locked.toString('base64url')}`
}

/** @returns null for somebody else's, another page's, changed ones, and those older than a week */
export async function openSealed(
  sealed: string,
  { owner, path }: SealedFor,
  now: number,
): Promise<Form | null> {
  if (ownerOfSealed(sealed) !== owner) return null
  const locked = Buffer.from(sealed.split('.')[1] ?? '', 'base64url')
  if (locked.length < NONCE + TAG) return null
  try {
    const key = await serverKey('sealed-words', now)
    const decipher = createDecipheriv(ALGORITHM, key, locked.subarray(0, NONCE), LENGTHS)
    decipher.setAAD(boundTo({ owner, path }))
    decipher.setAuthTag(locked.subarray(-TAG))
    const packed = Buffer.concat([decipher.update(locked.subarray(NONCE, -TAG)), decipher.final()])
    const { at, form } = JSON.parse(
      (await unpack(packed, { maxOutputLength: MOST })).toString(),
    ) as { at: number; form: [string, string[]][] }
    return at > now - WEEK ? new Map(form) : null
  } catch {
    return null
  }
}

const boundTo = ({ owner, path }: SealedFor): Buffer => Buffer.from(JSON.stringify([owner, path]))
