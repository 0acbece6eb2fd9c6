/** Verbs about a trainee, asked directly by somebody who may not: refused, and nothing is written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { isFollowed, mattersOf } from '#db/follow-ups.ts'
import { listObservations } from '#db/observations.ts'
import { insertSignOff, listSignOffs } from '#db/sign-offs.ts'
import { plusDays } from '#domain/calendar/days.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { codeForTrainee } from '#server/access/code-for-trainee.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import { openSession } from '#server/learning/open-session.ts'
import { exportRecord } from '#server/people/export-record.ts'
import { answerSignOff } from '#server/readiness/answer-sign-off.ts'
import { beginSignOff, dropSignOff, seenOf } from '#server/readiness/begin-sign-off.ts'
import { enterOutsideEvidence } from '#server/readiness/enter-outside-evidence.ts'
import { amendObservation, observe } from '#server/readiness/observe.ts'
import { openRecord } from '#server/readiness/open-record.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { recordTalk } from '#server/readiness/record-talk.ts'
import { showAmendForm } from '#server/show/coordinate/observation-form.ts'
import { groundOf, signOff } from '#server/readiness/sign-off.ts'
import { signSecond } from '#server/readiness/sign-second.ts'
import { withdrawSignOff } from '#server/readiness/withdraw-sign-off.ts'
import { followUp } from '#server/reviews/follow-up.ts'
import { showFollowUp } from '#server/show/coordinate/follow-up.ts'
import { showNotes } from '#server/show/coordinate/notes.ts'
import { writeNote } from '#server/reviews/write-note.ts'
import { finishAction, writeReview } from '#server/reviews/write-review.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { readyForm } from '#tests/sign-off-form.ts'
import { batchesOf, english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
const OBSERVED = newId(NOW)
const DECIDED = newId(NOW)
const { today } = momentOf('kidney', NOW)
const nadia = () => ({ id: platform.cast.nadia.id, name: 'Nadia', programme: 'kidney' })

beforeAll(async () => {
  platform = await openPlatform()
  const { carla, cesar } = platform.cast
  await observe(carla, nadia(), { id: OBSERVED, levels: { listening: 2 }, note: '' }, NOW)
  await writeNote(carla, nadia(), { id: newId(NOW), kind: 'concern', text: 'She cried.' }, NOW)
  await write([
    insertSignOff({
      id: DECIDED,
      person: nadia().id,
      programme: 'kidney',
      decidedBy: cesar.id,
      decidedAt: NOW,
      decision: 'ready',
      reason: 'You wait.',
      conditions: '',
      internalNote: '',
      otherwise: '',
      expiresOn: null,
      evidence: '[]',
      evidenceHash: '',
    }),
  ])
})
afterAll(() => platform.close())

type Ask = (by: Person) => Promise<unknown>
const id = (): string => newId(NOW)
const state = async () => loadTraineeState(await learnerOf(platform.cast.nadia), 'en', NOW)
const decided = async () => {
  const found = (await listSignOffs(nadia().id)).find((one) => one.id === DECIDED)
  if (!found) throw new Error('nothing was decided')
  return found
}
const draftOf = async () => ({
  draft: { id: id(), changedAt: NOW, evidence: '[]', decisions: 0, answers: {} },
  ground: groundOf(await state(), momentOf('kidney', NOW)),
})
const amend: Ask = async (by) => {
  const before = (await listObservations(nadia().id)).find((one) => one.id === OBSERVED)
  if (!before) throw new Error('nothing was observed')
  const form = { id: id(), levels: { listening: 1 }, note: '' } as const
  return amendObservation(by, nadia(), before, form, 'A slip.', NOW)
}
const session = english.modules
  .flatMap(({ sessions }) => sessions)
  .find(({ openedByCoordinator }) => openedByCoordinator)

/** What coordinators of kidney do about Nadia, and nobody else. */
const DECIDERS: Readonly<Record<string, Ask>> = {
  'amend an observation of somebody else': amend,
  'record a talk': (by) =>
    recordTalk(
      by,
      nadia(),
      {
        id: id(),
        competency: 'self-care',
        areas: [],
        accepted: true,
        day: '2026-01-02',
        note: 'Calm.',
      },
      NOW,
    ),
  'enter evidence from elsewhere': (by) => {
    const competency = loadCompetencies('en').find((line) => line.id === 'listening') ?? null
    const form = { id: id(), competency, standsFor: 'observation', source: 'A course' } as const
    return enterOutsideEvidence(by, nadia(), english, { ...form, day: '2026-01-02' }, NOW)
  },
  'begin a sign-off': async (by) => {
    const now = await state()
    const seen = seenOf(now)
    return beginSignOff(by, nadia(), { state: now, draft: null, begins: {} }, seen, NOW)
  },
  'answer a question of a sign-off': async (by) =>
    answerSignOff(
      by,
      nadia(),
      await draftOf(),
      { kind: 'decision' },
      { decision: 'more-practice' },
      NOW,
    ),
  'drop a sign-off': (by) => dropSignOff(by, nadia()),
  'sign off': async (by) => {
    const now = await state()
    return signOff(by, nadia(), now, readyForm(by, now, NOW), NOW)
  },
  'sign second': async (by) => signSecond(by, await decided(), by.name, NOW),
  'withdraw a sign-off': async (by) => withdrawSignOff(by, await decided(), 'A mistake.', NOW),
  'write a note': (by) => writeNote(by, nadia(), { id: id(), kind: 'shared', text: 'Hello.' }, NOW),
  'say what was done': async (by) => {
    const [matter] = (await mattersOf(nadia().id, 'kidney', today)).filter(isFollowed)
    if (!matter) throw new Error('nothing worries')
    const form = { id: id(), text: 'Called her.', againOn: '', seen: 0 }
    return followUp(by, nadia(), matter, form, today, NOW)
  },
  'write a review': (by) =>
    writeReview(
      by,
      nadia(),
      english,
      {
        id: id(),
        day: today,
        wentWell: 'Much.',
        stayed: '',
        skill: '',
        wellbeing: 4,
        capacity: 1,
        seen: 9,
        nextOn: plusDays(today, 90),
        actions: [],
      },
      NOW,
    ),
  'tick what was agreed': (by) => finishAction(by, nadia(), id(), NOW),
  'open a session': async (by) => session && openSession(by, nadia(), session, NOW),
  'take a copy of the record': (by) =>
    exportRecord(by, nadia(), english, { internal: true, language: 'en' }, NOW),
  'make a code': (by) => codeForTrainee(by, nadia(), () => Promise.resolve(null), NOW),
}
/** What observers do, too. */
const OBSERVERS: Readonly<Record<string, Ask>> = {
  observe: (by) =>
    observe(by, nadia(), { id: id(), levels: { consent: 2 }, note: `By ${by.name}.` }, NOW),
}

