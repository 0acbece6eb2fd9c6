/** A coordinator or observer writes down an observed role play; what is finished is amended, never changed. */
import { guard, GuardFailed, isTaken } from '#db/client.ts'
import {
  findObservation,
  insertObservation,
  listObservations,
  type SeenObservation,
} from '#db/observations.ts'
import { mayAmendIn, mayObserveIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { Level } from '#domain/readiness/competency.ts'
import type { SeenHarm } from '#domain/readiness/evidence.ts'
import { liftLevel } from '#domain/readiness/harm.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { writeAbout } from '#server/access/write-about.ts'

export interface ObservationForm {
  readonly id: string
  /** By competency id; lines that were not seen are left out. */
  readonly levels: Readonly<Record<string, Level>>
  readonly note: string
  /** By competency id. */
  readonly lineNotes?: Readonly<Record<string, string>>
  /** What was said that could do harm, by competency id; '' where it was ticked without words. */
  readonly harms?: Readonly<Record<string, string>>
  /** Person id, or null for nobody. */
  readonly secondObserver?: string | null
  readonly traineeNote?: string
}

export type ObserveProblem =
  | { readonly reason: 'nothing-seen' | 'note-too-long' | 'trainee-note-too-long' | 'oneself' }
  | {
      readonly reason:
        'line-note-too-long' | 'level-missing' | 'harm-words-missing' | 'harm-too-long'
      readonly competency: string
    }
  | { readonly reason: 'second-is-oneself' | 'amend-reason-missing' | 'amended-already' }

export type ObserveOutcome =
  { readonly kind: 'saved' } | ({ readonly kind: 'refused' } & ObserveProblem) | NotAllowed

export const NOTE_LENGTH = 4000
const LINE_NOTE_LENGTH = 1000

/** The same form sent twice is saved once; changed in any field after browser Back it is one more, and the latest counts. */
export async function observe(
  observer: Person,
  trainee: { readonly id: string; readonly programme: string },
  form: ObservationForm,
  now: number,
): Promise<ObserveOutcome> {
  if (!mayObserveIn(observer, trainee.programme)) return NOT_ALLOWED
  const problem = problemWith(observer, trainee.id, form)
  if (problem) return { kind: 'refused', ...problem }
  return save(observer, trainee, form, { observedAt: now, amends: null, amendReason: '' }, now)
}

/** A new version of an observation, with a reason; the first one stays. It counts from when the role play was. */
export async function amendObservation(
  observer: Person,
  trainee: { readonly id: string; readonly programme: string },
  before: SeenObservation,
  form: ObservationForm,
  reason: string,
  now: number,
): Promise<ObserveOutcome> {
  if (!mayAmendIn(observer, trainee.programme, before.observer)) return NOT_ALLOWED
  const problem = problemWith(observer, trainee.id, form)
  if (problem) return { kind: 'refused', ...problem }
  if (!reason.trim()) return { kind: 'refused', reason: 'amend-reason-missing' }
  if (reason.length > NOTE_LENGTH) return { kind: 'refused', reason: 'note-too-long' }
  if (before.amendedBy !== null) {
    const mine = before.amendedBy === form.id && (await isSaved(trainee.id, form))
    return mine ? { kind: 'saved' } : { kind: 'refused', reason: 'amended-already' }
  }
  const { observedAt, id: amends } = before
  return save(observer, trainee, form, { observedAt, amends, amendReason: reason.trim() }, now)
}

function problemWith(
  observer: Person,
  trainee: string,
  { levels, note, lineNotes = {}, harms = {}, traineeNote = '', secondObserver }: ObservationForm,
): ObserveProblem | null {
  if (observer.id === trainee || secondObserver === trainee) return { reason: 'oneself' }
  if (secondObserver === observer.id) return { reason: 'second-is-oneself' }
  const wordless = Object.keys(harms).find((competency) => !harms[competency]?.trim())
  if (wordless !== undefined) return { reason: 'harm-words-missing', competency: wordless }
  // A note and a harm belong to a level: without one they would be lost.
  const alone = Object.keys({ ...harms, ...lineNotes }).find((line) => levels[line] === undefined)
  if (alone !== undefined) return { reason: 'level-missing', competency: alone }
  if (Object.keys(levels).length === 0) return { reason: 'nothing-seen' }
  const long = Object.entries(lineNotes).find(([, text]) => text.length > LINE_NOTE_LENGTH)
  if (long) return { reason: 'line-note-too-long', competency: long[0] }
  const longHarm = Object.entries(harms).find(([, text]) => text.length > LINE_NOTE_LENGTH)
  if (longHarm) return { reason: 'harm-too-long', competency: longHarm[0] }
  if (traineeNote.length > NOTE_LENGTH) return { reason: 'trainee-note-too-long' }
  return note.length > NOTE_LENGTH ? { reason: 'note-too-long' } : null
}

async function save(
  observer: Person,
  trainee: { readonly id: string; readonly programme: string },
  form: ObservationForm,
  of: { observedAt: number; amends: string | null; amendReason: string },
  now: number,
): Promise<ObserveOutcome> {
  if (await isSaved(trainee.id, form)) return { kind: 'saved' }
  const id = (await findObservation(form.id)) ? newId(now) : form.id
  try {
    const written = await writeAbout(trainee, [
      ...(of.amends
        ? [guard('(SELECT count(*) FROM observations WHERE amends = ?) = 0', [of.amends])]
        : []),
      ...insertObservation(
        {
          id,
          person: trainee.id,
          programme: trainee.programme,
          observer: observer.id,
          note: form.note.trim(),
          secondObserver: form.secondObserver ?? null,
          traineeNote: (form.traineeNote ?? '').trim(),
          writtenAt: now,
          ...of,
        },
        form.levels,
        trimmed(form.lineNotes ?? {}),
        harmsOf(form.harms ?? {}),
      ),
      audited(
        now,
        observer.id,
        of.amends ? 'observation-amended' : 'observed',
        trainee.id,
        trainee.programme,
      ),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'refused', reason: 'amended-already' }
    // The same form at the same moment: it is saved.
    if (!isTaken(error, 'observations') || !(await findObservation(form.id))) throw error
  }
  return { kind: 'saved' }
}

async function isSaved(trainee: string, form: ObservationForm): Promise<boolean> {
  const seen = (await listObservations(trainee)).find(({ id }) => id === form.id)
  if (!seen) return false
  const { levels, lineNotes = {}, harms = {}, note, traineeNote = '', secondObserver = null } = form
  const said = Object.entries(seen.harms).map(([line, harm]) => [line, harm.said] as const)
  return (
    seen.note === note.trim() &&
    seen.traineeNote === traineeNote.trim() &&
    seen.secondObserver === secondObserver &&
    hasSame(seen.levels, levels) &&
    hasSame(seen.lineNotes, trimmed(lineNotes)) &&
    hasSame(Object.fromEntries(said), trimmed(harms))
  )
}

const hasSame = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value)

/** Notes as they are kept. */
const trimmed = (notes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(notes).map(([line, text]) => [line, text.trim()]))

/** With the level at which each is lifted, as its line asks today. */
function harmsOf(harms: Readonly<Record<string, string>>): Record<string, SeenHarm> {
  const lines = new Map(loadCompetencies('en').map((line) => [line.id, line]))
  return Object.fromEntries(
    Object.entries(trimmed(harms)).map(([id, said]) => [
      id,
      { said, liftedAt: liftLevel(lines.get(id) ?? { star: true, needs: [] }) },
    ]),
  )
}
