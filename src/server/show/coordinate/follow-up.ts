/** The page on which a coordinator says what was done about what worries them. */
import { auditsQuery } from '#db/audit.ts'
import { read, together } from '#db/client.ts'
import {
  followUpsQuery,
  isFollowed,
  mattersQuery,
  type FollowMatter,
  type FollowUp,
} from '#db/follow-ups.ts'
import { everTraineeQuery, type EverTrainee } from '#db/trainees.ts'
import type { Day } from '#domain/calendar/days.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Person } from '#domain/people/person.ts'
import { mayReadInternal } from '#domain/people/may.ts'
import { lookOf, noteLook } from '#server/access/note-seen.ts'
import { momentOf } from '#server/calendar/clock.ts'

export interface ShownFollowUp {
  readonly trainee: EverTrainee
  /** What waits first, then the oldest. */
  readonly matters: readonly FollowMatter[]
  /** What was done about one of them, oldest first. @param about as a matter has it */
  doneAbout(about: string): readonly FollowUp[]
  /** By the programme's clock. */
  readonly today: Day
}

/**
 * Also about people who left or whose account is closed: a worry about them does not end with that. That it was read is
 * written down.
 * @param id as it stands in the address @param programmes of which the person may have been a trainee
 */
export async function showFollowUp(
  by: Person,
  id: string | undefined,
  programmes: readonly string[],
  now: number,
): Promise<ShownFollowUp | null> {
  const trainee = isUuid(id) ? await read(everTraineeQuery(id, programmes)) : null
  if (!trainee || !mayReadInternal(by, trainee)) return null
  const { programme } = trainee
  const { today } = momentOf(programme, now)
  const look = lookOf(by.id, 'internal-notes', trainee.id, programme, now)
  const { matters, done, known } = await together({
    matters: mattersQuery(trainee.id, programme, today),
    done: followUpsQuery(trainee.id, null),
    known: auditsQuery([look.id]),
  })
  await noteLook(look, known)
  return {
    trainee,
    matters: matters.filter(isFollowed),
    doneAbout: (about) => done.filter((one) => one.about === about),
    today,
  }
}
