/** Where one goes on from here, by the rule of every "Carry on". */
import type { Step } from '#domain/course/course.ts'
import type { Question } from '#domain/course/quiz.ts'
import { beginningOf } from '#domain/learning/beginning.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { CONTENTS, type Place } from './place.ts'

/** @param step null for the contents: nothing is left to do */
export function placeToBegin(step: Step | null, progress: Progress): Place {
  if (!step) return CONTENTS
  const { id } = step.item
  const begins = beginningOf(step, progress)
  switch (begins.kind) {
    case 'question':
      return questionPlace(id, begins.question, begins.isNew ? 'new' : 'show')
    case 'talk':
      return { kind: 'talk', session: id }
    // A lesson opens where one stopped, and says so.
    case 'card':
    case 'item':
      return { kind: 'item', id }
  }
}

export const questionPlace = (
  quiz: string,
  { slug }: Question,
  how: Extract<Place, { kind: 'question' }>['how'],
): Place => ({ kind: 'question', quiz, slug, how })
