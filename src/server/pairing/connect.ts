/** Whoever asked says yes or no to this mentor, and the two are connected outside the system: a coordinator notes both. */
import { insertPairing } from '#db/pairings.ts'
import { guardAccepted, guardBothYes, guardPlace, insertRequesterAnswer } from '#db/proposals.ts'
import type { RequesterAnswer } from '#domain/pairing/pairing.ts'
import type { ConnectRefusal } from '#domain/pairing/refusals.ts'
import type { Person } from '#domain/people/person.ts'
import type { Guarded } from './refused.ts'
import { standing, takeStep, type StepAnswer } from './take-step.ts'

export const noteRequesterAnswer = (
  by: Person,
  id: string,
  answer: RequesterAnswer,
  now: number,
): Promise<StepAnswer<ConnectRefusal>> =>
  takeStep<ConnectRefusal>(by, 'coordinator', id, now, ({ proposal, moment }) => {
    if (proposal.requesterAnswer === answer) return null
    // A no may be noted of whatever was accepted once; a yes only of what can still be.
    const goesOn = answer === 'yes' ? standing(proposal, moment) : []
    return {
      guards: [...goesOn, accepted(id)],
      query: insertRequesterAnswer({ proposal: id, answer, by: by.id, at: now }),
      act: 'requester-answered',
      taken: { table: 'requester_answers', why: 'over' },
    }
  })

/** @param pairing its id; the same form twice is one pairing */
export const connect = (
  by: Person,
  id: string,
  pairing: string,
  now: number,
): Promise<StepAnswer<ConnectRefusal>> =>
  takeStep<ConnectRefusal>(by, 'coordinator', id, now, ({ proposal, moment }) => {
    if (proposal.pairing !== null) return null
    const { request, programme, mentor } = proposal
    const of = { proposal: id, request, programme, mentor }
    return {
      guards: [
        ...standing(proposal, moment),
        accepted(id),
        { guard: guardBothYes(id), why: 'no-yes' },
        { guard: guardPlace(mentor, programme, moment, 'connected'), why: 'no-place' },
      ],
      query: insertPairing({ id: pairing, ...of, by: by.id, at: now }),
      act: 'pairing-connected',
      taken: { table: 'pairings', why: null },
    }
  })

const accepted = (id: string): Guarded<ConnectRefusal> => ({
  guard: guardAccepted(id),
  why: 'over',
})
