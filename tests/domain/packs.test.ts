/** A person's course: the common modules, and each pack of their areas once. */
import { expect, test } from 'vitest'
import { allSteps, findStep, type Course } from '#domain/course/course.ts'
import { commonModules, courseWith, packOfArea, wholeCourse } from '#domain/course/packs.ts'
import { withDone } from '#domain/learning/done-packs.ts'
import { listedSteps, nextStep, stateOf, tallyOf } from '#domain/learning/steps.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { moduleToSave } from '#domain/learning/saved.ts'
import { doneOf } from '#tests/done-of.ts'
import { course as common } from '#tests/fixtures/course.ts'
import { withTinyPacks } from '#tests/fixtures/packs.ts'

const course = withTinyPacks(common, {
  copd: { areas: ['copd', 'asthma'] },
  mood: { areas: ['low-mood'], shared: ['copd/skip-thursday'] },
})
const slugs = (of: Course): string[] => of.modules.map(({ slug }) => slug)
const ended = (...ids: string[]): Progress =>
  Object.fromEntries(
    allSteps(wholeCourse(course)).flatMap((step) =>
      ids.includes(step.item.id) ? [[step.item.id, doneOf(step)]] : [],
    ),
  )
const state = (of: Course, progress: Progress, id: string): string => {
  const step = findStep(of, id)
  return step ? stateOf(of, progress, step).kind : 'no such step'
}

test('nobody has a pack by default, and two areas of one pack bring it once', () => {
  expect(slugs(courseWith(course, []))).toEqual(slugs(common))
  expect(slugs(courseWith(course, ['asthma', 'copd', 'diabetes']))).toEqual([
    ...slugs(common),
    'copd',
  ])
  expect(packOfArea(course, 'asthma')?.slug).toBe('copd')
  expect(packOfArea(course, 'diabetes')).toBeNull()
})

test('another choice takes the place of the one before', () => {
  const first = courseWith(course, ['copd'])
  expect(slugs(courseWith(first, ['low-mood']))).toEqual([...slugs(common), 'mood'])
  expect(slugs(courseWith(first, []))).toEqual(slugs(common))
  expect(commonModules(first)).toEqual(common.modules)
})

test('a pack that is added raises the number of steps by its own, one that is taken back lowers it again', () => {
  const before = tallyOf(courseWith(course, []), {}).of
  expect(tallyOf(courseWith(course, ['copd']), {}).of).toBe(before + 3)
  expect(tallyOf(courseWith(course, ['copd', 'low-mood']), {}).of).toBe(before + 6)
  expect(tallyOf(courseWith(courseWith(course, ['copd']), []), {}).of).toBe(before)
})

test('what was done in a pack that was taken back stays in the record', () => {
  const progress = ended('copd/skip-thursday')
  expect(slugs(withDone(courseWith(course, []), progress))).toContain('copd')
  expect(slugs(withDone(courseWith(course, []), {}))).toEqual(slugs(common))
})

test('a session that two packs share is one session, and counts in both', () => {
  const both = courseWith(course, ['copd', 'low-mood'])
  expect(allSteps(both).filter(({ item }) => item.id === 'copd/skip-thursday')).toHaveLength(1)
  const progress = ended('copd/skip-thursday')
  const [copd, mood] = both.modules.slice(-2)
  expect(copd && tallyOf(both, progress, copd)).toEqual({ done: 1, of: 3 })
  expect(mood && tallyOf(both, progress, mood)).toEqual({ done: 1, of: 3 })
  expect(state(both, progress, 'mood/skip-thursday')).toBe('more-practice')
})

test('a session is asked for as long as one of the packs that share it lacks one', () => {
  const lent = withTinyPacks(common, {
    copd: { areas: ['copd'], shared: ['practising/skip-thursday'] },
  })
  const practising = lent.modules.map((module) => ({
    ...module,
    sessions: module.sessions.map((one) => ({ ...one, needs: [] })),
    ...(module.slug === 'practising' ? { sessionsToEnd: 0 } : {}),
  }))
  const mine = courseWith({ ...lent, modules: practising }, ['copd'])
  expect(state(mine, {}, 'practising/skip-thursday')).toBe('not-started')
  expect(state(mine, ended('copd/skip-thursday'), 'practising/skip-thursday')).toBe('more-practice')
})

test('a session of a pack that somebody does not have comes along with the pack that shares it', () => {
  const mine = courseWith(course, ['low-mood'])
  expect(findStep(mine, 'copd/skip-thursday')?.module.slug).toBe('mood')
  expect(tallyOf(mine, ended('copd/skip-thursday'), mine.modules.at(-1)).done).toBe(1)
})

test('the pack comes after the common course, and is not done without it', () => {
  const done = Object.fromEntries(
    allSteps(courseWith(course, [])).map((step) => [step.item.id, doneOf(step)]),
  )
  expect(nextStep(courseWith(course, []), done, null)).toBeNull()
  expect(nextStep(courseWith(course, ['copd']), done, null)?.item.id).toBe(
    'copd/what-stays-between-us',
  )
})

test('a device keeps a pack like a module, and no list of packs', () => {
  const saved = moduleToSave(courseWith(course, ['copd']), 'copd')
  expect(saved && slugs(saved)).toEqual(['copd'])
  expect(saved).not.toHaveProperty('packs')
  expect(moduleToSave(courseWith(course, []), 'copd')).toBeNull()
})

test('with every pack nothing stands twice', () => {
  const ids = allSteps(wholeCourse(course)).map(({ item }) => item.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what only a pack asks for comes after what the pack says', () => {
  const lent = withTinyPacks(common, {
    copd: { areas: ['copd'], shared: ['practising/skip-thursday'] },
  })
  const enough = lent.modules.map((module) => ({ ...module, sessionsToEnd: 0 }))
  const all = allSteps(courseWith({ ...lent, modules: enough }, []))
  const done = Object.fromEntries(
    all.filter(({ kind }) => kind !== 'session').map((step) => [step.item.id, doneOf(step)]),
  )
  const mine = courseWith({ ...lent, modules: enough }, ['copd'])
  expect(nextStep(mine, done, null)?.item.id).toBe('copd/what-stays-between-us')
  const copd = mine.modules.at(-1)
  expect(copd && listedSteps(mine, copd).map(({ item }) => item.id)).toEqual([
    'copd/what-stays-between-us',
    'copd/skip-thursday',
    'practising/skip-thursday',
    'copd/quiz',
  ])
})

test('a pack that travels alone brings the session that it shares', () => {
  const lent = withTinyPacks(common, {
    copd: { areas: ['copd'], shared: ['practising/skip-thursday'] },
  })
  const saved = moduleToSave(courseWith(lent, ['copd']), 'copd')
  const ids = saved?.modules[0]?.sessions.map(({ id }) => id)
  expect(ids).toEqual(['copd/skip-thursday', 'practising/skip-thursday'])
})
