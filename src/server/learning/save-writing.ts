import type { Step } from '#domain/course/course.ts'
import { ownWordsOf, type Session } from '#domain/course/session.ts'
import { writeExercise, writeReflection, type Written } from '#domain/learning/write.ts'
import { one, type Form } from '#server/forms/read-form.ts'
import { newId } from '#server/running/new-id.ts'
import { saveMade, type Learner } from './learner.ts'

export type WritingAnswer = 'saved' | Extract<Written, { kind: 'refused' }>['reason']

/** Saves a reflection, private unless `share` is ticked, or an exercise. The latest one counts. */
export function saveWriting(
  learner: Learner,
  { kind, item }: Extract<Step, { kind: 'reflection' | 'exercise' }>,
  form: Form,
  recordId: string,
  now: number,
): Promise<WritingAnswer> {
  const written =
    kind === 'reflection'
      ? reflectionIn(form, item)
      : writeExercise(item, (field) => one(form, `field-${field}`))
  return save(learner, written, recordId, now)
}

/** What a person would say next time, written after a talk; private unless `share` is ticked. */
export const saveOwnWords = (
  learner: Learner,
  { id, revision }: Session,
  form: Form,
  recordId: string,
  now: number,
): Promise<WritingAnswer> =>
  save(learner, reflectionIn(form, { id: ownWordsOf(id), revision }), recordId, now)

const reflectionIn = (form: Form, item: Parameters<typeof writeReflection>[0]): Written =>
  writeReflection(item, one(form, 'text'), one(form, 'share') === 'yes')

async function save(
  learner: Learner,
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
