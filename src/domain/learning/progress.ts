/** What a person has done of one item, computed from its records alone (apply.ts): no key, no course, no clock. */
import type { Pile } from '#domain/course/decision-cards.ts'
import type { SessionProgress } from '#domain/practice/run.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import type { Ratings } from './ratings.ts'
import { noteOf } from './record.ts'

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
  /** Only while it is read: the words are there, and stay closed in this session (domain/people/held.ts). */
  readonly isClosed?: boolean
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

/** The decision cards of one module: what was done with each, by its id. */
export interface CardsProgress {
  readonly kind: 'cards'
  /** Oldest first. */
  readonly sorted: Readonly<Record<string, readonly SortedCard[]>>
}

export interface SortedCard {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly pile: Pile
  readonly right: boolean
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
  | CardsProgress

/** A person's progress by item id. */
export type Progress = Readonly<Record<string, ItemProgress>>

export function quizProgressOf(progress: Progress, quiz: string): QuizProgress | null {
  const have = progress[quiz]
  return have?.kind === 'quiz' ? have : null
}

export function sessionProgressOf(progress: Progress, session: string): SessionProgress | null {
  const have = progress[session]
  return have?.kind === 'session' ? have : null
}

/** The own note on a lesson; '' for none. */
export function noteIn(progress: Progress, lesson: string): string {
  const have = progress[noteOf(lesson)]
  return have?.kind === 'written' ? have.text : ''
}
