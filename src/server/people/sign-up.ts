/** Signing up for a group session, and leaving it again: one's own place. */
import { GuardFailed, write } from '#db/client.ts'
import { concernsTrainee, findGroupSession, type GroupSessionRow } from '#db/group-sessions.ts'
import {
  deleteSignUp,
  guardFreePlace,
  guardMayCome,
  guardNotBegun,
  insertSignUp,
  signUpSeen,
} from '#db/sign-ups.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { closedAt, type ClosedSession } from '#domain/people/group-session.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type SignUpOutcome =
  | NotAllowed
  | { readonly kind: 'saved' }
  /** The last place went meanwhile: whether they want to wait is asked. */
  | { readonly kind: 'full' }
  | { readonly kind: 'closed'; readonly why: ClosedSession }

const saved = { kind: 'saved' } as const

/** @param wish what they pressed: a place, or to wait for one. Whoever is signed up already stays where they are. */
export async function signUp(
  by: Person,
  id: string,
  wish: 'place' | 'waiting',
  now: number,
): Promise<SignUpOutcome> {
  const session = await findOwn(by, id)
  if (!session) return NOT_ALLOWED
  const why = closedAt(session, now)
  if (why) return { kind: 'closed', why }
  try {
    await write([
      guardMayCome(id, by.id, false),
      guardNotBegun(id, session.programme, now),
      ...(wish === 'place' ? [guardFreePlace(id, by.id)] : []),
      insertSignUp(id, by.id, by.id, now),
      audited(now, by.id, 'place-taken', id, session.programme),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    if (error.position === 0) return NOT_ALLOWED
    return error.position === 1 ? { kind: 'closed', why: 'cancelled' } : { kind: 'full' }
  }
  return saved
}

/** Whoever waits first has the place from then on: it is not given by anybody. */
export async function leaveGroupSession(
  by: Person,
  id: string,
  now: number,
): Promise<SignUpOutcome> {
  const session = await findOwn(by, id)
  if (!session) return NOT_ALLOWED
  const why = closedAt(session, now)
  if (why === 'begun') return { kind: 'closed', why }
  await write([deleteSignUp(id, by.id), audited(now, by.id, 'place-left', id, session.programme)])
  return saved
}

/** They have seen what their page said of a sign-up. @param seen what it said, and when */
export async function seeSignUp(
  by: Person,
  id: string,
  seen: { readonly told: 'place' | 'waiting'; readonly at: number },
  now: number,
): Promise<SignUpOutcome> {
  if (!isUuid(id) || programmesAs(by, 'trainee').length === 0) return NOT_ALLOWED
  await write(signUpSeen(id, by.id, { ...seen, at: Math.min(seen.at, now) }))
  return saved
}

/** One that they may know of; null for any other, and for one that is not there. */
async function findOwn(by: Person, id: string): Promise<GroupSessionRow | null> {
  const session = isUuid(id) ? await findGroupSession(id, programmesAs(by, 'trainee')) : null
  return session && (await concernsTrainee(by.id, session)) ? session : null
}
