import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Course } from '#domain/course/course.ts'
import { apply } from '#domain/learning/apply.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { course } from '#tests/fixtures/course.ts'
import { computed, testClock, walk } from './walker.ts'

const record = (change: Partial<LearningRecord> & Pick<LearningRecord, 'kind' | 'item'>) =>
  ({
    id: 'one',
    person: 'ana',
    revision: 1,
    madeAt: 1,
    receivedAt: 1,
    source: 'scorm',
    value: {},
    ...change,
  }) as LearningRecord

/** The same course after its author raised the ★ question. */
const raised: Course = {
  ...course,
  modules: course.modules.map((module) => ({
    ...module,
    quiz: module.quiz && {
      ...module.quiz,
      questions: module.quiz.questions.map((one) => ({ ...one, revision: one.star ? 2 : 1 })),
    },
  })),
}

describe('progress kept up record by record', () => {
  test('is what the platform computes from all records, whatever somebody does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { maxLength: 120 }), (dice) => {
        const { records, progress } = walk(course, dice)
        expect(progress).toEqual(computed(records))
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  test('is so through a refresher of a raised ★ question too', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { maxLength: 80 }), (dice) => {
        const clock = testClock()
        const before = walk(course, dice, {}, clock)
        const after = walk(raised, dice, before.progress, clock)
        expect(after.progress).toEqual(computed([...before.records, ...after.records]))
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  test('a lesson read again keeps its highest revision', () => {
    const read = record({ kind: 'lesson-read', item: 'consent/a', revision: 2 })
    const progress = apply(apply({}, read), { ...read, revision: 1 })
    expect(progress).toEqual({ 'consent/a': { kind: 'lesson', revision: 2 } })
  })

  test('what is written is kept, and asking for help changes nothing', () => {
    const written = record({
      kind: 'reflection-sent',
      item: 'consent/promise',
      value: { text: 'Mine', shared: false },
    })
    const progress = apply({}, written)
    expect(progress).toEqual(computed([written]))
    const help = record({
      kind: 'help-asked',
      item: 'consent/promise',
      value: { page: '/', text: '' },
    })
    expect(apply(progress, help)).toBe(progress)
  })

  test('a pause begins and ends', () => {
    const paused = record({ kind: 'paused', item: 'pause', madeAt: 5 })
    const resumed = record({ kind: 'resumed', item: 'pause', madeAt: 6, id: 'two' })
    expect(apply({}, paused)).toEqual(computed([paused]))
    expect(apply(apply({}, paused), resumed)).toEqual(computed([paused, resumed]))
  })

  test('a meeting is noted and taken back', () => {
    const noted = (id: string, day: string) =>
      record({ kind: 'meeting-noted', item: 'meetings', id, value: { day } })
    const back = record({
      kind: 'meeting-taken-back',
      item: 'meetings',
      id: 'z',
      value: { meeting: 'a' },
    })
    const all = [noted('a', '2026-11-20'), noted('b', '2026-11-09'), back]
    expect(all.reduce(apply, {})).toEqual(computed(all))
    expect(all.slice(0, 2).reduce(apply, {})).toEqual(computed(all.slice(0, 2)))
  })

  test('a quiz finished twice, or a run ended twice, counts once', () => {
    const finished = record({
      kind: 'quiz-finished',
      item: 'consent/quiz',
      value: { attempt: 'a', right: 5, of: 6, passed: true, refresher: false },
    })
    const once = apply({}, finished)
    expect(apply(once, { ...finished, id: 'two' })).toBe(once)
    const ended = record({
      kind: 'session-ended',
      item: 'practising/s',
      value: { run: 'r', ending: 'late' },
    })
    const left = apply({}, ended)
    expect(apply(left, { ...ended, id: 'two' })).toBe(left)
  })
})
