/** A coordinator stops a mentor: off the register at once, and told kindly. It ends by a decision (end-stop.ts). */
import { GuardFailed, isTaken, read } from '#db/client.ts'
import { guardNotStopped, insertStop, stopsQuery } from '#db/stops.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { mentorsUnder } from '#domain/readiness/standing.ts'
import { tellOwner, type ToOwner } from '#server/access/tell-owner.ts'
import { writeAbout } from '#server/access/write-about.ts'
import { audited } from '#server/trail/audited.ts'
import { decisionsOf } from './decisions-of.ts'

export type StopProblem = 'text-missing' | 'too-long'

export type StopAnswer =
  | { readonly kind: 'saved' }
  /** Somebody else stopped them, or decided, since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly StopProblem[] }
  | NotAllowed

export const problemsWithReason = (reason: string): StopProblem[] => [
  ...(reason.trim() ? [] : (['text-missing'] as const)),
  ...(reason.length > TEXT_LENGTH ? (['too-long'] as const) : []),
]

/** Whom it can be said of: somebody with a sign-off that was not withdrawn. @param now milliseconds since 1970 */
export const isMentor = async (person: string, now: number): Promise<boolean> =>
  mentorsUnder(decisionsOf(await listSignOffs(person)), now) !== null

/** @param mail to the mentor, without a word about why or about health; null where they have no address */
export async function stopMentor(
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
  { id, reason }: { readonly id: string; readonly reason: string },
  mail: ToOwner | null,
  now: number,
): Promise<StopAnswer> {
  if (!mayReadInternal(by, trainee)) return NOT_ALLOWED
  const problems = problemsWithReason(reason)
  if (problems.length) return { kind: 'refused', problems }
  if (!(await isMentor(trainee.id, now))) return { kind: 'meanwhile' }
  const { id: person, programme } = trainee
  try {
    const written = await writeAbout(trainee, [
      guardNotStopped(person, programme),
      insertStop({
        ...{ id, person, programme, stoppedBy: by.id, stoppedAt: now },
        reason: reason.trim(),
      }),
      audited(now, by.id, 'mentor-stopped', person, programme),
      ...tellOwner(mail, now),
    ])
    return written.kind === 'not-allowed' ? written : { kind: 'saved' }
  } catch (error) {
    if (!(error instanceof GuardFailed) && !isTaken(error, 'stops')) throw error
    // The same form twice is one.
    const all = await read(stopsQuery(person, programme))
    return { kind: all.some((one) => one.id === id) ? 'saved' : 'meanwhile' }
  }
}
