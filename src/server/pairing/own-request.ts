/** Whoever asked comes back by the code of the request, and does with it what is theirs to do. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { read, write } from '#db/client.ts'
import { deleteRequestContact, putRequestContact } from '#db/request-contacts.ts'
import { eraseRequest, findRequestAmong, ownRequestQuery, type SeenRequest } from '#db/requests.ts'
import {
  problemsWithContact,
  type ContactForm,
  type ContactProblem,
} from '#domain/pairing/request.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { readingsOf } from '#domain/people/code.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { serverKey } from '#server/access/server-key.ts'
import { releaseTry, reserveCode, type Whence } from '#server/access/throttle.ts'
import { audited } from '#server/trail/audited.ts'
import { saveVersion, type CorrectedAnswers, type CorrectRequest } from './correct-request.ts'
import { writeConsent } from './consent-of-request.ts'
import { writeEnd } from './end-request.ts'

/** How long the page stays open for whoever typed the code. */
export const OPEN_MINUTES = 30

export type OpenedRequest =
  /** `pass`: for this browser, until OPEN_MINUTES are over. */
  | { readonly kind: 'open'; readonly pass: string; readonly programme: string }
  /** Malformed and unknown codes are answered alike. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many'; readonly minutes: number }

export async function openRequest(
  typed: string,
  whence: Whence,
  now: number,
): Promise<OpenedRequest> {
  const readings = readingsOf(typed)
  const tries = await reserveCode(
    whence,
    hashOfSecret(`request ${readings[0] ?? ''}`),
    now,
    'request-codes',
  )
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const request = await findRequestAmong(readings.map(hashOfSecret))
  if (!request) return { kind: 'unknown' }
  await releaseTry(tries)
  const pass = `${request.id}.${now + OPEN_MINUTES * 60_000}`
  return { kind: 'open', pass: `${pass}.${await sealOf(pass, now)}`, programme: request.programme }
}

/** Null once the pass is over, and for one that we did not make. */
export async function findOwnRequest(pass: string, now: number): Promise<SeenRequest | null> {
  const [id = '', until = '', seal = ''] = pass.split('.')
  if (!isUuid(id) || !/^\d{1,15}$/.test(until) || Number(until) <= now) return null
  const [made, given] = [await sealOf(`${id}.${until}`, now), seal].map((one) => Buffer.from(one))
  if (made?.length !== given?.length || !made || !given || !timingSafeEqual(made, given))
    return null
  return read(ownRequestQuery(id))
}

const sealOf = async (pass: string, now: number): Promise<string> =>
  createHmac('sha256', await serverKey('request', now))
    .update(`pass ${pass}`)
    .digest('base64url')

export type CorrectOwn =
  | Exclude<CorrectRequest, { readonly kind: 'not-allowed' }>
  | { readonly kind: 'contact-refused'; readonly contact: readonly ContactProblem[] }

/** @param contact left empty, how they are reached stays as it is */
export async function correctOwnRequest(
  request: SeenRequest,
  form: CorrectedAnswers,
  contact: ContactForm,
  now: number,
): Promise<CorrectOwn> {
  const isNew = contact.contact.trim() !== ''
  const problems = isNew ? problemsWithContact(contact) : []
  if (problems.length) return { kind: 'contact-refused', contact: problems }
  const { reachedBy: way, contact: typed } = contact
  const reached = { request: request.id, contact: typed.trim(), at: now }
  return saveVersion(
    request,
    '',
    form,
    now,
    isNew && way ? [putRequestContact({ ...reached, way })] : [],
  )
}

/** Consent is taken back, or given again: until then the request rests. */
export async function consentOwnRequest(
  request: SeenRequest,
  given: boolean,
  now: number,
): Promise<void> {
  if (request.consent?.given !== given) await writeConsent(request, '', given, 'own-form', now)
}

/** They do not want a mentor any more. */
export const withdrawOwnRequest = (request: SeenRequest, now: number): Promise<void> =>
  writeEnd(request, '', 'withdrawn', now)

/** Everything that it said goes at once, and how to reach them. */
export async function eraseOwnRequest(request: SeenRequest, now: number): Promise<void> {
  await write([
    ...eraseRequest(request.id, now),
    deleteRequestContact(request.id),
    audited(now, '', 'request-erased', request.id, request.programme),
  ])
}
