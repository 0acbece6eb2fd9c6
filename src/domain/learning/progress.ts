/** What a person has done of one item, computed from its records alone: no key, no course, no clock. */
import { spansOf } from '#domain/readiness/spans.ts'
import type { Principle } from '#domain/course/course.ts'
import type { Verdict } from '#domain/practice/session.ts'
import type { Ratings } from './confidence.ts'
import type { LearningRecord } from './record.ts'

export interface Answer {
  /** Whether the first answer in the attempt was right: the one that scores. */
  readonly firstRight: boolean
  readonly options: readonly string[]
  readonly right: boolean
  readonly tries: number
  readonly revision: number
}

export interface Attempt {
  readonly id: string
  readonly answers: Readonly<Record<string, Answer>>
}

export interface FinishedAttempt extends Attempt {
  /** With those that were kept from the attempt before. */
  readonly right: number
  readonly of: number
  readonly passed: boolean
  readonly refresher: boolean
  /** Questions that counted as right without being asked, with the revision that was answered. */
  readonly kept?: Readonly<Record<string, number>>
}

export interface QuizProgress {
  readonly kind: 'quiz'
  readonly passed: boolean
  /** Id of the record that first passed it. */
  readonly passedBy: string | null
  readonly best: { readonly right: number; readonly of: number } | null
  /** Finished attempts, refreshers left out. */
  readonly tries: number
  /** Highest revision of each question that ended right. */
  readonly rightAt: Readonly<Record<string, number>>
  readonly open: Attempt | null
  readonly last: FinishedAttempt | null
}

export interface RoadStep {
  readonly turn: string
  readonly reply: string
  readonly verdicts: Readonly<Partial<Record<Principle, Verdict>>>
}

export interface Run {
  readonly id: string
  readonly road: readonly RoadStep[]
}

export interface EndedRun extends Run {
  readonly ending: string
  /** Id of the record that ended it. */
  readonly endedBy: string
  readonly crossed: readonly Principle[]
}

export interface SessionProgress {
  readonly kind: 'session'
  readonly open: Run | null
  /** Oldest first. */
  readonly ended: readonly EndedRun[]
}

/** Read: where somebody stopped before does not matter any more. */
export interface LessonProgress {
  readonly kind: 'lesson'
  readonly revision: number
}

/** Begun, and not read yet. */
export interface OpenLessonProgress {
  readonly kind: 'lesson-open'
  /** Where they stopped last, counted from 1 by the headings. */
  readonly section: number
}

export interface WrittenProgress {
  readonly kind: 'written'
  readonly record: string
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
  readonly shared: boolean
}

/** How sure somebody said they feel: the latest that they said. */
export interface RatedProgress {
  readonly kind: 'rated'
  readonly record: string
  /** Milliseconds since 1970. */
  readonly ratedAt: number
  readonly ratings: Ratings
}

/** Item `pause`: since when, or null once the person is back. */
export interface PauseProgress {
  readonly kind: 'pause'
  readonly since: number | null
}

/** Item `meetings`: when a mentor met a mentee; without those that were taken back. */
export interface MeetingsProgress {
  readonly kind: 'meetings'
  /** Oldest day first; `id` of the record, `day` as `YYYY-MM-DD`. */
  readonly meetings: readonly Meeting[]
}

export interface Meeting {
  readonly id: string
  readonly day: string
}

export type ItemProgress =
  | PauseProgress
  | LessonProgress
  | OpenLessonProgress
  | QuizProgress
  | SessionProgress
  | WrittenProgress
  | RatedProgress
  | MeetingsProgress

/** A person's progress by item id. */
export type Progress = Readonly<Record<string, ItemProgress>>

/**
 * The result does not depend on the order or the repetition of the records.
 * @param records all of one person and one item
 * @returns null where none of them makes progress
 */
export function progressOf(records: readonly LearningRecord[]): ItemProgress | null {
  const sorted = inOrder(records)
  const kinds = new Set(sorted.map((record) => record.kind))
  if (kinds.has('question-answered') || kinds.has('quiz-finished')) return quizProgress(sorted)
  if (kinds.has('turn-taken') || kinds.has('session-ended')) return sessionProgress(sorted)
  const read = sorted.filter((record) => record.kind === 'lesson-read')
  if (read.length)
    return { kind: 'lesson', revision: Math.max(...read.map((record) => record.revision)) }
  return (
    openLessonProgress(sorted) ??
    writtenProgress(sorted) ??
    ratedProgress(sorted) ??
    meetingsProgress(sorted) ??
    pauseProgress(sorted)
  )
}

/** Each id once; by time made, then by id. */
export function inOrder(records: readonly LearningRecord[]): LearningRecord[] {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()]
  return unique.sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
}

