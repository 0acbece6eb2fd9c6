/** Parts of a period, and what a sheet for a funder may say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAIRING_ENDS } from '#domain/pairing/pairing.ts'
import { folded } from '#domain/reports/folded.ts'
import { funderNumbers, type FunderCounts } from '#domain/reports/funder.ts'
import { STAGES } from '#domain/reports/funnel.ts'
import { readPeriod } from '#domain/reports/period.ts'
import { oneSpan, spansOfPeriod, usualPeriods } from '#domain/reports/spans.ts'
import { wordsIn } from '#i18n/words.ts'
import { funderSections, funderTable } from '#web/reports/funder.ts'

const CHICAGO = 'America/Chicago'
const NOW = Date.UTC(2026, 10, 29, 12)
const spans = (from: string, to: string) =>
  spansOfPeriod(readPeriod(from, to, CHICAGO).period, CHICAGO, NOW).map((span) => [
    span.firstDay,
    span.beforeDay,
    span.quarter,
  ])

describe('a period in parts', () => {
  test('half a quarter and the next one are two parts, cut where the period begins and ends', () => {
    expect(spans('2026-02-10', '2026-04-15')).toEqual([
      ['2026-02-10', '2026-04-01', 1],
      ['2026-04-01', '2026-04-16', 2],
    ])
  })

  test('without a period they are the last eight quarters, up to today', () => {
    const all = spans('', '')
    expect(all).toHaveLength(8)
    expect(all[0]).toEqual(['2025-01-01', '2025-04-01', 1])
    expect(all.at(-1)).toEqual(['2026-10-01', '2026-11-30', 4])
  })

  test('five years are told by year', () => {
    expect(spans('2022-03-01', '2026-06-30')).toEqual([
      ['2022-03-01', '2023-01-01', null],
      ['2023-01-01', '2024-01-01', null],
      ['2024-01-01', '2025-01-01', null],
      ['2025-01-01', '2026-01-01', null],
      ['2026-01-01', '2026-07-01', null],
    ])
  })

  test('they follow one another without a gap, by the programme’s clock', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => Date.UTC(2016, 0, 1 + n, 18))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, last] = [Math.min(a, b), Math.max(a, b)]
        const found = spansOfPeriod({ from, before: last + 1 }, CHICAGO, NOW)
        expect(found.length).toBeGreaterThan(0)
        expect(found.length).toBeLessThanOrEqual(12)
        expect(found.at(-1)?.before).toBeGreaterThan(last)
        for (const [index, span] of found.entries()) {
          expect(span.from).toBeLessThan(span.before)
          if (index > 0) expect(span.from).toBe(found[index - 1]?.before)
        }
      }),
    )
  })

  test('a quarter that the clocks change in begins and ends at midnight there', () => {
    const { from, before } = oneSpan('2026-10-01', '2026-12-31', CHICAGO)
    expect(new Date(from).toISOString()).toBe('2026-10-01T05:00:00.000Z')
    expect(new Date(before).toISOString()).toBe('2027-01-01T06:00:00.000Z')
  })

  test('what is often asked for ends on the last day of its quarter or year', () => {
    expect(usualPeriods('2026-02-10')).toEqual({
      'this-quarter': { from: '2026-01-01', to: '2026-03-31' },
      'last-quarter': { from: '2025-10-01', to: '2025-12-31' },
      'this-year': { from: '2026-01-01', to: '2026-12-31' },
      'last-year': { from: '2025-01-01', to: '2025-12-31' },
    })
  })
})

describe('small groups', () => {
  test('are told together, and take a larger one with them where they are too few even so', () => {
    const groups = [
      { key: 'planned', n: 12 },
      { key: 'moved', n: 6 },
      { key: 'died', n: 2 },
    ]
    expect(folded(groups)).toEqual({ shown: [{ key: 'planned', n: 12 }], rest: 8, all: 20 })
  })

  test('three pairings that ended are told of nobody', () => {
    expect(folded([{ key: 'planned', n: 3 }])).toEqual({ shown: [], rest: 0, all: null })
  })

  test('every number shown is of nobody or of at least five, and so is every difference', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (counts) => {
        const { shown, rest, all } = folded(counts.map((n, key) => ({ key, n })))
        const numbers = [...shown.map(({ n }) => n), rest]
        for (const n of numbers) expect(n === 0 || n >= 5).toBe(true)
        if (all === null) expect(shown).toEqual([])
        else {
          expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(all)
          expect(all).toBe(counts.reduce((sum, n) => sum + n, 0))
        }
      }),
    )
  })
})

describe('a sheet for a funder', () => {
  const none: FunderCounts = {
    furthest: new Map(),
    ...{ readyToday: 0, requests: 0, begun: 0, waited: [], meetings: 0, minutes: 0, met: 0 },
    ...{ reviews: 0, reviewed: 0, sessions: 0, came: 0, ended: [] },
  }

  test('forty meetings of four pairings are not shown, nor their hours', () => {
    const four = funderNumbers({ ...none, meetings: 40, minutes: 2400, met: 4 })
    expect([four.meetings, four.hours]).toEqual([null, null])
    const five = funderNumbers({ ...none, meetings: 40, minutes: 2410, met: 5 })
    expect([five.meetings, five.hours]).toEqual([40, 40])
  })

  test('thirty reviews of one mentor are not shown; group sessions are nobody’s', () => {
    const found = funderNumbers({ ...none, reviews: 30, reviewed: 1, sessions: 2, came: 3 })
    expect([found.reviews, found.reviewed, found.sessions, found.came]).toEqual([
      null,
      null,
      2,
      null,
    ])
  })

  test('how long people waited is told of five who found a mentor', () => {
    const waited = (n: number) => funderNumbers({ ...none, waited: [{ value: 12, n }] }).waited
    expect([waited(4), waited(5)]).toEqual([null, 12])
  })

  test('its pictures and its file hold what the sheet shows, and of a group that is too small nothing', () => {
    const groups = (from: number) => fc.array(fc.nat(9), { minLength: from, maxLength: from })
    const words = wordsIn('en')
    const parts = fc.record({
      joined: groups(STAGES.length),
      ended: groups(PAIRING_ENDS.length),
      readyToday: fc.nat(9),
      requests: fc.nat(9),
      waited: fc.nat(9),
      met: fc.nat(9),
    })
    let drawn = 0
    fc.assert(
      fc.property(parts, ({ joined, ended, readyToday, requests, waited, met }) => {
        const numbers = funderNumbers({
          ...{
            ...none,
            readyToday,
            requests,
            begun: met,
            met,
            meetings: 77 * met,
            minutes: 60 * met,
          },
          furthest: new Map(joined.map((n, index) => [index, n])),
          waited: [{ value: 88, n: waited }],
          ended: ended.map((n, index) => ({ why: PAIRING_ENDS[index] ?? 'other', n })),
        })
        const sections = funderSections(numbers, words, { tag: 'en-US' })
        const { columns, rows } = funderTable(sections, words.reports)
        const lines = sections.flatMap((one) =>
          one.rows.map(({ label, text }) => [one.title, label, text.replace(/ days?$/, '')]),
        )
        expect(rows.map((row) => row.map(String))).toEqual(lines)
        expect(rows.every((row) => row.length === columns.length)).toBe(true)
        // Whatever counts people is of nobody or of at least five, in the file as on the sheet.
        const [people, , endings] = sections
        for (const { n } of [...(people?.rows ?? []), ...(endings?.rows ?? [])])
          expect(n === null || n === 0 || n >= 5).toBe(true)
        for (const section of [people, endings]) {
          const texts = [...(section?.picture?.text ?? '').matchAll(/<text[^>]*>([^<]*)</g)]
          const said = texts.map(([, text = '']) => text).join(' ')
          if (said) drawn++
          for (const { label, n } of section?.rows ?? [])
            if (n === null) expect(said).not.toContain(`${label}:`)
          const shown = new Set([0, ...(section?.rows.map(({ n }) => n) ?? [])])
          for (const [number] of said.matchAll(/\d+/g)) expect(shown).toContain(Number(number))
        }
      }),
      { numRuns: 300 },
    )
    expect(drawn).toBeGreaterThan(50)
  })

  test('nothing at all is shown as nothing', () => {
    const found = funderNumbers(none)
    expect([found.requests, found.begun, found.meetings, found.ended.all]).toEqual([0, 0, 0, 0])
    expect(found.waited).toBe(null)
  })
})
