import type { Lesson, Step } from '#domain/course/course.ts'
import { ownWordsOf, type Session } from '#domain/course/session.ts'
import { writeExercise, writeNote, writeReflection, type Written } from '#domain/learning/write.ts'
import { newId } from '#server/trail/new-id.ts'
import { saveMade, type ActingLearner } from './learner.ts'

export type WritingStep = Extract<Step, { kind: 'reflection' | 'exercise' }>

export type WritingAnswer = 'saved' | Extract<Written, { kind: 'refused' }>['reason']

/** What stands in the form of a reflection, or by the id of its field in that of an exercise. */
export interface TypedWriting {
  readonly text: string
  readonly share: boolean
  readonly fields: Readonly<Record<string, string>>
}

/** Saves a reflection, private unless `share` is ticked, or an exercise. The latest one counts. */
export function saveWriting(
  learner: ActingLearner,
  { kind, item }: WritingStep,
  { text, share, fields }: TypedWriting,
  recordId: string,
  now: number,
): Promise<WritingAnswer> {
  const written =
    kind === 'reflection'
      ? writeReflection(item, text, share)
      : writeExercise(item, (field) => fields[field] ?? '')
  return save(learner, written, recordId, now)
}

/** What a person would say next time, written after a talk; private unless `share` is ticked. */
export const saveOwnWords = (
  learner: ActingLearner,
  { id, revision }: Session,
  text: string,
  share: boolean,
  recordId: string,
  now: number,
): Promise<WritingAnswer> =>
  save(learner, writeReflection({ id: ownWordsOf(id), revision }, text, share), recordId, now)

/** A note on a lesson, which nobody else ever reads; an empty one clears it. */
export const saveNote = (
  learner: ActingLearner,
  lesson: Lesson,
  text: string,
  recordId: string,
  now: number,
): Promise<WritingAnswer> => save(learner, writeNote(lesson, text), recordId, now)

async function save(
  learner: ActingLearner,
  written: Written,
  recordId: string,
  now: number,
): Promise<WritingAnswer> {
  if (written.kind === 'refused') return written.reason
  const [saved] = await saveMade(learner, [{ ...written.made, id: recordId }], now)
  // Changed after browser Back, in a form that was sent before: nothing that somebody wrote is lost.
  if (saved === 'conflict') await saveMade(learner, [{ ...written.made, id: newId(now) }], now)
  return 'saved'
}
