/**
 * What somebody has done of a quiz from which questions moved to another one. An attempt ended in both as it ended then:
 * a pass stays a pass.
 */
import type { Quiz } from '#domain/course/quiz.ts'
import type { Answer, Attempt, FinishedAttempt, QuizProgress } from './attempt.ts'
import { finishOf } from './grade.ts'

/** Of the quiz that the questions left. */
export const withoutMoved = (have: QuizProgress, { questions }: Quiz): QuizProgress => {
  const ids = new Set(questions.map(({ id }) => id))
  const { last } = have
  return {
    ...have,
    rightAt: only(have.rightAt, ids),
    open: within(have.open, ids),
    last: last && { ...last, ...keptIn(last, ids), answers: only(last.answers, ids) },
  }
}

/** Of the quiz to which they moved; null where nothing was done of it. */
export function movedTo(have: QuizProgress, quiz: Quiz): QuizProgress | null {
  const ids = new Set(quiz.questions.map(({ id }) => id))
  const rightAt = only(have.rightAt, ids)
  const last = have.last && endedIn(have.last, ids)
  const open = within(have.open, ids)
  if (!open && !last && Object.keys(rightAt).length === 0) return null
  const moved = { ...have, rightAt, open, last, best: last && scoreOf(last) }
  const end = open && finishOf(quiz, { ...moved, open: null }, open)
  if (!end) return moved
  const done = { ...open, ...end }
  const passedBy = moved.passedBy ?? (end.passed ? open.id : null)
  const passed = passedBy !== null
  return {
    ...moved,
    passed,
    passedBy,
    open: null,
    last: done,
    tries: moved.tries + 1,
    best: scoreOf(done),
  }
}

/** Null where it had none of these questions. */
export function endedIn(last: FinishedAttempt, ids: ReadonlySet<string>): FinishedAttempt | null {
  const answers = only(last.answers, ids)
  const { kept } = keptIn(last, ids)
  const more = Object.keys(kept ?? {}).filter((id) => !answers[id]).length
  const of = Object.keys(answers).length + more
  if (of === 0) return null
  const right = Object.values(answers).filter(({ firstRight }) => firstRight).length + more
  return { ...last, answers, right, of, ...(kept ? { kept } : {}) }
}

const scoreOf = ({ right, of }: FinishedAttempt): { right: number; of: number } => ({ right, of })

function within(attempt: Attempt | null, ids: ReadonlySet<string>): Attempt | null {
  const answers = only<Answer>(attempt?.answers ?? {}, ids)
  return attempt && Object.keys(answers).length > 0 ? { ...attempt, answers } : null
}

const keptIn = (
  { kept }: FinishedAttempt,
  ids: ReadonlySet<string>,
): Pick<FinishedAttempt, 'kept'> => (kept ? { kept: only(kept, ids) } : {})

const only = <T>(
  all: Readonly<Record<string, T>>,
  ids: ReadonlySet<string>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