const OTHERS = ['ana', 'gwen', 'oscar', 'ray', 'joyce'] as const satisfies Name[]

describe.each([
  ['coordinators of the programme', DECIDERS, [...OTHERS], 'carla'],
  ['coordinators and observers', OBSERVERS, OTHERS.filter((one) => one !== 'oscar'), 'oscar'],
] as const)('for %s alone', (_, verbs, others, one) => {
  test.each(Object.entries(verbs))('%s', async (_verb, ask) => {
    for (const name of others) {
      let answer: unknown
      const writes = await batchesOf(async () => {
        answer = await ask(platform.cast[name])
      })
      expect([name, answer, writes]).toEqual([name, NOT_ALLOWED, 0])
    }
    expect(await ask(platform.cast[one])).not.toEqual(NOT_ALLOWED)
  })
})

test('nobody acts on a trainee of another programme by calling it their own', async () => {
  const { carla, joyce } = platform.cast
  const pretended = { id: joyce.id, programme: 'kidney' }
  const before = await platform.rows('SELECT * FROM audit')
  expect(
    await Promise.all([
      observe(carla, pretended, { id: id(), levels: { listening: 2 }, note: '' }, NOW),
      writeNote(carla, pretended, { id: id(), kind: 'internal', text: 'Hello.' }, NOW),
      recordTalk(
        carla,
        pretended,
        {
          id: id(),
          competency: 'self-care',
          areas: [],
          accepted: true,
          day: '2026-01-02',
          note: 'Calm.',
        },
        NOW,
      ),
    ]),
  ).toEqual([NOT_ALLOWED, NOT_ALLOWED, NOT_ALLOWED])
  expect(await platform.rows('SELECT * FROM audit')).toEqual(before)
})

