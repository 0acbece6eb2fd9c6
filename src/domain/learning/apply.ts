/**
 * Progress kept up record by record, for a carrier that keeps only the progress (an LMS).
 * Equal to `progressOf` over the same records as one device makes them: in order, each once, with one
 * attempt or run open at a time.
 */
import type { LearningRecord } from './record.ts'
import { unitOf } from './record.ts'
import {
  byDay,
  principlesWith,
  type Answer,
  type FinishedAttempt,
  type ItemProgress,
  type Meeting,
  type Progress,
  type QuizProgress,
  type SessionProgress,
} from './progress.ts'

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
