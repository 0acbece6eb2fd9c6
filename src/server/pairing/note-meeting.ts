/**
 * A mentor notes that the two met: day, way and minutes. The day stands in the mentor's own record as well, so that
 * support reviews come in time.
 */
import { GuardFailed, isTaken, write } from '#db/client.ts'
import { guardOngoing, insertMeeting, takeBackMeeting as takeBack } from '#db/pairings.ts'
import { dayAt } from '#domain/calendar/days.ts'
import {
  problemsWithMeeting,
  type MeetingForm,
  type MeetingProblem,
} from '#domain/pairing/meeting.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { saveMade, type OwnLearner } from '#server/learning/learner.ts'
import { takeBackMeeting as takeBackDay } from '#server/reviews/note-meeting.ts'
import { audited } from '#server/trail/audited.ts'
import { findProposal } from './find-proposal.ts'

export type NoteMeetingAnswer =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly MeetingProblem[] }
  /** It has ended. */
  | { readonly kind: 'over' }
  | NotAllowed

/** The same form sent twice is saved once. @param of id of the proposal */
export async function noteMeetingOf(
  learner: OwnLearner,
  of: string,
  { id, ...form }: MeetingForm & { readonly id: string },
  now: number,
): Promise<NoteMeetingAnswer> {
  const found = await findProposal(learner.by, 'mentor', of, now)
  const pairing = found?.proposal.pairing
  if (!found || !pairing) return NOT_ALLOWED
  const { proposal, moment } = found
  const connectedOn = dayAt(proposal.connectedAt ?? now, moment.timeZone)
  const problems = problemsWithMeeting(form, moment.today, connectedOn)
  if (problems.length) return { kind: 'refused', problems }
  try {
    await write([
      guardOngoing(pairing, learner.by.id),
      insertMeeting({ id, pairing, ...form, by: learner.by.id, at: now }),
      audited(now, learner.by.id, 'meeting-noted', learner.by.id, proposal.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'over' }
    if (!isTaken(error, 'meetings')) throw error
  }
  const value = { day: form.metOn }
  const made = { id, item: 'meetings', revision: 1, kind: 'meeting-noted', value } as const
  await saveMade(learner, [made], now)
  return { kind: 'saved' }
}

/** A meeting that was noted by mistake. @param of id of the proposal @param meeting its id */
export async function takeBackMeetingOf(
  learner: OwnLearner,
  of: string,
  meeting: string,
  now: number,
): Promise<{ readonly kind: 'saved' } | NotAllowed> {
  const found = await findProposal(learner.by, 'mentor', of, now)
  const pairing = found?.proposal.pairing
  if (!found || !pairing) return NOT_ALLOWED
  await write([
    takeBack(meeting, pairing, now),
    audited(now, learner.by.id, 'meeting-taken-back', learner.by.id, found.proposal.programme),
  ])
  await takeBackDay(learner, meeting, now)
  return { kind: 'saved' }
}
