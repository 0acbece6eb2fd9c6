/**
 * Progress kept up record by record, for a carrier that keeps only the progress (an LMS).
 * Equal to `progressOf` over the same records as one device makes them: in order, each once, with one
 * attempt or run open at a time.
 */
import { spansOf } from '#domain/calendar/spans.ts'
import { principlesWith, type RoadStep, type SessionProgress } from '#domain/practice/run.ts'
import type { Answer, FinishedAttempt, QuizProgress } from '#domain/quiz/attempt.ts'
import type {
  ItemProgress,
  Meeting,
  MeetingsProgress,
  OpenLessonProgress,
  PauseProgress,
  Progress,
  RatedProgress,
  WrittenProgress,
} from './progress.ts'
import { unitOf, type LearningRecord } from './record.ts'

/** The same progress where the record changes nothing. */
export function apply(progress: Progress, record: LearningRecord): Progress {
  const unit = unitOf(record.kind, record.item)
  const before = progress[unit] ?? null
  const after = applyTo(before, record)
  return after === null || after === before ? progress : { ...progress, [unit]: after }
}

function applyTo(before: ItemProgress | null, record: LearningRecord): ItemProgress | null {
  switch (record.kind) {
    case 'lesson-read':
      return {
        kind: 'lesson',
        revision: Math.max(before?.kind === 'lesson' ? before.revision : 0, record.revision),
      }
    case 'lesson-opened':
      return before?.kind === 'lesson'
        ? before
        : { kind: 'lesson-open', section: record.value.section }
    case 'question-answered':
      return answered(before?.kind === 'quiz' ? before : NEW_QUIZ, record)
    case 'quiz-finished':
      return finished(before?.kind === 'quiz' ? before : NEW_QUIZ, record)
    case 'turn-taken':
      return turned(before?.kind === 'session' ? before : NEW_SESSION, record)
    case 'session-ended':
      return ended(before?.kind === 'session' ? before : NEW_SESSION, record)
    case 'reflection-sent':
      return { kind: 'written', record: record.id, fields: {}, ...record.value }
    case 'exercise-saved':
      return { kind: 'written', record: record.id, text: '', shared: true, ...record.value }
    case 'confidence-rated': {
      const { ratings } = record.value
      return { kind: 'rated', record: record.id, ratedAt: record.madeAt, ratings }
    }
    case 'paused':
      return { kind: 'pause', since: record.madeAt }
    case 'resumed':
      return { kind: 'pause', since: null }
    case 'meeting-noted': {
      const meeting = { id: record.id, day: record.value.day }
      return { kind: 'meetings', meetings: byDay([...meetingsIn(before), meeting]) }
    }
    case 'meeting-taken-back': {
      const left = meetingsIn(before).filter(({ id }) => id !== record.value.meeting)
      return { kind: 'meetings', meetings: left }
    }
    case 'help-asked':
    case 'sign-off-asked':
      return before
  }
}

const meetingsIn = (before: ItemProgress | null): readonly Meeting[] =>
  before?.kind === 'meetings' ? before.meetings : []

const NEW_QUIZ: QuizProgress = {
  kind: 'quiz',
  passed: false,
  passedBy: null,
  best: null,
  tries: 0,
  rightAt: {},
  open: null,
  last: null,
}

const NEW_SESSION: SessionProgress = { kind: 'session', open: null, ended: [] }

type Of<K extends LearningRecord['kind']> = Extract<LearningRecord, { kind: K }>

function answered(quiz: QuizProgress, record: Of<'question-answered'>): QuizProgress {
  const { attempt, options, right } = record.value
  const { item, revision } = record
  const rightAt = right
    ? { ...quiz.rightAt, [item]: Math.max(quiz.rightAt[item] ?? 0, revision) }
    : quiz.rightAt
  const withAnswer = (answers: Readonly<Record<string, Answer>>): Record<string, Answer> => {
    const before = answers[item]
    const firstRight = before ? before.firstRight : right
    const tries = (before?.tries ?? 0) + 1
    return { ...answers, [item]: { firstRight, tries, options, right, revision } }
  }
  if (quiz.last?.id === attempt)
    return { ...quiz, rightAt, last: { ...quiz.last, answers: withAnswer(quiz.last.answers) } }
  const answers = quiz.open?.id === attempt ? quiz.open.answers : {}
  return { ...quiz, rightAt, open: { id: attempt, answers: withAnswer(answers) } }
}

function finished(quiz: QuizProgress, record: Of<'quiz-finished'>): QuizProgress {
  const { attempt, ...result } = record.value
  if (quiz.last?.id === attempt) return quiz
  const wasOpen = quiz.open?.id === attempt
  const last: FinishedAttempt = {
    id: attempt,
    answers: wasOpen ? (quiz.open?.answers ?? {}) : {},
    ...result,
  }
  const after = { ...quiz, last, open: wasOpen ? null : quiz.open }
  if (last.refresher) return after
  const { best } = quiz
  const isBest = best === null || last.right / last.of > best.right / best.of
  const passedBy = quiz.passedBy ?? (last.passed ? record.id : null)
  return {
    ...after,
    tries: quiz.tries + 1,
    best: isBest ? { right: last.right, of: last.of } : best,
    passedBy,
    passed: passedBy !== null,
  }
}

function turned(session: SessionProgress, record: Of<'turn-taken'>): SessionProgress {
  const { run, step, reply, verdicts } = record.value
  const turn = record.item.slice(record.item.lastIndexOf('/') + 1)
  const road = session.open?.id === run ? session.open.road : []
  return {
    ...session,
    open: { id: run, road: [...road.slice(0, step), { turn, reply, verdicts }] },
  }
}

function ended(session: SessionProgress, record: Of<'session-ended'>): SessionProgress {
  const { run, ending } = record.value
  if (session.ended.some((one) => one.id === run)) return session
  const wasOpen = session.open?.id === run
  const road = wasOpen ? (session.open?.road ?? []) : []
  const crossed = principlesWith('crossed', road)
  return {
    ...session,
    open: wasOpen ? null : session.open,
    ended: [...session.ended, { id: run, road, ending, endedBy: record.id, crossed }],
  }
}

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
