import { describe, expect, test } from 'vitest'
import { readPaging } from '#domain/register/paging.ts'
import { isFiltered, queryOf, readWish } from '#domain/register/wish.ts'
import { meetingsSince, reviewDueOn, usualNextReview } from '#domain/reviews/rhythm.ts'
import { timeOf, uuidV7 } from '#domain/learning/uuid.ts'

const wish = (query: string) => readWish(new URLSearchParams(query))

describe('what is looked for', () => {
  test('is read from a query and written as one again', () => {
    const { wish: read, problems } = wish(
      'area=transplant&language=es&capacity=2&place=+South+&page=4',
    )
    expect(problems).toEqual([])
    expect(read).toEqual({
      area: 'transplant',
      language: 'es',
      contact: '',
      capacity: 2,
      place: 'South',
    })
    expect(queryOf(read).toString()).toBe('area=transplant&language=es&capacity=2&place=South')
    expect(isFiltered(read)).toBe(true)
    expect(isFiltered(wish('page=2').wish)).toBe(false)
  })

  test.each([
    ['capacity=many', ['capacity']],
    ['capacity=-1', ['capacity']],
    ['capacity=1e9', ['capacity']],
    [`area=${'x'.repeat(101)}`, ['area']],
  ])('%s cannot be read', (query, problems) => {
    expect(wish(query).problems).toEqual(problems)
    expect(isFiltered(wish(query).wish)).toBe(false)
  })
})

describe('a page of the API', () => {
  const ID = '01900000-0000-7000-8000-000000000000'
  test.each([
    ['', { after: '', limit: 50 }],
    [`cursor=${ID}&limit=200`, { after: ID, limit: 200 }],
  ])('%s', (query, paging) => {
    expect(readPaging(new URLSearchParams(query))).toEqual({ paging, problems: [] })
  })

  test.each([
    ['limit=0', ['limit']],
    ['limit=201', ['limit']],
    ['limit=ten', ['limit']],
    ['cursor=%27', ['cursor']],
    ['cursor=%27&limit=', ['cursor']],
    ['cursor=x&limit=x', ['limit', 'cursor']],
  ])('%s cannot be read', (query, problems) => {
    expect(readPaging(new URLSearchParams(query)).problems).toEqual(problems)
  })
})

describe('support reviews', () => {
  test.each([
    ['2026-01-15', '2026-04-15'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-12-01', '2027-03-01'],
  ] as const)('after one on %s the usual next one is on %s', (day, next) => {
    expect(usualNextReview(day)).toBe(next)
  })

  test.each([
    ['4 weeks after the sign-off', null, ['2026-01-03', '2026-01-09'], '2026-01-29'],
    [
      'on the day of the third meeting',
      null,
      ['2026-01-03', '2026-01-09', '2026-01-12', '2026-01-13'],
      '2026-01-12',
    ],
    [
      'after 4 weeks where the third meeting was later',
      null,
      ['2026-01-03', '2026-01-09', '2026-03-12'],
      '2026-01-29',
    ],
    [
      'when it was agreed, however many meetings there were',
      '2026-05-05',
      ['2026-01-03', '2026-01-09', '2026-01-12'],
      '2026-05-05',
    ],
  ])('one is due %s', (_, nextOn, meetings, due) => {
    expect(
      reviewDueOn({ decidedAt: Date.UTC(2026, 0, 1, 9), nextOn, meetings, timeZone: 'UTC' }),
    ).toBe(due)
  })

  test('meetings before the sign-off do not count, those of its day do', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-01-05'].map((day) => ({ day }))
    expect(meetingsSince(Date.UTC(2026, 0, 1, 9), days, 'UTC')).toEqual([
      '2026-01-01',
      '2026-01-05',
    ])
  })
})

test('an id tells when it was made', () => {
  expect(timeOf(uuidV7(1_700_000_000_123, new Uint8Array(10).fill(7)))).toBe(1_700_000_000_123)
})
