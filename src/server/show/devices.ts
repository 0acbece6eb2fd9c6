/** Where somebody is signed in, and what happened to their account lately. */
import { together } from '#db/client.ts'
import { linksIntoQuery, type StaffLink } from '#db/links.ts'
import { securityEventsOfQuery, type SeenSecurityEvent } from '#db/security.ts'
import { sessionsOfQuery, type SessionRow } from '#db/sessions.ts'
import { staffSinceQuery } from '#db/roles.ts'
import { readDeviceName, type DeviceName } from '#domain/people/device-name.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { limitsOf } from '#domain/people/session-age.ts'
import type { SignedIn } from '#server/access/session.ts'

export interface OwnDevice {
  /** Id of its session. */
  readonly id: string
  readonly name: DeviceName
  /** Shortened; '' of before it was written. */
  readonly network: string
  readonly since: number
  readonly usedAt: number
  /** When it ends by itself where nobody uses it. */
  readonly endsAt: number
  readonly isThis: boolean
}

export interface Devices {
  /** This one first, then the latest used. */
  readonly devices: readonly OwnDevice[]
  /** Newest first. */
  readonly events: readonly SeenSecurityEvent[]
  /** Ways into their account that others made, and of which they did not say whether they know; of staff alone, who begin elsewhere than trainees. */
  readonly links: readonly StaffLink[]
}

const MOST_EVENTS = 20

export async function showDevices(by: Person, signedIn: SignedIn, now: number): Promise<Devices> {
  const { sessions, events, staffSince, made } = await together({
    sessions: sessionsOfQuery(by.id, now),
    events: securityEventsOfQuery(by.id, MOST_EVENTS),
    staffSince: staffSinceQuery(by.id),
    made: linksIntoQuery(by.id),
  })
  const links = isStaff(by) ? made.filter(({ toldAt }) => toldAt === null) : []
  return { devices: devicesIn(sessions, staffSince, signedIn, now), events, links }
}

/** Those that have not ended. @param staffSince as in `limitsOf` */
export function devicesIn(
  sessions: readonly SessionRow[],
  staffSince: number | null,
  { sessionId }: SignedIn,
  now: number,
): OwnDevice[] {
  const devices = sessions.flatMap((session) => {
    const limits = limitsOf(session, staffSince)
    const usedAt = session.expiresAt - session.idleMs
    const endsAt = limits ? Math.min(usedAt + limits.idleMs, limits.endsAt) : 0
    if (endsAt <= now) return []
    const { id, network, createdAt: since } = session
    const isThis = id === sessionId
    return [{ id, name: readDeviceName(session.device), network, since, usedAt, endsAt, isThis }]
  })
  return devices.toSorted((a, b) => Number(b.isThis) - Number(a.isThis))
}
