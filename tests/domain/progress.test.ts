import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { progressOf } from '#domain/learning/apply.ts'
import { inOrder, unitOf, type LearningRecord } from '#domain/learning/record.ts'
import { history, progressFrom, type History } from './history.ts'

const RUNS = { numRuns: 200, seed: 20261121 }

describe('what belongs together', () => {
  test.each([
    ['question-answered', 'consent/quiz/who-decides', 'consent/quiz'],
    ['quiz-finished', 'consent/quiz', 'consent/quiz'],
    ['turn-taken', 'practising/skip-thursday/rosa-asks', 'practising/skip-thursday'],
    ['session-ended', 'practising/skip-thursday', 'practising/skip-thursday'],
    ['lesson-read', 'consent/waiting-for-consent', 'consent/waiting-for-consent'],
    ['sign-off-asked', 'course', 'course'],
  ] as const)('%s of %s changes the progress of %s', (kind, item, unit) => {
    expect(unitOf(kind, item)).toBe(unit)
  })
})

describe('a lesson', () => {
  test('is read at the highest revision that was read', () => {
    const ana = history()
    ana.did('consent/a', { kind: 'lesson-read', value: {} }, 2)
    ana.did('consent/a', { kind: 'lesson-read', value: {} }, 1)
    expect(ana.progress()).toEqual({ 'consent/a': { kind: 'lesson', revision: 2 } })
  })
})

describe('C8: a lesson that is not read yet', () => {
  const opened = (section: number) => ({ kind: 'lesson-opened', value: { section } }) as const

  test('C8: is open at the section where it was left last, in whatever order that arrives', () => {
    const ana = history()
    for (const section of [2, 5, 4]) ana.did('consent/a', opened(section))
    expect(ana.progress()).toEqual({ 'consent/a': { kind: 'lesson-open', section: 4 } })
    expect(progressOf([...ana.records].reverse())).toEqual({ kind: 'lesson-open', section: 4 })
  })

  test('C8: is read once it was read, also where an older place arrives late', () => {
    const ana = history()
    ana.read('consent/a')
    ana.did('consent/a', opened(3))
    expect(ana.progress()).toEqual({ 'consent/a': { kind: 'lesson', revision: 1 } })
  })
})

describe('meetings', () => {
  test('are the days that were noted, without those that were taken back', () => {
    const ana = history()
    const noted = (day: string) => ana.did('meetings', { kind: 'meeting-noted', value: { day } })
    noted('2026-11-20')
    const mistake = noted('2026-11-02')
    const first = noted('2026-11-09')
    ana.did('meetings', { kind: 'meeting-taken-back', value: { meeting: mistake.id } })
    const expected = {
      kind: 'meetings',
      meetings: [
        { id: first.id, day: '2026-11-09' },
        { id: 'r001', day: '2026-11-20' },
      ],
    }
    expect(ana.progress()['meetings']).toEqual(expected)
    expect(progressOf([...ana.records].reverse())).toEqual(expected)
  })
})

describe('what was written', () => {
  test('is what was written last, private unless shared', () => {
    const ana = history()
    const wrote = (text: string, shared: boolean) =>
      ana.did('consent/promise', { kind: 'reflection-sent', value: { text, shared } })
    wrote('I wait.', true)
    const last = wrote('I wait until I am asked.', false)
    expect(ana.progress()['consent/promise']).toEqual({
      kind: 'written',
      record: last.id,
      text: 'I wait until I am asked.',
      fields: {},
      shared: false,
    })
  })

  test('an exercise keeps its boxes and is for the coordinator', () => {
    const ana = history()
    const { id } = ana.did('story/road', {
      kind: 'exercise-saved',
      value: { fields: { goal: 'Walk to the park' } },
    })
    expect(ana.progress()['story/road']).toEqual({
      kind: 'written',
      record: id,
      text: '',
      fields: { goal: 'Walk to the park' },
      shared: true,
    })
  })
})

test('asking for help or for sign-off is no progress', () => {
  const ana = history()
  ana.did('course', { kind: 'sign-off-asked', value: {} })
  ana.did('consent/a', { kind: 'help-asked', value: { page: '/learn', text: 'Who?' } })
  expect(ana.progress()).toEqual({})
})

test('records made at the same moment are in the order of their ids', () => {
  const ana = history()
  const [a, b] = [ana.read('one'), ana.read('two')].map((record) => ({ ...record, madeAt: 5 }))
  expect(inOrder([b, a, b] as LearningRecord[]).map(({ id }) => id)).toEqual(['r001', 'r002'])
})

const DAYS = ['2026-11-02', '2026-11-09', '2026-11-20']

/** Anything that Ana may do, as chance has it; also what no page lets her do. */
const deeds = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('answered' as const),
      slug: fc.constantFrom('who-decides', 'who-hears'),
      right: fc.boolean(),
      attempt: fc.constantFrom('first', 'second', 'third'),
      revision: fc.integer({ min: 1, max: 2 }),
    }),
    fc.record({
      kind: fc.constant('finished' as const),
      right: fc.integer({ min: 0, max: 6 }),
      attempt: fc.constantFrom('first', 'second', 'third'),
      refresher: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('said' as const),
      step: fc.integer({ min: 0, max: 3 }),
      run: fc.constantFrom('monday', 'friday'),
      verdict: fc.constantFrom('kept', 'missed', 'crossed'),
    }),
    fc.record({
      kind: fc.constant('ended' as const),
      run: fc.constantFrom('monday', 'friday'),
      ending: fc.constantFrom('late', 'asked-the-team'),
    }),
    fc.record({ kind: fc.constant('read' as const), lesson: fc.constantFrom('a', 'b') }),
    fc.record({
      kind: fc.constant('opened' as const),
      lesson: fc.constantFrom('a', 'b'),
      section: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({ kind: fc.constant('wrote' as const), text: fc.string(), shared: fc.boolean() }),
    fc.record({ kind: fc.constant('rated' as const), sure: fc.integer({ min: 0, max: 10 }) }),
    fc.record({ kind: fc.constant('met' as const), day: fc.constantFrom(...DAYS) }),
    fc.record({ kind: fc.constant('took back' as const), nth: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constantFrom('paused' as const, 'resumed' as const) }),
  ),
  { maxLength: 40 },
)

