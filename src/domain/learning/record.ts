/** A record is one thing that a trainee did: append-only, absolute, made once where it happened. */
import type { Pile } from '#domain/course/decision-cards.ts'
import type { ItemId, Principle } from '#domain/course/item.ts'
import type { Verdict } from '#domain/course/session.ts'
import type { Ratings, When } from './ratings.ts'

/** What was done, and what belongs to it. Verdicts are written down when they are given, so that a later edit of the course never changes them. */
export type Deed =
  | { readonly kind: 'lesson-read'; readonly value: Record<string, never> }
  /** `section`: where somebody stopped, counted from 1 by the headings of the lesson, the same in every language. */
  | { readonly kind: 'lesson-opened'; readonly value: { readonly section: number } }
  | {
      readonly kind: 'question-answered'
      readonly value: {
        readonly attempt: string
        readonly options: readonly string[]
        readonly right: boolean
        /** In which it was asked; left out for the first, as in every record of before. */
        readonly form?: string
      }
    }
  | {
      readonly kind: 'quiz-finished'
      readonly value: {
        readonly attempt: string
        readonly right: number
        readonly of: number
        readonly passed: boolean
        /** Questions that an attempt before answered right and that were not asked again, with the revision answered then. */
        readonly kept?: Readonly<Record<string, number>>
        /** True where only raised ★ questions were asked again. */
        readonly refresher: boolean
      }
    }
  | {
      readonly kind: 'turn-taken'
      readonly value: {
        readonly run: string
        /** Place in the road, from 0; taking an earlier step again cuts the road there. */
        readonly step: number
        readonly reply: string
        readonly verdicts: Readonly<Partial<Record<Principle, Verdict>>>
      }
    }
  | {
      readonly kind: 'session-ended'
      readonly value: { readonly run: string; readonly ending: string }
    }
  | {
      readonly kind: 'reflection-sent'
      readonly value: { readonly text: string; readonly shared: boolean }
    }
  | {
      readonly kind: 'exercise-saved'
      readonly value: { readonly fields: Readonly<Record<string, string>> }
    }
  /** On a lesson, for oneself alone: nobody else ever reads it. Empty where it was cleared. */
  | { readonly kind: 'note-saved'; readonly value: { readonly text: string } }
  /** A decision card; never scored, and seen by nobody else (docs/decisions/remembering.md). */
  | {
      readonly kind: 'card-sorted'
      readonly value: { readonly pile: Pile; readonly right: boolean }
    }
  | {
      readonly kind: 'confidence-rated'
      readonly value: { readonly when: When; readonly ratings: Ratings }
    }
  | {
      readonly kind: 'help-asked'
      readonly value: { readonly page: string; readonly text: string }
    }
  | { readonly kind: 'sign-off-asked'; readonly value: Record<string, never> }
  /** Item `pause`: no reminders, no lost place. `until`: the day on which they mean to be back, `YYYY-MM-DD`, or null. */
  | { readonly kind: 'paused'; readonly value: { readonly until: string | null } }
  | { readonly kind: 'resumed'; readonly value: Record<string, never> }
  /** Item `meetings`: a mentor met a mentee on this day, `YYYY-MM-DD`; never with whom. */
  | { readonly kind: 'meeting-noted'; readonly value: { readonly day: string } }
  /** `meeting`: id of the record that noted it by mistake. */
  | { readonly kind: 'meeting-taken-back'; readonly value: { readonly meeting: string } }

export type RecordKind = Deed['kind']

export type LearningRecord = Deed & {
  /** UUIDv7, made where it happened. */
  readonly id: string
  readonly person: string
  /** The question, turn, lesson … it is about; `course` where it is about the whole. */
  readonly item: ItemId
  readonly revision: number
  /** Milliseconds since 1970, by the clock of the device. */
  readonly madeAt: number
  readonly receivedAt: number
  readonly source: 'web' | 'queue' | 'scorm'
}

/** The records of one kind. */
export type RecordOf<K extends RecordKind> = Extract<LearningRecord, { kind: K }>

/** A deed about an item, before it gets its id and its time where it happens. */
export type Made<K extends RecordKind = RecordKind> = Extract<Deed, { kind: K }> & {
  readonly item: ItemId
  readonly revision: number
}

/** @param at milliseconds since 1970 @param id a UUIDv7 */
export const recordOf = (
  made: Made,
  { at, ...stamp }: Pick<LearningRecord, 'id' | 'person' | 'source'> & { readonly at: number },
): LearningRecord => ({ ...made, ...stamp, madeAt: at, receivedAt: at })

/** Each id once; by time made, then by id. */
export function inOrder(records: readonly LearningRecord[]): LearningRecord[] {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()]
  return unique.sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
}

/** Where the own note on a lesson is kept, beside whether it was read. */
export const noteOf = (lesson: ItemId): ItemId => `${lesson}/note`

/** The item whose progress a record changes: a quiz for its questions, a session for its turns, the cards of a module. */
export function unitOf(kind: RecordKind, item: ItemId): ItemId {
  if (kind === 'note-saved') return noteOf(item)
  return kind === 'question-answered' || kind === 'turn-taken' || kind === 'card-sorted'
    ? item.slice(0, item.lastIndexOf('/'))
    : item
}
