import { describe, expect, test } from 'vitest'
import { cardNamed, cardsOf } from '#domain/course/cards.ts'
import { cardKept, cardShown, laterAt, onAfter, pressed } from '#domain/learning/cards.ts'

const LESSON =
  '<p>Wait.</p><h2 id="what-stays">What stays</h2><p>Most.</p><h2 id="qué-no">What <em>cannot</em></h2><p>Danger.</p><h2 id="the-rule">The rule</h2>'

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
      { number: 1, id: '', title: '', html: '<p>Wait.</p>' },
    ])
  })

  test('are found by their heading, and by no other', () => {
    expect(cardNamed(LESSON, 'qué-no')).toBe(2)
    expect(cardNamed(LESSON, 'constructor')).toBe(0)
  })
})

describe('the card that is shown', () => {
  test.each([
    ['the first, to whoever comes for the first time', 0, undefined, 1],
    ['the one where Nadia stopped', 0, { kind: 'lesson-open', section: 3 }, 3],
    ['the one that is asked for, wherever she stopped', 2, { kind: 'lesson-open', section: 3 }, 2],
    ['the first again, once it is read', 0, { kind: 'lesson', revision: 1 }, 1],
    ['the last, where the lesson had more of them once', 0, { kind: 'lesson-open', section: 9 }, 4],
    ['the first, where a card is asked for that is not there', 9, undefined, 1],
  ] as const)('is %s', (_, asked, have, card) => {
    expect(cardShown(asked, cardKept(have, 4), 4)).toBe(card)
  })
})

describe('a button of a card', () => {
  test('"Continue" goes on to the next one, and behind the last the lesson is read', () => {
    expect(pressed(onAfter(1, 4), 4)).toEqual({ kind: 'on', card: 2 })
    expect(pressed(onAfter(4, 4), 4)).toEqual({ kind: 'read' })
  })

  test('"Save and come back later" keeps its card', () => {
    expect(pressed(laterAt(3), 4)).toEqual({ kind: 'later', card: 3 })
  })

  test('of an old form leads to a card that there is', () => {
    expect(pressed('on:7', 4)).toEqual({ kind: 'on', card: 4 })
    expect(pressed('later:0', 4)).toEqual({ kind: 'later', card: 1 })
  })

  test.each(['', 'on:', 'on:-1', 'on:1e3', 'later:x', 'constructor'])(
    '%j is no button of a card',
    (act) => {
      expect(pressed(act, 4)).toBeNull()
    },
  )
})
