/** What the state keeps of one quiz. */
import { shortKey } from '#domain/course/short-keys.ts'
import type { Answer, FinishedAttempt, QuizProgress } from '#domain/quiz/attempt.ts'
import { keptFor } from '#domain/quiz/grade.ts'
import { UNSURE, type Question, type Quiz } from '#domain/course/quiz.ts'
import { bitsText, numberText, type TextReader } from './digits.ts'
import type { Room } from './room.ts'

/** Stands for the record that passed the quiz: records themselves stay nowhere in an LMS. */
const KEPT = 'kept'
const HAS = { passed: 1, best: 2, open: 4, last: 8, lastPassed: 16, lastRefresher: 32 } as const
/** `kept`: right in the last attempt or kept by it, at the revision of `rightAt`. It costs no character. */
const IN = { rightAt: 1, open: 2, last: 4, kept: 8 } as const

/** Head, then best, then last result, then one entry for each question that was touched. */
export function quizText(quiz: Quiz, progress: QuizProgress, room: Room): string {
  const { best, last } = progress
  const open = room.openAnswers ? progress.open : null
  const kept = keptFor(quiz, { last, open: null })
  const head =
    (progress.passed ? HAS.passed : 0) |
    (best ? HAS.best : 0) |
    (open ? HAS.open : 0) |
    (last ? HAS.last : 0) |
    (last?.passed ? HAS.lastPassed : 0) |
    (last?.refresher ? HAS.lastRefresher : 0)
  return [
    bitsText(head),
    numberText(progress.tries),
    best ? numberText(best.right) + numberText(best.of) : '',
    last ? numberText(last.right) + numberText(last.of) : '',
    ...quiz.questions.map((question) =>
      questionText(question, {
        rightAt: progress.rightAt[question.id],
        open: open?.answers[question.id],
        last: room.lastAnswers ? last?.answers[question.id] : undefined,
        isKept: kept[question.id] !== undefined,
      }),
    ),
  ].join('')
}

interface Kept {
  readonly rightAt: number | undefined
  readonly open: Answer | undefined
  readonly last: Answer | undefined
  readonly isKept: boolean
}

function questionText(question: Question, { rightAt, open, last, isKept }: Kept): string {
  const held =
    (rightAt ? IN.rightAt : 0) |
    (open ? IN.open : 0) |
    (last ? IN.last : 0) |
    (rightAt && isKept ? IN.kept : 0)
  if (held === 0) return ''
  return [
    shortKey(question.slug),
    bitsText(held),
    rightAt ? numberText(rightAt) : '',
    open || last ? signatureOf(question) : '',
    open ? answerText(question, open) : '',
    last ? answerText(question, last) : '',
  ].join('')
}

const MOST_TRIES = 15

const answerText = (question: Question, answer: Answer): string =>
  bitsText(
    (answer.firstRight ? 1 : 0) |
      (answer.right ? 2 : 0) |
      (Math.min(answer.tries, MOST_TRIES) << 2),
  ) +
  numberText(
    optionIds(question).reduce(
      (mask, id, index) => mask + (answer.options.includes(id) ? 2 ** index : 0),
      0,
    ),
  ) +
  numberText(answer.revision)

/** @returns null where the text cannot belong to this quiz */
export function readQuiz(quiz: Quiz, from: TextReader): QuizProgress {
  const head = from.bits()
  const tries = from.number()
  const best = head & HAS.best ? { right: from.number(), of: from.number() } : null
  const result = head & HAS.last ? { right: from.number(), of: from.number() } : null
  const rightAt: Record<string, number> = {}
  const open: Record<string, Answer> = {}
  const last: Record<string, Answer> = {}
  const kept: Record<string, number> = {}
  while (!from.done()) {
    const key = from.key()
    const question = quiz.questions.find(({ slug }) => shortKey(slug) === key)
    const held = from.bits()
    if (held & IN.rightAt) {
      const revision = from.number()
      if (question) rightAt[question.id] = revision
      if (question && held & IN.kept) kept[question.id] = revision
    }
    const signature = held & (IN.open | IN.last) ? from.key() : null
    const sameOptions = question && signature === signatureOf(question)
    if (held & IN.open) keep(open, question, readAnswer(from, sameOptions ? question : null))
    if (held & IN.last) keep(last, question, readAnswer(from, sameOptions ? question : null))
  }
  const passed = (head & HAS.passed) !== 0
  return {
    kind: 'quiz',
    passed,
    passedBy: passed ? KEPT : null,
    best,
    tries,
    rightAt,
    open: head & HAS.open ? { id: 'kept-open', answers: open } : null,
    last: result && lastOf(head, result, last, kept),
  }
}

const keep = (
  answers: Record<string, Answer>,
  question: Question | undefined,
  answer: Answer,
): void => {
  if (question) answers[question.id] = answer
}

/** @param question null where its options are not those that were answered: then what was chosen is left out */
function readAnswer(from: TextReader, question: Question | null): Answer {
  const bits = from.bits()
  const mask = from.number()
  const revision = from.number()
  return {
    firstRight: (bits & 1) !== 0,
    right: (bits & 2) !== 0,
    tries: bits >> 2,
    options: question
      ? optionIds(question).filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1)
      : [],
    revision,
  }
}

const lastOf = (
  head: number,
  result: { right: number; of: number },
  answers: Readonly<Record<string, Answer>>,
  right: Readonly<Record<string, number>>,
): FinishedAttempt => {
  // What was answered stands with its answer.
  const kept = Object.entries(right).filter(([id]) => answers[id] === undefined)
  return {
    id: 'kept-last',
    answers,
    ...result,
    passed: (head & HAS.lastPassed) !== 0,
    refresher: (head & HAS.lastRefresher) !== 0,
    ...(kept.length > 0 ? { kept: Object.fromEntries(kept) } : {}),
  }
}

const optionIds = (question: Question): string[] =>
  [...question.options.map(({ id }) => id), UNSURE].sort()

/** A key that changes when an option comes or goes, since options are kept by their place. */
const signatureOf = (question: Question): string => shortKey(optionIds(question).join(' '))
