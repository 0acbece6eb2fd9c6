/**
 * How often the best reply can be heard by its form, without the scene: by its length, by a lone question mark, by its words.
 * A course in which it can teaches people to hear a tone, not a person. Why, and the goals: docs/decisions/tells.md.
 */
import type { Course, Pack } from '#domain/course/course.ts'
import { FIRST_FORM, formsOf } from '#domain/course/quiz.ts'
import { isKept } from '#domain/practice/walk.ts'
import { logistic, naiveBayes, type Choice, type Learn } from './bag-of-words.ts'

export interface Share {
  /** How often the guess is right, of `of`; a tie between k texts counts as 1/k. */
  readonly right: number
  readonly of: number
  /** Of how many it would be right by pure chance. */
  readonly chance: number
}

export interface Heard extends Choice {
  /** How far the best text sounds better than the next one to each reader; below zero it is not found. */
  readonly ahead: Readonly<Record<ReaderName, number>>
}

export interface Tells {
  /** The longest text is the best one. */
  readonly longest: Share
  /** Where exactly one text ends in a question mark: it is the best one. */
  readonly loneQuestion: Share
  readonly naiveBayes: Share
  readonly logistic: Share
}

export const READERS = { naiveBayes, logistic } as const satisfies Record<string, Learn>
export type ReaderName = keyof typeof READERS

/** At most these shares, in percent. */
export const GOALS = { longest: 31, loneQuestion: 40, naiveBayes: 60, logistic: 60 } as const

/** Turns of the practice sessions with one reply that keeps every principle. */
export const turnsOf = ({ modules }: Pick<Course, 'modules'>): Choice[] =>
  modules
    .flatMap(({ sessions }) => sessions)
    .flatMap(({ id: file, turns }) =>
      turns.flatMap(({ id, replies }) =>
        oneBest(
          file,
          id,
          replies.map((reply) => ({ text: reply.say, isBest: isKept(reply) })),
        ),
      ),
    )

/** Questions "What would you say?". */
const questionsOf = ({ modules }: Pick<Course, 'modules'>): Choice[] =>
  modules
    .flatMap(({ quiz }) => quiz ?? [])
    .flatMap(({ id: file, questions }) =>
      questions
        .filter(({ kind }) => kind === 'what-would-you-say')
        .flatMap((question) =>
          formsOf(question).flatMap((form) =>
            oneBest(
              file,
              form.id === FIRST_FORM ? question.id : `${question.id} (${form.id})`,
              form.options.map(({ text, right }) => ({ text, isBest: right })),
            ),
          ),
        ),
    )

function oneBest(
  file: string,
  id: string,
  all: readonly { readonly text: string; readonly isBest: boolean }[],
): Choice[] {
  if (all.filter(({ isBest }) => isBest).length !== 1) return []
  const best = all.findIndex(({ isBest }) => isBest)
  return [{ file, id, texts: all.map(({ text }) => text), best }]
}

export interface Measured {
  readonly turns: Tells
  readonly questions: Tells
  readonly heard: readonly Heard[]
}

/** Of a course and its area packs in one language. The readers learn from turns and questions together, always without the file that they are asked about. */
export function measureTells(course: Course, packs: readonly Pack[]): Measured {
  const all = { modules: [...course.modules, ...packs] }
  const turns = turnsOf(all)
  const questions = questionsOf(all)
  const heard = withReaders([...turns, ...questions])
  const ids = new Set(turns.map(({ id }) => id))
  return {
    turns: tellsOf(heard.filter(({ id }) => ids.has(id))),
    questions: tellsOf(heard.filter(({ id }) => !ids.has(id))),
    heard,
  }
}

/** @returns every choice with what readers make of it who learned from all other files */
export function withReaders(choices: readonly Choice[]): Heard[] {
  const readers = new Map(
    [...new Set(choices.map(({ file }) => file))].map((file) => {
      const others = choices.filter((choice) => choice.file !== file)
      return [file, { naiveBayes: naiveBayes(others), logistic: logistic(others) }] as const
    }),
  )
  return choices.map((choice) => {
    const reader = readers.get(choice.file)
    const ahead = (name: ReaderName): number =>
      aheadOf(reader?.[name](choice.texts) ?? [], choice.best)
    return { ...choice, ahead: { naiveBayes: ahead('naiveBayes'), logistic: ahead('logistic') } }
  })
}

/** How far one score lies above the highest of the others. */
function aheadOf(scores: readonly number[], best: number): number {
  const others = scores.filter((_, n) => n !== best)
  // A sum of the same words in another order is the same score.
  return Math.round(((scores[best] ?? 0) - Math.max(...others)) * 1e9) / 1e9
}

export function tellsOf(heard: readonly Heard[]): Tells {
  const found = (name: ReaderName): Share =>
    shareOf(heard, ({ ahead }) => (ahead[name] > 0 ? 1 : ahead[name] === 0 ? 1 / 2 : 0))
  return {
    longest: shareOf(heard, longestIsBest),
    loneQuestion: shareOf(heard.filter(hasLoneQuestion), ({ texts, best }) =>
      endsAsking(texts[best] ?? '') ? 1 : 0,
    ),
    naiveBayes: found('naiveBayes'),
    logistic: found('logistic'),
  }
}

const shareOf = <T extends Choice>(choices: readonly T[], points: (one: T) => number): Share => ({
  right: choices.reduce((sum, one) => sum + points(one), 0),
  of: choices.length,
  chance: choices.reduce((sum, { texts }) => sum + 1 / texts.length, 0),
})

function longestIsBest({ texts, best }: Choice): number {
  const lengths = texts.map((text) => text.length)
  const longest = Math.max(...lengths)
  return lengths[best] === longest ? 1 / lengths.filter((one) => one === longest).length : 0
}

/** Also before a closing quotation mark. */
const endsAsking = (text: string): boolean => /\?[”"»’')\s]*$/u.test(text)

const hasLoneQuestion = ({ texts }: Choice): boolean => texts.filter(endsAsking).length === 1

/** Percent; nothing asked is nothing found. */
export const percentOf = ({ right, of }: Pick<Share, 'right' | 'of'>): number =>
  of === 0 ? 0 : Math.round((right / of) * 1000) / 10
