/** Observing, deciding, withdrawing: a person's act, online, append-only, with a hash of what it rests on. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findGroupSession } from '#db/group-sessions.ts'
import { loadHome } from '#tests/read-desk.ts'
import { findPerson, insertPerson, insertRole } from '#db/people.ts'
import { findProgrammeRules, type ProgrammeRules } from '#db/programme-rules.ts'
import { findMentor, listOneSignature } from '#db/register.ts'
import { listObservations } from '#db/observations.ts'
import { grantRole } from '#db/roles.ts'
import { write } from '#db/client.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import type { Person } from '#domain/people/person.ts'
import {
  isSameName,
  problemsWith,
  TEXT_LENGTH,
  type Answers,
} from '#domain/readiness/sign-off-journey.ts'
import { evidenceOf } from '#domain/readiness/snapshot.ts'
import { dayAt, plusDays, startOfDay } from '#domain/calendar/days.ts'
import { standingAt, twelveMonthsAfter } from '#domain/readiness/standing.ts'
import { moveTrainee } from '#server/people/change-roles.ts'
import { askForSignOff } from '#server/readiness/ask-for-sign-off.ts'
import { commit } from '#server/readiness/commit.ts'
import { cancelGroupSession, planGroupSession } from '#server/people/group-sessions.ts'
import { markAttendance } from '#server/people/mark-attendance.ts'
import { typedStart } from '#server/people/read-group-session.ts'
import { newId } from '#server/trail/new-id.ts'
import { NOTE_LENGTH, observe, type ObservationForm } from '#server/readiness/observe.ts'
import { pause, resume } from '#server/learning/pause.ts'
import { issueAgain } from '#server/people/correct-name.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { certificateCode } from '#db/certificate-code.ts'
import { checkCertificate, setPublicCheck } from '#server/register/public-check.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { setProgrammeRules } from '#server/course/set-programme-rules.ts'
import { signSecond } from '#server/readiness/sign-second.ts'
import { signOff, type SignOffForm } from '#server/readiness/sign-off.ts'
import { withdrawSignOff } from '#server/readiness/withdraw-sign-off.ts'
import { groundArea } from '#tests/ground-area.ts'
import { readyForm } from '#tests/sign-off-form.ts'
import { utc } from '#tests/moment.ts'
import { beginSecondSignature } from '#server/readiness/begin-second-signature.ts'
import { momentOf } from '#server/calendar/clock.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'
import { showDecision } from '#server/show/coordinate/decision.ts'
import { batchesOf, DAY, english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const kidney = (person: Person) => ({ id: person.id, programme: 'kidney' })
/** As an administrator who sees what stands now. */
const setRules = async (rules: ProgrammeRules, now: number) =>
  setProgrammeRules(
    platform.cast.ana,
    'kidney',
    rules,
    (await findProgrammeRules('kidney')).version,
    now,
  )
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
        harms: {},
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

/** By the clock of the programme, where it may still be yesterday. */
const TODAY = dayAt(NOW, 'America/Chicago')

async function fill(by: Person, person: Person, more: Answers = {}): Promise<SignOffForm> {
  return readyForm(by, await stateOf(person), NOW, {
    reason: ' You wait, and you listen. ',
    conditions: 'By phone only',
    internalNote: 'Check in by phone.',
    otherwise: 'Her course was at another place.',
    expiresOn: twelveMonthsAfter(TODAY),
    ...more,
  })
}
const decide = async (by: Person, person: Person, form: SignOffForm, now = NOW) =>
  signOff(by, kidney(person), await stateOf(person, now), form, now)
const commits = async (person: Person, now = NOW) => {
  const [newest] = await listSignOffs(person.id)
  if (!newest) throw new Error('no sign-off')
  return commit(person, newest, { id: newest.id, declaredName: person.name }, now)
}

