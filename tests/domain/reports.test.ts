import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acrossRow } from '#domain/reports/across.ts'
import { funnelOf, STAGES } from '#domain/reports/funnel.ts'
import { intervalOf } from '#domain/reports/interval.ts'
import { readPeriod, yearOf } from '#domain/reports/period.ts'
import { kindOf } from '#domain/reports/questions.ts'
import { DAY_GROUPS, grouped, spreadOf } from '#domain/reports/spread.ts'
import { isSafe, safeChain, sumShown } from '#domain/reports/suppress.ts'

describe('the funnel', () => {
  test('who came furthest is counted at every stage before', () => {
    const furthest = new Map([
      [0, 3],
      [2, 4],
      [5, 1],
    ])
    expect(funnelOf(furthest)).toEqual({
      joined: 8,
      began: 5,
      half: 5,
      finished: 1,
      observed: 1,
      ready: 1,
    })
  })

  test('it never widens', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }), (counts) => {
        const funnel = funnelOf(new Map(counts.map((n, index) => [index, n])))
        const stages = STAGES.map((stage) => funnel[stage])
        expect(stages).toEqual([...stages].sort((a, b) => b - a))
        expect(stages[0]).toBe(counts.reduce((sum, n) => sum + n, 0))
      }),
    )
  })
})

describe('days to ready', () => {
  test('the middle of seven people', () => {
    const counted = [
      { value: 200, n: 1 },
      { value: 20, n: 2 },
      { value: 60, n: 3 },
      { value: 90, n: 1 },
    ]
    expect(spreadOf(counted)).toEqual({ n: 7, lower: 20, median: 60, upper: 90 })
    expect(grouped(counted, DAY_GROUPS)).toEqual([2, 3, 1, 0, 1])
  })

  test('nobody has no middle', () => {
    expect(spreadOf([])).toBeNull()
    expect(spreadOf([{ value: 3, n: 0 }])).toBeNull()
  })

  test('quartiles lie in order and within what was counted; every person is in one group', () => {
    const one = fc.record({ value: fc.nat(400), n: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (counted) => {
        const spread = spreadOf(counted)
        if (!spread) throw new Error('nobody')
        const values = counted.map(({ value }) => value)
        expect(spread.lower).toBeLessThanOrEqual(spread.median)
        expect(spread.median).toBeLessThanOrEqual(spread.upper)
        expect(values).toContain(spread.lower)
        expect(values).toContain(spread.upper)
        const groups = grouped(counted, DAY_GROUPS)
        expect(groups.reduce((sum, n) => sum + n, 0)).toBe(spread.n)
      }),
    )
  })
})

describe('a mean with its interval', () => {
  test.each([
    // 2, 4, 4, 6: mean 4, standard deviation 1.633, t(3) = 3.182
    ['four people', [2, 4, 4, 6], 4, 1.402, 6.598],
    // 1..40: mean 20.5, standard deviation 11.690, t(39) = 2.0227
    ['forty people', Array.from({ length: 40 }, (_, n) => n + 1), 20.5, 16.761, 24.239],
    ['all alike', [3, 3, 3], 3, 3, 3],
  ])('%s', (_, values, mean, low, high) => {
    const interval = intervalOf({
      n: values.length,
      sum: values.reduce((sum, value) => sum + value, 0),
      squares: values.reduce((sum, value) => sum + value * value, 0),
    })
    expect(interval?.mean).toBeCloseTo(mean, 3)
    expect(interval?.low).toBeCloseTo(low, 2)
    expect(interval?.high).toBeCloseTo(high, 2)
  })

  test('one person has no interval, nobody no mean', () => {
    expect(intervalOf({ n: 1, sum: 3, squares: 9 })).toEqual({
      n: 1,
      mean: 3,
      low: null,
      high: null,
    })
    expect(intervalOf({ n: 0, sum: 0, squares: 0 })).toBeNull()
  })
})

