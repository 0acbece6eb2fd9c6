/** A coordinator or observer writes down an observed role play. */
import { insertAudit } from '#db/audit.ts'
import { write } from '#db/client.ts'
import {
  findObservation,
  insertObservation,
  listObservations,
  type SeenObservation,
} from '#db/observations.ts'
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

/** The same form sent twice is saved once; changed after browser Back it is one more, and the latest counts. */
export async function observe(
  observer: Person,
  trainee: { readonly id: string; readonly programme: string },
  form: ObservationForm,
  now: number,
): Promise<ObserveOutcome> {
  if (observer.id === trainee.id) return { kind: 'refused', reason: 'oneself' }
  if (Object.keys(form.levels).length === 0) return { kind: 'refused', reason: 'nothing-seen' }
  if (form.note.length > NOTE_LENGTH) return { kind: 'refused', reason: 'note-too-long' }
  const before = (await listObservations(trainee.id)).find(({ id }) => id === form.id)
  if (before && isSame(before, form)) return { kind: 'saved' }
  const id = (await findObservation(form.id)) ? newId(now) : form.id
  try {
    await write([
      ...insertObservation(
        {
          id,
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

const isSame = (before: SeenObservation, { levels, note }: ObservationForm): boolean =>
  before.note === note.trim() &&
  Object.keys(before.levels).length === Object.keys(levels).length &&
  Object.entries(levels).every(([competency, level]) => before.levels[competency] === level)
