import type { Step } from '#domain/course/course.ts'
import { ownWordsOf, type Session } from '#domain/course/session.ts'
import { saveMade, type Learner, type Made } from './learner.ts'
import { newId } from '#server/running/new-id.ts'
import { one, type Form } from '#server/forms/read-form.ts'

const MAX = 5000

export type WritingAnswer = 'saved' | 'empty' | 'too-long'

/** Saves a reflection, private unless `share` is ticked, or an exercise. The latest one counts. */
export function saveWriting(
  learner: Learner,
  step: Extract<Step, { kind: 'reflection' | 'exercise' }>,
  form: Form,
  recordId: string,
  now: number,
): Promise<WritingAnswer> {
  return save(learner, madeFrom(step, form, recordId), now)
}

/** What a person would say next time, written after a talk; private unless `share` is ticked. */
export const saveOwnWords = (
  learner: Learner,
  session: Session,
  form: Form,
  recordId: string,
  now: number,
): Promise<WritingAnswer> =>
  save(
    learner,
    {
      id: recordId,
      item: ownWordsOf(session.id),
      revision: session.revision,
      kind: 'reflection-sent',
      value: { text: one(form, 'text').trim(), shared: one(form, 'share') === 'yes' },
    },
    now,
  )

async function save(learner: Learner, made: Made, now: number): Promise<WritingAnswer> {
  const texts =
    made.kind === 'reflection-sent'
      ? [made.value.text]
      : made.kind === 'exercise-saved'
        ? Object.values(made.value.fields)
        : []
  if (texts.every((text) => text === '')) return 'empty'
  if (texts.some((text) => text.length > MAX)) return 'too-long'
  const [saved] = await saveMade(learner, [made], now)
  // Changed after browser Back, in a form that was sent before: nothing that somebody wrote is lost.
  if (saved === 'conflict') await saveMade(learner, [{ ...made, id: newId(now) }], now)
  return 'saved'
}

function madeFrom(
  { kind, item }: Extract<Step, { kind: 'reflection' | 'exercise' }>,
  form: Form,
  id: string,
): Made {
  const head = { id, item: item.id, revision: item.revision }
  if (kind === 'reflection')
    return {
      ...head,
      kind: 'reflection-sent',
      value: { text: one(form, 'text').trim(), shared: one(form, 'share') === 'yes' },
    }
  const fields = Object.fromEntries(
    item.fields.map((field) => [field.id, one(form, `field-${field.id}`).trim()]),
  )
  return { ...head, kind: 'exercise-saved', value: { fields } }
}
