/**
 * The end of a quiz attempt is made by the answer that completes it, and follows from the answers alone: in whatever
 * order they arrive, it comes to what it would have come to if each had been here at once.
 */
import type { Quiz } from '#domain/course/quiz.ts'
import type { Attempt, FinishedAttempt, QuizProgress } from '#domain/quiz/attempt.ts'
import { finishAttempt } from './answer-question.ts'
import { applyTo, NOTHING_YET } from './apply.ts'
import { NEW_QUIZ } from './apply-quiz.ts'
import type { Memory } from './memory.ts'
import { inOrder, recordOf, type LearningRecord, type RecordOf } from './record.ts'

type Answered = RecordOf<'question-answered'>
type Finished = RecordOf<'quiz-finished'>

export interface Ends {
  /** A `quiz-finished` for each attempt that is complete now and was not finished before. */
  readonly made: readonly Finished[]
  /** Ends that are there, and come to something else by answers that were made before them and arrived late. */
  readonly mended: readonly Finished[]
}

/**
 * @param all every record of one person and this quiz, the new ones among them
 * @param fresh the new ones, perhaps with others
 */
export function finishAttempts(
  quiz: Quiz,
  all: readonly LearningRecord[],
  fresh: readonly LearningRecord[],
  newId: () => string,
): Ends {
  const order = inOrder(all)
  const known = new Map(order.filter(isEnd).map((end) => [end.value.attempt, end]))
  const arrived = new Set(fresh.map(({ id }) => id))
  const isFresh = ({ id }: LearningRecord): boolean => arrived.has(id)
  const touched = new Set(attemptsOf(order.filter(isFresh)))
  const later = beganAfter(
    order,
    order.findIndex((one) => isFresh(one) && isAnswer(one)),
  )
  const open = new Set([...touched, ...later])
  for (;;) {
    const ends = endsIn(quiz, order, open)
    // One that does not come to an end any more (the course has other questions now) keeps the one that it had; and no
    // pass is taken back by what belongs to another attempt.
    const kept = [...open].filter((attempt) => {
      const [before, now] = [known.get(attempt), ends.get(attempt)]
      return before && (!now || (before.value.passed && !now.value.passed && !touched.has(attempt)))
    })
    for (const attempt of kept) open.delete(attempt)
    if (kept.length > 0) continue
    const found = [...ends].map(([attempt, end]) => ({ before: known.get(attempt), end }))
    return {
      made: found.flatMap(({ before, end }) => (before ? [] : [{ ...end, id: newId() }])),
      mended: found.flatMap(({ before, end }) =>
        before && !isSame(before, end) ? [{ ...before, value: end.value, madeAt: end.madeAt }] : [],
      ),
    }
  }
}

const attemptsOf = (records: readonly LearningRecord[]): string[] =>
  records.filter(isAnswer).map(({ value }) => value.attempt)

/** What these ask follows from what was before them. @param at place of the first new answer, -1 for none */
function beganAfter(order: readonly LearningRecord[], at: number): string[] {
  if (at < 0) return []
  const before = new Set(attemptsOf(order.slice(0, at)))
  return attemptsOf(order.slice(at)).filter((attempt) => !before.has(attempt))
}

/** Goes through it all again, as if it had been done here. @param open attempts whose end is found anew */
function endsIn(
  quiz: Quiz,
  order: readonly LearningRecord[],
  open: ReadonlySet<string>,
): Map<string, Finished> {
  const ends = new Map<string, Finished>()
  // Ended without a pass since the last one; of two devices each knew only of its own.
  let failed: readonly string[] = []
  let memory = NOTHING_YET
  const end = (record: Finished): void => {
    memory = applyTo(memory, record)
    failed = record.value.passed ? [] : [...failed, record.value.attempt]
  }
  for (const record of order) {
    if (isEnd(record)) {
      if (!open.has(record.value.attempt)) end(record)
      continue
    }
    const before = memory
    memory = applyTo(memory, record)
    if (!isAnswer(record)) continue
    const { attempt } = record.value
    const own = attemptIn(memory, attempt)
    if (!own || !open.has(attempt) || ends.has(attempt)) continue
    const seen = seenBy(before, attempt)
    const others = failed.map((one) => ({ ...seen, last: finishedIn(before, one) }))
    const found = [seen, ...others.reverse()]
      .map((one) => finishAttempt(quiz, one, own))
      .find((one) => one !== null)
    if (!found) continue
    const { person, source, madeAt: at, receivedAt } = record
    const made = { ...recordOf(found, { id: record.id, person, source, at }), receivedAt }
    if (!isEnd(made)) continue
    ends.set(attempt, made)
    end(made)
  }
  return ends
}

/** What an attempt asks follows from what was there before it; of those that are open, it sees only itself. */
function seenBy(memory: Memory, attempt: string): QuizProgress {
  const { have } = memory
  return { ...(have?.kind === 'quiz' ? have : NEW_QUIZ), open: attemptIn(memory, attempt) }
}

function finishedIn(memory: Memory, attempt: string): FinishedAttempt | null {
  const found = attemptIn(memory, attempt)
  return found && 'passed' in found ? found : null
}

function attemptIn({ have, beside }: Memory, id: string): Attempt | FinishedAttempt | null {
  if (have?.kind !== 'quiz') return null
  return [have.open, have.last].find((one) => one?.id === id) ?? beside.attempts[id] ?? null
}

const isSame = (a: Finished, b: Finished): boolean =>
  a.madeAt === b.madeAt && JSON.stringify(a.value) === JSON.stringify(b.value)

const isAnswer = (record: LearningRecord): record is Answered => record.kind === 'question-answered'
const isEnd = (record: LearningRecord): record is Finished => record.kind === 'quiz-finished'
