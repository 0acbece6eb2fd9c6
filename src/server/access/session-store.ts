/**
 * Lucia, and the rows under it: nothing else imports lucia, so that it can be replaced in a day (docs/decisions/lucia.md).
 */
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import {
  deleteSession,
  deleteSessionsEndedBy,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
  type FoundSession,
  type SessionRow,
} from '#db/sessions.ts'
import type { Query } from '#db/client.ts'
import type { Person } from '#domain/people/person.ts'

interface SessionAttributes {
  createdAt: number
  /** Idle end. Lucia's own `expiresAt` is of no use: it moves on at once what ends within 45 days. */
  expiresAt: number
  endsAt: number
  authenticatedAt: number
  idleMs: number
  heldUntil: number | null
  device: string
  network: string
  factorAt: number | null
  /** Read with the session, never kept in it. */
  read: ReadBeside
  /** Written with the session, in one batch, and never kept in it. */
  beside: readonly Query[]
}

/** What is read with a session, in the one statement. */
type ReadBeside = Pick<
  FoundSession,
  'staffSince' | 'hasPassword' | 'factors' | 'factorFrom' | 'resetAt' | 'linkMadeAt'
>

export const NOTHING_BESIDE: ReadBeside = {
  staffSince: null,
  hasPassword: false,
  factors: { app: false, passkey: false, codes: false },
  factorFrom: Number.MAX_SAFE_INTEGER,
  resetAt: null,
  linkMadeAt: null,
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: { person: Person }
  }
}

const toLucia = (row: SessionRow, read: ReadBeside = NOTHING_BESIDE): DatabaseSession => ({
  id: row.id,
  userId: row.person,
  expiresAt: new Date(Math.min(row.expiresAt, row.endsAt)),
  attributes: {
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    endsAt: row.endsAt,
    authenticatedAt: row.authenticatedAt,
    idleMs: row.idleMs,
    heldUntil: row.heldUntil,
    device: row.device,
    network: row.network,
    factorAt: row.factorAt,
    read,
    beside: [],
  },
})

const adapter: Adapter = {
  getSessionAndUser: async (id) => {
    const row = await findSession(id)
    // Lucia deletes one that ended, and whoever asks would wait for that; retention deletes it, too.
    const lasts = row !== null && Math.min(row.expiresAt, row.endsAt) > Date.now()
    return row && lasts
      ? [toLucia(row, row), { id: row.person, attributes: { person: row.owner } }]
      : [null, null]
  },
  getUserSessions: async (person) => (await listSessions(person)).map((row) => toLucia(row)),
  setSession: async ({ id, userId, attributes: { read: _, beside, ...attributes } }) => {
    await insertSession({ id, person: userId, ...attributes }, beside)
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
    getUserAttributes: ({ person }) => ({ person }),
  })

export const lucia = makeLucia()
