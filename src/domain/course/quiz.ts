/** A quiz as its grader sees it (`Quiz`, with key and feedback) and as a page sees it (`QuizPaper`). */
import type { Item, Principle } from './item.ts'

export const QUESTION_KINDS = ['single', 'several', 'true-false', 'what-would-you-say'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** The option that the platform adds to every question. */
export const UNSURE = 'unsure'

export interface PaperOption {
  readonly id: string
  readonly text: string
}

export interface Option extends PaperOption {
  readonly right: boolean
  readonly feedback: string
}

interface QuestionHead {
  /** `consent/quiz/who-decides` */
  readonly id: string
  readonly slug: string
  readonly revision: number
  readonly kind: QuestionKind
  /** Safety-critical: must end right within a passing attempt. */
  readonly star: boolean
  readonly ask: string
}

export interface PaperQuestion extends QuestionHead {
  readonly options: readonly PaperOption[]
}

export interface Question extends QuestionHead {
  readonly principles: readonly Principle[]
  /** Item id of the lesson where the answer stands. */
  readonly lesson: string
  readonly options: readonly Option[]
  /** Feedback for "I am not sure". */
  readonly unsure: string
  /** A better line to compare with, only for `what-would-you-say`. */
  readonly better?: string
}

/** Without key and feedback: may go to a page. */
export interface QuizPaper extends Item {
  readonly questions: readonly PaperQuestion[]
}

/** With key and feedback: for the grader, a person's own saved module and a package. */
export interface Quiz extends Item {
  readonly questions: readonly Question[]
}

/** Takes key, feedback and lesson away. */
export function paperOf(quiz: Quiz): QuizPaper {
  return { ...quiz, questions: quiz.questions.map(paperQuestionOf) }
}

export const paperQuestionOf = (question: Question): PaperQuestion => ({
  id: question.id,
  slug: question.slug,
  revision: question.revision,
  kind: question.kind,
  star: question.star,
  ask: question.ask,
  options: question.options.map(({ id, text }) => ({ id, text })),
})
