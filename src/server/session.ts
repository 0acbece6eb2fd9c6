/**
 * Who is signed in. Lucia stands behind this module alone, so that it can be replaced in a day
 * (docs/decisions/lucia.md): the cookie holds a secret, the database its hash, and a session has an absolute age.
 */
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import {
  deleteSession,
  deleteSessionsEndedBy,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
  markAuthenticated,
  moveSessionEnd,
  type SessionRow,
} from '#db/sessions.ts'
import { settings } from '#settings.ts'
import { hashOfSecret, newSecret } from './secret.ts'

interface SessionAttributes {
  createdAt: number
  /** Idle end. Lucia's own `expiresAt` is of no use: it moves on at once what ends within 45 days. */
  expiresAt: number
  endsAt: number
  authenticatedAt: number
  idleMs: number
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>
    DatabaseSessionAttributes: SessionAttributes
  }
}

const DAY = 86_400_000
/** Idle and absolute age. Trainees: 30 and 90 days; on a shared computer 30 minutes; staff: 60 minutes and 12 hours. */
export const AGES = {
  trainee: { idleMs: 30 * DAY, absoluteMs: 90 * DAY },
  shared: { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 },
  staff: { idleMs: 60 * 60_000, absoluteMs: 12 * 3_600_000 },
} as const
export type Age = keyof typeof AGES

const toLucia = (row: SessionRow): DatabaseSession => ({
  id: row.id,
  userId: row.person,
  expiresAt: new Date(Math.min(row.expiresAt, row.endsAt)),
  attributes: {
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    endsAt: row.endsAt,
    authenticatedAt: row.authenticatedAt,
    idleMs: row.idleMs,
  },
})

const adapter: Adapter = {
  getSessionAndUser: async (id) => {
    const row = await findSession(id)
    return row ? [toLucia(row), { id: row.person, attributes: {} }] : [null, null]
  },
  getUserSessions: async (person) => (await listSessions(person)).map(toLucia),
  setSession: async ({ id, userId, attributes }) => {
    await insertSession({ id, person: userId, ...attributes })
  },
  // Idle ends are moved by `findSignedIn`, which knows the absolute end.
  updateSessionExpiration: async () => {},
  deleteSession,
  deleteUserSessions: deleteSessionsOf,
  deleteExpiredSessions: () => deleteSessionsEndedBy(Date.now()),
}

const makeLucia = () =>
  new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(90, 'd'),
    getSessionAttributes: ({ expiresAt, ...rest }) => ({ ...rest, idleEndsAt: expiresAt }),
  })

const lucia = makeLucia()

export const cookieName = (): string =>
  settings().origin.startsWith('https:') ? '__Host-alongside' : 'alongside'

export interface SignedIn {
  readonly person: string
  readonly sessionId: string
  readonly authenticatedAt: number
}

/** A new session with a new secret. @returns what the cookie holds */
export async function startSession(person: string, age: Age, now: number): Promise<string> {
  const secret = newSecret()
  const { idleMs, absoluteMs } = AGES[age]
  await lucia.createSession(
    person,
    {
      createdAt: now,
      expiresAt: now + Math.min(idleMs, absoluteMs),
      endsAt: now + absoluteMs,
      authenticatedAt: now,
      idleMs,
    },
    { sessionId: hashOfSecret(secret) },
  )
  return secret
}

/** Null for no, an unknown, an ended or a disabled person's session. Use moves the idle end, never the absolute one. */
export async function findSignedIn(
  secret: string | undefined,
  now: number,
): Promise<SignedIn | null> {
  if (!secret || secret.length > 100) return null
  const { session } = await lucia.validateSession(hashOfSecret(secret))
  if (!session || Math.min(session.idleEndsAt, session.endsAt) <= now) return null
  const end = Math.min(now + session.idleMs, session.endsAt)
  // One write a minute at most, and for long sessions one an hour.
  const step = Math.min(session.idleMs / 30, 3_600_000)
  if (end - session.idleEndsAt > step) await moveSessionEnd(session.id, end)
  return {
    person: session.userId,
    sessionId: session.id,
    authenticatedAt: session.authenticatedAt,
  }
}

export const endSession = (sessionId: string): Promise<void> => lucia.invalidateSession(sessionId)

export const endSessionsOf = (person: string): Promise<void> => lucia.invalidateUserSessions(person)

/** How long a proof of who one is counts for a sign-off. */
export const FRESH_MS = 5 * 60_000

export const isFresh = (signedIn: SignedIn, now: number): boolean =>
  now - signedIn.authenticatedAt <= FRESH_MS

export const proveAgain = (sessionId: string, now: number): Promise<void> =>
  markAuthenticated(sessionId, now)

/** The attributes of the session cookie. */
export const cookieOptions = (age: Age) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: settings().origin.startsWith('https:'),
  path: '/',
  ...(age === 'shared' ? {} : { maxAge: AGES[age].absoluteMs / 1000 }),
})
