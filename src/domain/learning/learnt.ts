/** All that somebody did and wrote, step by step in the order of the course: what "My learning" shows. */
import { stepsOf, type Course, type Module, type Step } from '#domain/course/course.ts'
import { ownWordsOf } from '#domain/course/session.ts'
import { bestRun, type EndedRun } from '#domain/practice/run.ts'
import { sessionProgressOf, type Progress } from './progress.ts'
import { inOrder, noteOf, unitOf, type LearningRecord, type RecordOf } from './record.ts'

/** Single answers and turns stand with their quiz and their talk. */
export const LEARNT_KINDS = [
  'lesson-read',
  'quiz-finished',
  'session-ended',
  'reflection-sent',
  'exercise-saved',
  'note-saved',
  'help-asked',
] as const

/** Words as they stood at one time. */
export interface Wrote {
  /** When, milliseconds since 1970. */
  readonly at: number
  readonly text: string
  /** Of an exercise, by the field's id. */
  readonly fields: Readonly<Record<string, string>>
  readonly shared: boolean
}

export interface StepLearnt {
  readonly step: Step
  /** Begun, and neither read nor finished. */
  readonly isOpen: boolean
  /** When a lesson was read first; null where it was not. */
  readonly readAt: number | null
  /** Oldest first. */
  readonly attempts: readonly RecordOf<'quiz-finished'>[]
  /** Oldest first. */
  readonly runs: readonly {
    readonly at: number
    readonly ending: string
    readonly run: EndedRun | null
  }[]
  readonly best: EndedRun | null
  /** A reflection, an exercise, a note on a lesson, own words after a talk; newest first, the first one counts. */
  readonly wrote: readonly Wrote[]
}

export interface Learnt {
  /** Only those in which something was done. */
  readonly modules: readonly { readonly module: Module; readonly steps: readonly StepLearnt[] }[]
  /** Written in steps that the course does not have any more; newest first. */
  readonly gone: readonly Wrote[]
  /** Newest first. */
  readonly questions: readonly RecordOf<'help-asked'>[]
}

/** @param records of these kinds, in any order */
export function learntOf(
  course: Course,
  progress: Progress,
  records: readonly LearningRecord[],
): Learnt {
  const byUnit = Map.groupBy(inOrder(records), ({ kind, item }) => unitOf(kind, item))
  const of = (unit: string): readonly LearningRecord[] => {
    const found = byUnit.get(unit) ?? []
    byUnit.delete(unit)
    return found
  }
  const questions = of('course').filter((one) => one.kind === 'help-asked')
  const modules = course.modules.map((module) => ({
    module,
    steps: stepsOf(module)
      .map((step) => stepLearnt(step, progress, of))
      .filter(hasSomething),
  }))
  return {
    modules: modules.filter(({ steps }) => steps.length > 0),
    gone: [...byUnit.values()].flatMap(wroteIn).sort((a, b) => b.at - a.at),
    questions: [...questions].reverse(),
  }
}

function stepLearnt(
  step: Step,
  progress: Progress,
  of: (unit: string) => readonly LearningRecord[],
): StepLearnt {
  const { id } = step.item
  const own = of(id)
  const beside = besideOf(step)
  const session = sessionProgressOf(progress, id)
  const have = progress[id]
  return {
    step,
    isOpen:
      have?.kind === 'lesson-open' ||
      ((have?.kind === 'quiz' || have?.kind === 'session') && have.open !== null),
    readAt: own.find(({ kind }) => kind === 'lesson-read')?.madeAt ?? null,
    attempts: own.filter((one) => one.kind === 'quiz-finished'),
    runs: own
      .filter((one) => one.kind === 'session-ended')
      .map(({ id: record, madeAt: at, value: { ending } }) => ({
        at,
        ending,
        run: session?.ended.find(({ endedBy }) => endedBy === record) ?? null,
      })),
    best: session && bestRun(session),
    wrote: wroteIn([...own, ...(beside ? of(beside) : [])]),
  }
}

/** Where words about a step are kept beside it. */
function besideOf({ kind, item }: Step): string | null {
  if (kind === 'lesson') return noteOf(item.id)
  return kind === 'session' ? ownWordsOf(item.id) : null
}

const hasSomething = ({ isOpen, readAt, attempts, runs, wrote }: StepLearnt): boolean =>
  isOpen || readAt !== null || attempts.length > 0 || runs.length > 0 || wrote.length > 0

/** Newest first; what was cleared does not come back here. @param records oldest first */
function wroteIn(records: readonly LearningRecord[]): Wrote[] {
  const all = records.reduce<readonly Wrote[]>((before, record) => {
    const { madeAt: at } = record
    if (record.kind === 'reflection-sent') return [...before, { at, fields: {}, ...record.value }]
    if (record.kind === 'exercise-saved')
      return [...before, { at, text: '', fields: record.value.fields, shared: true }]
    if (record.kind !== 'note-saved') return before
    const { text } = record.value
    return text ? [...before, { at, text, fields: {}, shared: false }] : []
  }, [])
  return [...all].reverse()
}
