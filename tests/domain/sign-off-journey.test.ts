import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isSameName,
  nextStep,
  problemsWith,
  slugOf,
  stepsOf,
  type Answers,
  type Ground,
} from '#domain/readiness/sign-off-journey.ts'
import { DECISIONS } from '#domain/readiness/standing.ts'
import { changedLines } from '#domain/readiness/snapshot.ts'

const ground = (ready: boolean): Ground => ({
  lines: ['consent', 'listening'],
  ready,
  today: '2026-11-21',
})
const SHOWN = { consent: 'shown', listening: 'shown' } as const
const asked = (answers: Answers, ready = true) => stepsOf(answers, ground(ready)).map(slugOf)

describe('the questions of a sign-off', () => {
  test('begin with each line; then the decision says what is asked', () => {
    expect(asked({})).toEqual(['line-consent', 'line-listening', 'decision', 'reason'])
    expect(asked({ decision: 'not-this-role' })).toEqual(asked({}))
    expect(asked({ decision: 'more-practice' }).slice(2)).toEqual([
      'decision',
      'practise',
      'reason',
    ])
    expect(asked({ decision: 'ready' }).slice(2)).toEqual([
      'decision',
      'reason',
      'conditions',
      'areas',
      'contact',
      'capacity',
      'until',
    ])
  })

  test('ask why where "ready" goes against the evidence, or against the coordinator’s own line', () => {
    expect(asked({ decision: 'ready' }, false)).toContain('otherwise')
    expect(asked({ decision: 'ready', judgements: SHOWN })).not.toContain('otherwise')
    const judgements = { ...SHOWN, listening: 'not-yet' } as const
    expect(asked({ decision: 'ready', judgements })).toContain('otherwise')
    expect(asked({ decision: 'more-practice', judgements }, false)).not.toContain('otherwise')
  })

  test('go on at the first open one, whatever was answered out of order', () => {
    const next = (answers: Answers) => {
      const step = nextStep(answers, ground(true))
      return step && slugOf(step)
    }
    expect(next({ decision: 'ready', reason: 'Yes.' })).toBe('line-consent')
    expect(next({ judgements: SHOWN })).toBe('decision')
    expect(next({ judgements: SHOWN, decision: 'not-this-role' })).toBe('reason')
    expect(next({ judgements: SHOWN, decision: 'not-this-role', reason: 'Kindly.' })).toBe(null)
    expect(next({ judgements: SHOWN, decision: 'more-practice', reason: 'Soon.' })).toBe('practise')
  })

  test('are asked again when time has overtaken the answer', () => {
    const step = nextStep(
      {
        judgements: SHOWN,
        decision: 'ready',
        reason: 'Yes.',
        conditions: '',
        comfortAreas: [],
        contactWays: ['phone'],
        languages: ['en'],
        capacity: 1,
        expiresOn: '2026-11-21',
      },
      ground(true),
    )
    expect(step).toEqual({ kind: 'until' })
  })
})

describe('whatever was answered', () => {
  const text = fc.constantFrom('', ' ', 'Words.')
  const answers: fc.Arbitrary<Answers> = fc.record(
    {
      judgements: fc.dictionary(
        fc.constantFrom('consent', 'listening'),
        fc.constantFrom('shown' as const, 'not-yet' as const),
      ),
      decision: fc.constantFrom(...DECISIONS),
      reason: text,
      otherwise: text,
      conditions: text,
      comfortAreas: fc.subarray(['diabetes', 'transplant']),
      noGoAreas: fc.subarray(['diabetes', 'transplant']),
      languages: fc.subarray(['en', 'es']),
      contactWays: fc.subarray(['phone']),
      capacity: fc.constantFrom(0, 1, 3, 11, Number.NaN),
      expiresOn: fc.constantFrom('', '2027-01-01', '2026-11-21', '2029-01-01'),
    },
    { requiredKeys: [] },
  )

  test('there is no next question only where nothing stands against recording it', () => {
    fc.assert(
      fc.property(answers, fc.boolean(), (said, ready) => {
        if (nextStep(said, ground(ready)) === null)
          expect(problemsWith(said, ground(ready))).toEqual([])
      }),
    )
  })

  test('every problem belongs to a question that is asked', () => {
    fc.assert(
      fc.property(answers, fc.boolean(), (said, ready) => {
        const steps = asked(said, ready)
        for (const { step } of problemsWith(said, ground(ready))) expect(steps).toContain(step)
      }),
    )
  })
})

describe('a typed name', () => {
  test.each([
    ['Carla Núñez', ' carla   NÚÑEZ ', true],
    ['Carla Núñez', 'Carla Nun\u0303ez', false],
    ['César', 'ce\u0301sar', true],
    ['Carla', 'Carl', false],
    ['Carla', '', false],
  ])('%s and “%s”: %s', (name, typed, same) => {
    expect(isSameName(typed, name)).toBe(same)
  })
})

describe('what has changed in the evidence', () => {
  const line = (competency: string, met: boolean, ...ids: string[]) => ({
    competency,
    met,
    evidence: ids.map((id) => ({ kind: 'quiz', id, about: competency, revision: 1 })),
  })
  const shot = (...lines: object[]): string => JSON.stringify(lines)

  test('is named line by line: other evidence, another state, a line that came or went', () => {
    const before = shot(
      line('a', true, '1'),
      line('b', false),
      line('c', true, '2'),
      line('d', true),
    )
    const now = shot(line('a', true, '9'), line('b', true), line('c', true, '2'), line('e', true))
    expect(changedLines(before, now)).toEqual(['a', 'b', 'e', 'd'])
    expect(changedLines(now, now)).toEqual([])
    expect(changedLines('', now)).toEqual(['a', 'b', 'c', 'e'])
  })
})
