/** An administrator made a link into the account of somebody of the staff. They say that they know, or the administrators are told. */
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { answerNotice } from './answer-notice.ts'
import { securityEvent } from './note-entry.ts'
import type { SignedIn } from './session.ts'
import type { Whence } from './throttle.ts'

/** @returns gone: none is there, or it was answered before */
export async function answerLink(
  by: Person,
  signedIn: SignedIn,
  wasMe: boolean,
  whence: Whence,
  now: number,
): Promise<{ readonly kind: 'noted' | 'gone' } | NotAllowed> {
  if (!isStaff(by)) return NOT_ALLOWED
  if (signedIn.linkMadeAt === null) return { kind: 'gone' }
  const said = securityEvent('link-disowned', { person: by.id }, whence, now)
  return answerNotice(by, signedIn, wasMe, now, [said])
}
