/** A list of people with their history is uploaded: it is kept until it was brought in or thrown away, and for 7 days at most. */
import { isTaken, write } from '#db/client.ts'
import { insertImport } from '#db/imports.ts'
import type { Language } from '#domain/course/language.ts'
import { MOST_IMPORT_BYTES } from '#domain/people/import-list.ts'
import { readBytes } from '#domain/people/list-bytes.ts'
import { mayInvite, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { takesIn } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'

export type StartedImport =
  | NotAllowed
  | { readonly kind: 'started' }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'not-text' | 'too-large' }

/** The same form sent twice starts one. @param id made with the form */
export async function startImport(
  by: Person,
  {
    id,
    programme,
    bytes,
    language,
  }: {
    readonly id: string
    readonly programme: string
    readonly bytes: Uint8Array
    /** For lines that say none. */
    readonly language: Language
  },
  now: number,
): Promise<StartedImport> {
  if (!mayInvite(by, 'trainee', programme) || !takesIn(programme, 'trainee')) return NOT_ALLOWED
  if (bytes.length > MOST_IMPORT_BYTES) return { kind: 'refused', reason: 'too-large' }
  if (readBytes(bytes).kind === 'not-text') return { kind: 'refused', reason: 'not-text' }
  if (!bytes.some((byte) => byte > 32)) return { kind: 'refused', reason: 'empty' }
  const settings = { language, decisions: {} }
  try {
    await write([
      ...insertImport(
        { id, programme, madeBy: by.id, madeAt: now, settings },
        Buffer.from(bytes).toString('base64'),
      ),
      audited(now, by.id, 'import-uploaded', id, programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'imports')) throw error
  }
  return { kind: 'started' }
}
