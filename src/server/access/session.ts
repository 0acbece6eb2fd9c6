/** Who is signed in: the cookie holds a secret, the database its hash, and a session has an absolute age. */
import { guardSession, moveSessionEnd, replaceSession } from '#db/sessions.ts'
import type { Query } from '#db/client.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  factorStateOf,
  proofsOf,
  type Factors,
  type FactorState,
  type Proofs,
} from '#domain/people/factor.ts'
import { deviceNameOf } from '#domain/people/device-name.ts'
import { shortenedAddress } from '#domain/people/network.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import type { EntryWay, SecurityKind } from '#domain/people/security.ts'
import { stillHeld } from '#domain/people/held.ts'
import { AGES, limitsOf, type Age } from '#domain/people/session-age.ts'
import { settings } from '#settings.ts'
import { securityEvent, signedInEvents } from './note-entry.ts'
import { hashOfSecret, newSecret } from './secret.ts'
import { lucia, NOTHING_BESIDE } from './session-store.ts'
import type { Whence } from './throttle.ts'
import { writeWhere } from './write-where.ts'

/** A page that only reads waits no longer for the write of its session's idle end; usually that is done long before. */
const PAGE_WAITS_MS = 200

export const cookieName = (): string =>
  settings().origin.startsWith('https:') ? '__Host-alongside' : 'alongside'

export interface SignedIn {
  readonly person: string
  readonly sessionId: string
  readonly authenticatedAt: number
  /** At a computer that others use: whatever follows from this session ends as soon. */
  readonly shared: boolean
  /** Until when private words of before it stay closed (domain/people/held.ts); null for a way of their own. */
  readonly heldUntil: number | null
  /** Whether it has shown a second factor where one is asked for. */
  readonly factor: FactorState
  readonly factors: Factors
  /** By what they show again who they are. */
  readonly proofs: Proofs
  /** From when on all staff need a second factor. */
  readonly factorFrom: number
  /** When their second factor was taken away for them; null for never. */
  readonly resetAt: number | null
  /** When others made the newest way into the account that its person said nothing about; null for none. */
  readonly linkMadeAt: number | null
}

/** How somebody came in. */
export interface Entry {
  readonly way: EntryWay
  /** `session`: that of the browser until now, which ends. */
  readonly whence: Whence
  /** Until when private words of before stay closed in it; left out where they do not. */
  readonly held?: number | null
}

/** A new session with a new secret, and that they came in, in one batch. @returns what the cookie holds */
export async function startSession(
  person: Pick<Person, 'id' | 'signInName' | 'roles'>,
  age: Age,
  { way, whence, held = null }: Entry,
  now: number,
): Promise<string> {
  const secret = newSecret()
  const { idleMs, absoluteMs } = AGES[age]
  await lucia.createSession(
    person.id,
    {
      createdAt: now,
      expiresAt: now + Math.min(idleMs, absoluteMs),
      endsAt: now + absoluteMs,
      authenticatedAt: now,
      idleMs,
      heldUntil: held,
      device: deviceNameOf(whence.agent ?? ''),
      network: shortenedAddress(whence.address),
      // With a passkey the device saw who holds it: that is both factors.
      factorAt: way === 'passkey' ? now : null,
      read: NOTHING_BESIDE,
      beside: await signedInEvents(person, way, whence, now),
    },
    { sessionId: hashOfSecret(secret) },
  )
  if (whence.session) await endSession(whence.session)
  return secret
}

export interface WhoAsks {
  readonly signedIn: SignedIn
  readonly person: Person
}

/** The session alone; see `whoAsks`. */
export const findSignedIn = async (
  secret: string | undefined,
  now: number,
): Promise<SignedIn | null> => (await whoAsks(secret, now))?.signedIn ?? null

/**
 * Null for no, an unknown, an ended or a disabled person's session, and for one from before a new role of staff.
 * Use moves the idle end, never the absolute one; both are the smaller of what was given and what the roles allow now.
 */
