/** What a coordinator writes about two who are connected: how it goes, when the last meeting is, and how it ended. */
import { GuardFailed, isTaken, write, type Query } from '#db/client.ts'
import {
  endRequestOf,
  guardOngoing,
  insertCheckIn,
  insertEndingForm,
  insertEndingPlan,
  insertPairingEnd,
} from '#db/pairings.ts'
import { dayAt, isDay } from '#domain/calendar/days.ts'
import type { EndingWords } from '#domain/pairing/ending.ts'
import type { CheckIn, Going, PairingEnd, Side } from '#domain/pairing/pairing.ts'
import type { KeepProblem } from '#domain/pairing/refusals.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { problemWithDay, TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { audited } from '#server/trail/audited.ts'
import { findProposal, type OpenProposal } from './find-proposal.ts'

export type KeepAnswer =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly KeepProblem[] }
  /** It has ended, or the two are not connected. */
  | { readonly kind: 'over' }
  | NotAllowed

/** How it goes, as whoever asked says it. @param of id of the proposal */
export async function checkIn(
  by: Person,
  of: string,
  {
    id,
    after,
    going,
    text,
  }: {
    readonly id: string
    readonly after: CheckIn
    readonly going: Going | null
    readonly text: string
  },
  now: number,
): Promise<KeepAnswer> {
  const problems: KeepProblem[] = [
    ...(going ? [] : (['going-missing'] as const)),
    ...(text.length > TEXT_LENGTH ? (['too-long'] as const) : []),
  ]
  return keep(by, of, now, 'pairing-checked-in', problems, (pairing) => [
    insertCheckIn({
      ...{ id, pairing, after, going: going ?? 'mixed', text: text.trim(), by: by.id, at: now },
    }),
  ])
}

/** The last meeting is planned, so that both can say goodbye. @param plannedOn `YYYY-MM-DD` as typed */
export async function planEnding(
  by: Person,
  of: string,
  { id, plannedOn }: { readonly id: string; readonly plannedOn: string },
  now: number,
): Promise<KeepAnswer> {
  const problems = ({ moment }: OpenProposal): KeepProblem[] => {
    if (!isDay(plannedOn) || plannedOn > '2999') return ['day-malformed']
    return plannedOn < moment.today ? ['day-past'] : []
  }
  return keep(by, of, now, 'ending-planned', problems, (pairing) => [
    insertEndingPlan({ id, pairing, plannedOn, by: by.id, at: now }),
  ])
}

/** Whoever asked looks for nobody else after these. */
const LOOK_NO_MORE: readonly PairingEnd[] = ['as-planned', 'moved-on', 'died']

/** @param endedOn `YYYY-MM-DD` as typed */
export async function endPairing(
  by: Person,
  of: string,
  { why, endedOn }: { readonly why: PairingEnd | null; readonly endedOn: string },
  now: number,
): Promise<KeepAnswer> {
  const problems = ({ proposal, moment }: OpenProposal): KeepProblem[] => {
    const connectedOn = dayAt(proposal.connectedAt ?? now, moment.timeZone)
    const day: KeepProblem | null =
      problemWithDay(endedOn, moment.today) ?? (endedOn < connectedOn ? 'before-connected' : null)
    return [...(why ? [] : (['why-missing'] as const)), ...(day ? [day] : [])]
  }
  return keep(by, of, now, 'pairing-ended', problems, (pairing) => [
    insertPairingEnd({ pairing, why: why ?? 'other', endedOn, by: by.id, at: now }),
    ...(why && LOOK_NO_MORE.includes(why) ? [endRequestOf(pairing, by.id, now)] : []),
  ])
}

async function keep(
  by: Person,
  of: string,
  now: number,
  act: string,
  problems: readonly KeepProblem[] | ((found: OpenProposal) => readonly KeepProblem[]),
  rows: (pairing: string) => Query[],
): Promise<KeepAnswer> {
  const found = await findProposal(by, 'coordinator', of, now)
  if (!found) return NOT_ALLOWED
  const { mentor, programme, pairing } = found.proposal
  if (!pairing) return { kind: 'over' }
  const refused = typeof problems === 'function' ? problems(found) : problems
  if (refused.length) return { kind: 'refused', problems: refused }
  try {
    await write([
      guardOngoing(pairing),
      ...rows(pairing),
      audited(now, by.id, act, mentor, programme),
    ])
    return { kind: 'saved' }
  } catch (error) {
    // The same form twice is one.
    if (isTaken(error, 'check_ins') || isTaken(error, 'ending_plans')) return { kind: 'saved' }
    if (error instanceof GuardFailed || isTaken(error, 'pairing_ends')) return { kind: 'over' }
    throw error
  }
}

/** The small form at the end: the mentor's by the mentor, the other side's as a coordinator heard it. Either may skip it. */
export async function writeEndingForm(
  by: Person,
  of: string,
  side: Side,
  said: EndingWords | null,
  now: number,
): Promise<KeepAnswer> {
  const found = await findProposal(by, side === 'mentor' ? 'mentor' : 'coordinator', of, now)
  if (!found) return NOT_ALLOWED
  const { mentor, programme, pairing, endedAt } = found.proposal
  if (!pairing || endedAt === null) return { kind: 'over' }
  if (said && said.text.length > TEXT_LENGTH) return { kind: 'refused', problems: ['too-long'] }
  const answers = said ? JSON.stringify({ going: said.going, text: said.text.trim() }) : ''
  try {
    await write([
      insertEndingForm({ pairing, side, answers, by: by.id, at: now }),
      audited(now, by.id, 'ending-form', mentor, programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'ending_forms')) throw error
  }
  return { kind: 'saved' }
}
