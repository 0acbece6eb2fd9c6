/** What an area on the register rests on: its pack, done, else a talk about it; nothing else, whatever happened. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allSteps, stepsOf } from '#domain/course/course.ts'
import { courseWith, packOfArea, packsOf } from '#domain/course/packs.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { areaGrounds, areaLacks, type AreaTalk } from '#domain/readiness/area-grounds.ts'
import { problemsWith, type Ground } from '#domain/readiness/sign-off-journey.ts'
import { doneOf } from '#tests/done-of.ts'
import { course as common } from '#tests/fixtures/course.ts'
import { withTinyPacks } from '#tests/fixtures/packs.ts'

const course = withTinyPacks(common, {
  copd: { areas: ['copd', 'asthma'] },
  mood: { areas: ['low-mood'], shared: ['copd/skip-thursday'] },
})
const done = (...slugs: string[]): Progress =>
  Object.fromEntries(
    packsOf(course)
      .filter(({ slug }) => slugs.includes(slug))
      .flatMap(stepsOf)
      .map((step) => [step.item.id, doneOf(step)]),
  )
const talk = (areas: string[], accepted = true, heldAt = 1): AreaTalk => ({
  ...{ id: `talk-${heldAt}`, heldAt, accepted, areas },
})

test('a pack that is done stands for each of its areas, with the revisions of its steps', () => {
  const grounds = areaGrounds(course, done('copd'), [])
  expect(Object.keys(grounds).sort()).toEqual(['asthma', 'copd'])
  expect(grounds['copd']).toEqual({
    by: 'pack',
    pack: 'copd',
    steps: { 'copd/what-stays-between-us': 1, 'copd/skip-thursday': 1, 'copd/quiz': 1 },
  })
})

test('a session that two packs share stands for both', () => {
  const { 'mood/skip-thursday': _, ...progress } = done('mood')
  expect(areaGrounds(course, progress, [])).toEqual({})
  const both = { ...progress, ...done('copd') }
  expect(Object.keys(areaGrounds(course, both, [])).sort()).toEqual(['asthma', 'copd', 'low-mood'])
})

test('without a pack a talk is enough, and of two talks the last word counts', () => {
  expect(areaGrounds(course, {}, [talk(['own-area'])])).toEqual({
    'own-area': { by: 'talk', talk: 'talk-1', heldAt: 1 },
  })
  expect(areaGrounds(course, {}, [talk(['own-area'], false, 2), talk(['own-area'])])).toEqual({})
})

test('a talk does not stand in the place of a pack', () => {
  expect(areaGrounds(course, {}, [talk(['copd'])])).toEqual({})
})

test('what lacks is said: the pack and how much of it is done, or the talk', () => {
  const { 'copd/quiz': _, ...progress } = done('copd')
  const mine = courseWith(course, ['copd'])
  const lacks = areaLacks(['copd', 'low-mood', 'own-area'], {}, mine, progress)
  expect(lacks).toMatchObject([
    { area: 'copd', lacks: 'pack', tally: { done: 2, of: 3 }, isTheirs: true },
    { area: 'low-mood', lacks: 'pack', isTheirs: false },
    { area: 'own-area', lacks: 'talk' },
  ])
})

test('whatever somebody did, chose and talked about: no sign-off offers an area without pack or talk', () => {
  const all = ['copd', 'asthma', 'low-mood', 'own-area', 'work']
  const steps = packsOf(course).flatMap(stepsOf)
  const history = fc.record({
    did: fc.subarray(steps),
    chose: fc.subarray(all),
    talks: fc.array(
      fc.record({
        id: fc.uuid(),
        heldAt: fc.nat(100),
        accepted: fc.boolean(),
        areas: fc.subarray(all),
      }),
    ),
    offered: fc.subarray(all),
    before: fc.subarray(all),
  })
  fc.assert(
    fc.property(history, ({ did, chose, talks, offered, before }) => {
      const progress: Progress = Object.fromEntries(did.map((step) => [step.item.id, doneOf(step)]))
      const mine = courseWith(course, chose)
      const newestFirst = [...talks].sort((a, b) => b.heldAt - a.heldAt)
      const ground: Ground = {
        ...{ lines: [], met: [], openChecks: [], today: '2026-11-30' as const },
        areas: areaGrounds(mine, progress, newestFirst),
      }
      const answers = {
        ...{ decision: 'ready' as const, languages: ['en'], contactWays: ['phone'], capacity: 1 },
        ...{ noGoAreas: before.filter((area) => !offered.includes(area)) },
        comfortAreas: offered,
      }
      const isRefused = problemsWith(answers, ground).some(({ step }) => step === 'offer')
      const restsOn = (area: string): boolean => {
        const pack = packOfArea(course, area)
        if (!pack) return newestFirst.find(({ areas }) => areas.includes(area))?.accepted ?? false
        const ids = did.map(({ item }) => item.id)
        const own = stepsOf(pack).map(({ item }) => item.id)
        // Of two sessions that serve it either one.
        return own.every(
          (id) =>
            ids.includes(id) || (id === 'mood/skip-thursday' && ids.includes('copd/skip-thursday')),
        )
      }
      expect(isRefused).toBe(!offered.every(restsOn))
    }),
  )
})

test('what is done is not asked for again where the pack was taken back', () => {
  expect(allSteps(courseWith(course, [])).length).toBe(allSteps(common).length)
  expect(areaGrounds(courseWith(course, []), done('copd'), [])).toHaveProperty('copd')
})