describe('groups of fewer than five people', () => {
  test.each([
    [
      [40, 30, 20, 10],
      [40, 30, 20, 10],
    ],
    // 2 of 40 did not begin: the difference would tell.
    [
      [40, 38, 20, 10],
      [40, null, 20, 10],
    ],
    [
      [40, 30, 27, 26, 20],
      [40, 30, null, null, 20],
    ],
    [
      [40, 20, 3, 0],
      [40, 20, null, 0],
    ],
    [
      [7, 7, 7, 4],
      [7, 7, 7, null],
    ],
    // Too few at all: nothing is told, not even that none of them began.
    [
      [4, 4, 0],
      [null, null, null],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ])('%j is shown as %j', (cells, shown) => {
    expect(safeChain(cells)).toEqual(shown)
  })

  const tables = fc.array(fc.array(fc.nat(12), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  const chainOf = (groups: readonly number[]): number[] =>
    groups.map((_, index) => groups.slice(index).reduce((sum, n) => sum + n, 0))

  test('every difference of two numbers of a row is of nobody or of at least five', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const groups of table) {
          const shown = safeChain(chainOf(groups)).filter((one) => one !== null)
          for (const [index, one] of shown.entries())
            for (const other of [...shown.slice(index + 1), 0])
              expect(isSafe(one - other)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('totals tell nothing more: whatever sums and differences of what is shown are taken, no small group comes out', () => {
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.constantFrom(-1, 0, 1), { minLength: 40, maxLength: 40 }),
        (table, signs) => {
          const rows = table.map((groups) => safeChain(chainOf(groups)))
          // Every number shown is a sum of these separate groups; so is every total.
          const blocks = rows.flatMap((row) => {
            const shown = row.filter((one) => one !== null)
            return shown.map((one, index) => one - (shown[index + 1] ?? 0))
          })
          expect(blocks.every(isSafe)).toBe(true)
          const chosen = blocks.filter((_, index) => signs[index % signs.length] === 1)
          expect(isSafe(chosen.reduce((sum, n) => sum + n, 0))).toBe(true)
          for (const column of STAGES.keys()) {
            const cells = rows.map((row) => row[column] ?? null)
            const known = rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)
            expect(sumShown(cells) ?? 0).toBe(known)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each([
    [[6, null, 8], 14],
    [[0, null], 0],
    [[null, null], null],
  ])('of %j the total shown is %j', (cells, total) => {
    expect(sumShown(cells)).toBe(total)
  })

  const furthest = (counts: readonly number[]) => new Map(counts.map((n, index) => [index, n]))

  test('a programme with enough people at each stage tells days and confidence', () => {
    const row = acrossRow('kidney', furthest([10, 0, 5, 6, 0, 8]), [{ value: 90, n: 8 }], {
      n: 14,
      sum: 28,
      squares: 60,
    })
    expect(row.stages).toEqual([29, 19, 19, 14, 8, 8])
    expect(row.time).toEqual({ n: 8, lower: 90, median: 90, upper: 90 })
    expect(row.confidence?.n).toBe(14)
  })

  test('days are not told where their number would tell who is missing', () => {
    // 20 were observed, 18 are ready: the funnel hides the 18, and so must the days.
    const row = acrossRow('kidney', furthest([0, 0, 0, 0, 2, 18]), [{ value: 90, n: 18 }], null)
    expect(row.stages).toEqual([20, 20, 20, 20, 20, null])
    expect(row.time).toBeNull()
  })

  test('confidence is not told where nearly everybody who finished rated', () => {
    const rated = (n: number) =>
      acrossRow('kidney', furthest([0, 0, 0, 20, 0, 0]), [], { n, sum: n, squares: n }).confidence
        ?.n
    expect(rated(18)).toBeUndefined()
    expect(rated(4)).toBeUndefined()
    expect(rated(15)).toBe(15)
    expect(rated(20)).toBe(20)
  })
})

describe('questions', () => {
  test.each([
    [4, 4, 'too-few'],
    [5, 5, 'nearly-everybody'],
    [5, 1, 'nearly-nobody'],
    [5, 2, 'between'],
    [100, 95, 'nearly-everybody'],
    [100, 94, 'between'],
    [100, 20, 'nearly-nobody'],
    [100, 21, 'between'],
  ])('%i answered, %i right at once: %s', (people, right, kind) => {
    expect(kindOf({ item: 'consent/quiz/who-decides', form: 'a', people, right })).toBe(kind)
  })
})

const CHICAGO = 'America/Chicago'

describe('the period', () => {
  test('the last day belongs to it', () => {
    expect(readPeriod('2026-01-01', '2026-01-31', 'Europe/London')).toEqual({
      period: { from: Date.UTC(2026, 0, 1), before: Date.UTC(2026, 1, 1) },
      problems: [],
    })
    expect(readPeriod('', '', 'UTC')).toEqual({
      period: { from: null, before: null },
      problems: [],
    })
  })

  test('begins and ends by the programme’s clocks: who joined on a Saturday evening joined on that day', () => {
    const { period } = readPeriod('2026-11-28', '2026-11-28', CHICAGO)
    expect(period).toEqual({ from: Date.UTC(2026, 10, 28, 6), before: Date.UTC(2026, 10, 29, 6) })
    expect(yearOf(2026, CHICAGO).from).toBe(Date.UTC(2026, 0, 1, 6))
  })

  test.each([
    ['2026-02-30', '', ['from']],
    ['', 'yesterday', ['to']],
    ['2026-13-01', "'--", ['from', 'to']],
    ['2026-02-01', '2026-01-01', ['order']],
  ])('%s to %s names %j', (from, to, problems) => {
    expect(readPeriod(from, to, 'UTC').problems).toEqual(problems)
  })

  test('years follow one another without a gap and without an overlap', () => {
    expect(yearOf(2026, CHICAGO).before).toBe(yearOf(2027, CHICAGO).from)
  })
})
