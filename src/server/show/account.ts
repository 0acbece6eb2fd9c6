/** One's own account on one page, and who looked at one's record. */
import { looksAtQuery, type LookAt } from '#db/audit.ts'
import { together } from '#db/client.ts'
import { personRowQuery } from '#db/people.ts'
import { sessionsOfQuery } from '#db/sessions.ts'
import { staffSinceQuery } from '#db/roles.ts'
import type { Contact } from '#domain/people/contact.ts'
import type { Person } from '#domain/people/person.ts'
import type { SignedIn } from '#server/access/session.ts'
import { devicesIn } from './devices.ts'
import { factorIn, factorReadings, type OwnFactor } from './factor.ts'

export type { LookAt } from '#db/audit.ts'

export interface Account {
  readonly contact: Contact
  readonly hasPassword: boolean
  readonly passkeys: number
  /** What they have for the second step; null for whoever is asked for none. */
  readonly factor: OwnFactor | null
  /** In which they are signed in, this one too. */
  readonly devices: number
  /** The newest; null where nobody looked. */
  readonly look: LookAt | null
}

export async function showAccount(by: Person, signedIn: SignedIn, now: number): Promise<Account> {
  const { row, sessions, staffSince, looks, ...found } = await together({
    row: personRowQuery(by.id),
    ...factorReadings(by),
    sessions: sessionsOfQuery(by.id, now),
    staffSince: staffSinceQuery(by.id),
    looks: looksAtQuery(by.id, now + 1, 1),
  })
  return {
    contact: { email: row?.email ?? '', phone: row?.phone ?? '' },
    hasPassword: row?.passwordHash != null,
    passkeys: found.passkeys.length,
    factor: factorIn(by, found),
    devices: devicesIn(sessions, staffSince, signedIn, now).length,
    look: looks[0] ?? null,
  }
}

const LOOKS_PAGE = 25

export interface Looks {
  /** Newest first. */
  readonly looks: readonly LookAt[]
  /** Before which the next page begins; null where there is none. */
  readonly older: number | null
}

/** @param before milliseconds since 1970: only older ones */
export async function showLooks(by: Person, before: number): Promise<Looks> {
  const { found } = await together({ found: looksAtQuery(by.id, before, LOOKS_PAGE + 1) })
  const looks = found.slice(0, LOOKS_PAGE)
  return { looks, older: found.length > LOOKS_PAGE ? (looks.at(-1)?.at ?? null) : null }
}
