/** A quiz attempt is finished by the answer that completes it, whichever way and in whatever order the answers came. */
import type { Quiz } from '#domain/course/quiz.ts'
import { finishAttempt } from './answer-question.ts'
import { progressOf } from './apply.ts'
import { recordOf, type LearningRecord, type RecordOf } from './record.ts'

/**
 * @param all every record of one person and this quiz, the new ones among them
 * @param fresh the new ones
 * @returns a `quiz-finished` for each attempt that is complete now and was not finished before
 */
export function finishAttempts(
  quiz: Quiz,
  all: readonly LearningRecord[],
  fresh: readonly LearningRecord[],
  newId: () => string,
): LearningRecord[] {
  const attempts = new Set(fresh.filter(isAnswer).map(({ value }) => value.attempt))
  return [...attempts].flatMap((attempt): LearningRecord[] => {
    if (all.some((one) => one.kind === 'quiz-finished' && one.value.attempt === attempt)) return []
    const answers = all.filter(isAnswer).filter(({ value }) => value.attempt === attempt)
    const own = progressOf(answers)
    // What an attempt asks follows from what was there before it.
    const rest = progressOf(all.filter((one) => !answers.some(({ id }) => id === one.id)))
    if (own?.kind !== 'quiz' || !own.open) return []
    const made = finishAttempt(quiz, rest?.kind === 'quiz' ? rest : null, own.open)
    if (!made) return []
    const last = answers.reduce((latest, one) => (one.madeAt >= latest.madeAt ? one : latest))
    const { person, source, madeAt: at, receivedAt } = last
    return [{ ...recordOf(made, { id: newId(), person, source, at }), receivedAt }]
  })
}

const isAnswer = (record: LearningRecord): record is RecordOf<'question-answered'> =>
  record.kind === 'question-answered'
