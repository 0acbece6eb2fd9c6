/** Marking who came to a group session, and who did not. */
import { guardMarked, markQueries } from '#db/attendances.ts'
import { GuardFailed, write } from '#db/client.ts'
import { guardSessionStands, type GroupSessionRow } from '#db/group-sessions.ts'
import { guardTrainee } from '#db/trainees.ts'
import { notMarkedAt, type Mark, type NotMarked } from '#domain/people/group-session.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

/** Of one person: how they stood when the form was opened, and how they stand in it now. */
export interface Marked {
  readonly person: string
  readonly was: Mark
  readonly is: Mark
}

const ACTS = {
  came: 'attendance-marked',
  absent: 'attendance-absent',
  none: 'attendance-taken-back',
} as const satisfies Record<Mark, string>

export type AttendanceOutcome =
  | NotAllowed
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly why: NotMarked }
  /** Somebody else marked one of them otherwise since the form was opened: nothing was saved. */
  | { readonly kind: 'meanwhile' }

/**
 * Only what was changed here is written: what others marked of others meanwhile stays, and where two say something
 * different of one person, the second is asked. Nobody of elsewhere is marked, and nobody before people arrive.
 */
export async function markAttendance(
  by: Person,
  session: Pick<GroupSessionRow, 'id' | 'programme' | 'startsAt' | 'cancelledAt'>,
  marks: readonly Marked[],
  now: number,
): Promise<AttendanceOutcome> {
  const { id, programme } = session
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const why = notMarkedAt(session, now)
  if (why) return { kind: 'refused', why }
  const changed = marks.filter(({ was, is }) => was !== is)
  const guards = [
    guardSessionStands(id, programme, false),
    ...changed.map(({ person }) => guardTrainee(person, programme)),
  ]
  try {
    await write([
      ...guards,
      ...changed.flatMap(({ person, was, is }) => [
        guardMarked(id, person, [was, is]),
        ...markQueries({ groupSession: id, person, markedBy: by.id, markedAt: now }, is),
        audited(now, by.id, ACTS[is], person, programme),
      ]),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    return error.position < guards.length ? NOT_ALLOWED : { kind: 'meanwhile' }
  }
  return { kind: 'saved' }
}
