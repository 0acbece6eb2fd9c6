/** Nobody finds the best reply by its tone: by its length, a lone question mark, or its words (docs/decisions/tells.md). */
import { describe, expect, test } from 'vitest'
import { logistic, naiveBayes, wordsIn, type Choice } from '#authoring/bag-of-words.ts'
import { compileContent } from '#authoring/check.ts'
import { GOALS, measureTells, percentOf, tellsOf, turnsOf, withReaders } from '#authoring/tells.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { session } from '#tests/fixtures/course.ts'

const choice = (file: string, best: number, ...texts: string[]): Choice => ({
  file,
  id: `${file}/${texts[0] ?? ''}`,
  texts,
  best,
})

describe('a reader of words', () => {
  test('reads words in small letters, and a question mark as one', () => {
    expect(wordsIn('“Don’t they?” Él, 20.')).toEqual(["don't", 'they', '?', 'él', '20'])
  })

  const learnt = [
    choice('a', 0, 'what helps you', 'you must go'),
    choice('a', 1, 'you must stay', 'what hurts'),
  ]
  test.each([naiveBayes, logistic])('hears the word that only best replies have: %o', (learn) => {
    const [asks = 0, orders = 0, strange = 0] = learn(learnt)(['what', 'must', 'zebra'])
    expect(asks).toBeGreaterThan(0)
    expect(orders).toBeLessThan(0)
    expect(strange).toBe(0)
  })

  test('naive Bayes weighs as one can by hand', () => {
    // 4 kinds of words among 5: best {go: 1, now: 1}, others {wait: 1, now: 1, please: 1}.
    const [go = 0] = naiveBayes([choice('a', 0, 'go now', 'wait now please')])(['go'])
    expect(go).toBeCloseTo(Math.log(2 / 6 / (1 / 7)), 10)
  })

  test('who learned nothing finds nothing', () => {
    expect([naiveBayes([])(['a', 'b']), logistic([])(['a', 'b'])]).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
})

describe('a made-up course', () => {
  const heard = withReaders([
    choice('one', 0, 'what is hard?', 'you must not'),
    choice('two', 1, 'you must really not, my dear', 'what then?'),
    choice('two', 0, 'you must tell', 'what a day', 'so it goes and goes'),
  ])
  const tells = tellsOf(heard)

  test('the longest is the best one in one of three', () => {
    expect(tells.longest).toEqual({ right: 1, of: 3, chance: 1 / 2 + 1 / 2 + 1 / 3 })
  })

  test('a lone question mark is the best one wherever there is one', () => {
    expect(tells.loneQuestion).toEqual({ right: 2, of: 2, chance: 1 })
  })

  test('words learned in the other file find two, and "what" leads astray in the third', () => {
    expect(tells.naiveBayes.right).toBe(2)
    expect(tells.logistic.right).toBe(2)
    expect(heard.map(({ ahead }) => Math.sign(ahead.naiveBayes))).toEqual([1, 1, -1])
  })

  test('nothing asked is nothing found', () => {
    expect(percentOf({ right: 0, of: 0 })).toBe(0)
    expect(tellsOf([]).longest).toEqual({ right: 0, of: 0, chance: 0 })
  })

  test('of a session: turns with one best reply', () => {
    const module = { slug: 'practising', sessions: [session] }
    const course = { modules: [module] } as unknown as Parameters<typeof turnsOf>[0]
    expect(turnsOf(course).map(({ id, best }) => [id, best])).toEqual([
      ['practising/skip-thursday/rosa-asks', 0],
      ['practising/skip-thursday/rosa-will-skip', 0],
      ['practising/skip-thursday/what-is-hard', 0],
    ])
  })
})

describe('the course', () => {
  const { courses, packs } = compileContent('content')
  for (const language of LANGUAGES) {
    const course = courses[language]
    const measured = course && measureTells(course, packs[language])
    for (const kind of ['turns', 'questions'] as const)
      for (const name of ['longest', 'loneQuestion', 'naiveBayes', 'logistic'] as const)
        test(`${language}: ${name} of ${kind} is heard at most as often as the goal allows`, () => {
          const share = measured?.[kind][name] ?? { right: 1, of: 0 }
          expect(share.of).toBeGreaterThan(8)
          expect(percentOf(share)).toBeLessThanOrEqual(GOALS[name])
        })
  }
})
