/** Whether today's lines ask for more than was asked of somebody. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Competency, Level, Need } from '#domain/readiness/competency.ts'
import {
  askedOf,
  isCovered,
  keepsEarlierNeeds,
  moreAsked,
} from '#domain/readiness/earlier-needs.ts'

const quiz: Need = { kind: 'quiz', module: 'safety' }
const practice: Need = { kind: 'practice', session: 'why-wake-up' }
const talk: Need = { kind: 'talk' }
const seen = (level: Level): Need => ({ kind: 'observation', level })
const any = (...of: Need[]): Need => ({ kind: 'any', of })

test.each([
  ['the same', [quiz, seen(2)], [quiz, seen(2)], true],
  ['in another order', [seen(2), quiz], [quiz, seen(2)], true],
  ['less', [quiz], [quiz, talk], true],
  ['a lower level', [seen(1)], [seen(2)], true],
  ['a higher level', [seen(3)], [seen(2)], false],
  ['one more way to meet it', [any(practice, talk)], [practice], true],
  ['one way less to meet it', [practice], [any(practice, talk)], false],
  ['of two ways another', [any(seen(2), talk)], [any(practice, talk)], false],
  ['a quiz of another module', [{ kind: 'quiz', module: 'role' }], [quiz], false],
  ['a person where there was none', [quiz, any(seen(2), talk)], [quiz], false],
] as const)('whoever met what was asked then has met %s: as said', (_, now, then, covered) => {
  expect(isCovered(now, then)).toBe(covered)
})

const simple = fc.oneof(
  fc.constant(quiz),
  fc.constant(practice),
  fc.constant(talk),
  fc.constantFrom<Level[]>(1, 2, 3).map(seen),
)
const need = fc.oneof(
  simple,
  fc.array(simple, { minLength: 2, maxLength: 3 }).map((of) => any(...of)),
)
/** What somebody has: whether it meets a need. */
const has = fc.record({
  quiz: fc.boolean(),
  practice: fc.boolean(),
  talk: fc.boolean(),
  level: fc.nat(3),
})
type Has = typeof has extends fc.Arbitrary<infer T> ? T : never
const meets = (one: Need, mine: Has): boolean =>
  one.kind === 'any'
    ? one.of.some((part) => meets(part, mine))
    : one.kind === 'observation'
      ? mine.level >= one.level
      : one.kind === 'quiz' || one.kind === 'practice' || one.kind === 'talk'
        ? mine[one.kind]
        : false

test('where it says that what is asked today is covered, everybody who met what was asked then meets it', () => {
  const needs = fc.array(need, { maxLength: 3 })
  fc.assert(
    fc.property(needs, needs, has, (now, then, mine) => {
      if (!isCovered(now, then) || !then.every((one) => meets(one, mine))) return
      expect(now.every((one) => meets(one, mine))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

const line = (id: string, needs: Need[], earlier: Competency['earlier'] = null): Competency => ({
  ...{ id, star: true, title: id, plain: id, principles: [], anchors: [], harmful: '' },
  ...{ needs, earlier },
})
const until = '2026-11-29'
const TODAY = [line('listening', [seen(2)]), line('safety', [quiz, talk], { needs: [quiz], until })]
const under = (...lines: Competency[]) => ({ needs: JSON.stringify(askedOf(lines)) })

describe('L5: a sign-off', () => {
  test('of before needs were written down keeps the earlier ones, and names what a release added', () => {
    expect(moreAsked({ needs: '' }, until, TODAY)).toEqual({ kind: 'earlier', lines: [TODAY[1]] })
  })

  test('under less keeps it, naming the lines; under today’s needs, or more, it is as any', () => {
    const less = under(line('listening', [seen(2)]), line('safety', [quiz]))
    expect(moreAsked(less, until, TODAY)).toEqual({ kind: 'earlier', lines: [TODAY[1]] })
    expect(moreAsked(under(...TODAY), '2020-01-01', TODAY)).toBe(null)
    const more = under(line('listening', [seen(3)]), line('safety', [quiz, talk, practice]))
    expect(keepsEarlierNeeds(more, TODAY)).toBe(false)
  })

  test('from before a line was there keeps the earlier needs too', () => {
    expect(keepsEarlierNeeds(under(line('listening', [seen(2)])), TODAY)).toBe(true)
  })
})

test('L5: whoever is on the way is told what is new since they came, and nothing that was there', () => {
  expect(moreAsked(null, '2026-11-28', TODAY)).toEqual({ kind: 'new', lines: [TODAY[1]] })
  expect(moreAsked(null, until, TODAY)).toBe(null)
  expect(moreAsked(null, null, TODAY)).toBe(null)
})
