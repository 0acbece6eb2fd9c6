/** The one rule for what a record changes in the progress of its item. */
import { answered, finished, NEW_QUIZ } from './apply-quiz.ts'
import { ended, NEW_SESSION, turned } from './apply-talk.ts'
import { NOTHING, type Memory } from './memory.ts'
import type { ItemProgress, Meeting, MeetingsProgress, Progress } from './progress.ts'
import { inOrder, unitOf, type LearningRecord, type RecordKind } from './record.ts'

/**
 * Progress from records alone: a fold over `applyTo`. The result does not depend on their order or repetition.
 * @param records all of one person and one item
 * @returns null where none of them makes progress
 */
export const progressOf = (records: readonly LearningRecord[]): ItemProgress | null =>
  inOrder(records).reduce(applyTo, NOTHING_YET).have

/**
 * Progress kept up record by record, for a carrier that keeps only the progress (an LMS). Equal to `progressOf` over
 * the same records as one device makes them: in order, each once, with one attempt or run open at a time.
 * @returns the same progress where the record changes nothing
 */
export function apply(progress: Progress, record: LearningRecord): Progress {
  const unit = unitOf(record.kind, record.item)
  const before = progress[unit] ?? null
  const { have } = applyTo({ have: before, beside: NOTHING }, record)
  return have === null || have === before ? progress : { ...progress, [unit]: have }
}

export const NOTHING_YET: Memory = { have: null, beside: NOTHING }

/** What each kind of record makes. */
const MAKES: Readonly<Record<RecordKind, ItemProgress['kind'] | null>> = {
  'question-answered': 'quiz',
  'quiz-finished': 'quiz',
  'turn-taken': 'session',
  'session-ended': 'session',
  'lesson-read': 'lesson',
  'lesson-opened': 'lesson-open',
  'reflection-sent': 'written',
  'exercise-saved': 'written',
  'note-saved': 'written',
  'confidence-rated': 'rated',
  'card-sorted': 'cards',
  'meeting-noted': 'meetings',
  'meeting-taken-back': 'meetings',
  paused: 'pause',
  resumed: 'pause',
  'help-asked': null,
  'sign-off-asked': null,
}

/** Where records tell of one item in several ways, the first of these counts: a lesson that was read is not open. */
const RANKS: readonly ItemProgress['kind'][] = [
  'quiz',
  'session',
  'lesson',
  'lesson-open',
  'written',
  'rated',
  'meetings',
  'cards',
  'pause',
]

export function applyTo(memory: Memory, record: LearningRecord): Memory {
  const { have, beside } = memory
  const makes = MAKES[record.kind]
  if (!makes || (have && RANKS.indexOf(have.kind) < RANKS.indexOf(makes))) return memory
  const quiz = { have: have?.kind === 'quiz' ? have : NEW_QUIZ, beside }
  const session = { have: have?.kind === 'session' ? have : NEW_SESSION, beside }
  const now = (progress: ItemProgress): Memory => ({ have: progress, beside })
  switch (record.kind) {
    case 'question-answered':
      return answered(quiz, record)
    case 'quiz-finished':
      return finished(quiz, record)
    case 'turn-taken':
      return turned(session, record)
    case 'session-ended':
      return ended(session, record)
    case 'lesson-read': {
      const before = have?.kind === 'lesson' ? have.revision : 0
      return now({ kind: 'lesson', revision: Math.max(before, record.revision) })
    }
    case 'lesson-opened':
      return now({ kind: 'lesson-open', section: record.value.section })
    case 'reflection-sent': {
      const { text, shared } = record.value
      return now({ kind: 'written', record: record.id, text, fields: {}, shared })
    }
    case 'exercise-saved': {
      const { fields } = record.value
      return now({ kind: 'written', record: record.id, text: '', fields, shared: true })
    }
    case 'note-saved': {
      const { text } = record.value
      return now({ kind: 'written', record: record.id, text, fields: {}, shared: false })
    }
    case 'confidence-rated': {
      const { ratings } = record.value
      return now({ kind: 'rated', record: record.id, ratedAt: record.madeAt, ratings })
    }
    case 'card-sorted': {
      const { item, madeAt: at, value } = record
      const sorted = have?.kind === 'cards' ? have.sorted : {}
      const mine = [...(sorted[item] ?? []), { at, ...value }]
      return now({ kind: 'cards', sorted: { ...sorted, [item]: mine } })
    }
    case 'meeting-noted': {
      const isTakenBack = beside.takenBack.includes(record.id)
      const noted = isTakenBack ? [] : [{ id: record.id, day: record.value.day }]
      return now(meetings([...meetingsIn(have), ...noted]))
    }
    case 'meeting-taken-back': {
      const { meeting } = record.value
      const left = meetingsIn(have).filter(({ id }) => id !== meeting)
      return {
        have: meetings(left),
        beside: { ...beside, takenBack: [...beside.takenBack, meeting] },
      }
    }
    case 'paused': {
      // Of two at the same moment the end comes last: nobody is left in a pause by chance.
      const isOver = record.madeAt <= beside.resumedAt
      const since = have?.kind === 'pause' ? have.since : null
      return now({ kind: 'pause', since: since ?? (isOver ? null : record.madeAt) })
    }
    case 'resumed':
      return {
        have: { kind: 'pause', since: null },
        beside: { ...beside, resumedAt: record.madeAt },
      }
    case 'help-asked':
    case 'sign-off-asked':
      return memory
  }
}

const meetingsIn = (have: ItemProgress | null): readonly Meeting[] =>
  have?.kind === 'meetings' ? have.meetings : []

/** Oldest day first. */
const meetings = (all: readonly Meeting[]): MeetingsProgress => ({
  kind: 'meetings',
  meetings: [...all].sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id)),
})