type DeedOf = typeof deeds extends fc.Arbitrary<(infer D)[]> ? D : never

function doIt(ana: History, deed: DeedOf): void {
  if (deed.kind === 'answered') ana.answered(deed.slug, deed.right, deed.attempt, deed.revision)
  if (deed.kind === 'finished') ana.finished(deed.right, 6, deed.attempt, deed.refresher)
  if (deed.kind === 'said')
    ana.said('rosa-asks', 'hear-the-wish', deed.step, { safety: deed.verdict }, deed.run)
  if (deed.kind === 'ended') ana.ended(deed.ending, deed.run)
  if (deed.kind === 'opened')
    ana.did(`consent/${deed.lesson}`, {
      kind: 'lesson-opened',
      value: { section: deed.section },
    })
  if (deed.kind === 'read') ana.read(`consent/${deed.lesson}`)
  if (deed.kind === 'rated')
    ana.did('confidence/before', {
      kind: 'confidence-rated',
      value: { when: 'before', ratings: { consent: deed.sure } },
    })
  if (deed.kind === 'met') ana.did('meetings', { kind: 'meeting-noted', value: { day: deed.day } })
  if (deed.kind === 'took back')
    ana.did('meetings', {
      kind: 'meeting-taken-back',
      value: { meeting: `r${String(deed.nth).padStart(3, '0')}` },
    })
  if (deed.kind === 'paused') ana.did('pause', { kind: 'paused', value: { until: null } })
  if (deed.kind === 'resumed') ana.did('pause', { kind: 'resumed', value: {} })
  if (deed.kind === 'wrote')
    ana.did('consent/promise', {
      kind: 'reflection-sent',
      value: { text: deed.text, shared: deed.shared },
    })
}

const lives = deeds.map((all) => {
  const ana = history()
  for (const deed of all) doIt(ana, deed)
  return ana.records
})

/** Clocks that stand still or go wrong: several records at one moment, in any order of ids. */
const confused = fc
  .tuple(lives, fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 40, maxLength: 40 }))
  .map(([records, times]) => records.map((one, at) => ({ ...one, madeAt: times[at] ?? 0 })))

describe('progress is the same', () => {
  test('in whatever order the records arrive', () => {
    fc.assert(
      fc.property(confused, fc.infiniteStream(fc.nat()), (records, dice) => {
        expect(progressFrom(shuffled(records, dice))).toEqual(progressFrom(records))
      }),
      RUNS,
    )
  })

  test('however often each of them arrives', () => {
    fc.assert(
      fc.property(confused, fc.array(fc.nat(39)), (records, again) => {
        const repeated = [...records, ...again.flatMap((at) => records[at] ?? [])]
        expect(progressFrom(repeated)).toEqual(progressFrom(records))
      }),
      RUNS,
    )
  })

  test('to the letter, so that the row that is kept can be compared', () => {
    fc.assert(
      fc.property(confused, fc.infiniteStream(fc.nat()), (records, dice) => {
        const letters = (all: readonly LearningRecord[]): string[] =>
          Object.values(progressFrom(all))
            .map((state) => JSON.stringify(state))
            .sort()
        expect(letters(shuffled(records, dice))).toEqual(letters(records))
      }),
      RUNS,
    )
  })
})

describe('an attempt and a run that were left behind', () => {
  test('do not come back by a late answer or a late reply, and can still be finished', () => {
    const ana = history()
    ana.answered('who-decides', false, 'monday')
    ana.answered('who-decides', true, 'friday')
    ana.answered('who-hears', true, 'monday')
    expect(ana.quiz().open).toMatchObject({ id: 'friday' })
    ana.finished(5, 6, 'monday')
    expect(ana.quiz()).toMatchObject({ open: { id: 'friday' }, tries: 1, last: { id: 'monday' } })
    expect(Object.keys(ana.quiz().last?.answers ?? {})).toHaveLength(2)
    ana.said('rosa-asks', 'hear-the-wish', 0, {}, 'monday')
    ana.said('rosa-asks', 'hear-the-wish', 0, {}, 'friday')
    ana.said('what-makes-it-hard', 'wait', 1, {}, 'monday')
    expect(ana.session().open).toMatchObject({ id: 'friday' })
    ana.ended('late', 'monday')
    expect(ana.session()).toMatchObject({ open: { id: 'friday' }, ended: [{ id: 'monday' }] })
    expect(ana.session().ended[0]?.road).toHaveLength(2)
  })
})

function shuffled<T>(list: readonly T[], dice: Iterator<number>): T[] {
  const from = [...list]
  const to: T[] = []
  while (from.length) to.push(...from.splice(Number(dice.next().value) % from.length, 1))
  return to
}
