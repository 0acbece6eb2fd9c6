/** A person's areas: rows that their course, their line in lists, their device and their sign-off are made from. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#db/client.ts'
import { areaSpellsQuery, personAreasQuery } from '#db/person-areas.ts'
import { findOverview } from '#db/records.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import { listTalks } from '#db/talks.ts'
import { findStep, stepsOf } from '#domain/course/course.ts'
import { packOfArea, packsOf, withPacks } from '#domain/course/packs.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import type { Person } from '#domain/people/person.ts'
import { asIds } from '#domain/people/profile.ts'
import { rebuildProgress } from '#server/learning/rebuild-progress.ts'
import { receiveRecords } from '#server/learning/receive-records.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { saveProfile } from '#server/people/save-profile.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { recordTalk } from '#server/readiness/record-talk.ts'
import { signOff } from '#server/readiness/sign-off.ts'
import { showPersonToSave, showModuleToSave } from '#server/show/learn/saved.ts'
import { showSearch } from '#server/show/search.ts'
import { courseFor } from '#server/course/course-of.ts'
import { newId } from '#server/trail/new-id.ts'
import { groundArea } from '#tests/ground-area.ts'
import { readyForm } from '#tests/sign-off-form.ts'
import { loadProgramme } from '#server/course/load-course.ts'
import { english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const KNOWN = ['diabetes', 'low-mood', 'dialysis-center', 'living-on']
const [pack] = packsOf(english).filter(({ areas }) => areas.includes('diabetes'))
if (!pack) throw new Error('The course has no pack for diabetes.')
const kidney = loadProgramme('kidney', 'en')
const here = (person: Person) => ({ id: person.id, programme: 'kidney' })

let clock = NOW
async function choose(by: Person, of: Person, ...areas: string[]): Promise<void> {
  const was = asIds(await read(personAreasQuery(of.id)))
  const outcome = await saveProfile(
    by,
    here(of),
    { fields: ['areas'], areas: KNOWN, was: { areas: was }, typed: { areas: asIds(areas) } },
    ++clock,
  )
  expect(outcome).toEqual({ kind: 'saved' })
}
const stepsOfLuz = async () => tallyOf((await learnerOf(platform.cast.luz)).course, {}).of

test('whoever chose nothing has the common course', async () => {
  const { course, areas } = await learnerOf(platform.cast.luz)
  expect(areas).toEqual([])
  expect(course.modules).toEqual(english.modules)
})

test('an area that is chosen adds its pack to the course, and one that is taken back takes it away', async () => {
  const { luz } = platform.cast
  const before = await stepsOfLuz()
  await choose(luz, luz, 'diabetes')
  expect((await learnerOf(luz)).course.modules.at(-1)?.slug).toBe(pack.slug)
  expect(await stepsOfLuz()).toBe(
    before + tallyOf(withPacks(english, [pack.slug]), {}).of - tallyOf(english, {}).of,
  )
  await choose(luz, luz)
  expect(await stepsOfLuz()).toBe(before)
})

test('each choice stays as a row, with who made it', async () => {
  const { luz, carla } = platform.cast
  await choose(carla, luz, 'diabetes', 'living-on')
  await choose(luz, luz, 'living-on')
  const spells = await read(areaSpellsQuery(luz.id))
  expect(spells.map(({ area, chosenBy, leftBy }) => [area, chosenBy, leftBy])).toEqual([
    ['diabetes', luz.id, luz.id],
    ['diabetes', carla.id, luz.id],
    ['living-on', carla.id, null],
  ])
})

test('the line in lists counts by the areas of today, after each choice and after each record', async () => {
  const { ray } = platform.cast
  await choose(ray, ray, 'diabetes')
  const learner = await learnerOf(ray)
  const [lesson] = pack.lessons
  if (!lesson) throw new Error('The pack has no lesson.')
  await readLesson(learner, lesson, newId(clock), clock)
  const all = tallyOf(learner.course, {}).of
  const with1 = await findOverview(ray.id)
  expect(with1).toMatchObject({ steps: all })
  await choose(ray, ray)
  const without = await findOverview(ray.id)
  expect(without).toMatchObject({
    steps: tallyOf(english, {}).of,
    done: (with1?.done ?? 0) - 1,
    courseShape: with1?.courseShape,
  })
  // What was done stays, and `db rebuild` finds the same.
  expect((await learnerOf(ray)).progress[lesson.id]).toMatchObject({ kind: 'lesson' })
  expect(await rebuildProgress(ray.id)).toBe(0)
})

test('what a device sends about a pack that was taken back meanwhile is kept', async () => {
  const { ray } = platform.cast
  expect((await learnerOf(ray)).areas).toEqual([])
  const [, lesson = pack.lessons[0]] = pack.lessons
  const id = newId(clock)
  const answer = await receiveRecords(
    ray,
    english,
    {
      records: [
        { id, item: lesson?.id, revision: 1, kind: 'lesson-read', value: {}, madeAt: clock },
      ],
    },
    clock,
  )
  expect(answer).toEqual({ kind: 'answered', records: [{ id, status: 'accepted' }] })
})

test('a device is given the packs of its person, and hears of another choice as of a release', async () => {
  const { luz } = platform.cast
  const session = { shared: false, person: luz.id, heldUntil: null, deviceKey: null } as never
  const released = async (): Promise<string> => {
    const shown = await showPersonToSave(luz, session, clock)
    return shown.kind === 'person' ? shown.person.release : shown.kind
  }
  await choose(luz, luz)
  const before = await released()
  await choose(luz, luz, 'diabetes')
  expect(await released()).not.toBe(before)
  const mine = { ...luz, areas: ['diabetes'] }
  const saved = showModuleToSave(mine, { shared: false }, 'en', pack.slug)
  expect(saved?.kind).toBe('module')
  expect(JSON.stringify(saved)).not.toContain('"packs"')
  expect(showModuleToSave({ ...luz, areas: [] }, { shared: false }, 'en', pack.slug)).toBeNull()
})

test('a search finds a pack only for whoever has it, and for staff', async () => {
  const { luz, carla } = platform.cast
  const [lesson] = pack.lessons
  const found = async (person: Person): Promise<boolean> => {
    const course = courseFor(person, english)
    const { found: all } = await showSearch(
      lesson?.title ?? '',
      { course, programme: kidney },
      person,
    )
    return all.some(({ hits }) => hits.some(({ part }) => part.id.startsWith(`${pack.slug}/`)))
  }
  expect(await found({ ...luz, areas: ['diabetes'] })).toBe(true)
  expect(await found({ ...luz, areas: [] })).toBe(false)
  expect(await found(carla)).toBe(true)
})

test('a talk about an area without a pack can be written down by itself, and not about nothing', async () => {
  const { carla, luz } = platform.cast
  const form = {
    competency: null,
    accepted: true,
    day: '2026-05-03',
    note: 'She knows its limits.',
  }
  expect(
    await recordTalk(carla, here(luz), { ...form, id: newId(clock), areas: [] }, clock),
  ).toEqual({ kind: 'refused', problems: ['competency-missing'] })
  await recordTalk(carla, here(luz), { ...form, id: newId(clock), areas: ['living-on'] }, clock)
  expect((await listTalks(luz.id))[0]).toMatchObject({ competency: '', areas: ['living-on'] })
})

test('a sign-off keeps of each area by what it can be offered', async () => {
  const { carla, luz } = platform.cast
  await groundArea(english, carla.id, luz.id, 'diabetes', clock)
  const state = await loadTraineeState(await learnerOf(luz), 'en', clock)
  const form = readyForm(carla, state, clock, { comfortAreas: ['diabetes', 'living-on'] })
  expect(Object.keys(state.areas)).toEqual(expect.arrayContaining(['diabetes', 'living-on']))
  expect(await signOff(carla, here(luz), state, form, clock)).toEqual({
    kind: 'saved',
    id: form.id,
  })
  const [row] = await listSignOffs(luz.id)
  const [talk] = await listTalks(luz.id)
  expect(row?.areaGrounds).toMatchObject({
    diabetes: { by: 'pack', pack: pack.slug },
    'living-on': { by: 'talk', talk: talk?.id },
  })
  const steps = row?.areaGrounds?.['diabetes']
  expect(steps?.by === 'pack' && Object.keys(steps.steps)).toEqual(
    expect.arrayContaining(pack.lessons.map(({ id }) => id)),
  )
  const more = readyForm(carla, state, clock, { comfortAreas: ['dialysis-center'] })
  const without = { ...state, areas: {} }
  expect((await signOff(carla, here(luz), without, more, clock)).kind).toBe('refused')
})

test('every pack of the course can be reached: each of its steps stands in the course of its areas', () => {
  for (const one of packsOf(english))
    for (const { item } of stepsOf(one))
      expect(findStep(withPacks(english, [one.slug]), item.id), item.id).not.toBeNull()
  expect(packOfArea(english, 'diabetes')?.slug).toBe(pack.slug)
})