describe('a sign-off', () => {
  test('is written with its reason, its conditions and a hash of its evidence, in one batch', async () => {
    const { carla, luz } = platform.cast
    await groundArea(english, carla.id, luz.id, 'diabetes', NOW)
    const form = await fill(platform.cast.carla, luz)
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
      expiresOn: twelveMonthsAfter(TODAY),
      withdrawnAt: null,
      offer: {
        comfortAreas: ['diabetes'],
        noGoAreas: [],
        languages: ['en'],
        contactWays: ['phone'],
        capacity: 2,
        place: '',
      },
      judgements: { consent: 'shown' },
    })
    expect(Object.keys(row?.areaGrounds ?? {})).toEqual(['diabetes'])
    expect(
      createHash('sha256')
        .update(row?.evidence ?? '')
        .digest('hex'),
    ).toBe(row?.evidenceHash)
    expect(await stateOf(luz)).toMatchObject({ standing: 'waiting-for-commitment' })
    expect(
      await platform.rows(
        "SELECT actor, subject, programme FROM audit WHERE act = 'signed-off:ready'",
      ),
    ).toEqual([{ actor: carla.id, subject: luz.id, programme: 'kidney' }])
  })

  test('keeps the snapshot of the evidence with ids and revisions', async () => {
    const { ray } = platform.cast
    const [observation] = await listObservations(ray.id)
    expect(JSON.parse(evidenceOf(await stateOf(ray)))).toContainEqual({
      competency: 'listening',
      met: false,
      evidence: [
        { kind: 'observation', id: observation?.id, about: 'listening', revision: 0, level: 1 },
      ],
    })
  })

  test.each<[string, Answers, string[]]>([
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
      { expiresOn: dayAt(NOW + 368 * DAY, 'America/Chicago') },
      ['expiry-too-far'],
    ],
    ['with 4,001 letters', { internalNote: 'x'.repeat(TEXT_LENGTH + 1) }, ['too-long']],
    ['without a language', { languages: [] }, ['languages-missing']],
    ['without a way to meet', { contactWays: [] }, ['contact-missing']],
    ['for nobody at a time', { capacity: 0 }, ['capacity-malformed']],
    ['for half a person', { capacity: 0.5 }, ['capacity-malformed']],
    ['for what is no number', { capacity: Number.NaN }, ['capacity-malformed']],
    [
      'with an area in both lists',
      { comfortAreas: ['diabetes'], noGoAreas: ['diabetes'] },
      ['area-without-ground', 'areas-both'],
    ],
    ['with an area that rests on nothing', { comfortAreas: ['diabetes'] }, ['area-without-ground']],
    ['for more practice without saying what', { decision: 'more-practice' }, ['practise-missing']],
  ])('%s is refused', async (_, more, problems) => {
    const { carla, nadia } = platform.cast
    const outcome = await decide(carla, nadia, await fill(carla, nadia, more))
    expect(outcome.kind).toBe('refused')
    expect(outcome.kind === 'refused' && outcome.problems.map(({ problem }) => problem)).toEqual(
      problems,
    )
    expect(await listSignOffs(nadia.id)).toEqual([])
  })

  test('without any answer is refused at every question that is asked of all', async () => {
    const { carla, nadia } = platform.cast
    const form = { ...(await fill(carla, nadia)), answers: {} }
    const outcome = await decide(carla, nadia, form)
    const steps = outcome.kind === 'refused' ? outcome.problems.map(({ step }) => step) : []
    expect(steps.slice(0, 2)).toEqual(['line-consent', 'line-confidentiality'])
    expect(steps.slice(-2)).toEqual(['decision', 'reason'])
  })

  test('needs the coordinator’s own name under it; spaces and case are forgiven', async () => {
    const { carla, nadia } = platform.cast
    const form = await fill(carla, nadia)
    for (const declaredName of ['', 'Carlos', 'C'])
      expect(await decide(carla, nadia, { ...form, declaredName })).toEqual({ kind: 'wrong-name' })
    expect(await listSignOffs(nadia.id)).toEqual([])
    expect(isSameName('  cARLA ', carla.name)).toBe(true)
  })

  test('on 29 February may end on 28 February of the next year', () => {
    const ground = {
      lines: ['consent'],
      met: ['consent'],
      openChecks: [],
      areas: {},
      today: '2028-02-29' as const,
    }
    const until = (expiresOn: string) =>
      problemsWith({ decision: 'ready', expiresOn }, ground).filter(({ step }) => step === 'until')
    expect(until('2029-02-28')).toEqual([])
    expect(until('2029-03-02')).toMatchObject([{ problem: 'expiry-too-far' }])
  })

  test('"more practice" needs no day, no reason against the evidence, and has no conditions', async () => {
    const { carla, joyce } = platform.cast
    await write([
      grantRole({ person: joyce.id, role: 'trainee', programme: 'kidney', createdAt: NOW }),
    ])
    const form = await fill(platform.cast.carla, joyce, {
      decision: 'more-practice',
      judgements: { ...(await fill(carla, joyce)).answers.judgements, listening: 'not-yet' },
      expiresOn: '',
      otherwise: '',
    })
    expect(await decide(carla, joyce, form)).toMatchObject({ kind: 'saved' })
    expect((await listSignOffs(joyce.id))[0]).toMatchObject({
      conditions: '',
      expiresOn: null,
      otherwise: '',
      judgements: { consent: 'shown', listening: 'not-yet' },
    })
    expect(await stateOf(joyce)).toMatchObject({ standing: 'more-practice' })
  })

  test('on evidence that has changed meanwhile is not written: look again', async () => {
    const { carla, oscar, ray } = platform.cast
    const form = await fill(platform.cast.carla, ray)
    await observe(
      oscar,
      kidney(ray),
      { id: newId(NOW), levels: { hope: 1, 'own-story': 0 }, note: '' },
      NOW + 2,
    )
    expect(await decide(carla, ray, form)).toEqual({ kind: 'changed', lines: ['own-story'] })
    const unseen = await decide(carla, ray, { ...form, evidence: '' })
    expect(unseen.kind === 'changed' && unseen.lines).toContain('consent')
    expect(await listSignOffs(ray.id)).toEqual([])
  })

  test('rests on attendance at group sessions where the programme shows it as evidence', async () => {
    const { carla, ray } = platform.cast
    const [came, cancelled, walk] = [newId(NOW), newId(NOW), newId(NOW)]
    // By the minute, as its form says it.
    const startsAt = NOW - (NOW % 60_000) - DAY
    const start = typedStart(startsAt, 'America/Chicago')
    const planned = { title: 'Listening', place: 'Room 2', ...start }
    // Only training is evidence: a walk together is none.
    for (const id of [came, cancelled, walk]) {
      const kind = id === walk ? 'activity' : 'training'
      await planGroupSession(carla, 'kidney', id, { ...planned, kind }, NOW)
      const session = await findGroupSession(id, ['kidney'])
      if (!session) throw new Error('no session')
      await markAttendance(carla, session, [{ person: ray.id, was: 'none', is: 'came' }], NOW)
      if (id === cancelled) await cancelGroupSession(carla, session, true, NOW)
    }
    const rules = { secondSignature: false, groupSessionsCount: false }
    const form = await fill(carla, ray)
    expect(form.evidence).not.toContain('attendance')
    await setRules({ ...rules, groupSessionsCount: true }, NOW)
    expect(await decide(carla, ray, form)).toEqual({ kind: 'changed', lines: ['group-sessions'] })
    const state = await stateOf(ray)
    expect(state.attended).toEqual([
      { id: came, title: 'Listening', programme: 'kidney', startsAt },
    ])
    expect(JSON.parse(evidenceOf(state))).toContainEqual({
      competency: 'group-sessions',
      met: true,
      evidence: [{ kind: 'attendance', id: came }],
    })
    await setRules(rules, NOW)
    expect((await stateOf(ray)).attended).toEqual([])
  })

  test('of oneself is refused', async () => {
    const { carla } = platform.cast
    expect(await decide(carla, carla, await fill(carla, carla))).toEqual({ kind: 'oneself' })
  })

  test('sent twice, also at the same moment, is written once and answered alike', async () => {
    const { carla, nadia } = platform.cast
    const form = await fill(platform.cast.carla, nadia)
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
    const yes = await fill(platform.cast.carla, ray)
    const no = await fill(cesar, ray, { decision: 'not-this-role' })
    const both = await Promise.all([decide(carla, ray, yes), decide(cesar, ray, no)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['decided', 'saved'])
    const [newest] = await listSignOffs(ray.id)
    expect(await listSignOffs(ray.id)).toHaveLength(1)
    expect(both.find(({ kind }) => kind === 'decided')).toMatchObject({
      newest: { decidedByName: newest?.decidedByName, decidedAt: NOW },
    })
  })

  test('begun before somebody else decided is not written, and says who did', async () => {
    const { carla, cesar, ray } = platform.cast
    const late = { ...(await fill(cesar, ray)), decisions: 0 }
    expect(await decide(cesar, ray, late)).toMatchObject({
      kind: 'decided',
      newest: { decidedByName: expect.any(String) as string },
    })
    expect(carla.name).toBe('Carla')
  })

  test('under the id of another trainee’s sign-off is not written', async () => {
    const { carla, luz, ray } = platform.cast
    const [theirs] = await listSignOffs(luz.id)
    expect(
      await decide(carla, ray, { ...(await fill(carla, ray)), id: theirs?.id ?? '' }),
    ).toMatchObject({
      kind: 'decided',
    })
    expect((await listSignOffs(luz.id))[0]).toEqual(theirs)
  })

  test('counts once the mentor has signed the commitment with their own name', async () => {
    const { carla, luz } = platform.cast
    const [newest] = await listSignOffs(luz.id)
    if (!newest) throw new Error('no sign-off')
    expect(await commit(luz, newest, { id: newest.id, declaredName: 'Luisa' }, NOW)).toEqual({
      kind: 'wrong-name',
    })
    expect(await stateOf(luz)).toMatchObject({ standing: 'waiting-for-commitment' })
    const both = await Promise.all([commits(luz), commits(luz, NOW + 1)])
    expect(both).toEqual([{ kind: 'signed' }, { kind: 'signed' }])
    expect(await stateOf(luz, NOW + 2)).toMatchObject({ standing: 'ready-with-conditions' })
    expect(await platform.rows("SELECT actor FROM audit WHERE act = 'commitment-signed'")).toEqual([
      { actor: luz.id },
    ])
    expect(carla.id).not.toBe(luz.id)
  })
})

