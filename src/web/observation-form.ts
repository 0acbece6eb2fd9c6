/** The form of an observed role play: what the pages to write and to amend one share. */
import type { SeenObservation } from '#db/observations.ts'
import { LEVELS, type Competency, type Level } from '#domain/readiness/competency.ts'
import type { Words } from '#i18n/words.ts'
import { one, type Form } from '#server/forms/read-form.ts'
import type { ObservationForm, ObserveProblem } from '#server/readiness/observe.ts'
import type { Colleague } from '#server/show/coordinate/observation-form.ts'

export type TypedObservation = Required<Omit<ObservationForm, 'id'>>

/** @param colleagues anybody else is nobody */
export function readObservation(
  form: Form,
  lines: readonly Competency[],
  colleagues: readonly Colleague[],
): TypedObservation {
  const levels: Record<string, Level> = {}
  const lineNotes: Record<string, string> = {}
  for (const { id } of lines) {
    const level = LEVELS.find((level) => String(level) === one(form, `level-${id}`))
    if (level !== undefined) levels[id] = level
    const note = one(form, `note-${id}`)
    if (note.trim()) lineNotes[id] = note
  }
  return {
    levels,
    lineNotes,
    note: one(form, 'note'),
    traineeNote: one(form, 'traineeNote'),
    secondObserver: colleagues.find(({ id }) => id === one(form, 'secondObserver'))?.id ?? null,
  }
}

/** What an amendment starts from. */
export const typedFrom = (
  seen: SeenObservation,
  colleagues: readonly Colleague[],
): TypedObservation => ({
  levels: seen.levels,
  lineNotes: seen.lineNotes,
  note: seen.note,
  traineeNote: seen.traineeNote,
  secondObserver: colleagues.find(({ id }) => id === seen.secondObserver)?.id ?? null,
})

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
