import { describe, expect, test } from 'vitest'
import { cardsOf, cardWith, sectionNamed } from '#domain/course/cards.ts'
import { cardKept, cardShown, laterAt, onAfter, pressed } from '#domain/learning/cards.ts'
import { courseOf } from '#tests/built-course.ts'

const LESSON =
  '<p>Wait.</p><h2 id="what-stays">What stays</h2><p>Most.</p><h2 id="qué-no">What <em>cannot</em></h2><p>Danger.</p><h2 id="the-rule">The rule</h2>'
const words = (letters: number): string => `<p>${'peer '.repeat(letters / 5)}</p>`
/** Sections of so many letters. */
const lessonWith = (...letters: number[]): string =>
  letters.map((n, at) => `<h2 id="s${at + 1}">Section</h2>${words(n)}`).join('')
const sectionsOn = (html: string): number[] => cardsOf(html).map(({ section }) => section)

describe('the cards of a lesson', () => {
  test('begin at its headings; what stands before the first goes with it, and nothing is lost', () => {
    const cards = cardsOf(LESSON)
    expect(cards.map(({ number, id, title }) => [number, id, title])).toEqual([
      [1, 'what-stays', 'What stays'],
      [2, 'qué-no', 'What cannot'],
      [3, 'the-rule', 'The rule'],
    ])
    expect(cards[0]?.html).toBe('<p>Wait.</p><h2 id="what-stays">What stays</h2><p>Most.</p>')
    expect(cards.map(({ html }) => html).join('')).toBe(LESSON)
  })

  test('are one where there is no heading', () => {
    expect(cardsOf('<p>Wait.</p>')).toEqual([
      { number: 1, section: 1, id: '', title: '', html: '<p>Wait.</p>' },
    ])
  })

  test('hold several short sections that follow one another, and never more than two screens of them', () => {
    const html = lessonWith(1500, 600, 500, 2000, 1000, 1000)
    const cards = cardsOf(html)
    expect(cards.map(({ number, section }) => [number, section])).toEqual([
      [1, 1],
      [2, 2],
      [3, 4],
      [4, 5],
    ])
    expect(cards.map((card) => card.html).join('')).toBe(html)
    expect(sectionsOn(lessonWith(1300, 1300, 1300, 1300))).toEqual([1, 2, 3, 4])
  })

  test('are at least three where there are so many sections', () => {
    expect(sectionsOn(lessonWith(100, 100, 100, 100, 100))).toHaveLength(3)
    expect(sectionsOn(lessonWith(100, 100))).toEqual([1, 2])
  })

  test('count what takes room and not what is folded: many short lines fill a screen, a closed list does not', () => {
    const list = '<ul>' + '<li>Ask.</li>'.repeat(30) + '</ul>'
    const folded = `<details><summary>Signs</summary>${words(5000)}</details>`
    const [long, short] = [lessonWith(1200, 1200, 1200), lessonWith(500)]
    expect(sectionsOn(long + short + list)).toHaveLength(4)
    expect(sectionsOn(long + short + folded)).toHaveLength(3)
  })

  test('three to six each lesson of the course has, in either language', () => {
    for (const language of ['en', 'es'] as const)
      for (const { id, html } of courseOf(language).modules.flatMap(({ lessons }) => lessons)) {
        const of = cardsOf(html).length
        expect([id, of >= 3 && of <= 6]).toEqual([id, true])
      }
  })

  test('are found by each of their headings, and by no other', () => {
    expect(sectionNamed(LESSON, 'qué-no')).toBe(2)
    expect(sectionNamed(LESSON, 'constructor')).toBe(0)
    const cards = cardsOf(lessonWith(1500, 600, 500, 2000))
    expect([0, 1, 2, 3, 4, 9].map((section) => cardWith(cards, section)?.number)).toEqual([
      undefined,
      1,
      2,
      2,
      3,
      3,
    ])
  })
})

/** Four cards, and a fifth section that shares the last one. */
const FOUR = cardsOf(lessonWith(2000, 2000, 2000, 500, 500))

describe('the card that is shown', () => {
  test.each([
    ['the first, to whoever comes for the first time', 0, undefined, 1],
    ['the one where Nadia stopped', 0, { kind: 'lesson-open', section: 3 }, 3],
    ['the one that holds the section where she stopped', 0, { kind: 'lesson-open', section: 5 }, 4],
    ['the one that is asked for, wherever she stopped', 2, { kind: 'lesson-open', section: 3 }, 2],
    ['the first again, once it is read', 0, { kind: 'lesson', revision: 1 }, 1],
    ['the last, where the lesson had more of them once', 0, { kind: 'lesson-open', section: 9 }, 4],
    ['the last, where more is asked for than there is', 9, undefined, 4],
  ] as const)('is %s', (_, asked, have, card) => {
    expect(cardShown(asked, cardKept(have, FOUR), FOUR)).toBe(card)
  })
})

describe('a button of a card', () => {
  const at = (number: number) => FOUR[number - 1] ?? FOUR[0]!

  test('"Continue" goes on to the next one, and behind the last the lesson is read', () => {
    expect(pressed(onAfter(at(1), FOUR), FOUR)).toEqual({ kind: 'on', card: at(2) })
    expect(pressed(onAfter(at(4), FOUR), FOUR)).toEqual({ kind: 'read' })
  })

  test('"Save and come back later" keeps its card', () => {
    expect(pressed(laterAt(at(3)), FOUR)).toEqual({ kind: 'later', card: at(3) })
  })

  test('of an old form leads to a card that there is', () => {
    expect(pressed('on:7', FOUR)).toEqual({ kind: 'on', card: at(4) })
    expect(pressed('later:0', FOUR)).toEqual({ kind: 'later', card: at(1) })
  })

  test.each(['', 'on:', 'on:-1', 'on:1e3', 'later:x', 'constructor'])(
    '%j is no button of a card',
    (act) => {
      expect(pressed(act, FOUR)).toBeNull()
    },
  )
})