test('an observer amends what is their own, and nothing else', async () => {
  const { oscar, luz } = platform.cast
  const trainee = { id: luz.id, programme: 'kidney' }
  await observe(oscar, trainee, { id: id(), levels: { listening: 2 }, note: '' }, NOW)
  const [own] = await listObservations(luz.id)
  if (!own) throw new Error('nothing was observed')
  const form = { id: id(), levels: { listening: 1 }, note: '' } as const
  expect(await amendObservation(oscar, trainee, own, form, 'A slip.', NOW)).toEqual({
    kind: 'saved',
  })
  expect(await amend(oscar)).toEqual(NOT_ALLOWED)
})

describe('a coordinator who is a trainee too', () => {
  const both = (): Person => {
    const { nadia: her } = platform.cast
    return { ...her, roles: [...her.roles, { role: 'coordinator', programme: 'kidney' }] }
  }

  test('decides nothing about themself, and is told so', async () => {
    const now = await state()
    const form = readyForm(both(), now, NOW)
    expect(await signOff(both(), nadia(), now, form, NOW)).toEqual({ kind: 'oneself' })
    expect(await signSecond(both(), await decided(), 'Nadia', NOW)).toEqual({ kind: 'not-another' })
    expect(await DECIDERS['record a talk']?.(both())).toEqual({
      kind: 'refused',
      problems: ['oneself'],
    })
    expect(await DECIDERS['write a review']?.(both())).toEqual({
      kind: 'refused',
      problems: [['oneself']],
    })
  })

  test('neither reads nor writes what coordinators say among themselves (R16)', async () => {
    expect(await DECIDERS['write a note']?.(both())).toEqual(NOT_ALLOWED)
    expect(await DECIDERS['say what was done']?.(both())).toEqual(NOT_ALLOWED)
    const record = await openRecord(both(), nadia().id, 'en', NOW)
    expect(record && (await showNotes(record, NOW))).toBe(null)
    expect(await showFollowUp(both(), nadia().id, ['kidney'], NOW)).toBe(null)
    const copy = await exportRecord(
      both(),
      nadia(),
      english,
      { internal: true, language: 'en' },
      NOW,
    )
    expect(copy).toMatchObject({ kind: 'made' })
    expect(JSON.stringify(copy)).not.toContain('She cried.')
  })
})

describe('what a page about a trainee stands on', () => {
  test('is opened by who coordinates or observes there, and is nothing for everybody else', async () => {
    const open = async (name: Name, whose = nadia().id) =>
      (await openRecord(platform.cast[name], whose, 'en', NOW)) !== null
    for (const name of ['carla', 'cesar', 'oscar'] as const) expect(await open(name)).toBe(true)
    for (const name of ['ana', 'gwen', 'ray', 'joyce', 'nadia'] as const)
      expect(await open(name)).toBe(false)
    for (const whose of ['', 'constructor', id(), platform.cast.carla.id, platform.cast.joyce.id])
      expect(await open('carla', whose)).toBe(false)
  })

  test('is amended only by whoever may', async () => {
    const forWhom = async (name: Name) => {
      const record = await openRecord(platform.cast[name], nadia().id, 'en', NOW)
      return record && (await showAmendForm(record, OBSERVED, 'en')) !== null
    }
    expect([await forWhom('carla'), await forWhom('oscar')]).toEqual([true, false])
  })
})
