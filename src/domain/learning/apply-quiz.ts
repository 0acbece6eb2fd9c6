/** What an answer and the end of an attempt change in the progress of a quiz. */
import type { Answer, Attempt, FinishedAttempt, QuizProgress } from '#domain/quiz/attempt.ts'
import type { Memory } from './memory.ts'
import type { Made, RecordOf } from './record.ts'

export const NEW_QUIZ: QuizProgress = {
  kind: 'quiz',
  passed: false,
  passedBy: null,
  best: null,
  tries: 0,
  rightAt: {},
  open: null,
  last: null,
}

/** The first answer in an attempt is the one that scores; a later one teaches, also after the end. */
export function answered(
  { have: quiz, beside }: Memory<QuizProgress>,
  record: RecordOf<'question-answered'>,
): Memory {
  const id = record.value.attempt
  const known = [quiz.open, quiz.last].find((one) => one?.id === id) ?? beside.attempts[id]
  const attempt = { ...(known ?? { id, answers: {} }), answers: withAnswer(known, record) }
  // The attempt that was begun last is open: one that was left behind does not come back.
  const begins = Object.keys(known?.answers ?? {}).length === 0
  const left = begins && quiz.open && quiz.open.id !== id ? quiz.open : null
  const open = left ? null : quiz.open
  const after = { ...quiz, rightAt: withRight(quiz.rightAt, record), open }
  const attempts = left ? { ...beside.attempts, [left.id]: left } : beside.attempts
  if (quiz.last?.id === id)
    return {
      have: { ...after, last: { ...quiz.last, ...attempt } },
      beside: { ...beside, attempts },
    }
  if (beside.attempts[id])
    return { have: after, beside: { ...beside, attempts: { ...attempts, [id]: attempt } } }
  return { have: { ...after, open: attempt }, beside: { ...beside, attempts } }
}

/** The answers of an attempt after one more. */
export function withAnswer(
  attempt: Attempt | null | undefined,
  { item, revision, value: { options, right, form } }: Made<'question-answered'>,
): Record<string, Answer> {
  const before = attempt?.answers[item]
  const firstRight = before ? before.firstRight : right
  const tries = (before?.tries ?? 0) + 1
  const wrongIn = right ? before?.wrongIn : form
  const answer: Answer = {
    ...{ firstRight, tries, options, right, revision },
    ...(form ? { form } : {}),
    ...(wrongIn ? { wrongIn } : {}),
  }
  return { ...attempt?.answers, [item]: answer }
}

const withRight = (
  rightAt: QuizProgress['rightAt'],
  { item, revision, value }: Made<'question-answered'>,
): QuizProgress['rightAt'] =>
  value.right ? { ...rightAt, [item]: Math.max(rightAt[item] ?? 0, revision) } : rightAt

/** An attempt is finished once; a refresher is no try. */
export function finished(
  memory: Memory<QuizProgress>,
  record: RecordOf<'quiz-finished'>,
): Memory<QuizProgress> {
  const { have: quiz, beside } = memory
  const { attempt: id, ...result } = record.value
  const { [id]: behind, ...others } = beside.attempts
  if (quiz.last?.id === id || (behind && 'passed' in behind)) return memory
  const own = quiz.open?.id === id ? quiz.open : behind
  const last: FinishedAttempt = { id, answers: own?.answers ?? {}, ...result }
  const attempts = quiz.last ? { ...others, [quiz.last.id]: quiz.last } : others
  const open = quiz.open?.id === id ? null : quiz.open
  const scored = last.refresher ? quiz : withScore(quiz, last, record.id)
  return { have: { ...scored, open, last }, beside: { ...beside, attempts } }
}

function withScore(
  quiz: QuizProgress,
  { right, of, passed }: FinishedAttempt,
  by: string,
): QuizProgress {
  const { best } = quiz
  const passedBy = quiz.passedBy ?? (passed ? by : null)
  return {
    ...quiz,
    passed: passedBy !== null,
    passedBy,
    best: best === null || right / of > best.right / best.of ? { right, of } : best,
    tries: quiz.tries + 1,
  }
}
