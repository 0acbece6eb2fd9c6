/** What the state keeps of one quiz. */
import { shortKey } from '#domain/course/short-keys.ts'
import type { Answer, FinishedAttempt, QuizProgress } from '#domain/quiz/attempt.ts'
import { keptFor } from '#domain/quiz/grade.ts'
import { asWritten, FIRST_FORM, UNSURE, type Question, type Quiz } from '#domain/course/quiz.ts'
import { seedFor } from '#domain/quiz/forms.ts'
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
  const answers = [open, last].filter((one) => one !== undefined)
  return [
    shortKey(question.slug),
    bitsText(held),
    rightAt ? numberText(rightAt) : '',
    answers.length > 0 ? signatureOf(question, answers) : '',
    ...answers.map((answer) => answerText(question, answer)),
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
    optionIds(question, answer.form).reduce(
      (mask, id, index) => mask + (answer.options.includes(id) ? 2 ** index : 0),
      SETS * (numberOf(answer.form) + FORMS.length * numberOf(answer.wrongIn)),
    ),
  ) +
  numberText(answer.revision)

/**
 * Attempts keep no ids but how they end: form and order hang on it.
 * @param salt what stands for the learner
 */
export function readQuiz(quiz: Quiz, from: TextReader, salt: string): QuizProgress {
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
    const found = [
      { into: open, answer: held & IN.open && readAnswer(from) },
      { into: last, answer: held & IN.last && readAnswer(from) },
    ].flatMap(({ into, answer }) => (answer ? [{ into, answer }] : []))
    if (!question) continue
    const answers = found.map(({ answer }) => answer)
    const isSame = signature === signatureOf(question, answers)
    for (const { into, answer } of found)
      into[question.id] = answerOf(answer, isSame ? question : null)
  }
  const passed = (head & HAS.passed) !== 0
  // A refresher is no try.
  const before = head & HAS.lastRefresher ? tries : tries - 1
  return {
    kind: 'quiz',
    passed,
    passedBy: passed ? KEPT : null,
    best,
    tries,
    rightAt,
    open:
      head & HAS.open ? { id: `kept-open-${seedFor(salt, quiz.id, tries)}`, answers: open } : null,
    last: result && lastOf(head, result, last, kept, seedFor(salt, quiz.id, before)),
  }
}

/** What was chosen is still a number. */
type ReadAnswer = Omit<Answer, 'options'> & { readonly options: number }

function readAnswer(from: TextReader): ReadAnswer {
  const bits = from.bits()
  const number = from.number()
  const revision = from.number()
  const form = letterAt(number / SETS)
  const wrongIn = letterAt(number / SETS / FORMS.length)
  return {
    firstRight: (bits & 1) !== 0,
    right: (bits & 2) !== 0,
    tries: bits >> 2,
    options: number % SETS,
    revision,
    ...(form === FIRST_FORM ? {} : { form }),
    ...(wrongIn === FIRST_FORM ? {} : { wrongIn }),
  }
}

/** @param question null where its options are not those that were answered: then what was chosen is left out */
const answerOf = (answer: ReadAnswer, question: Question | null): Answer => ({
  ...answer,
  options: question
    ? optionIds(question, answer.form).filter((_, index) => answer.options & (1 << index))
    : [],
})

const lastOf = (
  head: number,
  result: { right: number; of: number },
  answers: Readonly<Record<string, Answer>>,
  right: Readonly<Record<string, number>>,
  seed: string,
): FinishedAttempt => {
  // What was answered stands with its answer.
  const kept = Object.entries(right).filter(([id]) => answers[id] === undefined)
  return {
    id: `kept-last-${seed}`,
    answers,
    ...result,
    passed: (head & HAS.lastPassed) !== 0,
    refresher: (head & HAS.lastRefresher) !== 0,
    ...(kept.length > 0 ? { kept: Object.fromEntries(kept) } : {}),
  }
}

/** So many sets of options has a form: at most 5, and "I am not sure". */
const SETS = 2 ** 6
const FORMS = 'abcdefgh'

const letterAt = (place: number): string => FORMS.charAt(place % FORMS.length)
const numberOf = (form = FIRST_FORM): number => FORMS.indexOf(form)

const optionIds = (question: Question, form: string | undefined): string[] =>
  [...asWritten(question, form).options.map(({ id }) => id), UNSURE].sort()

/** A key that changes when an option of an answered form comes or goes, since options are kept by their place. */
const signatureOf = (question: Question, answers: readonly Pick<Answer, 'form'>[]): string => {
  const forms = new Set(answers.map(({ form = FIRST_FORM }) => form))
  return shortKey(
    [...forms]
      .sort()
      .map((form) => optionIds(question, form).join(' '))
      .join('/'),
  )
}
