/** What somebody writes: a reflection or own words, private unless shared, and an exercise for the coordinator. */
import type { Exercise } from '#domain/course/course.ts'
import type { Item } from '#domain/course/item.ts'
import type { Made } from './record.ts'

/** Letters of each field. */
const WRITING_LENGTH = 5000

export type Written =
  | { readonly kind: 'made'; readonly made: Made }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'too-long' }

export const writeReflection = (
  { id, revision }: Pick<Item, 'id' | 'revision'>,
  typed: string,
  shared: boolean,
): Written => {
  const text = typed.trim()
  return checked([text], { kind: 'reflection-sent', item: id, revision, value: { text, shared } })
}

/** @param typed what stands in a field, by its id */
export const writeExercise = (
  { id, revision, fields: asked }: Exercise,
  typed: (field: string) => string,
): Written => {
  const fields = Object.fromEntries(asked.map((field) => [field.id, typed(field.id).trim()]))
  const made: Made = { kind: 'exercise-saved', item: id, revision, value: { fields } }
  return checked(Object.values(fields), made)
}

function checked(texts: readonly string[], made: Made): Written {
  if (texts.every((text) => text === '')) return { kind: 'refused', reason: 'empty' }
  if (texts.some((text) => text.length > WRITING_LENGTH))
    return { kind: 'refused', reason: 'too-long' }
  return { kind: 'made', made }
}
