import { describe, expect, test } from 'vitest'
import {
  isMatchable,
  standingAt,
  twelveMonthsAfter,
  type SignOff,
  type StandingFacts,
} from '#domain/readiness/standing.ts'

const day = (text: string): number => Date.parse(`${text}T12:00:00Z`)
const signedOff = (on: string, rest: Partial<SignOff> = {}): SignOff => ({
  id: on,
  decidedAt: day(on),
  decision: 'ready',
  conditions: '',
  expiresOn: '2027-03-01',
  withdrawnAt: null,
  ...rest,
})
const NOTHING: StandingFacts = { signOffs: [], askedAt: null, lapsed: false, pausedSince: null }
const standing = (at: string, signOffs: readonly SignOff[], rest: Partial<StandingFacts> = {}) =>
  standingAt({ ...NOTHING, signOffs, ...rest }, day(at))

describe('without a decision', () => {
  test('a trainee is in training, and waits from the day on which they asked', () => {
    expect(standing('2026-01-01', [])).toBe('in-training')
    expect(standing('2026-02-01', [], { askedAt: day('2026-02-02') })).toBe('in-training')
    expect(standing('2026-02-03', [], { askedAt: day('2026-02-02') })).toBe('waiting-for-sign-off')
  })
})

describe('at a past day', () => {
  const history = [
    signedOff('2026-03-01', { decision: 'more-practice', expiresOn: null }),
    signedOff('2026-06-01', { conditions: 'By phone only', expiresOn: '2027-06-01' }),
    signedOff('2027-06-10', { expiresOn: '2028-06-10', withdrawnAt: day('2027-09-01') }),
  ]

  test.each([
    ['2026-02-28', 'in-training'],
    ['2026-03-02', 'more-practice'],
    ['2026-06-02', 'ready-with-conditions'],
    ['2027-05-31', 'ready-with-conditions'],
    ['2027-06-01', 'expired'],
    ['2027-06-11', 'ready'],
    ['2027-08-31', 'ready'],
    ['2027-09-02', 'withdrawn'],
    ['2030-01-01', 'withdrawn'],
  ])('%s: %s', (at, expected) => {
    expect(standing(at, history)).toBe(expected)
    expect(standing(at, [...history].reverse())).toBe(expected)
  })
})

describe('asking again', () => {
  const asked = (on: string) => ({ askedAt: day(on) })
  const no = [signedOff('2026-03-01', { decision: 'more-practice', expiresOn: null })]
  const never = [signedOff('2026-03-01', { decision: 'not-this-role', expiresOn: null })]
  const ready = [signedOff('2026-03-01')]
  const withdrawn = [signedOff('2026-03-01', { withdrawnAt: day('2026-05-01') })]

  test.each([
    ['after "more practice" waits', no, '2026-04-01', '2026-04-02', 'waiting-for-sign-off'],
    ['before "more practice" was answered by it', no, '2026-02-01', '2026-04-02', 'more-practice'],
    ['after "not this role" waits', never, '2026-04-01', '2026-04-02', 'waiting-for-sign-off'],
    ['changes nothing while one is ready', ready, '2026-04-01', '2026-04-02', 'ready'],
    ['before the withdrawal does not count', withdrawn, '2026-04-01', '2026-06-01', 'withdrawn'],
    ['after the withdrawal waits', withdrawn, '2026-05-02', '2026-06-01', 'waiting-for-sign-off'],
    [
      'waits once the sign-off has expired',
      ready,
      '2027-02-20',
      '2027-03-01',
      'waiting-for-sign-off',
    ],
    ['does not shorten the sign-off', ready, '2027-02-20', '2027-02-28', 'ready'],
  ])('%s', (_, signOffs, on, at, expected) => {
    expect(standing(at, signOffs, asked(on))).toBe(expected)
  })
})

describe('ready', () => {
  test('has conditions only where some are written', () => {
    expect(standing('2026-04-01', [signedOff('2026-03-01', { conditions: '  ' })])).toBe('ready')
  })

  test('ends at the beginning of the day on which it expires', () => {
    const one = [signedOff('2026-03-01')]
    const last = Date.parse('2027-02-28T23:59:59.999Z')
    expect(standingAt({ ...NOTHING, signOffs: one }, last)).toBe('ready')
    expect(standingAt({ ...NOTHING, signOffs: one }, last + 1)).toBe('expired')
  })

  test('lapses with a raised ★ rule, also one with conditions', () => {
    const one = signedOff('2026-03-01', { conditions: 'By phone only' })
    expect(standing('2026-04-01', [one], { lapsed: true })).toBe('lapsed')
    expect(standing('2026-04-01', [], { lapsed: true })).toBe('in-training')
  })

  test('of two decisions at the same moment the later id counts, in whatever order', () => {
    const ready = signedOff('2026-03-01', { id: 'a' })
    const no = signedOff('2026-03-01', { id: 'b', decision: 'not-this-role', expiresOn: null })
    expect(standing('2026-04-01', [ready, no])).toBe('not-this-role')
    expect(standing('2026-04-01', [no, ready])).toBe('not-this-role')
  })

  test('is what may be matched, with or without conditions, and nothing else', () => {
    const all = [
      'in-training',
      'waiting-for-sign-off',
      'ready',
      'ready-with-conditions',
      'more-practice',
      'not-this-role',
      'lapsed',
      'expired',
      'withdrawn',
    ] as const
    expect(all.filter(isMatchable)).toEqual(['ready', 'ready-with-conditions'])
  })
})

describe('a pause', () => {
  const since = (on: string) => ({ pausedSince: day(on) })
  const ready = [signedOff('2026-03-01')]

  test('holds from its day on, in training and when one is ready; a paused mentor is not matched', () => {
    expect(standing('2026-04-01', [], since('2026-04-02'))).toBe('in-training')
    expect(standing('2026-04-03', [], since('2026-04-02'))).toBe('paused')
    expect(standing('2026-04-03', ready, since('2026-04-02'))).toBe('paused')
    expect(isMatchable('paused')).toBe(false)
  })

  test('does not hide that the road has ended', () => {
    const withdrawn = [signedOff('2026-03-01', { withdrawnAt: day('2026-03-05') })]
    const no = [signedOff('2026-03-01', { decision: 'not-this-role', expiresOn: null })]
    expect(standing('2026-04-03', withdrawn, since('2026-04-02'))).toBe('withdrawn')
    expect(standing('2026-04-03', no, since('2026-04-02'))).toBe('not-this-role')
  })
})

describe('12 months after', () => {
  test.each([
    ['2026-11-21', '2027-11-21'],
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-28'],
    ['2026-12-31', '2027-12-31'],
    ['2026-01-01', '2027-01-01'],
    ['2099-12-31', '2100-12-31'],
  ])('%s is %s', (from, to) => {
    expect(twelveMonthsAfter(from)).toBe(to)
  })
})
