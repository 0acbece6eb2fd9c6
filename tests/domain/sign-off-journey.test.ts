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

const LINES = ['consent', 'listening']
const ground = (met: boolean | readonly string[]): Ground => ({
  lines: LINES,
  met: met === true ? LINES : met === false ? [] : met,
  openChecks: [],
  areas: {
    diabetes: { by: 'talk', talk: 't', heldAt: 1 },
    transplant: { by: 'pack', pack: 'transplant', steps: {} },
  },
  today: '2026-11-21',
})
const SHOWN = { consent: 'shown', listening: 'shown' } as const
const asked = (answers: Answers, met: boolean | readonly string[] = true) =>
  stepsOf(answers, ground(met)).map(slugOf)

describe('the questions of a sign-off', () => {
  test('begin with the lines that are met, together; then the decision says what is asked', () => {
    expect(asked({})).toEqual(['met', 'decision', 'reason'])
    expect(asked({ decision: 'not-this-role' })).toEqual(asked({}))
    expect(asked({ decision: 'more-practice' })).toEqual(['met', 'decision', 'practise', 'reason'])
    expect(asked({ decision: 'ready' })).toEqual(['met', 'decision', 'reason', 'offer', 'until'])
  })

  test('ask of each line by itself that is not met, and of one that is met alone', () => {
    expect(asked({}, false)).toEqual(['line-consent', 'line-listening', 'decision', 'reason'])
    expect(asked({}, ['listening'])).toEqual(asked({}, false))
    const three: Ground = { ...ground(true), lines: [...LINES, 'self-care'] }
    expect(stepsOf({}, three).map(slugOf).slice(0, 2)).toEqual(['met', 'line-self-care'])
  })

  test('ask why where "ready" goes against the evidence, or against the coordinator’s own line', () => {
    const why = (answers: Answers, met = true) =>
      problemsWith(answers, ground(met)).map(({ field }) => field)
    expect(why({ decision: 'ready' }, false)).toContain('otherwise')
    expect(why({ decision: 'ready', judgements: SHOWN })).not.toContain('otherwise')
    const judgements = { ...SHOWN, listening: 'not-yet' } as const
    expect(why({ decision: 'ready', judgements })).toContain('otherwise')
    expect(why({ decision: 'more-practice', judgements }, false)).not.toContain('otherwise')
  })

  test('go on at the first open one, whatever was answered out of order', () => {
    const next = (answers: Answers) => {
      const step = nextStep(answers, ground(true))
      return step && slugOf(step)
    }
    expect(next({ decision: 'ready', reason: 'Yes.' })).toBe('met')
    expect(next({ judgements: SHOWN })).toBe('decision')
    expect(next({ judgements: SHOWN, decision: 'not-this-role' })).toBe('reason')
    expect(next({ judgements: SHOWN, decision: 'not-this-role', reason: 'Kindly.' })).toBe(null)
    expect(next({ judgements: SHOWN, decision: 'more-practice', reason: 'Soon.' })).toBe('practise')
  })

  test('ask only what is still open of a draft that was begun on the earlier pages', () => {
    const next = (answers: Answers) => {
      const step = nextStep(answers, ground(true))
      return step && slugOf(step)
    }
    // One line of two; then everything but the conditions; then the areas alone.
    expect(next({ judgements: { consent: 'shown' } })).toBe('met')
    const reason: Answers = { judgements: SHOWN, decision: 'ready', reason: 'Yes.' }
    expect(next(reason)).toBe('reason')
    const areas = { ...reason, conditions: '', comfortAreas: ['diabetes'], noGoAreas: [] }
    expect(next(areas)).toBe('offer')
    const whole = { ...areas, languages: ['en'], contactWays: ['phone'], capacity: 1, place: '' }
    expect(next(whole)).toBe('until')
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
      fc.property(answers, fc.subarray(LINES), (said, met) => {
        if (nextStep(said, ground(met)) === null)
          expect(problemsWith(said, ground(met))).toEqual([])
      }),
    )
  })

  test('every problem belongs to a question that is asked', () => {
    fc.assert(
      fc.property(answers, fc.subarray(LINES), (said, met) => {
        const steps = asked(said, met)
        for (const { step } of problemsWith(said, ground(met))) expect(steps).toContain(step)
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

test('a required check that does not count stands open like a line: “ready” all the same says why', () => {
  const open = { ...ground(true), openChecks: ['references'] }
  const problems = (answers: Answers, on: Ground) =>
    problemsWith(answers, on).map(({ problem }) => problem)
  const ready: Answers = { decision: 'ready', reason: 'She listens.', judgements: SHOWN }
  expect(problems(ready, open)).toContain('otherwise-missing')
  expect(problems({ ...ready, otherwise: 'It is on its way.' }, open)).not.toContain(
    'otherwise-missing',
  )
  expect(problems(ready, ground(true))).not.toContain('otherwise-missing')
  expect(problems({ ...ready, decision: 'more-practice' }, open)).not.toContain('otherwise-missing')
})
