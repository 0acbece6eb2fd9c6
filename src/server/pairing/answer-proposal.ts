/** A mentor says whether they are ready for somebody now. No reason is asked, and a no changes nothing about them. */
import { guardAsked, guardPlace, insertProposalAnswer } from '#db/proposals.ts'
import type { ProposalAnswer } from '#domain/pairing/pairing.ts'
import type { AnswerRefusal } from '#domain/pairing/refusals.ts'
import type { Person } from '#domain/people/person.ts'
import { standing, takeStep, type StepAnswer } from './take-step.ts'

export const answerProposal = (
  by: Person,
  id: string,
  answer: ProposalAnswer,
  now: number,
): Promise<StepAnswer<AnswerRefusal>> =>
  takeStep<AnswerRefusal>(by, 'mentor', id, now, ({ proposal, moment }) => {
    if (proposal.answer === answer) return null
    const asked = { guard: guardAsked(id, moment.today), why: 'over' } as const
    const place = guardPlace(by.id, proposal.programme, moment, 'accepted')
    const yes = [...standing(proposal, moment), asked, { guard: place, why: 'no-place' } as const]
    return {
      guards: answer === 'yes' ? yes : [asked],
      query: insertProposalAnswer({ proposal: id, answer, by: by.id, at: now }),
      act: 'proposal-answered',
      taken: { table: 'proposal_answers', why: 'over' },
    }
  })