describe('a second signature', () => {
  const HOME = {
    programme: 'kidney',
    search: '',
    cohort: '',
    reason: null,
    mayDecide: true,
    language: 'en',
    page: 1,
  } as const
  test('is asked for by the programme’s rule, and comes from another coordinator', async () => {
    const { carla, cesar, nadia } = platform.cast
    const rules = { secondSignature: true, groupSessionsCount: false }
    await setRules(rules, NOW)
    const [newest] = await listSignOffs(nadia.id)
    if (!newest) throw new Error('no sign-off')
    const own = (id: string) => commit(nadia, newest, { id, declaredName: nadia.name }, NOW)
    expect(await own(newest.id)).toEqual({ kind: 'changed' })
    expect(await stateOf(nadia)).toMatchObject({ standing: 'waiting-for-second-signature' })
    const seenBy = async (viewer: Person) =>
      (await loadHome({ ...HOME, tab: 'all', viewer: viewer.id }, utc(NOW))).rows.find(
        ({ id }) => id === nadia.id,
      )?.reasons
    expect(await seenBy(cesar)).toContain('second-signature')
    expect(await seenBy(carla)).not.toContain('second-signature')

    expect(await signSecond(carla, newest, 'Carla', NOW)).toEqual({ kind: 'not-another' })
    expect(await signSecond(cesar, newest, 'Carla', NOW)).toEqual({ kind: 'wrong-name' })
    expect(await stateOf(nadia)).toMatchObject({ standing: 'waiting-for-second-signature' })
    expect(await signSecond(cesar, newest, ' césar ', NOW)).toEqual({ kind: 'signed' })
    expect(await signSecond(cesar, newest, 'César', NOW + 1)).toEqual({ kind: 'signed' })
    expect(await stateOf(nadia)).toMatchObject({ standing: 'waiting-for-commitment' })
    expect((await listSignOffs(nadia.id))[0]).toMatchObject({
      secondSignedByName: 'César',
      secondSignedAt: NOW,
    })
  })

  test('C12: whoever changes the rules second is stopped until they saw what stands now', async () => {
    const { ana } = platform.cast
    const seen = (await findProgrammeRules('kidney')).version
    const rules = { secondSignature: true, groupSessionsCount: false }
    expect(await setProgrammeRules(ana, 'kidney', rules, seen, NOW + 1)).toEqual({
      kind: 'saved',
    })
    const other = { secondSignature: false, groupSessionsCount: true }
    expect(await setProgrammeRules(ana, 'kidney', other, seen, NOW + 2)).toEqual({
      kind: 'meanwhile',
    })
    const again = await setProgrammeRules(ana, 'kidney', rules, NOW + 1, NOW + 3)
    expect(again).toEqual({ kind: 'saved' })
  })

  test('keeps the day from which two are asked for, while other rules change', async () => {
    const { nadia } = platform.cast
    await setRules({ secondSignature: true, groupSessionsCount: true }, NOW + 9)
    expect((await stateOf(nadia)).facts.secondSince).toBe(NOW)
    await setRules({ secondSignature: false, groupSessionsCount: true }, NOW + 10)
    expect((await stateOf(nadia)).facts.secondSince).toBe(null)
  })

  test('C11: begins on a day: until then nobody leaves, and what is missing can be signed', async () => {
    const { ana, cesar, carla } = platform.cast
    const id = newId(NOW)
    await write([
      insertPerson({ id, signInName: 'ines', name: 'Inés', language: 'en', createdAt: NOW }),
      insertRole({ person: id, role: 'trainee', programme: 'kidney', createdAt: NOW }),
    ])
    const ines = await findPerson(id)
    if (!ines) throw new Error('no Inés')
    await decide(carla, ines, await fill(carla, ines), NOW + 11)
    const [newest] = await listSignOffs(ines.id)
    if (!newest) throw new Error('no sign-off')
    await commit(ines, newest, { id: '', declaredName: ines.name }, NOW + 12)
    const moment = (now: number) => momentOf('kidney', now)
    const leave = async () => (await listOneSignature('kidney', moment(NOW + 20), 'en', 50)).rows
    expect((await leave()).map(({ name }) => name)).toContain(ines.name)
    const day = plusDays(moment(NOW).today, 9)
    expect(
      await beginSecondSignature(
        ana,
        'kidney',
        day,
        (await findProgrammeRules('kidney')).version,
        NOW + 13,
      ),
    ).toEqual({ kind: 'saved' })
    const onRegister = async (now: number) =>
      (await findMentor(ines.id, 'kidney', moment(now))) !== null
    const begins = startOfDay(day, 'America/Chicago')
    expect(await onRegister(begins - 1)).toBe(true)
    expect(await onRegister(begins)).toBe(false)
    const { rows } = await loadHome({ ...HOME, tab: 'all', viewer: cesar.id }, moment(NOW + 20))
    expect(rows.find(({ id }) => id === ines.id)?.reasons).toContain('second-signature')
    await signSecond(cesar, newest, 'César', NOW + 21)
    expect(await onRegister(begins)).toBe(true)
    expect(await beginSecondSignature(ana, 'kidney', '2026-02-30', 0, NOW)).toMatchObject({
      reason: 'day-malformed',
    })
    expect(
      await beginSecondSignature(ana, 'kidney', plusDays(moment(NOW).today, -1), 0, NOW),
    ).toMatchObject({ reason: 'day-past' })
    const off = { secondSignature: false, groupSessionsCount: true }
    await setRules(off, NOW + 22)
  })

  test('of a sign-off that was withdrawn meanwhile is not written', async () => {
    const { carla, cesar, ray } = platform.cast
    const form = await fill(carla, ray)
    await decide(carla, ray, form, NOW + 20)
    const [newest] = await listSignOffs(ray.id)
    if (!newest) throw new Error('no sign-off')
    await withdrawSignOff(carla, newest, 'A mistake.', NOW + 21)
    expect(await signSecond(cesar, newest, 'César', NOW + 22)).toEqual({ kind: 'changed' })
    expect(await commit(ray, newest, { id: '', declaredName: 'Ray' }, NOW + 22)).toEqual({
      kind: 'changed',
    })
  })
})

