/** The form of an observed role play: what the pages to write and to amend one share. */
import type { SeenObservation } from '#db/observations.ts'
import { LEVELS, type Competency, type RolePlay } from '#domain/readiness/competency.ts'
import { kindsOf } from '#domain/readiness/evidence-rules.ts'
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
const tickField = (line: string): string => `harm-${line}`
const wordsField = (line: string): string => `harm-words-${line}`
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
  const harms = typedIn(
    post,
    Object.fromEntries(
      ids.flatMap((id) => [tickField(id), wordsField(id)].map((one) => [one, text])),
    ),
    Object.fromEntries(ids.map((id) => [wordsField(id), before?.harms[id]?.said ?? ''])),
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
      // Words without the tick are no less: danger is never dropped.
      harms: withoutGaps(ids, (id) => {
        const words = harms.raw(wordsField(id))
        return harms.raw(tickField(id)) || words.trim() ? words : undefined
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

/** Ids of the lines that a role play looks at; without one of those that need an observation. */
export const looksAt = (lines: readonly Competency[], rolePlay: RolePlay | undefined): string[] =>
  rolePlay
    ? [...rolePlay.lines]
    : lines.filter((line) => kindsOf(line).has('observation')).map(({ id }) => id)

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
    case 'harm-words-missing':
      return { [`harm-words-${problem.competency}`]: t.harmWordsMissing }
    case 'harm-too-long':
      return { [`harm-words-${problem.competency}`]: t.lineNoteTooLong }
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
