/** What happens while somebody decides: said, looked at anew, and nothing that was typed is lost. A renewal keeps what did not change. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { insertIncident } from '#db/incidents.ts'
import { draftQuery } from '#db/sign-off-drafts.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import { putOwn } from '#db/profiles.ts'
import { insertStop } from '#db/stops.ts'
import type { Person } from '#domain/people/person.ts'
import type { Judgements } from '#domain/readiness/offer.ts'
import type { Answers } from '#domain/readiness/sign-off-journey.ts'
import { evidenceOf } from '#domain/readiness/snapshot.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { answerSignOff } from '#server/readiness/answer-sign-off.ts'
import { beginSignOff } from '#server/readiness/begin-sign-off.ts'
import { commit } from '#server/readiness/commit.ts'
import { observe } from '#server/readiness/observe.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { happenedIn, signOff } from '#server/readiness/sign-off.ts'
import { showSignOff, type ShownSignOff } from '#server/show/coordinate/sign-off.ts'
import { newId } from '#server/trail/new-id.ts'
import { readyForm } from '#tests/sign-off-form.ts'
import { learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const kidney = ({ id }: Person) => ({ id, programme: 'kidney' })
const shows = (by: Person, person: Person, now: number): Promise<ShownSignOff> => {
  const trainee = { ...kidney(person), name: person.name } as ShownSignOff['trainee']
  return showSignOff(
    { by, trainee, course: loadCourse('en', loadProgramme('kidney', 'en')) } as ShownSignOff,
    'en',
    now,
  )
}
const looks = async (by: Person, person: Person, now: number) => {
  const shown = await shows(by, person, now)
  expect(await beginSignOff(by, kidney(person), shown, shown.seen, now)).toMatchObject({
    kind: 'begun',
  })
  return shows(by, person, now)
}
const says = async (by: Person, person: Person, answers: Answers, now: number) => {
  const shown = await shows(by, person, now)
  if (!shown.draft) throw new Error('no draft')
  const { draft, ground } = shown
  await answerSignOff(by, kidney(person), { draft, ground }, { kind: 'reason' }, answers, now)
}
const stateOf = async (person: Person, now: number) =>
  loadTraineeState(await learnerOf(person), 'en', now)
const sees = (person: Person, level: 1 | 2 | 3, now: number) =>
  observe(
    platform.cast.oscar,
    kidney(person),
    { id: newId(now), levels: { consent: level, listening: level, boundaries: level }, note: '' },
    now,
  )
const incident = (by: Person, person: Person, at: number) =>
  write([
    insertIncident({
      ...{ id: newId(at), person: person.id, programme: 'kidney', kind: 'complaint' },
      ...{ happenedOn: '2026-01-02', text: 'Late.', owner: by.id, nextOn: null },
      ...{ writtenBy: by.id, writtenAt: at },
    }),
  ])
const TYPED = { reason: 'You wait, and you listen.', otherwise: 'Seen.', conditions: 'By phone' }

test('an incident and a stop are said, the decision is asked again, and what was typed stays', async () => {
  const { carla, ray } = platform.cast
  await looks(carla, ray, NOW)
  await says(carla, ray, { decision: 'ready', ...TYPED }, NOW)
  await incident(carla, ray, NOW + 10)
  const told = await shows(carla, ray, NOW + 11)
  expect([told.isStale, told.changed]).toEqual([true, []])
  expect(told.news.map(({ kind }) => kind)).toEqual(['incident'])
  const again = await looks(carla, ray, NOW + 12)
  expect([again.isStale, again.news]).toEqual([false, []])
  expect(again.draft?.answers).toMatchObject(TYPED)
  expect(again.draft?.answers.decision).toBeUndefined()

  const stop = { id: newId(NOW), person: ray.id, programme: 'kidney', stoppedBy: carla.id }
  await write([insertStop({ ...stop, stoppedAt: NOW + 20, reason: 'A call.' })])
  expect((await shows(carla, ray, NOW + 21)).news.map(({ kind }) => kind)).toEqual(['stopped'])
})

test('an incident in the same moment as the signature: nothing is written', async () => {
  const { carla, nadia } = platform.cast
  const state = await stateOf(nadia, NOW)
  const form = readyForm(carla, state, NOW)
  await incident(carla, nadia, NOW)
  expect(await signOff(carla, kidney(nadia), state, form, NOW)).toEqual({ kind: 'meanwhile' })
  const later = await stateOf(nadia, NOW + 1)
  expect(await signOff(carla, kidney(nadia), later, form, NOW + 1)).toEqual({ kind: 'meanwhile' })
  expect(await listSignOffs(nadia.id)).toEqual([])
})

test('a role play seen in the same moment as the signature: nothing is written', async () => {
  const { carla, luz } = platform.cast
  const state = await stateOf(luz, NOW)
  const form = readyForm(carla, state, NOW)
  await sees(luz, 1, NOW)
  const changed = { kind: 'changed', lines: [] }
  expect(await signOff(carla, kidney(luz), state, form, NOW)).toEqual(changed)
  expect(await listSignOffs(luz.id)).toEqual([])
})

test('a line that was met and is open now is asked again by itself; the others stay answered', async () => {
  const { carla, ray } = platform.cast
  await sees(ray, 2, NOW + 30)
  const begun = await looks(carla, ray, NOW + 31)
  const { met } = begun.ground
  expect(met).toContain('listening')
  const judgements: Judgements = {
    'self-care': 'not-yet',
    ...Object.fromEntries(met.map((line) => [line, 'shown'] as const)),
  }
  await says(carla, ray, { judgements, decision: 'ready', ...TYPED }, NOW + 31)
  await observe(
    platform.cast.oscar,
    kidney(ray),
    { id: newId(NOW + 32), levels: { listening: 1 }, note: '' },
    NOW + 32,
  )
  const told = await shows(carla, ray, NOW + 33)
  expect([told.isStale, told.changed]).toEqual([true, ['listening']])
  const again = await looks(carla, ray, NOW + 33)
  const { listening: _, ...others } = judgements
  expect(others).toHaveProperty('self-care')
  expect(again.draft?.answers.judgements).toEqual(others)
  expect(again.draft?.answers).toMatchObject({ decision: 'ready', ...TYPED })
})

test('a draft that was begun before stops counted opens unchanged, and is looked at once more', async () => {
  const { carla, ray } = platform.cast
  const { draft } = await looks(carla, ray, NOW + 40)
  // As the server before this one counted: decisions and withdrawals alone.
  await write([
    {
      sql: 'UPDATE sign_off_drafts SET decisions = 0, id = ? WHERE person = ?',
      args: [newId(NOW + 41), ray.id],
    },
  ])
  const told = await shows(carla, ray, NOW + 42)
  expect(told.draft?.answers).toEqual(draft?.answers)
  expect([told.isStale, told.news]).toEqual([true, []])
})

test('a renewal begins with the lines and the offer that did not change; the old one holds until the new one is signed', async () => {
  const { carla, luz } = platform.cast
  await sees(luz, 2, NOW)
  const first = await stateOf(luz, NOW + 1)
  const form = readyForm(carla, first, NOW + 1, { comfortAreas: [], conditions: 'By phone' })
  expect(await signOff(carla, kidney(luz), first, form, NOW + 1)).toMatchObject({ kind: 'saved' })
  const [decided] = await listSignOffs(luz.id)
  if (!decided) throw new Error('nothing decided')
  await commit(luz, decided, { id: decided.id, declaredName: luz.name }, NOW + 2)

  await sees(luz, 3, NOW + 3)
  const shown = await shows(carla, luz, NOW + 4)
  const same = shown.ground.met.filter(
    (line) => !['consent', 'listening', 'boundaries'].includes(line),
  )
  expect(shown.renews).toMatchObject({ kept: same, keepsOffer: true })
  const renewal = await looks(carla, luz, NOW + 4)
  expect(renewal.draft?.answers).toMatchObject({ languages: ['en'], capacity: 2 })
  expect(Object.keys(renewal.draft?.answers.judgements ?? {})).toEqual(same)
  expect(renewal.draft?.answers.reason).toBeUndefined()

  const state = await stateOf(luz, NOW + 5)
  const again = { ...readyForm(carla, state, NOW + 5), evidence: evidenceOf(state) }
  await signOff(carla, kidney(luz), state, { ...again, decisions: happenedIn(state) }, NOW + 5)
  const waiting = await stateOf(luz, NOW + 6)
  expect(waiting).toMatchObject({ standing: 'ready-with-conditions' })
  expect(waiting.told.inForce?.id).toBe(decided.id)
  expect(await read(draftQuery(carla.id, luz.id))).toBeNull()
})

test('what they said themselves since stands in the offer, and is asked again', async () => {
  const { carla, luz } = platform.cast
  await write(putOwn(luz.id, 'place', 'North Clinic', NOW + 7))
  const shown = await shows(carla, luz, NOW + 8)
  expect(shown.renews?.keepsOffer).toBe(false)
  expect(shown.suggested).toMatchObject({ place: 'North Clinic', languages: ['en'], capacity: 2 })
})

test('of somebody who was stopped since, or had an incident, everything is looked at', async () => {
  const { carla, luz } = platform.cast
  expect((await shows(carla, luz, NOW + 7)).renews).not.toBeNull()
  await incident(carla, luz, NOW + 8)
  const shown = await shows(carla, luz, NOW + 9)
  expect([shown.renews, shown.begins]).toEqual([null, {}])
})