function quizProgress(records: readonly LearningRecord[]): QuizProgress {
  const attempts = new Map<string, Record<string, Answer>>()
  const rightAt: Record<string, number> = {}
  const finished: (FinishedAttempt & { readonly by: string })[] = []
  for (const record of records) {
    if (record.kind === 'question-answered') {
      const { attempt, options, right } = record.value
      const answers = attempts.get(attempt) ?? {}
      const before = answers[record.item]
      answers[record.item] = {
        firstRight: before ? before.firstRight : right,
        tries: (before?.tries ?? 0) + 1,
        options,
        right,
        revision: record.revision,
      }
      attempts.set(attempt, answers)
      if (right) rightAt[record.item] = Math.max(rightAt[record.item] ?? 0, record.revision)
    } else if (record.kind === 'quiz-finished') {
      const { attempt, ...result } = record.value
      if (!finished.some((other) => other.id === attempt))
        finished.push({ id: attempt, answers: {}, ...result, by: record.id })
    }
  }
  const done = finished.map((one) => ({ ...one, answers: attempts.get(one.id) ?? {} }))
  const scored = done.filter((one) => !one.refresher)
  // Only the attempt that was begun last is open: one that was left behind does not come back.
  const latest = [...attempts.keys()].at(-1)
  const open = done.some((one) => one.id === latest) ? undefined : latest
  const passedBy = scored.find((one) => one.passed)?.by ?? null
  const last = done.at(-1)
  return {
    kind: 'quiz',
    passed: passedBy !== null,
    passedBy,
    best: bestOf(scored),
    tries: scored.length,
    rightAt,
    open: open === undefined ? null : { id: open, answers: attempts.get(open) ?? {} },
    last: last ? withoutRecord(last) : null,
  }
}

function withoutRecord({
  by: _,
  ...attempt
}: FinishedAttempt & { readonly by: string }): FinishedAttempt {
  return attempt
}

function bestOf(attempts: readonly FinishedAttempt[]): QuizProgress['best'] {
  const best = attempts.reduce<FinishedAttempt | null>(
    (top, one) => (top === null || one.right / one.of > top.right / top.of ? one : top),
    null,
  )
  return best && { right: best.right, of: best.of }
}

function sessionProgress(records: readonly LearningRecord[]): SessionProgress {
  const roads = new Map<string, RoadStep[]>()
  const endings = new Map<string, { ending: string; endedBy: string }>()
  for (const record of records) {
    if (record.kind === 'turn-taken') {
      const { run, step, reply, verdicts } = record.value
      const turn = record.item.slice(record.item.lastIndexOf('/') + 1)
      roads.set(run, [...(roads.get(run) ?? []).slice(0, step), { turn, reply, verdicts }])
    } else if (record.kind === 'session-ended' && !endings.has(record.value.run)) {
      endings.set(record.value.run, { ending: record.value.ending, endedBy: record.id })
    }
  }
  // Only the run that was begun last is open: one that was left behind does not come back.
  const latest = [...roads.keys()].at(-1)
  const open = latest === undefined || endings.has(latest) ? undefined : latest
  return {
    kind: 'session',
    open: open === undefined ? null : { id: open, road: roads.get(open) ?? [] },
    ended: [...endings].map(([id, { ending, endedBy }]) => {
      const road = roads.get(id) ?? []
      return { id, road, ending, endedBy, crossed: principlesWith('crossed', road) }
    }),
  }
}

/** The principles that have this verdict anywhere on the road, each once. */
export function principlesWith(verdict: Verdict, road: readonly RoadStep[]): Principle[] {
  const found = road.flatMap((step) =>
    Object.entries(step.verdicts)
      .filter(([, given]) => given === verdict)
      .map(([principle]) => principle as Principle),
  )
  return [...new Set(found)]
}

/** The ended run with the fewest crossed, then the fewest missed principles; the later one where they are equal. */
export function bestRun(progress: SessionProgress): EndedRun | null {
  const weight = (run: EndedRun): number =>
    run.crossed.length * 100 + principlesWith('missed', run.road).length
  return progress.ended.reduce<EndedRun | null>(
    (best, run) => (best === null || weight(run) <= weight(best) ? run : best),
    null,
  )
}

function openLessonProgress(records: readonly LearningRecord[]): OpenLessonProgress | null {
  const last = records.findLast((record) => record.kind === 'lesson-opened')
  return last ? { kind: 'lesson-open', section: last.value.section } : null
}

function writtenProgress(records: readonly LearningRecord[]): WrittenProgress | null {
  const last = records.findLast(
    (record) => record.kind === 'reflection-sent' || record.kind === 'exercise-saved',
  )
  if (last?.kind === 'reflection-sent')
    return {
      kind: 'written',
      record: last.id,
      text: last.value.text,
      fields: {},
      shared: last.value.shared,
    }
  if (last?.kind === 'exercise-saved')
    return { kind: 'written', record: last.id, text: '', fields: last.value.fields, shared: true }
  return null
}

function ratedProgress(records: readonly LearningRecord[]): RatedProgress | null {
  const last = records.findLast((record) => record.kind === 'confidence-rated')
  return last
    ? { kind: 'rated', record: last.id, ratedAt: last.madeAt, ratings: last.value.ratings }
    : null
}

function meetingsProgress(records: readonly LearningRecord[]): MeetingsProgress | null {
  const noted: Meeting[] = []
  const takenBack = new Set<string>()
  for (const record of records) {
    if (record.kind === 'meeting-noted') noted.push({ id: record.id, day: record.value.day })
    if (record.kind === 'meeting-taken-back') takenBack.add(record.value.meeting)
  }
  if (noted.length + takenBack.size === 0) return null
  return { kind: 'meetings', meetings: byDay(noted.filter(({ id }) => !takenBack.has(id))) }
}

export const byDay = (meetings: readonly Meeting[]): Meeting[] =>
  [...meetings].sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))

function pauseProgress(records: readonly LearningRecord[]): PauseProgress | null {
  const turns = records.filter(({ kind }) => kind === 'paused' || kind === 'resumed')
  const last = spansOf(turns.map((one) => ({ at: one.madeAt, on: one.kind === 'paused' }))).at(-1)
  if (turns.length === 0) return null
  return { kind: 'pause', since: last?.until === null ? last.from : null }
}
