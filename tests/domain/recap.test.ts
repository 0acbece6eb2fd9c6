import { expect, test } from 'vitest'
import { AWAY_AFTER, recapOf, type Away } from '#domain/learning/recap.ts'
import { course } from '#tests/fixtures/course.ts'
import { history } from './history.ts'

const LESSON = 'consent/what-stays-between-us'
const NOW = Date.UTC(2026, 10, 29)
const AT = NOW - AWAY_AFTER

const ana = history()
ana.read(LESSON)
const recap = (away: Partial<Away>, now = NOW) =>
  recapOf(
    course,
    ana.progress(),
    { lastItem: 'consent/quiz', lastAt: AT, pauses: [], ...away },
    now,
  )

test('after 14 days somebody is told where they left and what they had just read', () => {
  const found = recap({})
  expect(found?.left.item.id).toBe('consent/quiz')
  expect(found?.at).toBe(AT)
  const lesson = course.modules[0]?.lessons[0]
  expect(found?.learnt?.title).toBe(lesson?.title)
  expect(found?.learnt?.lines.length).toBeLessThanOrEqual(4)
  expect(recap({}, NOW - 1)).toBeNull()
})

test('after a pause at once, during it not, and not again after the next step', () => {
  const pauses = [{ from: NOW - 5000, until: NOW - 1000 }]
  expect(recap({ lastAt: NOW - 6000, pauses })?.left.item.id).toBe('consent/quiz')
  expect(recap({ lastAt: NOW - 500, pauses })).toBeNull()
  expect(recap({ pauses: [{ from: NOW - 5000, until: null }] })).toBeNull()
})

test('who has not begun is told nothing, and before the first lesson nothing was learnt', () => {
  expect(recap({ lastItem: null, lastAt: null })).toBeNull()
  expect(recap({ lastItem: 'gone/away' })).toBeNull()
  expect(recapOf(course, {}, { lastItem: LESSON, lastAt: AT, pauses: [] }, NOW)?.learnt).toBeNull()
})
