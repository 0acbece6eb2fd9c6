/** Notes about a trainee. A shared one is for the trainee; internal ones and concerns never leave the coordinators (R16). */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { NoteKind } from '#domain/reviews/note-kinds.ts'
import { database, once, read, reading, type Query, type Reading } from './client.ts'
import { notes, people } from './schema.ts'

export interface SeenNote {
  readonly id: string
  readonly kind: NoteKind
  readonly text: string
  readonly writtenAt: number
  readonly authorName: string
}

export const insertNote = (row: typeof notes.$inferInsert): Query =>
  database().insert(notes).values(row)

export async function findNote(id: string): Promise<Pick<SeenNote, 'kind' | 'text'> | null> {
  const [row] = await database()
    .select({ kind: notes.kind, text: notes.text })
    .from(notes)
    .where(eq(notes.id, id))
  return row ?? null
}

/**
 * Notes of one kind, newest first: kinds are asked for one by one, so that they are never mixed.
 * @param programme programmes are walls: null only for the trainee themselves
 */
export const notesQuery = (
  person: string,
  programme: string | null,
  kind: NoteKind,
  limit = 200,
): Reading<SeenNote[]> =>
  reading(
    database()
      .select({
        id: notes.id,
        kind: notes.kind,
        text: notes.text,
        writtenAt: notes.writtenAt,
        authorName: people.name,
      })
      .from(notes)
      .innerJoin(people, eq(people.id, notes.author))
      .where(
        and(
          eq(notes.person, person),
          isOf(kind),
          programme === null ? undefined : eq(notes.programme, programme),
        ),
      )
      .orderBy(desc(notes.writtenAt), desc(notes.id))
      .limit(limit),
  )

/** What a trainee reads. */
export const sharedNotesQuery = once((person: string) => notesQuery(person, null, 'shared'))

/** In the text: beside a partial index SQLite would prepare a statement anew for each value that is handed over. */
const isOf = (kind: NoteKind) => sql`${notes.kind} = ${sql.raw(`'${kind}'`)}`

export const listNotes = (
  person: string,
  programme: string | null,
  kind: NoteKind,
  limit = 200,
): Promise<SeenNote[]> => read(notesQuery(person, programme, kind, limit))
