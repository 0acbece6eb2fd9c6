/** A coordinator or observer writes down an observed role play. */
import { insertAudit } from '#db/audit.ts'
import { write } from '#db/client.ts'
import { findObservation, insertObservation } from '#db/observations.ts'
import type { Person } from '#domain/people/person.ts'
import type { Level } from '#domain/readiness/competency.ts'
import { newId } from './new-id.ts'

export interface ObservationForm {
  readonly id: string
  /** By competency id; lines that were not seen are left out. */
  readonly levels: Readonly<Record<string, Level>>
  readonly note: string
}

export type ObserveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly reason: 'nothing-seen' | 'note-too-long' | 'oneself' }

export const NOTE_LENGTH = 4000

/** The same form sent twice is saved once. */
export async function observe(
  observer: Person,
  trainee: { readonly id: string; readonly programme: string },
  form: ObservationForm,
  now: number,
): Promise<ObserveOutcome> {
  if (observer.id === trainee.id) return { kind: 'refused', reason: 'oneself' }
  if (Object.keys(form.levels).length === 0) return { kind: 'refused', reason: 'nothing-seen' }
  if (form.note.length > NOTE_LENGTH) return { kind: 'refused', reason: 'note-too-long' }
  if (await findObservation(form.id)) return { kind: 'saved' }
  try {
    await write([
      ...insertObservation(
        {
          id: form.id,
          person: trainee.id,
          programme: trainee.programme,
          observer: observer.id,
          observedAt: now,
          note: form.note.trim(),
        },
        form.levels,
      ),
      insertAudit({
        id: newId(now),
        at: now,
        actor: observer.id,
        act: 'observed',
        subject: trainee.id,
        programme: trainee.programme,
      }),
    ])
  } catch (error) {
    // A double click: the first of the two is being written.
    if (!String(error).includes('observations.id')) throw error
  }
  return { kind: 'saved' }
}
