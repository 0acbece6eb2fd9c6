/** Whoever asked says yes or no to this mentor, and the two are connected outside the system: a coordinator notes both. */
import { isTaken } from '#db/client.ts'
import { insertPairing } from '#db/pairings.ts'
import {
  guardAccepted,
  guardBothYes,
  guardNoGo,
  guardPlace,
  guardReady,
  guardRequest,
  insertRequesterAnswer,
} from '#db/proposals.ts'
import type { RequesterAnswer } from '#domain/pairing/pairing.ts'
import type { ConnectRefusal } from '#domain/pairing/refusals.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { findProposal } from './find-proposal.ts'
import { writeUnless, type Guarded } from './refused.ts'

export type ConnectAnswer =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly why: ConnectRefusal }
  | NotAllowed

export async function noteRequesterAnswer(
  by: Person,
  id: string,
  answer: RequesterAnswer,
  now: number,
): Promise<ConnectAnswer> {
  const found = await findProposal(by, 'coordinator', id, now)
  if (!found) return NOT_ALLOWED
  const { moment, proposal } = found
  const { mentor, programme, request } = proposal
  if (proposal.requesterAnswer === answer) return { kind: 'saved' }
  // A no may be noted of whatever was accepted once; a yes only of what can still be.
  const guards: Guarded<ConnectRefusal>[] =
    answer === 'yes' ? mayGoOn(id, request, mentor, programme, moment) : [accepted(id)]
  try {
    const why = await writeUnless(guards, [
      insertRequesterAnswer({ proposal: id, answer, by: by.id, at: now }),
      audited(now, by.id, 'requester-answered', mentor, programme),
    ])
    return why ? { kind: 'refused', why } : { kind: 'saved' }
  } catch (error) {
    if (isTaken(error, 'requester_answers')) return { kind: 'refused', why: 'over' }
    throw error
  }
}

/** @param pairing its id; the same form twice is one pairing */
export async function connect(
  by: Person,
  id: string,
  pairing: string,
  now: number,
): Promise<ConnectAnswer> {
  const found = await findProposal(by, 'coordinator', id, now)
  if (!found) return NOT_ALLOWED
  const { moment, proposal } = found
  const { mentor, programme, request } = proposal
  if (proposal.pairing !== null) return { kind: 'saved' }
  const guards: Guarded<ConnectRefusal>[] = [
    ...mayGoOn(id, request, mentor, programme, moment),
    { guard: guardBothYes(id), why: 'no-yes' },
    { guard: guardPlace(mentor, programme, moment, 'connected'), why: 'no-place' },
  ]
  try {
    const why = await writeUnless(guards, [
      insertPairing({ id: pairing, proposal: id, request, programme, mentor, by: by.id, at: now }),
      audited(now, by.id, 'pairing-connected', mentor, programme),
    ])
    return why ? { kind: 'refused', why } : { kind: 'saved' }
  } catch (error) {
    if (isTaken(error, 'pairings')) return { kind: 'saved' }
    throw error
  }
}

const accepted = (id: string): Guarded<ConnectRefusal> => ({
  guard: guardAccepted(id),
  why: 'over',
})

const mayGoOn = (
  id: string,
  request: string,
  mentor: string,
  programme: string,
  moment: Parameters<typeof guardReady>[2],
): Guarded<ConnectRefusal>[] => [
  { guard: guardRequest(request, programme), why: 'request-over' },
  { guard: guardReady(mentor, programme, moment), why: 'not-ready' },
  { guard: guardNoGo(request, mentor, programme, moment), why: 'no-go' },
  accepted(id),
]
