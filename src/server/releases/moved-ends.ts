/** The ends of quiz attempts whose questions moved to another quiz (`was:` beside a question). */
import { recordsOf } from '#db/records.ts'
import type { Former } from '#domain/course/ledger.ts'
import { wholeCourse } from '#domain/course/packs.ts'
import { quizzesOf, underNewNames, withMoved } from '#domain/course/moved.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import { withAnswer } from '#domain/learning/apply-quiz.ts'
import { finishAttempts } from '#domain/learning/finish-attempts.ts'
import { inOrder, unitOf, type LearningRecord, type RecordOf } from '#domain/learning/record.ts'
import type { FinishedAttempt } from '#domain/quiz/attempt.ts'
import { endedIn } from '#domain/learning/parted-quiz.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { settings } from '#settings.ts'

export interface Moves {
  /** To which questions moved. */
  readonly quiz: Quiz
  /** Quizzes that they left. */
  readonly left: readonly string[]
}

/** Of the course as it is now. */
export function quizzesWithMoved(former: Former): Moves[] {
  const loaded = loadCourse('en', loadProgramme(settings().defaultProgramme, 'en'))
  const course = { ...wholeCourse(loaded), former }
  return quizzesOf(course).flatMap((quiz) => {
    const left = quizzesOf(course)
      .filter((one) => {
        const { questions } = withMoved(course, one)
        return questions.some(({ id }) => id.startsWith(`${quiz.id}/`)) && one !== quiz
      })
      .map(({ id }) => id)
    return left.length > 0 ? [{ quiz, left }] : []
  })
}

/** Attempts end where questions moved as they ended in the quiz that these left; one that is complete by that ends now. */
export async function endsOfMoved(
  person: string,
  moves: readonly Moves[],
  former: Former,
): Promise<QuizEnd[]> {
  const units = moves.flatMap(({ quiz, left }) => [quiz.id, ...left])
  const found = units.length > 0 ? await recordsOf(person, units) : []
  const all = inOrder(found.map((one) => underNewName(one, former)))
  const of = (unit: string): LearningRecord[] =>
    all.filter(({ kind, item }) => unitOf(kind, item) === unit)
  return moves.flatMap(({ quiz, left }) => {
    const here = of(quiz.id)
    const known = new Set(here.filter(isEnd).map(({ value }) => value.attempt))
    const ended = left
      .flatMap(of)
      .filter(isEnd)
      .filter(({ value }) => !known.has(value.attempt))
      .flatMap((end) => endHere(quiz, end, here))
    const open = here.filter(
      (one) =>
        one.kind === 'question-answered' &&
        !ended.some(({ value }) => value.attempt === one.value.attempt),
    )
    return [
      ...ended,
      ...finishAttempts(quiz, [...here, ...ended], open, () => newId(Date.now())).made,
    ]
  })
}

function endHere(quiz: Quiz, end: QuizEnd, here: readonly LearningRecord[]): QuizEnd[] {
  const { attempt: id, ...value } = end.value
  const answers = here.reduce<FinishedAttempt['answers']>(
    (before, one) =>
      one.kind === 'question-answered' && one.value.attempt === id
        ? withAnswer({ id, answers: before }, one)
        : before,
    {},
  )
  const ids = new Set(quiz.questions.map((question) => question.id))
  const part = endedIn({ id, answers, ...value }, ids)
  if (!part) return []
  const { answers: _, id: attempt, ...result } = part
  return [{ ...end, id: newId(end.madeAt), item: quiz.id, value: { attempt, ...result } }]
}

const underNewName = (record: LearningRecord, former: Former): LearningRecord => {
  const item = former[record.item] ?? record.item
  if (record.kind !== 'quiz-finished' || !record.value.kept) return { ...record, item }
  const kept = underNewNames(record.value.kept, former)
  return { ...record, item, value: { ...record.value, kept } }
}

type QuizEnd = RecordOf<'quiz-finished'>
const isEnd = (record: LearningRecord): record is QuizEnd => record.kind === 'quiz-finished'
