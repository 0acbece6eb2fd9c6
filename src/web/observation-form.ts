/** The form of an observed role play: what the pages to write and to amend one share. */
import type { SeenObservation } from '#db/observations.ts'
import { LEVELS, type Competency } from '#domain/readiness/competency.ts'
import type { Words } from '#i18n/words.ts'
import type { ObservationForm, ObserveProblem } from '#server/readiness/observe.ts'
import type { Colleague } from '#server/show/coordinate/observation-form.ts'
import { among, text, typedIn, uuid } from './typed.ts'

export type TypedObservation = Required<Omit<ObservationForm, 'id'>>

export interface SentObservation {
  readonly isSent: boolean
  /** '' where it came without one. */
  readonly id: string
  readonly typed: TypedObservation
  /** Only where one is amended. */
  readonly amendReason: string
  /** What was chosen beside a line, also where it is no level. @param line id of the competency */
  chosen(line: string): string
}

const FIELDS = { id: uuid, note: text, traineeNote: text, amendReason: text }
const levelField = (line: string): string => `level-${line}`
const noteField = (line: string): string => `note-${line}`
const level = text.transform((value) => LEVELS.find((known) => String(known) === value))

/** @param colleagues anybody else is nobody @param before what an amendment starts from */
export function typedObservation(
  post: App.Locals['post'],
  lines: readonly Competency[],
  colleagues: readonly Colleague[],
  before?: SeenObservation,
): SentObservation {
  const fields = { ...FIELDS, secondObserver: among(colleagues.map(({ id }) => id)) }
  const { isSent, values } = typedIn(post, fields, {
    note: before?.note ?? '',
    traineeNote: before?.traineeNote ?? '',
    secondObserver: before?.secondObserver ?? '',
  })
  const { id, amendReason, ...typed } = values
  const ids = lines.map((line) => line.id)
  const levels = typedIn(
    post,
    Object.fromEntries(ids.map((id) => [levelField(id), level])),
    Object.fromEntries(ids.map((id) => [levelField(id), String(before?.levels[id] ?? '')])),
  )
  const notes = typedIn(
    post,
    Object.fromEntries(ids.map((id) => [noteField(id), text])),
    Object.fromEntries(ids.map((id) => [noteField(id), before?.lineNotes[id] ?? ''])),
  )
  return {
    isSent,
    id,
    typed: {
      ...typed,
      levels: withoutGaps(ids, (id) => levels.values[levelField(id)]),
      lineNotes: withoutGaps(ids, (id) => {
        const note = notes.raw(noteField(id))
        return note.trim() ? note : undefined
      }),
    },
    amendReason,
    chosen: (line) => levels.raw(levelField(line)),
  }
}

const withoutGaps = <T>(
  ids: readonly string[],
  of: (id: string) => T | undefined,
): Record<string, T> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const found = of(id)
      return found === undefined ? [] : [[id, found] as const]
    }),
  )

/** Field and words of a refusal. */
export function problemOf(
  problem: ObserveProblem,
  lines: readonly Competency[],
  words: Words,
): Readonly<Record<string, string>> {
  const t = words.evidence
  switch (problem.reason) {
    case 'nothing-seen':
      return { [`level-${lines[0]?.id ?? ''}`]: t.nothingSeen }
    case 'oneself':
      return { [`level-${lines[0]?.id ?? ''}`]: words.coordinate.oneself }
    case 'level-missing':
      return { [`level-${problem.competency}`]: t.levelMissing }
    case 'line-note-too-long':
      return { [`note-${problem.competency}`]: t.lineNoteTooLong }
    case 'second-is-oneself':
      return { secondObserver: t.secondIsOneself }
    case 'trainee-note-too-long':
      return { traineeNote: words.coordinate.noteTooLong }
    case 'note-too-long':
      return { note: words.coordinate.noteTooLong }
    case 'amend-reason-missing':
      return { amendReason: t.amendReasonMissing }
    case 'amended-already':
      return { amendReason: t.alreadyAmended }
  }
}