export async function whoAsks(secret: string | undefined, now: number): Promise<WhoAsks | null> {
  if (!secret || secret.length > 100) return null
  const { session, user } = await lucia.validateSession(hashOfSecret(secret))
  const limits = session && limitsOf(session, session.read.staffSince)
  if (!session || !limits) return null
  const usedAt = session.idleEndsAt - session.idleMs
  if (Math.min(usedAt + limits.idleMs, limits.endsAt) <= now) return null
  const end = Math.min(now + session.idleMs, session.endsAt)
  // One write a minute at most, and for long sessions one an hour.
  const step = Math.min(limits.idleMs / 30, 3_600_000)
  if (end - session.idleEndsAt > step) await moveEnd(session.id, end)
  const { id: sessionId, authenticatedAt, idleMs } = session
  const held = stillHeld(session.heldUntil, now)
  const { factors, factorFrom, resetAt, linkMadeAt, hasPassword } = session.read
  const factor = factorStateOf({
    // Anybody may be any of the invented people.
    isStaff: isStaff(user.person) && !settings().castAllowed,
    ...{ factors, shownAt: session.factorAt, from: factorFrom, now },
  })
  return {
    signedIn: {
      person: session.userId,
      sessionId,
      authenticatedAt,
      shared: idleMs === AGES.shared.idleMs,
      heldUntil: held,
      ...{
        factor,
        factors,
        factorFrom,
        resetAt,
        linkMadeAt,
        proofs: proofsOf(factors, hasPassword, factor, now >= factorFrom),
      },
    },
    person: held === null ? user.person : { ...user.person, closedBefore: session.createdAt },
  }
}

const moving = new Set<string>()

/** A page that only reads does not wait for a lock of another program: this goes on behind it, or the next use tries again. */
async function moveEnd(session: string, end: number): Promise<void> {
  if (moving.has(session)) return
  moving.add(session)
  const moved = moveSessionEnd(session, end)
    .catch(() => undefined)
    .finally(() => moving.delete(session))
  await Promise.race([moved, sleep(PAGE_WAITS_MS, undefined, { ref: false })])
}

export const endSession = (sessionId: string): Promise<void> => lucia.invalidateSession(sessionId)

export const endSessionsOf = (person: string): Promise<void> => lucia.invalidateUserSessions(person)

/** How long a proof of who one is counts for what `web/proof.ts` guards. */
const FRESH_MS = 5 * 60_000

export const isFresh = (signedIn: SignedIn, now: number): boolean =>
  now - signedIn.authenticatedAt <= FRESH_MS

const FACTOR_WAYS: readonly EntryWay[] = ['passkey', 'app', 'recovery-code']

interface ProvenAs {
  readonly kind?: Extract<SecurityKind, 'proven' | 'factor-shown'>
  /** Written in the same batch; where a guard in it fails nothing is. */
  readonly beside?: readonly Query[]
}

/** The same session under a new secret, proven now; the old secret is worth nothing. @returns null where it had ended */
export async function proveAgain(
  { sessionId, person }: SignedIn,
  { way, whence }: Pick<Entry, 'way' | 'whence'>,
  now: number,
  { kind = 'proven', beside = [] }: ProvenAs = {},
): Promise<string | null> {
  const secret = newSecret()
  const isFactor = FACTOR_WAYS.includes(way)
  const isProven = await writeWhere([
    guardSession(person, sessionId),
    ...beside,
    replaceSession(sessionId, {
      ...{ id: hashOfSecret(secret), authenticatedAt: now },
      ...(isFactor ? { factorAt: now } : {}),
    }),
    securityEvent(kind, { person, way }, whence, now),
  ])
  return isProven ? secret : null
}

/** The attributes of the session cookie. */
export const cookieOptions = (age: Age) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: settings().origin.startsWith('https:'),
  path: '/',
  ...(age === 'shared' ? {} : { maxAge: AGES[age].absoluteMs / 1000 }),
})
