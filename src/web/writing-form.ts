/** What a person writes: read by the page that saves it, drawn by WritingPage.astro or, a note, LessonPage.astro. */
import type { ShownWriting } from '#server/show/learn/step.ts'
import { text, ticked, typedIn, uuid } from './typed.ts'

export const exerciseField = (id: string): string => `field-${id}`

export interface WritingForm {
  readonly isSent: boolean
  /** '' where it came without a record's id. */
  readonly record: string
  readonly text: string
  readonly share: boolean
  /** By the field's id. */
  readonly fields: Readonly<Record<string, string>>
}

/** What was typed, else what was saved last. */
export function writingForm(
  post: App.Locals['post'],
  { step, written }: ShownWriting,
): WritingForm {
  const ids = step.kind === 'exercise' ? step.item.fields.map(({ id }) => id) : []
  const { isSent, values } = typedIn(
    post,
    { record: uuid, text, share: ticked },
    { text: written?.text ?? '', share: written?.shared ? 'yes' : [] },
  )
  const each = typedIn(
    post,
    Object.fromEntries(ids.map((id) => [exerciseField(id), text])),
    Object.fromEntries(ids.map((id) => [exerciseField(id), written?.fields[id] ?? ''])),
  )
  const fields = Object.fromEntries(ids.map((id) => [id, each.raw(exerciseField(id))]))
  return { isSent, ...values, fields }
}

/** The form of the own note on a lesson. @param written what was saved last */
export const noteOn = (post: App.Locals['post'], written: string) =>
  typedIn(post, { record: uuid, act: text, note: text }, { note: written })
