/** A coordinator asks one mentor whether they are ready for somebody now: the request waits for nobody else meanwhile. */
import { isTaken, read, together } from '#db/client.ts'
import {
  guardNobodyElse,
  guardNotClosed,
  guardPlace,
  insertProposal,
  insertProposalEnd,
  proposalsQuery,
  requestAskedQuery,
  signOffTodayQuery,
} from '#db/proposals.ts'
import { candidatesQuery } from '#db/suggestions.ts'
import { plusDays } from '#domain/calendar/days.ts'
import { answersIn } from '#domain/pairing/answers.ts'
import { ANSWER_DAYS, proposalStateOf, USUAL_ANSWER_DAYS } from '#domain/pairing/pairing.ts'
import { suggest } from '#domain/pairing/suggest.ts'
import type { ProposeRefusal } from '#domain/pairing/refusals.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { audited } from '#server/trail/audited.ts'
import { writeUnless, type Guarded } from './refused.ts'
import { standing } from './take-step.ts'

export type ProposeAnswer =
  | { readonly kind: 'saved'; readonly endsOn: string }
  | { readonly kind: 'refused'; readonly why: ProposeRefusal }
  | NotAllowed

/**
 * The same form twice asks once.
 * @param days how many the mentor has to answer; one of `ANSWER_DAYS`, else the usual ones
 */
export async function propose(
  by: Person,
  request: { readonly id: string; readonly programme: string },
  { id, mentor, days }: { readonly id: string; readonly mentor: string; readonly days: number },
  now: number,
): Promise<ProposeAnswer> {
  const { programme } = request
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  if (by.id === mentor) return { kind: 'refused', why: 'oneself' }
  const moment = momentOf(programme, now)
  const { before, asked, signOff } = await together({
    before: proposalsQuery({ request: request.id }, programme, moment),
    asked: requestAskedQuery(request.id, programme),
    signOff: signOffTodayQuery(mentor, programme, moment),
  })
  const answers = answersIn(asked?.answers)
  if (!asked?.stands || !answers) return { kind: 'refused', why: 'request-over' }
  const same = before.find((one) => one.id === id)
  if (same) return { kind: 'saved', endsOn: same.endsOn }
  if (signOff === null) return { kind: 'refused', why: 'not-ready' }
  const whoAsks = { request: request.id, programme, viewer: by.id }
  const { rows } = await read(
    candidatesQuery(whoAsks, answers, moment, { after: '', only: mentor }),
  )
  const lines = rows[0] ? suggest(answers, rows[0]) : null
  const wait = ANSWER_DAYS.find((one) => one === days) ?? USUAL_ANSWER_DAYS
  const endsOn = plusDays(moment.today, wait)
  const guards: Guarded<ProposeRefusal>[] = [
    ...standing({ request: request.id, mentor, programme }, moment),
    { guard: guardNotClosed(request.id, mentor), why: 'closed' },
    { guard: guardPlace(mentor, programme, moment, 'asked'), why: 'no-place' },
    { guard: guardNobodyElse(request.id), why: 'somebody-asked' },
  ]
  // What the clock or a standing ended before has no row yet.
  const over = before.flatMap((one) => {
    const state = proposalStateOf(one, moment.today)
    const why = state === 'silent' || state === 'mentor-not-ready' ? state : null
    return why && !one.end ? [insertProposalEnd({ proposal: one.id, why, by: by.id, at: now })] : []
  })
  try {
    const why = await writeUnless(
      guards,
      [
        insertProposal({
          ...{ id, request: request.id, programme, mentor, signOff, by: by.id, at: now, endsOn },
          reasons: JSON.stringify(lines?.kind === 'suggested' ? lines.lines : []),
        }),
        audited(now, by.id, 'proposal-made', mentor, programme),
      ],
      over,
    )
    if (why === null) return { kind: 'saved', endsOn }
    // The same form at the same moment: what refuses it is itself.
    const made = await read(proposalsQuery({ proposal: id }, programme, moment))
    return made[0] ? { kind: 'saved', endsOn: made[0].endsOn } : { kind: 'refused', why }
  } catch (error) {
    if (isTaken(error, 'proposals')) return { kind: 'saved', endsOn }
    if (isTaken(error, 'proposal_ends')) return { kind: 'refused', why: 'somebody-asked' }
    throw error
  }
}
