/** Ana's records for tests: one a second, ids in order, about the small course of tests/fixtures. */
import type { Principle } from '#domain/course/item.ts'
import { progressOf } from '#domain/learning/apply.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import type { SessionProgress } from '#domain/practice/run.ts'
import { unitOf, type Deed, type LearningRecord } from '#domain/learning/record.ts'
import type { Verdict } from '#domain/course/session.ts'

export interface History {
  readonly records: LearningRecord[]
  did(item: string, deed: Deed, revision?: number): LearningRecord
  read(lesson: string): LearningRecord
  /** @param question slug, in the quiz of `consent` */
  answered(question: string, right: boolean, attempt?: string, revision?: number): LearningRecord
  finished(right: number, of: number, attempt?: string, refresher?: boolean): LearningRecord
  /** @param turn slug, in `practising/skip-thursday` */
  said(
    turn: string,
    reply: string,
    step: number,
    verdicts: Partial<Record<Principle, Verdict>>,
    run?: string,
  ): LearningRecord
  ended(ending: string, run?: string): LearningRecord
  progress(): Progress
  quiz(): QuizProgress
  session(): SessionProgress
}

export function history(): History {
  const records: LearningRecord[] = []
  const did = (item: string, deed: Deed, revision = 1): LearningRecord => {
    const at = 1000 * (records.length + 1)
    const id = `r${String(records.length + 1).padStart(3, '0')}`
    const head = { id, person: 'ana', item, revision, madeAt: at, receivedAt: at }
    const record: LearningRecord = { ...deed, ...head, source: 'web' }
    records.push(record)
    return record
  }
  return {
    records,
    did,
    read: (lesson) => did(lesson, { kind: 'lesson-read', value: {} }),
    answered: (question, right, attempt = 'first', revision = 1) =>
      did(
        `consent/quiz/${question}`,
        { kind: 'question-answered', value: { attempt, options: [right ? 'rosa' : 'me'], right } },
        revision,
      ),
    finished: (right, of, attempt = 'first', refresher = false) =>
      did('consent/quiz', {
        kind: 'quiz-finished',
        value: { attempt, right, of, passed: right / of >= 0.8, refresher },
      }),
    said: (turn, reply, step, verdicts, run = 'monday') =>
      did(`practising/skip-thursday/${turn}`, {
        kind: 'turn-taken',
        value: { run, step, reply, verdicts },
      }),
    ended: (ending, run = 'monday') =>
      did('practising/skip-thursday', { kind: 'session-ended', value: { run, ending } }),
    progress: () => progressFrom(records),
    quiz: () => progressFrom(records)['consent/quiz'] as QuizProgress,
    session: () => progressFrom(records)['practising/skip-thursday'] as SessionProgress,
  }
}

/** Progress of every item, as the database keeps it. */
export function progressFrom(records: readonly LearningRecord[]): Progress {
  const units = [...new Set(records.map(({ kind, item }) => unitOf(kind, item)))]
  return Object.fromEntries(
    units.flatMap((unit) => {
      const state = progressOf(records.filter(({ kind, item }) => unitOf(kind, item) === unit))
      return state ? [[unit, state] as const] : []
    }),
  )
}
