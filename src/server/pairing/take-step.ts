/** One step of a proposal: whose it is, what must be so for it, and that it is written once. */
import { isTaken, type Query } from '#db/client.ts'
import { guardNoGo, guardReady, guardRequest } from '#db/proposals.ts'
import type { Moment } from '#domain/calendar/days.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { findProposal, type OpenProposal } from './find-proposal.ts'
import { writeUnless, type Guarded } from './refused.ts'

export type StepAnswer<Why> =
  { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly why: Why } | NotAllowed

const SAVED = { kind: 'saved' } as const

export interface Step<Why> {
  readonly guards: readonly Guarded<Why>[]
  readonly query: Query
  /** As the audit calls it. */
  readonly act: string
  /** Where a row of it stands already: `why` somebody else took the step; null for the same one again. */
  readonly taken: { readonly table: string; readonly why: Why | null }
}

/** @param as whose step it is @param step of what was found; null where it was taken already */
export async function takeStep<Why>(
  by: Person,
  as: 'mentor' | 'coordinator',
  id: string,
  now: number,
  step: (found: OpenProposal) => Step<Why> | null,
): Promise<StepAnswer<Why>> {
  const found = await findProposal(by, as, id, now)
  if (!found) return NOT_ALLOWED
  const next = step(found)
  if (!next) return SAVED
  const { mentor, programme } = found.proposal
  const { guards, query, act, taken } = next
  try {
    const why = await writeUnless(guards, [query, audited(now, by.id, act, mentor, programme)])
    return why ? { kind: 'refused', why } : SAVED
  } catch (error) {
    if (!isTaken(error, taken.table)) throw error
    return taken.why ? { kind: 'refused', why: taken.why } : SAVED
  }
}

/** The request stands with consent, and the mentor is ready today and leaves nothing of it out. */
export const standing = (
  {
    request,
    mentor,
    programme,
  }: { readonly request: string; readonly mentor: string; readonly programme: string },
  moment: Moment,
): Guarded<'request-over' | 'not-ready' | 'no-go'>[] => [
  { guard: guardRequest(request, programme), why: 'request-over' },
  { guard: guardReady(mentor, programme, moment), why: 'not-ready' },
  { guard: guardNoGo(request, mentor, programme, moment), why: 'no-go' },
]
