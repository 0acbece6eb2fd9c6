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
  readonly form: string
  readonly options: readonly PaperOption[]
}

/** The form that a question's own words are. */
export const FIRST_FORM = 'a'

/** What one form of a question says. */
export interface FormWords {
  readonly ask: string
  readonly options: readonly Option[]
  /** Feedback for "I am not sure". */
  readonly unsure: string
  /** A better line to compare with, only for `what-would-you-say`. */
  readonly better?: string
}

/** The same question in other words, about another scene: ★, revision and evidence belong to the question. */
export interface Form extends FormWords {
  /** One letter from `b` on. */
  readonly id: string
}

export interface Question extends QuestionHead, FormWords {
  readonly principles: readonly Principle[]
  /** Item id of the lesson where the answer stands. */
  readonly lesson: string
  readonly options: readonly Option[]
  /** Further ones beside its own words; left out where there are none. */
  readonly forms?: readonly Form[]
}

/** All forms of a question, its own words first. */
export const formsOf = (question: Question): Form[] => [
  { ...question, id: FIRST_FORM },
  ...(question.forms ?? []),
]

/** A question in one of its forms. */
export interface AskedQuestion extends Omit<Question, 'forms'> {
  readonly form: string
}

/** Of a form that is gone no option is left. @param form none is the first */
export function asWritten(question: Question, form = FIRST_FORM): AskedQuestion {
  const words = formsOf(question).find(({ id }) => id === form) ?? { options: [] }
  return { ...question, ...words, id: question.id, form }
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
  return {
    ...quiz,
    questions: quiz.questions.map((question) => paperQuestionOf(asWritten(question))),
  }
}

export const paperQuestionOf = (question: AskedQuestion): PaperQuestion => ({
  id: question.id,
  slug: question.slug,
  revision: question.revision,
  kind: question.kind,
  star: question.star,
  form: question.form,
  ask: question.ask,
  options: question.options.map(({ id, text }) => ({ id, text })),
})
