/** A mentor says whether they are ready for somebody now. No reason is asked, and a no changes nothing about them. */
import { isTaken } from '#db/client.ts'
import {
  guardAsked,
  guardNoGo,
  guardPlace,
  guardReady,
  guardRequest,
  insertProposalAnswer,
} from '#db/proposals.ts'
import type { ProposalAnswer } from '#domain/pairing/pairing.ts'
import type { AnswerRefusal } from '#domain/pairing/refusals.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { findProposal } from './find-proposal.ts'
import { writeUnless, type Guarded } from './refused.ts'

export type AnswerProposalAnswer =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly why: AnswerRefusal }
  | NotAllowed

export async function answerProposal(
  by: Person,
  id: string,
  answer: ProposalAnswer,
  now: number,
): Promise<AnswerProposalAnswer> {
  const found = await findProposal(by, 'mentor', id, now)
  if (!found) return NOT_ALLOWED
  const { proposal, moment } = found
  if (proposal.answer === answer) return { kind: 'saved' }
  const { request, programme } = proposal
  const guards: Guarded<AnswerRefusal>[] = [
    ...(answer === 'yes'
      ? ([
          { guard: guardRequest(request, programme), why: 'request-over' },
          { guard: guardReady(by.id, programme, moment), why: 'not-ready' },
          { guard: guardNoGo(request, by.id, programme, moment), why: 'no-go' },
          { guard: guardAsked(id, moment.today), why: 'over' },
          { guard: guardPlace(by.id, programme, moment, 'accepted'), why: 'no-place' },
        ] as const)
      : [{ guard: guardAsked(id, moment.today), why: 'over' } as const]),
  ]
  try {
    const why = await writeUnless(guards, [
      insertProposalAnswer({ proposal: id, answer, by: by.id, at: now }),
      audited(now, by.id, 'proposal-answered', by.id, programme),
    ])
    return why ? { kind: 'refused', why } : { kind: 'saved' }
  } catch (error) {
    if (isTaken(error, 'proposal_answers')) return { kind: 'refused', why: 'over' }
    throw error
  }
}
