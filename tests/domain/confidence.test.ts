import { describe, expect, test } from 'vitest'
import { compareConfidence, mayRate, ratingToOffer } from '#domain/learning/confidence.ts'
import { progressOf } from '#domain/learning/apply.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { course } from '#tests/fixtures/course.ts'

const LINES = ['consent', 'permission', 'listening', 'endings']

describe('before and after', () => {
  test('Rosa feels surer in one thing, the same in one and less sure in one', () => {
    expect(
      compareConfidence(
        LINES,
        { consent: 5, permission: 4, listening: 8 },
        { consent: 5, permission: 8, listening: 6 },
      ),
    ).toEqual({
      lines: [
        { competency: 'consent', before: 5, after: 5, change: 'same' },
        { competency: 'permission', before: 4, after: 8, change: 'surer' },
        { competency: 'listening', before: 8, after: 6, change: 'less-sure' },
      ],
      compared: 3,
      surer: 1,
      same: 1,
      lessSure: 1,
    })
  })

  test('what Rosa left out once is shown and not compared; 0 is a number like the others', () => {
    expect(
      compareConfidence(LINES, { consent: 0, listening: 0 }, { consent: 1, endings: 7 }),
    ).toEqual({
      lines: [
        { competency: 'consent', before: 0, after: 1, change: 'surer' },
        { competency: 'listening', before: 0, after: null, change: null },
        { competency: 'endings', before: null, after: 7, change: null },
      ],
      compared: 1,
      surer: 1,
      same: 0,
      lessSure: 0,
    })
  })

  test('a line that the course has no more is left out, and nothing said is no line at all', () => {
    expect(compareConfidence(LINES, { 'old-line': 3 }, null).lines).toEqual([])
    expect(compareConfidence(LINES, null, null).compared).toBe(0)
  })
})

// The small course has four required steps: a lesson, a quiz, a lesson, a session.
const lesson = { kind: 'lesson', revision: 1 } as const
const quiz = {
  kind: 'quiz',
  passed: true,
  passedBy: 'r',
  best: { right: 6, of: 6 },
  tries: 1,
  rightAt: { 'consent/quiz/who-decides': 1 },
  open: null,
  last: null,
} as const
const session = {
  kind: 'session',
  open: null,
  ended: [{ id: 'run', road: [], ending: 'late', endedBy: 'r', crossed: [] }],
} as const
const rated = { kind: 'rated', record: 'r', ratedAt: 1, ratings: { consent: 4 } } as const

const begun: Progress = { 'consent/what-stays-between-us': lesson }
const half: Progress = { ...begun, 'consent/quiz': quiz }
const all: Progress = {
  ...half,
  'practising/how-practice-works': lesson,
  'practising/skip-thursday': session,
}

describe('when Tom is asked', () => {
  test('before, until he said it or half of the course is done', () => {
    expect(ratingToOffer(course, {})).toBe('before')
    expect(ratingToOffer(course, begun)).toBe('before')
    expect(ratingToOffer(course, { ...begun, 'confidence/before': rated })).toBeNull()
    expect(ratingToOffer(course, half)).toBeNull()
  })

  test('after, when every required step is done and he has not said it', () => {
    expect(ratingToOffer(course, all)).toBe('after')
    expect(ratingToOffer(course, { ...all, 'confidence/after': rated })).toBeNull()
  })

  test('he may change "before" until half is done, and "after" as long as he likes', () => {
    expect(mayRate(course, { ...begun, 'confidence/before': rated }, 'before')).toBe(true)
    expect(mayRate(course, { ...half, 'confidence/before': rated }, 'before')).toBe(false)
    expect(mayRate(course, half, 'after')).toBe(false)
    expect(mayRate(course, { ...all, 'confidence/after': rated }, 'after')).toBe(true)
  })
})

test('the latest rating counts as a whole, whatever the order in which it arrives', () => {
  const said = (id: string, madeAt: number, ratings: Record<string, number>): LearningRecord => ({
    id,
    person: 'tom',
    item: 'confidence/before',
    revision: 1,
    kind: 'confidence-rated',
    value: { when: 'before', ratings },
    madeAt,
    receivedAt: 99,
    source: 'web',
  })
  const first = said('a', 10, { consent: 3, listening: 5 })
  const second = said('b', 20, { consent: 6 })
  const expected = { kind: 'rated', record: 'b', ratedAt: 20, ratings: { consent: 6 } }
  expect(progressOf([first, second])).toEqual(expected)
  expect(progressOf([second, first, second])).toEqual(expected)
})
