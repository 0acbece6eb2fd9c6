/** Which attempt a page of a quiz is about, which questions it asks, and which one comes next. */
import type { Question, Quiz } from '#domain/course/quiz.ts'
import type { Answer, Attempt, QuizProgress } from './attempt.ts'
import { keptFor, nextQuestion, questionsIn, questionsOf, questionsToRefresh } from './grade.ts'

export interface QuizNow {
  /** Null before the first answer of an attempt: with it a new one begins. */
  readonly attempt: Attempt | null
  /** The attempt is over and only looked at. */
  readonly isFinished: boolean
  readonly refresher: boolean
  readonly questions: readonly Question[]
  /** How many are not asked, since they were right in the attempt before. */
  readonly kept: number
}

/** @param wished id of the attempt to look at; where it is not the last one, the open one counts, else a new one */
export function quizNow(quiz: Quiz, progress: QuizProgress | null, wished: string | null): QuizNow {
  const last = progress?.last
  if (last && last.id === wished)
    return {
      attempt: last,
      isFinished: true,
      refresher: last.refresher,
      questions: questionsIn(quiz, last),
      kept: Object.keys(last.kept ?? {}).length,
    }
  return {
    attempt: progress?.open ?? null,
    isFinished: false,
    refresher: questionsToRefresh(quiz, progress).length > 0,
    questions: questionsOf(quiz, progress),
    kept: Object.keys(keptFor(quiz, progress)).length,
  }
}

/** Where somebody begins or carries on; undefined only for a quiz without questions. */
export const firstToAsk = ({ questions, attempt }: QuizNow): Question | undefined =>
  nextQuestion(questions, attempt) ?? questions[0]

export interface QuestionNow {
  readonly answer: Answer | undefined
  /** Its place among those that are asked, from 1, and how many these are. */
  readonly number: number
  readonly of: number
  readonly previous: Question | null
  /** Null where the result comes. `again`: it was answered, and must end right. */
  readonly next: { readonly question: Question; readonly again: boolean } | null
}

export function questionNow(quiz: Quiz, now: QuizNow, question: Question): QuestionNow {
  const { attempt, questions } = now
  // One that is not asked in this attempt is looked at among all.
  const listed = questions.includes(question) ? questions : quiz.questions
  const at = listed.indexOf(question)
  const next = now.isFinished ? null : questionAfter(questions, attempt, question)
  return {
    answer: attempt?.answers[question.id],
    number: at + 1,
    of: listed.length,
    previous: listed[at - 1] ?? null,
    next: next && { question: next, again: attempt?.answers[next.id] !== undefined },
  }
}

/** Where an answer leads: on from what is right; what went wrong stays, to be looked at and tried again. */
export type AfterAnswer =
  | { readonly kind: 'stays' }
  | ({ readonly kind: 'question' } & NonNullable<QuestionNow['next']>)
  | { readonly kind: 'result' }

/** @param now with the answer in its attempt */
export function afterAnswer(quiz: Quiz, now: QuizNow, question: Question): AfterAnswer {
  if (!now.attempt?.answers[question.id]?.right) return { kind: 'stays' }
  const { next } = questionNow(quiz, now, question)
  return next ? { kind: 'question', ...next } : { kind: 'result' }
}

/** The next one that is not answered, then what was passed over, then what must end right. */
const questionAfter = (
  questions: readonly Question[],
  attempt: Attempt | null,
  question: Question,
): Question | null =>
  questions
    .slice(questions.indexOf(question) + 1)
    .find(({ id }) => attempt?.answers[id] === undefined) ?? nextQuestion(questions, attempt)
