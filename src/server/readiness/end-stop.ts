/** A coordinator decides about a mentor who was stopped: back on the register, or the end of being a mentor here. */
import { GuardFailed, isTaken, read } from '#db/client.ts'
import { insertNote } from '#db/notes.ts'
import { guardNewest, insertWithdrawal, listSignOffs } from '#db/sign-offs.ts'
import { insertStopEnd, stopsQuery, type StopOutcome } from '#db/stops.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { mentorsUnder } from '#domain/readiness/standing.ts'
import { tellOwner, type ToOwner } from '#server/access/tell-owner.ts'
import { writeAbout } from '#server/access/write-about.ts'
import { newId } from '#server/trail/new-id.ts'
import { audited } from '#server/trail/audited.ts'
import { decisionsOf } from './decisions-of.ts'
import { problemsWithReason, type StopProblem } from './stop-mentor.ts'

export interface EndStopForm {
  /** Of the stop. */
  readonly id: string
  readonly outcome: StopOutcome | null
  /** The mentor reads it. */
  readonly reason: string
}

export type EndStopAnswer =
  | { readonly kind: 'saved' }
  /** Somebody else decided since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly (StopProblem | 'outcome-missing')[] }
  | NotAllowed

/** An end takes the sign-off back in the same batch. @param mail as in stopMentor */
export async function endStop(
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
  { id, outcome, reason }: EndStopForm,
  mail: ToOwner | null,
  now: number,
): Promise<EndStopAnswer> {
  if (!mayReadInternal(by, trainee)) return NOT_ALLOWED
  const problems = problemsWithReason(reason)
  if (outcome === null) return { kind: 'refused', problems: ['outcome-missing', ...problems] }
  if (problems.length) return { kind: 'refused', problems }
  const { id: person, programme } = trainee
  const stop = (await read(stopsQuery(person, programme))).find((one) => one.id === id)
  if (!stop || stop.end) return { kind: 'meanwhile' }
  const signOff =
    outcome === 'ended' ? mentorsUnder(decisionsOf(await listSignOffs(person)), now) : null
  const text = reason.trim()
  try {
    const written = await writeAbout(trainee, [
      insertStopEnd({ stop: id, endedBy: by.id, endedAt: now, outcome, reason: text }),
      ...(signOff
        ? [
            guardNewest(signOff.id, person),
            insertWithdrawal({
              ...{ signOff: signOff.id, withdrawnBy: by.id, withdrawnAt: now },
              reason: text,
            }),
            audited(now, by.id, 'sign-off-withdrawn', person, programme),
          ]
        : [
            // What a withdrawal would say is told as a note.
            insertNote({
              ...{ id: newId(now), person, programme, author: by.id, kind: 'shared' as const },
              ...{ text, writtenAt: now },
            }),
          ]),
      audited(now, by.id, `stop-ended:${outcome}`, person, programme),
      ...tellOwner(mail, now),
    ])
    return written.kind === 'not-allowed' ? written : { kind: 'saved' }
  } catch (error) {
    if (error instanceof GuardFailed || isTaken(error, 'stop_ends')) return { kind: 'meanwhile' }
    throw error
  }
}
