import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAt } from '#domain/calendar/days.ts'
import { spansOf } from '#domain/calendar/spans.ts'
import { NO_CHECKS, type CheckFacts } from '#domain/readiness/checks.ts'
import {
  conditionsAt,
  decidedStandingAt,
  DECISIONS,
  inForceAt,
  isMatchable,
  latestBy,
  mentorsUnder,
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
  secondSignedAt: null,
  committedAt: day(on),
  ...rest,
})
const NOTHING: StandingFacts = {
  signOffs: [],
  asked: [],
  lapses: [],
  pauses: [],
  stops: [],
  checks: NO_CHECKS,
  secondSince: null,
  timeZone: 'UTC',
}
const standing = (at: string, signOffs: readonly SignOff[], rest: Partial<StandingFacts> = {}) =>
  standingAt({ ...NOTHING, signOffs, ...rest }, day(at))

describe('without a decision', () => {
  test('a trainee is in training, and waits from the day on which they asked', () => {
    expect(standing('2026-01-01', [])).toBe('in-training')
    expect(standing('2026-02-01', [], { asked: [day('2026-02-02')] })).toBe('in-training')
    expect(standing('2026-02-03', [], { asked: [day('2026-02-02')] })).toBe('waiting-for-sign-off')
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
  const asked = (on: string) => ({ asked: [day(on)] })
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

  test.each([
    ['America/Chicago', '2027-03-01T05:59:59.999Z'],
    ['Europe/London', '2027-02-28T23:59:59.999Z'],
    ['Pacific/Auckland', '2027-02-28T10:59:59.999Z'],
  ])('ends when the day begins on the clocks of its programme: %s', (timeZone, last) => {
    const facts = { ...NOTHING, signOffs: [signedOff('2026-03-01')], timeZone }
    expect(standingAt(facts, Date.parse(last))).toBe('ready')
    expect(standingAt(facts, Date.parse(last) + 1)).toBe('expired')
  })

  test('lapses with a raised ★ rule, also one with conditions', () => {
    const one = signedOff('2026-03-01', { conditions: 'By phone only' })
    const lapses = [{ from: day('2026-03-20'), until: null }]
    expect(standing('2026-04-01', [one], { lapses })).toBe('lapsed')
    expect(standing('2026-04-01', [], { lapses })).toBe('in-training')
    expect(standing('2026-03-19', [one], { lapses })).toBe('ready-with-conditions')
    const refreshed = [{ from: day('2026-03-20'), until: day('2026-03-25') }]
    expect(standing('2026-03-24', [one], { lapses: refreshed })).toBe('lapsed')
    expect(standing('2026-03-25', [one], { lapses: refreshed })).toBe('ready-with-conditions')
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
      'waiting-for-second-signature',
      'waiting-for-commitment',
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
  const since = (on: string) => ({ pauses: [{ from: day(on), until: null }] })
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

describe('the signatures under a sign-off', () => {
  test('without the mentor’s commitment nobody is ready, and from it on they are', () => {
    const one = signedOff('2026-03-01', { committedAt: day('2026-03-04') })
    expect(standing('2026-03-02', [one])).toBe('waiting-for-commitment')
    expect(standing('2026-03-04', [one])).toBe('ready')
    expect(standing('2026-03-02', [{ ...one, committedAt: null }])).toBe('waiting-for-commitment')
  })

  test('where a programme asks for two, the second comes before the commitment', () => {
    const one = signedOff('2026-03-01', {
      secondSignedAt: day('2026-03-03'),
      committedAt: day('2026-03-05'),
    })
    const secondSince = day('2026-01-01')
    const at = (on: string) => standing(on, [one], { secondSince })
    expect(at('2026-03-02')).toBe('waiting-for-second-signature')
    expect(at('2026-03-04')).toBe('waiting-for-commitment')
    expect(at('2026-03-06')).toBe('ready')
  })

  test('a rule that came later changes nothing before it', () => {
    const one = signedOff('2026-03-01')
    const secondSince = day('2026-06-01')
    expect(standing('2026-05-31', [one], { secondSince })).toBe('ready')
    expect(standing('2026-06-02', [one], { secondSince })).toBe('waiting-for-second-signature')
  })

  test('C9: a renewal counts once it is complete; until then the old one holds, or ends', () => {
    const first = signedOff('2026-03-01', { expiresOn: '2027-03-01' })
    const again = signedOff('2027-02-01', {
      expiresOn: twelveMonthsAfter('2027-02-01'),
      committedAt: day('2027-03-05'),
    })
    expect(standing('2027-01-31', [first, again])).toBe('ready')
    expect(standing('2027-02-02', [first, again])).toBe('ready')
    expect(standing('2027-03-02', [first, again])).toBe('waiting-for-commitment')
    expect(standing('2027-03-06', [first, again])).toBe('ready')
    expect(standing('2028-01-31', [first, again])).toBe('ready')
    expect(standing('2028-02-01', [first, again])).toBe('expired')
  })

  test('C9: Inés holds until 2027 and is renewed today; a second signature and her commitment are open', () => {
    const held = signedOff('2026-03-01', { secondSignedAt: day('2026-03-01') })
    const renewed = signedOff('2026-11-28', { expiresOn: '2027-11-28', committedAt: null })
    const facts = { ...NOTHING, signOffs: [held, renewed], secondSince: day('2026-01-01') }
    expect(standingAt(facts, day('2026-11-28'))).toBe('ready')
    expect(inForceAt(facts, day('2026-11-28'))?.id).toBe('2026-03-01')
    expect(standingAt(facts, day('2027-03-01'))).toBe('waiting-for-second-signature')
    const complete = {
      ...renewed,
      secondSignedAt: day('2026-12-01'),
      committedAt: day('2026-12-02'),
    }
    const done = { ...facts, signOffs: [held, complete] }
    expect(inForceAt(done, day('2026-12-01'))?.id).toBe('2026-03-01')
    expect(inForceAt(done, day('2026-12-02'))?.id).toBe('2026-11-28')
  })

  test('C9: nothing older holds after a newer "no", a withdrawal, or a renewal that has ended', () => {
    const held = signedOff('2026-03-01')
    const open = signedOff('2026-06-01', { committedAt: null })
    const no = signedOff('2026-06-01', { decision: 'more-practice', expiresOn: null })
    expect(standing('2026-06-02', [held, no])).toBe('more-practice')
    const withdrawn = { ...open, withdrawnAt: day('2026-06-05') }
    expect(standing('2026-06-04', [held, withdrawn])).toBe('ready')
    expect(standing('2026-06-06', [held, withdrawn])).toBe('withdrawn')
    const short = { ...open, expiresOn: '2026-07-01' }
    expect(standing('2026-07-01', [held, short])).toBe('expired')
  })

  test('C9: what a renewal narrows counts at once', () => {
    const held = signedOff('2026-03-01', { conditions: 'By phone only' })
    const open = signedOff('2026-06-01', { conditions: 'Not alone', committedAt: null })
    const facts = { ...NOTHING, signOffs: [held, open] }
    expect(conditionsAt(facts, day('2026-06-02'))).toBe('By phone only\nNot alone')
    const bare = { ...NOTHING, signOffs: [signedOff('2026-03-01'), open] }
    expect(standingAt(bare, day('2026-06-02'))).toBe('ready-with-conditions')
  })
})

describe('the decision that the days of mentoring are told by', () => {
  const old = signedOff('2026-03-01', { expiresOn: '2027-03-01' })
  const renewal = signedOff('2027-02-01', { expiresOn: '2028-02-01', committedAt: null })
  const under = (at: string, ...signOffs: SignOff[]) =>
    mentorsUnder({ ...NOTHING, signOffs }, day(at))?.id ?? null

  test('is the old one while a renewal waits for the commitment, and the renewal once the old one has ended', () => {
    expect(under('2027-02-28', renewal, old)).toBe(old.id)
    expect(under('2027-03-01', renewal, old)).toBe(renewal.id)
  })

  test('is one that has ended, until another decision says otherwise or it is withdrawn', () => {
    expect(under('2027-04-01', old)).toBe(old.id)
    const no = signedOff('2027-05-01', { decision: 'more-practice', expiresOn: null })
    expect(under('2027-05-02', no, old)).toBeNull()
    expect(under('2027-05-02', { ...old, withdrawnAt: day('2027-05-01') })).toBeNull()
    expect(under('2026-02-01', old)).toBeNull()
  })
})

describe('whatever the rows are', () => {
  const time = fc.integer({ min: day('2026-01-01'), max: day('2028-12-31') })
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
  const span = fc.tuple(time, maybe(time)).map(([a, b]) => ({
    from: b === null ? a : Math.min(a, b),
    until: b === null ? null : Math.max(a, b),
  }))
  const decided: fc.Arbitrary<SignOff> = fc.record({
    id: fc.uuid(),
    decidedAt: time,
    decision: fc.constantFrom(...DECISIONS),
    conditions: fc.constantFrom('', 'By phone'),
    expiresOn: time.map((at) => new Date(at).toISOString().slice(0, 10)),
    withdrawnAt: maybe(time),
    secondSignedAt: maybe(time),
    committedAt: maybe(time),
  })
  const dated = time.map((at) => new Date(at).toISOString().slice(0, 10))
  const line = {
    id: fc.uuid(),
    check: fc.constantFrom('a', 'b'),
    line: fc.constant('seen' as const),
    at: time,
  }
  const checks: fc.Arbitrary<CheckFacts> = fc.record({
    rules: fc.array(
      fc.record({ ...line, rule: fc.constantFrom('required', 'optional'), since: time }),
      { maxLength: 2 },
    ),
    entries: fc.array(
      fc.record({
        ...{ ...line, act: fc.constantFrom('accepted', 'accepted', 'ended', 'asked') },
        ...{ recheckOn: maybe(dated), countsUntil: maybe(dated) },
      }),
      { maxLength: 4 },
    ),
  })
  const facts: fc.Arbitrary<StandingFacts> = fc.record({
    signOffs: fc.array(decided, { maxLength: 4 }),
    asked: fc.array(time, { maxLength: 3 }),
    lapses: fc.array(span, { maxLength: 2 }),
    pauses: fc.array(span, { maxLength: 2 }),
    stops: fc.array(span, { maxLength: 2 }),
    checks,
    secondSince: maybe(time),
    timeZone: fc.constantFrom('UTC', 'America/Chicago', 'Pacific/Auckland'),
  })

  test('the order of the rows never matters', () => {
    fc.assert(
      fc.property(facts, time, (all, at) => {
        const turned = {
          ...all,
          signOffs: [...all.signOffs].reverse(),
          asked: [...all.asked].reverse(),
          pauses: [...all.pauses].reverse(),
          stops: [...all.stops].reverse(),
          checks: {
            rules: [...all.checks.rules].reverse(),
            entries: [...all.checks.entries].reverse(),
          },
        }
        expect(standingAt(turned, at)).toBe(standingAt(all, at))
      }),
    )
  })

  test('what happened after a day never changes the standing of that day', () => {
    fc.assert(
      fc.property(facts, time, (all, at) => {
        const by = (when: number | null): number | null =>
          when !== null && when <= at ? when : null
        const spans = (list: StandingFacts['pauses']) =>
          list.filter(({ from }) => from <= at).map((one) => ({ ...one, until: by(one.until) }))
        const known: StandingFacts = {
          signOffs: all.signOffs
            .filter(({ decidedAt }) => decidedAt <= at)
            .map((one) => ({
              ...one,
              withdrawnAt: by(one.withdrawnAt),
              secondSignedAt: by(one.secondSignedAt),
              committedAt: by(one.committedAt),
            })),
          asked: all.asked.filter((when) => when <= at),
          lapses: spans(all.lapses),
          pauses: spans(all.pauses),
          stops: spans(all.stops),
          checks: {
            rules: all.checks.rules.filter((one) => one.at <= at),
            entries: all.checks.entries.filter((one) => one.at <= at),
          },
          secondSince: by(all.secondSince),
          timeZone: all.timeZone,
        }
        expect(standingAt(known, at)).toBe(standingAt(all, at))
      }),
    )
  })

  test('what holds is what they mentor under; what does not hold only where the standing says that it has ended or waits', () => {
    fc.assert(
      fc.property(facts, time, (all, at) => {
        const [under, holds] = [mentorsUnder(all, at), inForceAt(all, at)]
        if (holds) return void expect(under).toBe(holds)
        const waits = ['expired', 'waiting-for-second-signature', 'waiting-for-commitment']
        const said = waits.includes(decidedStandingAt(all, at))
        expect(under).toBe(said ? latestBy(all.signOffs, at) : null)
      }),
    )
  })

  test('nobody is matched without a "ready" that holds, every signature, and no pause or lapse', () => {
    fc.assert(
      fc.property(facts, time, (all, at) => {
        if (!isMatchable(standingAt(all, at))) return
        const last = inForceAt(all, at)
        expect(latestBy(all.signOffs, at)?.decision).toBe('ready')
        expect(last?.decision).toBe('ready')
        expect((last?.committedAt ?? Infinity) <= at).toBe(true)
        expect((last?.withdrawnAt ?? Infinity) <= at).toBe(false)
        expect(dayAt(at, all.timeZone) < (last?.expiresOn ?? '')).toBe(true)
        if ((all.secondSince ?? Infinity) <= at)
          expect((last?.secondSignedAt ?? Infinity) <= at).toBe(true)
        for (const { from, until } of [...all.pauses, ...all.lapses])
          expect(from <= at && at < (until ?? Infinity)).toBe(false)
      }),
    )
  })
})

describe('spans of time', () => {
  const turn = (on: string, begins: boolean) => ({ at: day(on), on: begins })

  test('begin and end; a second beginning within one and a stray end change nothing', () => {
    expect(
      spansOf([
        turn('2026-03-05', false),
        turn('2026-03-01', true),
        turn('2026-02-01', false),
        turn('2026-03-02', true),
        turn('2026-04-01', true),
      ]),
    ).toEqual([
      { from: day('2026-03-01'), until: day('2026-03-05') },
      { from: day('2026-04-01'), until: null },
    ])
  })

  test('a beginning and an end at the same moment leave nobody inside', () => {
    expect(spansOf([turn('2026-03-01', false), turn('2026-03-01', true)])).toEqual([
      { from: day('2026-03-01'), until: day('2026-03-01') },
    ])
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
  ] as const)('%s is %s', (from, to) => {
    expect(twelveMonthsAfter(from)).toBe(to)
  })
})
