/** The browsers in which somebody is signed in: their own to end. */
import { write } from '#db/client.ts'
import { deleteSessionOf, deleteSessionsBut } from '#db/sessions.ts'
import type { Person } from '#domain/people/person.ts'
import { securityEvent } from './note-entry.ts'
import type { SignedIn } from './session.ts'
import type { Whence } from './throttle.ts'

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
export async function endDevice(
  by: Person,
  id: string,
  whence: Whence,
  now: number,
): Promise<boolean> {
  const [ended] = await write([
    deleteSessionOf(by.id, id),
    securityEvent('device-ended', { person: by.id }, whence, now),
  ])
  return (ended?.rowsAffected ?? 0) > 0
}

/** All but the one that asks. */
export async function endOtherDevices(
  by: Person,
  { sessionId }: SignedIn,
  whence: Whence,
  now: number,
): Promise<void> {
  await write([
    deleteSessionsBut(by.id, sessionId),
    securityEvent('device-ended', { person: by.id }, whence, now),
  ])
}
