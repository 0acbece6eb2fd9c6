/** Something harmful that was seen is not outweighed by anything, and lifted only by what is seen later. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessReadiness } from '#domain/readiness/assess.ts'
import type { Competency, Level, Need } from '#domain/readiness/competency.ts'
import type { Observation } from '#domain/readiness/evidence.ts'
import { harmOf, liftLevel } from '#domain/readiness/harm.ts'
import { course } from '#tests/fixtures/course.ts'

const line = (needs: readonly Need[], star = true): Competency => ({
  ...{ id: 'safety', star, title: 'Safety', plain: 'I can ask.', principles: [] },
  ...{ anchors: [], harmful: 'promises secrecy', earlier: null, needs },
})
const TALK: Need = { kind: 'any', of: [{ kind: 'observation', level: 1 }, { kind: 'talk' }] }

const saw = (level: Level, observedAt: number, liftedAt?: Level): Observation => ({
  id: `o${observedAt}`,
  observedAt,
  levels: { safety: level },
  ...(liftedAt === undefined ? {} : { harms: { safety: { said: 'Promised.', liftedAt } } }),
})
const assess = (of: Competency, observations: readonly Observation[]) =>
  assessReadiness([of], {
    ...{ course, progress: {}, observations, answers: [] },
    talks: [{ id: 't', competency: 'safety', accepted: true }],
    outside: [{ id: 'e', competency: 'safety', standsFor: 'observation' }],
  })

test('is lifted at what the line needs, at least 2 where it is a ★ and 1 where it is not', () => {
  expect(liftLevel(line([{ kind: 'talk' }]))).toBe(2)
  expect(liftLevel(line([{ kind: 'talk' }], false))).toBe(1)
  expect(liftLevel(line([TALK, { kind: 'observation', level: 3 }], false))).toBe(3)
  expect(liftLevel(line([TALK]))).toBe(2)
})

describe('L4: harm that was seen', () => {
  test('is not outweighed by a talk, by evidence from elsewhere or by a high level beside it', () => {
    expect(assess(line([TALK]), [])).toMatchObject({ ready: true, lines: [{ harm: null }] })
    for (const level of [0, 1, 2, 3] as const)
      expect(assess(line([TALK]), [saw(level, 5, 2)])).toMatchObject({
        ready: false,
        lines: [
          { met: false, needs: [{ met: true }], harm: { observation: 'o5', said: 'Promised.' } },
        ],
      })
  })

  test('stays through what was seen before it, and through what is too little after it', () => {
    expect(assess(line([TALK]), [saw(3, 1), saw(3, 5, 2), saw(1, 9)]).ready).toBe(false)
    expect(assess(line([TALK]), [saw(3, 1), saw(3, 5, 2), saw(2, 9)]).ready).toBe(true)
  })

  test('and seen again stands again', () => {
    const lifted = [saw(3, 5, 2), saw(2, 9)]
    expect(assess(line([TALK]), [...lifted, saw(3, 10, 2)]).lines[0]?.harm).toMatchObject({
      observation: 'o10',
    })
  })

  test('touches no other line', () => {
    const other = { ...line([TALK]), id: 'hope' }
    expect(harmOf(other.id, [saw(0, 5, 2)])).toBe(null)
  })
})

const seen = fc.record({
  level: fc.constantFrom<Level[]>(0, 1, 2, 3),
  liftedAt: fc.constantFrom<(Level | undefined)[]>(undefined, undefined, 1, 2),
})
test('L4: whatever was seen in whatever order, a line is met only where its latest harm is lifted', () => {
  fc.assert(
    fc.property(fc.array(seen, { maxLength: 9 }), (all) => {
      const observations = all.map(({ level, liftedAt }, at) => saw(level, at, liftedAt))
      const standing = all.some(
        ({ liftedAt }, at) =>
          liftedAt !== undefined &&
          !all.slice(at + 1).some((one) => one.liftedAt === undefined && one.level >= liftedAt),
      )
      for (const order of [observations, observations.toReversed()]) {
        const [found] = assess(line([TALK]), order).lines
        expect(found?.harm !== null).toBe(standing)
        if (standing) expect(found?.met).toBe(false)
      }
    }),
  )
})
