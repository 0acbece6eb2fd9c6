/** Questions that moved to a quiz of their own: what was done of them follows. */
import { expect, test } from 'vitest'
import { movedTo } from '#domain/learning/parted-quiz.ts'
import type { Answer, QuizProgress } from '#domain/quiz/attempt.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import { quiz } from '#tests/fixtures/course.ts'

const [one, two, three, four] = quiz.questions
if (!one || !two || !three || !four) throw new Error('The course of the tests has fewer questions.')
/** `three` and `four` moved. */
const other: Quiz = { ...quiz, id: 'other/quiz', questions: [three, four] }

const answer = (firstRight: boolean, right = true): Answer => ({
  firstRight,
  right,
  options: ['x'],
  tries: firstRight ? 1 : 2,
  revision: 1,
})
const NOTHING: QuizProgress = {
  kind: 'quiz',
  passed: false,
  passedBy: null,
  best: null,
  tries: 0,
  rightAt: {},
  open: null,
  last: null,
}
const PASSED: QuizProgress = {
  ...NOTHING,
  passed: true,
  passedBy: 'the record',
  best: { right: 3, of: 4 },
  tries: 1,
  rightAt: { [one.id]: 1, [two.id]: 1, [three.id]: 1, [four.id]: 1 },
  last: {
    id: 'last',
    right: 3,
    of: 4,
    passed: true,
    refresher: false,
    answers: {
      [one.id]: answer(true),
      [two.id]: answer(true),
      [three.id]: answer(true),
      [four.id]: answer(false),
    },
  },
}

test('what was passed stays passed, with its own answers', () => {
  const moved = movedTo(PASSED, other)
  expect(moved).toMatchObject({ passed: true, tries: 1, best: { right: 1, of: 2 } })
  expect(moved?.last).toMatchObject({ right: 1, of: 2, passed: true })
  expect(Object.keys(moved?.last?.answers ?? {})).toEqual([three.id, four.id])
})

test('what was kept from an attempt before counts as right where it is now', () => {
  const { [three.id]: _, ...answers } = PASSED.last?.answers ?? {}
  const last = PASSED.last && { ...PASSED.last, answers, kept: { [three.id]: 1 } }
  expect(movedTo({ ...PASSED, last }, other)?.last).toMatchObject({
    right: 1,
    of: 2,
    kept: { [three.id]: 1 },
  })
})

test('an open attempt goes on, and ends at once where all that moved is answered', () => {
  const begun: QuizProgress = {
    ...NOTHING,
    rightAt: { [one.id]: 1, [three.id]: 1 },
    open: { id: 'open', answers: { [one.id]: answer(true), [three.id]: answer(true) } },
  }
  expect(movedTo(begun, other)).toMatchObject({
    passed: false,
    open: { answers: { [three.id]: answer(true) } },
    last: null,
    best: null,
  })
  const whole = {
    ...begun,
    open: { id: 'open', answers: { [three.id]: answer(true), [four.id]: answer(true) } },
  }
  expect(movedTo(whole, other)).toMatchObject({
    passed: true,
    passedBy: 'open',
    open: null,
    tries: 1,
    best: { right: 2, of: 2 },
    last: { right: 2, of: 2, passed: true },
  })
})

test('nothing was done of what moved: nothing is there now', () => {
  const begun = { ...NOTHING, open: { id: 'open', answers: { [one.id]: answer(true) } } }
  expect(movedTo(begun, other)).toBeNull()
})