describe('a public check page', () => {
  const codeOf = async (person: Person) => {
    const [newest] = await listSignOffs(person.id)
    if (!newest) throw new Error('no sign-off')
    return { newest, code: certificateCode(newest.id) }
  }

  test('is there only while the mentor lets it be, and says nothing but name, day, today and what areas rest on', async () => {
    const { luz } = platform.cast
    const { newest, code } = await codeOf(luz)
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{12}$/)
    expect(await checkCertificate(code, NOW + 2)).toBe(null)
    await setPublicCheck(luz, newest, true, NOW + 3)
    expect(await checkCertificate(code, NOW + 4)).toEqual({
      name: 'Luz',
      programme: 'kidney',
      signedOffAt: NOW,
      ready: true,
      earlierNeeds: false,
      // Of how many areas, and by what; never which.
      areas: { pack: 1, talk: 0, before: 0 },
    })
    await setPublicCheck(luz, newest, false, NOW + 5)
    expect(await checkCertificate(code, NOW + 6)).toBe(null)
    await setPublicCheck(luz, newest, true, NOW + 7)
  })

  test('and the certificate and the commitment are the mentor’s own: nobody else opens, issues or signs them', async () => {
    const { luz, carla, ray, ana } = platform.cast
    const { newest, code } = await codeOf(luz)
    for (const other of [carla, ray, ana]) {
      expect(await setPublicCheck(other, newest, false, NOW + 7)).toEqual(NOT_ALLOWED)
      expect(await issueAgain(other, newest, NOW + 7)).toEqual(NOT_ALLOWED)
      expect(await commit(other, newest, { id: '', declaredName: other.name }, NOW + 7)).toEqual(
        NOT_ALLOWED,
      )
    }
    expect(await checkCertificate(code, NOW + 7)).toMatchObject({ name: 'Luz' })
  })

  test('whose holder is ready already does not ask for a sign-off once more, whoever sends it', async () => {
    const { luz } = platform.cast
    const before = (await learnerOf(luz)).askedAt
    expect(await askForSignOff(await learnerOf(luz), 'en', NOW + 8)).toEqual(NOT_ALLOWED)
    expect((await learnerOf(luz)).askedAt).toBe(before)
  })

  test('of somebody who pauses says "not at this time", never why', async () => {
    const { luz } = platform.cast
    const { code } = await codeOf(luz)
    await pause(await learnerOf(luz), null, NOW + 8)
    expect(await checkCertificate(code, NOW + 9)).toMatchObject({ ready: false })
    await resume(await learnerOf(luz), NOW + 10)
    expect(await checkCertificate(code, NOW + 11)).toMatchObject({ ready: true })
  })

  test('tells of the programme that signed, and ends when the mentor moves to another', async () => {
    const { ana, luz } = platform.cast
    const { code } = await codeOf(luz)
    await write([
      {
        sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, expires_on, evidence, evidence_hash)
              VALUES (?, ?, 'long-term', ?, ?, 'not-this-role', 'x', '', '', '', NULL, '[]', '')`,
        args: [newId(NOW), luz.id, ana.id, NOW + 11],
      },
    ])
    expect(await checkCertificate(code, NOW + 12)).toMatchObject({
      programme: 'kidney',
      ready: true,
    })
    await moveTrainee(ana, luz.id, 'kidney', { programme: 'long-term', cohort: null }, NOW + 13)
    expect(await checkCertificate(code, NOW + 14)).toBe(null)
    await moveTrainee(ana, luz.id, 'long-term', { programme: 'kidney', cohort: null }, NOW + 15)
    expect(await checkCertificate(code, NOW + 16)).toMatchObject({ ready: true })
  })

  test('of nobody is like one that is turned off', async () => {
    expect(await checkCertificate('ABCDEFGHJKLM', NOW)).toBe(null)
  })
})

describe('a pause', () => {
  test('until today, a day that was or no day at all is refused by the programme’s clock', async () => {
    const { joyce } = platform.cast
    const { today } = momentOf('long-term', NOW)
    for (const until of [today, plusDays(today, -1), '2999-02-30', 'Monday', ''])
      expect(await pause(await learnerOf(joyce), until, NOW)).toEqual({
        kind: 'refused',
        reason: 'not-to-come',
      })
    expect((await learnerOf(joyce)).progress['pause']).toBeUndefined()
    // Past midnight in London, and still the day before in Chicago, where the programme is.
    const night = Date.UTC(2030, 0, 2, 3)
    const chicago = await learnerOf(platform.cast.luz)
    expect(await pause(chicago, '2030-01-01', night)).toEqual({
      kind: 'refused',
      reason: 'not-to-come',
    })
    expect(await pause(chicago, '2030-01-02', night)).toEqual({ kind: 'paused' })
    await resume(await learnerOf(platform.cast.luz), night + 1)
  })

  test('keeps the day on which it began while its return date is changed, and tells past days', async () => {
    const { joyce } = platform.cast
    const learner = async () => learnerOf(joyce)
    await pause(await learner(), null, NOW + 100)
    await pause(await learner(), '2030-05-01', NOW + 200)
    expect(await stateOf(joyce, NOW + 300)).toMatchObject({
      standing: 'paused',
      pausedSince: NOW + 100,
      backOn: '2030-05-01',
    })
    await resume(await learner(), NOW + 400)
    const { facts, standing, backOn } = await stateOf(joyce, NOW + 500)
    expect([standing, backOn]).toEqual(['more-practice', null])
    expect(standingAt(facts, NOW + 150)).toBe('paused')
    expect(standingAt(facts, NOW + 50)).toBe('more-practice')
  })
})

describe('the form of a pause', () => {
  test('that arrives again after its person came back pauses nobody', async () => {
    const { joyce } = platform.cast
    const id = newId(NOW + 600)
    await pause(await learnerOf(joyce), null, NOW + 600, id)
    await resume(await learnerOf(joyce), NOW + 700)
    expect(await pause(await learnerOf(joyce), null, NOW + 800, id)).toEqual({ kind: 'paused' })
    expect((await stateOf(joyce, NOW + 900)).pausedSince).toBe(null)
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
    const { carla, cesar, luz } = platform.cast
    expect(await withdraw(carla, luz, 'Another reason.')).toEqual({ kind: 'withdrawn' })
    expect(await withdraw(cesar, luz, 'Another reason.')).toEqual({ kind: 'changed' })
    expect((await listSignOffs(luz.id))[0]?.withdrawnReason).toBe('You asked for it.')
  })

  test('by two at the same moment is written once', async () => {
    const { carla, cesar, nadia } = platform.cast
    const both = await Promise.all([withdraw(carla, nadia, 'A.'), withdraw(cesar, nadia, 'B.')])
    expect(both).toEqual([{ kind: 'withdrawn' }, { kind: 'changed' }])
    const rows = await platform.rows(
      "SELECT act FROM audit WHERE act = 'sign-off-withdrawn' AND subject = ?",
      nadia.id,
    )
    expect(rows).toHaveLength(1)
  })

  test('then signing off again is possible, and both decisions stand in the record', async () => {
    const { carla, luz } = platform.cast
    const form = await fill(platform.cast.carla, luz, { conditions: '' })
    expect(await decide(carla, luz, form, NOW + 2 * DAY)).toMatchObject({ kind: 'saved' })
    expect(await listSignOffs(luz.id)).toHaveLength(2)
    expect(await commits(luz, NOW + 2 * DAY)).toEqual({ kind: 'signed' })
    expect(await stateOf(luz, NOW + 3 * DAY)).toMatchObject({ standing: 'ready' })
  })

  test('of a sign-off that was renewed meanwhile is not written', async () => {
    const { carla, cesar, luz } = platform.cast
    const [seen] = await listSignOffs(luz.id)
    if (!seen) throw new Error('no sign-off')
    const renewal = await fill(cesar, luz)
    expect(await decide(cesar, luz, renewal, NOW + 4 * DAY)).toMatchObject({ kind: 'saved' })
    expect(await withdrawSignOff(carla, seen, 'Too late.', NOW + 4 * DAY)).toEqual({
      kind: 'changed',
    })
    expect((await listSignOffs(luz.id)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([
      null,
      null,
      NOW + DAY,
    ])
    // What was judged at the first one, and rests on the same, is told apart.
    const [newest, first] = await listSignOffs(luz.id)
    const record = { trainee: luz } as unknown as OpenRecord
    const shown = await showDecision(record, newest?.id, 'en', NOW + 4 * DAY)
    expect(shown?.asBefore?.decidedAt).toBe(first?.decidedAt)
    expect(shown?.asBefore?.lines).toHaveLength(1)
    expect((await showDecision(record, seen.id, 'en', NOW + 4 * DAY))?.asBefore?.decidedAt).toBe(
      (await listSignOffs(luz.id))[2]?.decidedAt,
    )
  })
})
