/**
 * What of somebody's work an LMS may be told besides state and result: single answers of quizzes, and that a practice
 * session has ended. What was said in a session, and what was written, never passes through here.
 */
import { findStep, type Course } from '#domain/course/course.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { asWritten, UNSURE } from '#domain/course/quiz.ts'
import type { Told } from './dialect.ts'

export function answersIn(course: Course, records: readonly LearningRecord[]): Told[] {
  return records.flatMap((record) => {
    if (record.kind !== 'question-answered') return []
    const step = findStep(course, record.item.split('/').slice(0, -1).join('/'))
    const found =
      step?.kind === 'quiz' ? step.item.questions.find(({ id }) => id === record.item) : undefined
    if (!found) return []
    const { form } = record.value
    const question = asWritten(found, form)
    const letters = new Map(question.options.map(({ id }, index) => [id, letter(index)]))
    letters.set(UNSURE, 'u')
    const lettersOf = (ids: readonly string[]): string[] =>
      ids.flatMap((id) => letters.get(id) ?? []).sort()
    return [
      {
        // Each form is a question of its own to whoever counts answers there.
        id: reportedId(record.item) + (form ? `_${form}` : ''),
        ask: question.ask,
        chosen: lettersOf(record.value.options),
        right: lettersOf(question.options.flatMap(({ id, right }) => (right ? [id] : []))),
        isRight: record.value.right,
        at: new Date(record.madeAt),
      },
    ]
  })
}

export const endedIn = (records: readonly LearningRecord[]): string[] =>
  records.flatMap(({ kind, item }) => (kind === 'session-ended' ? [reportedId(item)] : []))

/** Letters, digits, dash and underscore are all that both standards take. */
const reportedId = (id: string): string => id.replaceAll('/', '_')

const letter = (index: number): string => String.fromCharCode(97 + index)
