/** Observing, deciding, withdrawing: a person's act, online, append-only, with a hash of what it rests on. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listObservations } from '#db/observations.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import type { Person } from '#domain/people/person.ts'
import { twelveMonthsAfter } from '#domain/readiness/standing.ts'
import { newId } from '#server/new-id.ts'
import { NOTE_LENGTH, observe, type ObservationForm } from '#server/observe.ts'
import { loadTraineeState } from '#server/readiness.ts'
import {
  evidenceOf,
  hashOfEvidence,
  signOff,
  TEXT_LENGTH,
  type SignOffForm,
} from '#server/sign-off.ts'
import { withdrawSignOff } from '#server/withdraw-sign-off.ts'
import { batchesOf, DAY, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const kidney = (person: Person) => ({ id: person.id, programme: 'kidney' })
const stateOf = async (person: Person, now = NOW) =>
  loadTraineeState(await learnerOf(person), 'en', now)

describe('an observed role play', () => {
  const seen = (more: Partial<ObservationForm> = {}): ObservationForm => ({
    id: newId(NOW),
    levels: { consent: 2, listening: 3 },
    note: ' Calm. ',
    ...more,
  })

  test('is written down with its levels and note in one batch', async () => {
    const { oscar, ray } = platform.cast
    const form = seen()
    const writes = await batchesOf(async () => {
      expect(await observe(oscar, kidney(ray), form, NOW)).toEqual({ kind: 'saved' })
    })
    expect(writes).toBe(1)
    expect(await listObservations(ray.id)).toEqual([
      {
        id: form.id,
        person: ray.id,
        programme: 'kidney',
        observer: oscar.id,
        observerName: 'Óscar',
        secondObserver: null,
        secondObserverName: null,
        observedAt: NOW,
        writtenAt: NOW,
        note: 'Calm.',
        traineeNote: '',
        levels: { consent: 2, listening: 3 },
        lineNotes: {},
        amends: null,
        amendReason: '',
        amendedBy: null,
      },
    ])
  })

  test('sent twice, also at the same moment, is written down once', async () => {
    const { oscar, nadia } = platform.cast
    const form = seen()
    const send = () => observe(oscar, kidney(nadia), form, NOW)
    expect(await Promise.all([send(), send()])).toEqual([{ kind: 'saved' }, { kind: 'saved' }])
    expect(await send()).toEqual({ kind: 'saved' })
    expect(await listObservations(nadia.id)).toHaveLength(1)
  })

  test('changed after browser Back is one more: the first stays, and the latest counts', async () => {
    const { oscar, nadia } = platform.cast
    const [first] = await listObservations(nadia.id)
    const again = seen({ id: first?.id ?? '', levels: { consent: 0 }, note: 'I was too quick.' })
    expect(await observe(oscar, kidney(nadia), again, NOW + 5)).toEqual({ kind: 'saved' })
    expect(await listObservations(nadia.id)).toMatchObject([
      { levels: { consent: 0 }, note: 'I was too quick.' },
      { id: first?.id, levels: first?.levels },
    ])
  })

  test('under the id of one of another trainee is kept for this one', async () => {
    const { oscar, nadia, luz } = platform.cast
    const theirs = await listObservations(nadia.id)
    await observe(oscar, kidney(luz), seen({ id: theirs[0]?.id ?? '' }), NOW)
    expect(await listObservations(nadia.id)).toEqual(theirs)
    expect(await listObservations(luz.id)).toMatchObject([{ levels: { consent: 2, listening: 3 } }])
  })

  test.each([
    ['of nothing', { levels: {} }, 'nothing-seen'],
    ['with a note of 4,001 letters', { note: 'x'.repeat(NOTE_LENGTH + 1) }, 'note-too-long'],
  ])('%s is refused', async (_, more, reason) => {
    const { oscar, joyce } = platform.cast
    expect(await observe(oscar, kidney(joyce), seen(more), NOW)).toEqual({
      kind: 'refused',
      reason,
    })
    expect(await listObservations(joyce.id)).toEqual([])
  })

  test('of oneself is refused', async () => {
    const { oscar } = platform.cast
    expect(await observe(oscar, kidney(oscar), seen(), NOW)).toEqual({
      kind: 'refused',
      reason: 'oneself',
    })
  })

  test('a later and lower one lowers only its own line', async () => {
    const { carla, ray } = platform.cast
    const before = await stateOf(ray)
    await observe(carla, kidney(ray), seen({ levels: { listening: 1 } }), NOW + 1)
    const after = await stateOf(ray, NOW + 1)
    const met = (state: typeof before) =>
      state.readiness.lines.filter((line) => line.met).map(({ competency }) => competency.id)
    expect(met(before)).toContain('listening')
    expect(met(after)).toEqual(met(before).filter((id) => id !== 'listening'))
  })
})

const TODAY = new Date(NOW).toISOString().slice(0, 10)

async function fill(person: Person, more: Partial<SignOffForm> = {}): Promise<SignOffForm> {
  const { readiness } = await stateOf(person)
  return {
    id: newId(NOW),
    decision: 'ready',
    reason: ' You wait, and you listen. ',
    conditions: 'By phone only',
    internalNote: 'Check in by phone.',
    otherwise: 'Her course was at another place.',
    expiresOn: twelveMonthsAfter(TODAY),
    evidenceHash: hashOfEvidence(evidenceOf(readiness)),
    ...more,
  }
}
const decide = async (by: Person, person: Person, form: SignOffForm, now = NOW) =>
  signOff(by, kidney(person), await stateOf(person, now), form, now)

describe('a sign-off', () => {
  test('is written with its reason, its conditions and a hash of its evidence, in one batch', async () => {
    const { carla, luz } = platform.cast
    const form = await fill(luz)
    let outcome
    const writes = await batchesOf(async () => {
      outcome = await decide(carla, luz, form)
    })
    expect(outcome).toEqual({ kind: 'saved', id: form.id })
    expect(writes).toBe(1)
    const [row] = await listSignOffs(luz.id)
    expect(row).toMatchObject({
      id: form.id,
      decidedByName: 'Carla',
      decidedAt: NOW,
      decision: 'ready',
      reason: 'You wait, and you listen.',
      conditions: 'By phone only',
      expiresOn: form.expiresOn,
      withdrawnAt: null,
    })
    expect(
      createHash('sha256')
        .update(row?.evidence ?? '')
        .digest('hex'),
    ).toBe(row?.evidenceHash)
    expect(await stateOf(luz)).toMatchObject({ standing: 'ready-with-conditions' })
    expect(
      await platform.rows(
        "SELECT actor, subject, programme FROM audit WHERE act = 'signed-off:ready'",
      ),
    ).toEqual([{ actor: carla.id, subject: luz.id, programme: 'kidney' }])
  })

  test('keeps the snapshot of the evidence with ids and revisions', async () => {
    const { ray } = platform.cast
    const [observation] = await listObservations(ray.id)
    const { readiness } = await stateOf(ray)
    expect(JSON.parse(evidenceOf(readiness))).toContainEqual({
      competency: 'listening',
      met: false,
      evidence: [
        { kind: 'observation', id: observation?.id, about: 'listening', revision: 0, level: 1 },
      ],
    })
  })

  test.each([
    ['without decision', { decision: null }, ['decision-missing']],
    ['without reason', { reason: '' }, ['reason-missing']],
    ['with a reason of blanks', { reason: ' \n ' }, ['reason-missing']],
    ['against the evidence without saying why', { otherwise: ' ' }, ['otherwise-missing']],
    ['without a day on which it ends', { expiresOn: '' }, ['expiry-malformed']],
    ['with 31 February', { expiresOn: '2027-02-31' }, ['expiry-malformed']],
    ['with a day in words', { expiresOn: 'tomorrow' }, ['expiry-malformed']],
    ['with a year too much', { expiresOn: '99999-01-01' }, ['expiry-malformed']],
    ['ending today', { expiresOn: TODAY }, ['expiry-past']],
    ['ending last year', { expiresOn: '2020-01-01' }, ['expiry-past']],
    [
      'for longer than 12 months',
      { expiresOn: new Date(NOW + 368 * DAY).toISOString().slice(0, 10) },
      ['expiry-too-far'],
    ],
    ['with 4,001 letters', { internalNote: 'x'.repeat(TEXT_LENGTH + 1) }, ['too-long']],
    [
      'with nothing at all',
      { decision: null, reason: '', otherwise: '' },
      ['decision-missing', 'reason-missing'],
    ],
  ])('%s is refused', async (_, more: Partial<SignOffForm>, problems) => {
    const { carla, nadia } = platform.cast
    expect(await decide(carla, nadia, await fill(nadia, more))).toEqual({
      kind: 'refused',
      problems,
    })
    expect(await listSignOffs(nadia.id)).toEqual([])
  })

  test('on 29 February may end on 28 February of the next year', async () => {
    const { carla, nadia } = platform.cast
    const leapDay = Date.parse('2028-02-29T12:00:00Z')
    const form = await fill(nadia, { expiresOn: '2029-02-28' })
    const outcome = await signOff(
      carla,
      kidney(nadia),
      await stateOf(nadia, leapDay),
      form,
      leapDay,
      { checkOnly: true },
    )
    expect(outcome).toEqual({ kind: 'fine' })
  })

  test('"more practice" needs no day, no reason against the evidence, and has no conditions', async () => {
    const { carla, joyce } = platform.cast
    const form = await fill(joyce, { decision: 'more-practice', expiresOn: '', otherwise: '' })
    expect(await decide(carla, joyce, form)).toMatchObject({ kind: 'saved' })
    expect((await listSignOffs(joyce.id))[0]).toMatchObject({
      conditions: '',
      expiresOn: null,
      otherwise: '',
    })
    expect(await stateOf(joyce)).toMatchObject({ standing: 'more-practice' })
  })

  test('on evidence that has changed meanwhile is not written: look again', async () => {
    const { carla, oscar, ray } = platform.cast
    const form = await fill(ray)
    await observe(
      oscar,
      kidney(ray),
      { id: newId(NOW), levels: { hope: 1, 'own-story': 0 }, note: '' },
      NOW + 2,
    )
    expect(await decide(carla, ray, form)).toEqual({ kind: 'changed' })
    expect(await decide(carla, ray, { ...form, evidenceHash: '' })).toEqual({ kind: 'changed' })
    expect(await listSignOffs(ray.id)).toEqual([])
  })

  test('of oneself is refused', async () => {
    const { carla } = platform.cast
    expect(await decide(carla, carla, await fill(carla))).toEqual({ kind: 'oneself' })
  })

  test('sent twice, also at the same moment, is written once and answered alike', async () => {
    const { carla, nadia } = platform.cast
    const form = await fill(nadia)
    const both = await Promise.all([decide(carla, nadia, form), decide(carla, nadia, form)])
    expect(both).toEqual([
      { kind: 'saved', id: form.id },
      { kind: 'saved', id: form.id },
    ])
    expect(await decide(carla, nadia, form)).toEqual({ kind: 'saved', id: form.id })
    expect(await listSignOffs(nadia.id)).toHaveLength(1)
  })

  test('of two coordinators at the same moment one is written, and the other looks again', async () => {
    const { carla, cesar, ray } = platform.cast
    const yes = await fill(ray)
    const no = await fill(ray, { decision: 'more-practice' })
    const both = await Promise.all([decide(carla, ray, yes), decide(cesar, ray, no)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'saved'])
    expect(await listSignOffs(ray.id)).toHaveLength(1)
  })

  test('under the id of another trainee’s sign-off is not written', async () => {
    const { carla, luz, ray } = platform.cast
    const [theirs] = await listSignOffs(luz.id)
    expect(await decide(carla, ray, await fill(ray, { id: theirs?.id ?? '' }))).toEqual({
      kind: 'changed',
    })
    expect((await listSignOffs(luz.id))[0]).toEqual(theirs)
  })

  test('can be checked without being written', async () => {
    const { carla, luz } = platform.cast
    const before = await listSignOffs(luz.id)
    const state = await stateOf(luz)
    const check = async (more: Partial<SignOffForm>) =>
      signOff(carla, kidney(luz), state, await fill(luz, more), NOW, { checkOnly: true })
    expect(await check({})).toEqual({ kind: 'fine' })
    expect(await check({ reason: '' })).toEqual({ kind: 'refused', problems: ['reason-missing'] })
    expect(await listSignOffs(luz.id)).toEqual(before)
  })
})

describe('withdrawing a sign-off', () => {
  const withdraw = async (by: Person, person: Person, reason: string, now = NOW + DAY) => {
    const [latest] = await listSignOffs(person.id)
    if (!latest) throw new Error('no sign-off')
    return withdrawSignOff(by, latest, reason, now)
  }

  test('needs a reason of at most 4,000 letters', async () => {
    const { carla, luz } = platform.cast
    expect(await withdraw(carla, luz, '  ')).toEqual({ kind: 'refused', reason: 'reason-missing' })
    expect(await withdraw(carla, luz, 'x'.repeat(TEXT_LENGTH + 1))).toEqual({
      kind: 'refused',
      reason: 'too-long',
    })
    expect(await stateOf(luz)).toMatchObject({ standing: 'ready-with-conditions' })
  })

  test('is a row of its own: the sign-off stays as it was', async () => {
    const { carla, luz } = platform.cast
    const before = await platform.rows('SELECT * FROM sign_offs WHERE person = ?', luz.id)
    expect(await withdraw(carla, luz, ' You asked for it. ')).toEqual({ kind: 'withdrawn' })
    expect(await platform.rows('SELECT * FROM sign_offs WHERE person = ?', luz.id)).toEqual(before)
    expect((await listSignOffs(luz.id))[0]).toMatchObject({
      withdrawnAt: NOW + DAY,
      withdrawnReason: 'You asked for it.',
    })
    expect(await stateOf(luz, NOW + DAY)).toMatchObject({ standing: 'withdrawn' })
    expect(await stateOf(luz, NOW + DAY - 1)).toMatchObject({ standing: 'ready-with-conditions' })
  })

  test('twice keeps the first reason', async () => {
    const { cesar, luz } = platform.cast
    expect(await withdraw(cesar, luz, 'Another reason.')).toEqual({ kind: 'withdrawn' })
    expect((await listSignOffs(luz.id))[0]?.withdrawnReason).toBe('You asked for it.')
  })

  test('by two at the same moment is written once', async () => {
    const { carla, cesar, nadia } = platform.cast
    const both = await Promise.all([withdraw(carla, nadia, 'A.'), withdraw(cesar, nadia, 'B.')])
    expect(both).toEqual([{ kind: 'withdrawn' }, { kind: 'withdrawn' }])
    const rows = await platform.rows(
      "SELECT act FROM audit WHERE act = 'sign-off-withdrawn' AND subject = ?",
      nadia.id,
    )
    expect(rows).toHaveLength(1)
  })

  test('then signing off again is possible, and both decisions stand in the record', async () => {
    const { carla, luz } = platform.cast
    const form = await fill(luz, { conditions: '' })
    expect(await decide(carla, luz, form, NOW + 2 * DAY)).toMatchObject({ kind: 'saved' })
    expect(await listSignOffs(luz.id)).toHaveLength(2)
    expect(await stateOf(luz, NOW + 3 * DAY)).toMatchObject({ standing: 'ready' })
  })
})
