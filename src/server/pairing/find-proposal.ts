/** One proposal, of whoever may see it: its mentor, and coordinators of its programme but not about themselves. */
import { read } from '#db/client.ts'
import { proposalHeadQuery, proposalsQuery, type SeenProposal } from '#db/proposals.ts'
import type { Moment } from '#domain/calendar/days.ts'
import { proposalStateOf, type ProposalState } from '#domain/pairing/pairing.ts'
import { mayReadInternal } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'

export interface OpenProposal {
  readonly proposal: SeenProposal
  readonly state: ProposalState
  readonly moment: Moment
}

/** Null where there is none, or not for them. @param as `mentor`: of the one who is asked alone */
export async function findProposal(
  by: Person,
  as: 'mentor' | 'coordinator',
  id: string,
  now: number,
): Promise<OpenProposal | null> {
  const head = await read(proposalHeadQuery(id))
  if (!head) return null
  const { programme, mentor } = head
  const may = as === 'mentor' ? by.id === mentor : mayReadInternal(by, { id: mentor, programme })
  if (!may) return null
  const moment = momentOf(programme, now)
  const [proposal] = await read(proposalsQuery({ proposal: id }, programme, moment))
  return proposal ? { proposal, state: proposalStateOf(proposal, moment.today), moment } : null
}
