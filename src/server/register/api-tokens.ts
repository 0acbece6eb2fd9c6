/** Tokens with which another system reads: made and revoked by administrators, shown once, kept as a hash. */
import {
  findApiToken,
  insertApiToken,
  updateTokenRevoked,
  updateTokenUsed,
  type ApiTokenRow,
} from '#db/api-tokens.ts'
import { reserveAttempt } from '#db/attempts.ts'
import { write, isTaken } from '#db/client.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { networkOf } from '#domain/people/network.ts'
import { audited, auditedAs } from '#server/trail/audited.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { hashOfSecret, newSecret } from '#server/access/secret.ts'

export const SCOPES = ['mentors:read'] as const
export type Scope = (typeof SCOPES)[number]
export const DAYS = [30, 90, 365] as const

const MINUTE = 60_000
/** Requests of one token in a minute. */
export const MOST_PER_MINUTE = 120
/** Refused requests of one address in a quarter of an hour. */
export const MOST_REFUSED = 100

export interface TokenForm {
  /** UUID of the form: sent twice, it makes one token. */
  readonly id: string
  readonly name: string
  readonly programme: string | null
  readonly scopes: readonly Scope[]
  /** How many days it holds, or null. */
  readonly days: number | null
}

export type TokenProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'programme-missing'
  | 'scope-missing'
  | 'days-missing'
  | 'twice'

export type MadeToken =
  | { readonly kind: 'made'; readonly token: string }
  | { readonly kind: 'refused'; readonly problems: readonly TokenProblem[] }
  | NotAllowed

/** @returns the token, which can never be shown again */
export async function makeApiToken(by: Person, form: TokenForm, now: number): Promise<MadeToken> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  const problems: TokenProblem[] = []
  const name = form.name.trim()
  if (!name) problems.push('name-missing')
  if ([...name].length > 100) problems.push('name-too-long')
  if (!form.programme) problems.push('programme-missing')
  if (form.scopes.length === 0) problems.push('scope-missing')
  if (form.days === null) problems.push('days-missing')
  if (problems.length || !form.programme || form.days === null) return { kind: 'refused', problems }
  const token = `als_${newSecret()}`
  const id = hashOfSecret(token)
  const { programme } = form
  try {
    await write([
      insertApiToken({
        id,
        programme,
        name,
        scopes: form.scopes.join(' '),
        createdBy: by.id,
        createdAt: now,
        expiresAt: now + form.days * DAY_MS,
      }),
      // The form's id stands in the trail: a second click meets it and makes nothing.
      auditedAs({
        id: form.id,
        at: now,
        actor: by.id,
        act: 'token-made',
        subject: id,
        programme,
      }),
    ])
  } catch (error) {
    if (!isTaken(error, 'audit')) throw error
    return { kind: 'refused', problems: ['twice'] }
  }
  return { kind: 'made', token }
}

/** What was revoked before stays as it was. */
export async function revokeApiToken(
  by: Person,
  id: string,
  now: number,
): Promise<{ readonly kind: 'revoked' } | { readonly kind: 'unknown' } | NotAllowed> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  const token = await findApiToken(id)
  if (!token) return { kind: 'unknown' }
  if (token.revokedAt === null)
    await write([
      updateTokenRevoked(id, now),
      audited(now, by.id, 'token-revoked', id, token.programme),
    ])
  return { kind: 'revoked' }
}

export const scopesOf = ({ scopes }: Pick<ApiTokenRow, 'scopes'>): readonly Scope[] =>
  SCOPES.filter((scope) => scopes.split(' ').includes(scope))

export type TokenState = 'valid' | 'expired' | 'revoked'

export const stateOfToken = (token: ApiTokenRow, now: number): TokenState =>
  token.revokedAt !== null ? 'revoked' : token.expiresAt <= now ? 'expired' : 'valid'

export type Refusal =
  | 'token-missing'
  | 'token-unknown'
  | 'token-revoked'
  | 'token-expired'
  | 'scope-missing'
  | 'too-many'

export type TokenAnswer =
  | { readonly kind: 'may'; readonly token: ApiTokenRow }
  | {
      readonly kind: 'refused'
      readonly status: 401 | 403 | 429
      readonly why: Refusal
      /** Seconds; only with `too-many`. */
      readonly retryAfter?: number
    }

/** @param header the Authorization header, or null @param address the client's network address */
export async function readWithToken(
  header: string | null,
  scope: Scope,
  address: string,
  now: number,
): Promise<TokenAnswer> {
  const secret = /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(header ?? '')?.[1]
  const token = secret === undefined ? null : await findApiToken(hashOfSecret(secret))
  const state = token && stateOfToken(token, now)
  if (!token || state !== 'valid') {
    const why = state && state !== 'valid' ? (`token-${state}` as const) : 'token-unknown'
    return refuse(secret === undefined ? 'token-missing' : why, address, now)
  }
  const { count, windowEndsAt } = await reserveAttempt(`api ${token.id}`, MINUTE, now)
  if (count > MOST_PER_MINUTE) return tooMany(windowEndsAt, now)
  if (!scopesOf(token).includes(scope))
    return { kind: 'refused', status: 403, why: 'scope-missing' }
  const day = Math.floor(now / DAY_MS) * DAY_MS
  if ((token.lastUsedAt ?? -1) < day) await write([updateTokenUsed(token.id, day)])
  await noteSeen('', 'register-api', token.id, token.programme, now)
  return { kind: 'may', token }
}

async function refuse(why: Refusal, address: string, now: number): Promise<TokenAnswer> {
  const key = `api refused ${hashOfSecret(networkOf(address))}`
  const { count, windowEndsAt } = await reserveAttempt(key, 15 * MINUTE, now)
  return count > MOST_REFUSED ? tooMany(windowEndsAt, now) : { kind: 'refused', status: 401, why }
}

const tooMany = (endsAt: number, now: number): TokenAnswer => ({
  kind: 'refused',
  status: 429,
  why: 'too-many',
  retryAfter: Math.max(1, Math.ceil((endsAt - now) / 1000)),
})
