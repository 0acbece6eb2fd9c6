/**
 * Two readers that see nothing but words: not the scene, not what was said before, not the order of the words.
 * Each learns from choices of which the best reply is known, and then picks one of others.
 * What they find can be heard by tone.
 */

export interface Choice {
  /** Of which file: nobody learns from the file that they are asked about. */
  readonly file: string
  readonly id: string
  readonly texts: readonly string[]
  /** Which of the texts is the best one. */
  readonly best: number
}

/** Finds how well each text of a choice sounds; the highest is its pick. */
export type Reader = (texts: readonly string[]) => readonly number[]
export type Learn = (from: readonly Choice[]) => Reader

/** Small letters, without what stands around a word; a question mark counts as a word. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)*|\?/gu) ?? []

/**
 * Naive Bayes (multinomial, add one): how much oftener each word stands in best replies than in others.
 * A word that was in neither says nothing.
 */
export const naiveBayes: Learn = (from) => {
  const best = new Map<string, number>()
  const others = new Map<string, number>()
  for (const choice of from)
    choice.texts.forEach((text, n) => {
      const counts = n === choice.best ? best : others
      for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    })
  const known = new Set([...best.keys(), ...others.keys()])
  const total = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0) + known.size
  const shift = Math.log(total(others) / total(best))
  const weight = (word: string): number =>
    known.has(word)
      ? Math.log(((best.get(word) ?? 0) + 1) / ((others.get(word) ?? 0) + 1)) + shift
      : 0
  return (texts) => texts.map((text) => wordsIn(text).reduce((sum, word) => sum + weight(word), 0))
}

const STEPS = 150
const STRIDE = 0.1
/** How strongly a weight is drawn back to nothing. */
const BACK = 0.5

/**
 * Conditional logistic regression (McFadden's choice model): a weight for each word, so that within each choice
 * the best reply is as likely as can be (softmax), by gradient descent from zero: the same words give the same weights.
 */
export const logistic: Learn = (from) => {
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  }
  const seen = from.map(({ texts, best }) => ({
    texts: texts.map((text) => [...new Set(wordsIn(text))].map(numberOf)),
    best,
  }))
  const weights = new Float64Array(numbers.size)
  const sum = (words: readonly number[]): number =>
    words.reduce((all, word) => all + (weights[word] ?? 0), 0)
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(numbers.size)
    for (const { texts, best } of seen) {
      const likely = softmax(texts.map(sum))
      texts.forEach((words, n) => {
        const off = (n === best ? 1 : 0) - (likely[n] ?? 0)
        for (const word of words) slope[word] = (slope[word] ?? 0) + off
      })
    }
    slope.forEach((rise, word) => {
      const weight = weights[word] ?? 0
      weights[word] = weight + STRIDE * (rise - BACK * weight)
    })
  }
  return (texts) =>
    texts.map((text) =>
      [...new Set(wordsIn(text))].reduce((all, word) => {
        const number = numbers.get(word)
        return number === undefined ? all : all + (weights[number] ?? 0)
      }, 0),
    )
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const parts = scores.map((score) => Math.exp(score - highest))
  const whole = parts.reduce((all, part) => all + part, 0)
  return parts.map((part) => part / whole)
}
