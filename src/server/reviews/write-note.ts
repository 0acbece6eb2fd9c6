import { isTaken } from '#db/client.ts'
import { findNote, insertNote } from '#db/notes.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import type { NoteKind } from '#domain/reviews/note-kinds.ts'
import { TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { newId } from '#server/trail/new-id.ts'
import { writeAbout } from '#server/access/write-about.ts'

export type NoteProblem = 'kind-missing' | 'text-missing' | 'too-long'

export type NoteOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly NoteProblem[] }
  | NotAllowed

/** Writes a note about a trainee; the same form sent twice is saved once, changed after browser Back it is one more. */
export async function writeNote(
  author: Person,
  trainee: { readonly id: string; readonly programme: string },
  form: { readonly id: string; readonly kind: NoteKind | null; readonly text: string },
  now: number,
): Promise<NoteOutcome> {
  if (!mayReadInternal(author, trainee)) return NOT_ALLOWED
  const problems: NoteProblem[] = []
  if (!form.kind) problems.push('kind-missing')
  if (!form.text.trim()) problems.push('text-missing')
  if (form.text.length > TEXT_LENGTH) problems.push('too-long')
  if (problems.length || !form.kind) return { kind: 'refused', problems }
  const text = form.text.trim()
  const before = await findNote(form.id)
  if (before?.kind === form.kind && before.text === text) return { kind: 'saved' }
  try {
    const written = await writeAbout(trainee, [
      insertNote({
        id: before ? newId(now) : form.id,
        person: trainee.id,
        programme: trainee.programme,
        author: author.id,
        kind: form.kind,
        text,
        writtenAt: now,
      }),
      audited(now, author.id, `note-written:${form.kind}`, trainee.id, trainee.programme),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    if (!isTaken(error, 'notes')) throw error
  }
  return { kind: 'saved' }
}
