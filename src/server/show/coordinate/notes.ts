/** The page of notes about a trainee, for coordinators. */
import { auditsQuery } from '#db/audit.ts'
import { together } from '#db/client.ts'
import { followUpsQuery, type FollowUp } from '#db/follow-ups.ts'
import { notesQuery, type SeenNote } from '#db/notes.ts'
import type { NoteKind } from '#domain/reviews/note-kinds.ts'
import { lookOf, noteLook } from '#server/access/note-seen.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

export interface ShownNotes {
  /** Newest first. */
  readonly lists: Readonly<Record<NoteKind, readonly SeenNote[]>>
  /** What was done about concerns and whatever else worries, oldest first. */
  readonly done: readonly FollowUp[]
}

/** That they were read is written down; null for whoever may not read them. */
export async function showNotes(
  { by, trainee, mayReadInternal }: OpenRecord,
  now: number,
): Promise<ShownNotes | null> {
  if (!mayReadInternal) return null
  const { id, programme } = trainee
  const look = lookOf(by.id, 'internal-notes', id, programme, now)
  const { done, known, ...lists } = await together({
    shared: notesQuery(id, programme, 'shared'),
    internal: notesQuery(id, programme, 'internal'),
    concern: notesQuery(id, programme, 'concern'),
    done: followUpsQuery(id, null),
    known: auditsQuery([look.id]),
  })
  await noteLook(look, known)
  return { lists, done }
}
