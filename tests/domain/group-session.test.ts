/** Who has a place at a group session, what is told of it, and sessions that come again. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#domain/calendar/days.ts'
import { MOST_REPEATED, momentOn, repeatedDays, REPEATS } from '#domain/calendar/repeats.ts'
import { wallTimeAt } from '#domain/calendar/wall-clock.ts'
import {
  inLine,
  losing,
  noticeOf,
  notMarkedAt,
  type SignedUp,
} from '#domain/people/group-session.ts'
import { readGroupSession, readRepeat } from '#server/people/read-group-session.ts'

const CHICAGO = 'America/Chicago'
const often = (times: number) => ({ times, until: null })

describe('who has a place', () => {
  test('the first two of two places; whoever is third waits as the first', () => {
    expect([0, 1, 2, 3].map((ahead) => inLine(2, ahead))).toEqual([
      { kind: 'place' },
      { kind: 'place' },
      { kind: 'waiting', number: 1 },
      { kind: 'waiting', number: 2 },
    ])
    expect(inLine(null, 400)).toEqual({ kind: 'place' })
  })

  test('with fewer places the last ones lose theirs; whoever waits already loses nothing', () => {
    const line = ['Luz', 'Ray', 'Nadia', 'Joyce']
    expect(losing(line, 3, 1)).toEqual(['Ray', 'Nadia'])
    expect(losing(line, null, 3)).toEqual(['Joyce'])
    expect(losing(line, 3, 4)).toEqual([])
    expect(losing(line, 3, null)).toEqual([])
  })

  test('whoever leaves, in whatever order, the places are always full while somebody waits', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }),
        (places, turns) => {
          const kinds = [...turns]
            .sort((a, b) => a - b)
            .map((_, ahead) => inLine(places, ahead).kind)
          expect(kinds.filter((kind) => kind === 'place')).toHaveLength(
            Math.min(places, turns.length),
          )
          expect(kinds.lastIndexOf('place')).toBeLessThan(kinds.indexOf('waiting') >>> 0)
        },
      ),
      { seed: 20261129 },
    ))
})

describe('what somebody is told', () => {
  const known: SignedUp = {
    ...{ startsAt: 900, cancelledAt: null, places: 1, ahead: 0 },
    ...{ told: 'place', toldAt: 100, endedAt: null, changedAt: 0 },
  }
  test('nothing where they know all, and each thing that changed since', () => {
    expect(noticeOf(known)).toBeNull()
    expect(noticeOf({ ...known, told: 'waiting' })).toBe('moved-up')
    expect(noticeOf({ ...known, ahead: 1 })).toBe('moved-back')
    expect(noticeOf({ ...known, told: 'nothing' })).toBe('signed-up')
    expect(noticeOf({ ...known, changedAt: 101 })).toBe('changed')
    expect(noticeOf({ ...known, changedAt: 100 })).toBeNull()
    expect(noticeOf({ ...known, endedAt: 200, cancelledAt: 200 })).toBe('taken-out')
  })
  test('of what is called off only that, until they have seen it', () => {
    expect(noticeOf({ ...known, told: 'waiting', cancelledAt: 200 })).toBe('called-off')
    expect(noticeOf({ ...known, told: 'waiting', cancelledAt: 100 })).toBeNull()
  })
})

test('who came is marked from an hour before the beginning on', () => {
  const session = { startsAt: 7_200_000, cancelledAt: null }
  expect(notMarkedAt(session, 3_599_999)).toBe('too-early')
  expect(notMarkedAt(session, 3_600_000)).toBeNull()
  expect(notMarkedAt({ ...session, cancelledAt: 1 }, 9_000_000)).toBe('cancelled')
})

describe('a session that comes again', () => {
  test('every week and every two weeks, so many times or until a day', () => {
    expect(repeatedDays('2027-02-26', 'weekly', often(3))).toEqual([
      '2027-02-26',
      '2027-03-05',
      '2027-03-12',
    ])
    const until = { times: null, until: '2027-03-26' } as const
    expect(repeatedDays('2027-02-26', 'two-weeks', until)).toEqual([
      '2027-02-26',
      '2027-03-12',
      '2027-03-26',
    ])
    expect(repeatedDays('2027-02-26', 'weekly', { ...until, times: 2 })).toHaveLength(2)
  })
  test('every month on the 31st: where there is none, on the last day, and on the 31st again', () => {
    expect(repeatedDays('2027-01-31', 'month-day', often(3))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ])
  })
  test('every second Tuesday; a fifth Friday is the last one of each month', () => {
    expect(repeatedDays('2027-01-12', 'month-weekday', often(4))).toEqual([
      '2027-01-12',
      '2027-02-09',
      '2027-03-09',
      '2027-04-13',
    ])
    expect(repeatedDays('2027-01-29', 'month-weekday', often(4))).toEqual([
      '2027-01-29',
      '2027-02-26',
      '2027-03-26',
      '2027-04-30',
    ])
  })
  test('the days rise, the first is the first, and there are never more than one too many', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...REPEATS),
        fc.integer({ min: 1, max: 500 }),
        (days, repeat, times) => {
          const first = new Date(days * 86_400_000).toISOString().slice(0, 10) as Day
          const found = repeatedDays(first, repeat, often(times))
          expect(found[0]).toBe(first)
          expect(found).toHaveLength(Math.min(times, MOST_REPEATED + 1))
          expect(found).toEqual([...new Set(found)].sort())
        },
      ),
      { seed: 20261129 },
    ))
  test('at the same time by the clocks of the place, before and after they change', () => {
    const form = {
      ...{ title: 'Tea', place: 'Room 2', day: '2027-03-07', time: '18:30', which: '' },
      ...{ repeat: 'weekly', times: '3' },
    }
    const first = readGroupSession(form, CHICAGO).read?.startsAt ?? 0
    const repeat = readRepeat(form, first, CHICAGO)
    const starts = repeat.kind === 'read' ? repeat.starts : []
    expect(starts.map((at) => wallTimeAt(at, CHICAGO))).toEqual([
      { day: '2027-03-14', time: '18:30' },
      { day: '2027-03-21', time: '18:30' },
    ])
    // The clocks went forward between the first and the second.
    expect((starts[0] ?? 0) - first).toBe(7 * 86_400_000 - 3_600_000)
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBe(7 * 86_400_000)
  })
  test('a time that the clocks skip is as much later, and of one that comes twice it is the first', () => {
    expect(
      new Date(momentOn({ day: '2027-03-14', time: '02:30' }, CHICAGO) ?? 0).toISOString(),
    ).toBe('2027-03-14T08:30:00.000Z')
    expect(momentOn({ day: '2027-11-07', time: '01:30' }, CHICAGO)).toBe(
      Date.UTC(2027, 10, 7, 6, 30),
    )
    expect(momentOn({ day: '2027-02-30', time: '01:30' }, CHICAGO)).toBeNull()
  })
  test.each([
    [{ repeat: 'daily', times: '3' }, 'repeat-unknown'],
    [{ repeat: 'weekly' }, 'repeat-end-missing'],
    [{ repeat: 'weekly', times: '1' }, 'times-malformed'],
    [{ repeat: 'weekly', times: '2.5' }, 'times-malformed'],
    [{ repeat: 'weekly', times: '500' }, 'too-many'],
    [{ repeat: 'weekly', until: '2099-01-01' }, 'too-many'],
    [{ repeat: 'weekly', until: '2027-02-30' }, 'until-malformed'],
    [{ repeat: 'weekly', until: '2027-03-07' }, 'until-before'],
  ])('%j is refused: %s', (more, problem) => {
    const form = { title: 'Tea', place: 'x', day: '2027-03-07', time: '18:30', which: '', ...more }
    const first = readGroupSession(form, CHICAGO).read?.startsAt ?? 0
    expect(readRepeat(form, first, CHICAGO)).toEqual({ kind: 'refused', problem })
  })
  test.each(['0', '501', '-1', '1.5', 'many'])('%s places are refused', (places) => {
    const form = { title: 'Tea', place: 'x', day: '2027-03-07', time: '18:30', which: '', places }
    expect(readGroupSession(form, CHICAGO).problems).toEqual(['places-malformed'])
  })
})
