/**
 * What somebody has done of a quiz from which questions moved to another one. An attempt ended in both as it ended then:
 * a pass stays a pass.
 */
import type { Quiz } from '#domain/course/quiz.ts'
import type { FinishedAttempt, QuizProgress } from '#domain/quiz/attempt.ts'
import { finishAttempt } from './answer-question.ts'
import { finished } from './apply-quiz.ts'
import { NOTHING_YET } from './apply.ts'
import { recordOf, type RecordOf } from './record.ts'

/** Of the quiz to which they moved; null where nothing was done of it. */
export function movedTo(have: QuizProgress, quiz: Quiz): QuizProgress | null {
  const ids = new Set(quiz.questions.map(({ id }) => id))
  const last = have.last && endedIn(have.last, ids)
  const answers = only(have.open?.answers ?? {}, ids)
  const open = have.open && Object.keys(answers).length > 0 ? { ...have.open, answers } : null
  if (!open && !last) return null
  const best = last && { right: last.right, of: last.of }
  const moved = { ...have, rightAt: only(have.rightAt, ids), open, last, best }
  const end = open && finishAttempt(quiz, { ...moved, open: null }, open)
  if (!end) return moved
  const record = recordOf(end, { id: open.id, person: '', source: 'scorm', at: 0 })
  const memory = { have: moved, beside: NOTHING_YET.beside }
  return finished(memory, record as RecordOf<'quiz-finished'>).have
}

/** Null where it had none of these questions. */
export function endedIn(last: FinishedAttempt, ids: ReadonlySet<string>): FinishedAttempt | null {
  const answers = only(last.answers, ids)
  const kept = only(last.kept ?? {}, ids)
  const own = Object.values(answers)
  const more = Object.keys(kept).length
  const right = own.filter(({ firstRight }) => firstRight).length + more
  const of = own.length + more
  return of > 0 ? { ...last, answers, right, of, ...(more > 0 ? { kept } : {}) } : null
}

const only = <T>(
  all: Readonly<Record<string, T>>,
  ids: ReadonlySet<string>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
