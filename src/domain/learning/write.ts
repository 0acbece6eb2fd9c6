/**
 * What somebody writes: a reflection or own words, private unless shared; a note on a lesson, private always; an exercise
 * and a question, for the coordinator. One rule for what is typed here and for what waited on a device.
 */
import type { Exercise } from '#domain/course/course.ts'
import type { Item } from '#domain/course/item.ts'
import type { Made } from './record.ts'

/** Letters of each field. */
const WRITING_LENGTH = 5000
const QUESTION_LENGTH = 2000
/** Fields of an exercise, those among them that it does not have any more. */
const MOST_FIELDS = 30

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

/** An empty one clears what was there. */
export const writeNote = (
  { id, revision }: Pick<Item, 'id' | 'revision'>,
  typed: string,
): Written => {
  const text = typed.trim()
  const made: Made = { kind: 'note-saved', item: id, revision, value: { text } }
  return text === '' ? { kind: 'made', made } : checked([text], made)
}

/** @param page path of ours, without query */
export const writeQuestion = (page: string, typed: string): Written => {
  const text = typed.trim()
  const made: Made = { kind: 'help-asked', item: 'course', revision: 1, value: { page, text } }
  return checked([text], made, QUESTION_LENGTH)
}

/** @param typed what stands in a field, by its id */
export const writeExercise = (
  { id, revision, fields }: Exercise,
  typed: (field: string) => string,
): Written =>
  writeFields({ id, revision }, Object.fromEntries(fields.map((one) => [one.id, typed(one.id)])))

/** As the exercise stood where it was written: a field that it does not have any more is kept too. */
export const writeFields = (
  { id, revision }: Pick<Item, 'id' | 'revision'>,
  typed: Readonly<Record<string, string>>,
): Written => {
  const names = Object.keys(typed).sort()
  if (names.length > MOST_FIELDS) return { kind: 'refused', reason: 'too-long' }
  const fields = Object.fromEntries(names.map((name) => [name, typed[name]?.trim() ?? '']))
  const made: Made = { kind: 'exercise-saved', item: id, revision, value: { fields } }
  return checked(Object.values(fields), made)
}

function checked(texts: readonly string[], made: Made, most = WRITING_LENGTH): Written {
  if (texts.every((text) => text === '')) return { kind: 'refused', reason: 'empty' }
  if (texts.some((text) => text.length > most)) return { kind: 'refused', reason: 'too-long' }
  return { kind: 'made', made }
}
