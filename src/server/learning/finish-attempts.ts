/** A quiz attempt is finished by the answer that completes it, whichever way and in whatever order the answers came. */
import { findStep, type Course } from '#domain/course/course.ts'
import { progressOf } from '#domain/learning/apply.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { finishOf } from '#domain/quiz/grade.ts'
import { newId } from '#server/running/new-id.ts'

type Answered = Extract<LearningRecord, { kind: 'question-answered' }>

/**
 * @param all every record of one person and one item, the new ones among them
 * @param fresh the new ones
 * @returns a `quiz-finished` for each attempt that is complete now and was not finished before
 */
export function finishAttempts(
  course: Course,
  unit: string,
  all: readonly LearningRecord[],
  fresh: readonly LearningRecord[],
  now: number,
): LearningRecord[] {
  const step = findStep(course, unit)
  if (step?.kind !== 'quiz') return []
  const quiz = step.item
  const attempts = new Set(fresh.filter(isAnswer).map(({ value }) => value.attempt))
  return [...attempts].flatMap((attempt): LearningRecord[] => {
    if (all.some((one) => one.kind === 'quiz-finished' && one.value.attempt === attempt)) return []
    const answers = all.filter(isAnswer).filter(({ value }) => value.attempt === attempt)
    const own = progressOf(answers)
    // What an attempt asks follows from what was there before it.
    const rest = progressOf(all.filter((one) => !answers.some(({ id }) => id === one.id)))
    const before = rest?.kind === 'quiz' ? rest : null
    if (own?.kind !== 'quiz' || !own.open) return []
    const result = finishOf(quiz, before, own.open)
    const last = answers.reduce((latest, one) => (one.madeAt >= latest.madeAt ? one : latest))
    return result
      ? [
          {
            ...last,
            id: newId(now),
            item: quiz.id,
            revision: quiz.revision,
            kind: 'quiz-finished',
            value: { attempt, ...result },
          },
        ]
      : []
  })
}

const isAnswer = (record: LearningRecord): record is Answered => record.kind === 'question-answered'
