/** The browsers in which somebody is signed in: their own to end. */
import { write } from '#db/client.ts'
import {
  deleteSessionOf,
  deleteSessionsBut,
  guardOtherSessions,
  guardSession,
} from '#db/sessions.ts'
import type { Person } from '#domain/people/person.ts'
import { securityEvent } from './note-entry.ts'
import type { SignedIn } from './session.ts'
import type { Whence } from './throttle.ts'
import { writeWhere } from './write-where.ts'

export const signOut = async (
  { person, sessionId }: SignedIn,
  whence: Whence,
  now: number,
): Promise<void> => {
  await write([
    deleteSessionOf(person, sessionId),
    securityEvent('signed-out', { person }, whence, now),
  ])
}

/** @param id of one of their sessions; of another one's it ends nothing. @returns false where it had ended */
export const endDevice = (by: Person, id: string, whence: Whence, now: number): Promise<boolean> =>
  writeWhere([
    guardSession(by.id, id),
    deleteSessionOf(by.id, id),
    securityEvent('device-ended', { person: by.id }, whence, now),
  ])

/** All but the one that asks. @returns false where there was none */
export const endOtherDevices = (
  by: Person,
  { sessionId }: SignedIn,
  whence: Whence,
  now: number,
): Promise<boolean> =>
  writeWhere([
    guardOtherSessions(by.id, sessionId),
    deleteSessionsBut(by.id, sessionId),
    securityEvent('device-ended', { person: by.id }, whence, now),
  ])
