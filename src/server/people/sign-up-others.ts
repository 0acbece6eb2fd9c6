/** A coordinator signs people up for a group session, or takes one out. They are told on their own page. */
import { GuardFailed, write } from '#db/client.ts'
import type { GroupSessionRow } from '#db/group-sessions.ts'
import { guardMayCome, guardNotBegun, insertSignUp, updateSignUpEnded } from '#db/sign-ups.ts'
import { closedAt, type ClosedSession } from '#domain/people/group-session.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type SignUpOthersOutcome =
  | NotAllowed
  | { readonly kind: 'saved' }
  | { readonly kind: 'none-chosen' }
  | { readonly kind: 'closed'; readonly why: ClosedSession }

type Session = Pick<GroupSessionRow, 'id' | 'programme' | 'startsAt' | 'cancelledAt'>

/** In this order, after those who signed up sooner; somebody of another cohort too, since a coordinator asks them. */
export async function signUpOthers(
  by: Person,
  session: Session,
  people: readonly string[],
  now: number,
): Promise<SignUpOthersOutcome> {
  const { id, programme } = session
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const why = closedAt(session, now)
  if (why) return { kind: 'closed', why }
  if (people.length === 0) return { kind: 'none-chosen' }
  try {
    await write([
      guardNotBegun(id, programme, now),
      ...people.flatMap((person) => [
        guardMayCome(id, person, true),
        insertSignUp(id, person, by.id, now),
        audited(now, by.id, 'place-given', person, programme),
      ]),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return NOT_ALLOWED
    throw error
  }
  return { kind: 'saved' }
}

export async function takeOutOfSession(
  by: Person,
  session: Session,
  person: string,
  now: number,
): Promise<SignUpOthersOutcome> {
  const { id, programme } = session
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const why = closedAt(session, now)
  if (why === 'begun') return { kind: 'closed', why }
  try {
    await write([
      guardNotBegun(id, programme, now),
      updateSignUpEnded(id, person, now),
      audited(now, by.id, 'place-withdrawn', person, programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return NOT_ALLOWED
    throw error
  }
  return { kind: 'saved' }
}
