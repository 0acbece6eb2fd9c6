/** A coordinator takes a proposal back, before the two are connected. */
import { isTaken } from '#db/client.ts'
import { guardUnclosed, insertProposalEnd } from '#db/proposals.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { findProposal } from './find-proposal.ts'
import { writeUnless } from './refused.ts'

export async function takeBackProposal(
  by: Person,
  id: string,
  now: number,
): Promise<{ readonly kind: 'saved' | 'meanwhile' } | NotAllowed> {
  const found = await findProposal(by, 'coordinator', id, now)
  if (!found) return NOT_ALLOWED
  const { mentor, programme } = found.proposal
  try {
    const why = await writeUnless(
      [{ guard: guardUnclosed(id), why: 'meanwhile' as const }],
      [
        insertProposalEnd({ proposal: id, why: 'taken-back', by: by.id, at: now }),
        audited(now, by.id, 'proposal-taken-back', mentor, programme),
      ],
    )
    return { kind: why ?? 'saved' }
  } catch (error) {
    if (isTaken(error, 'proposal_ends')) return { kind: 'meanwhile' }
    throw error
  }
}
