/** An incident or a complaint: a record of its own, a task until its end, and whom it concerns is told by the rule. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { incidentsQuery } from '#db/incidents.ts'
import { listNotes } from '#db/notes.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { findProgrammeRules } from '#db/programme-rules.ts'
import { tasksQuery } from '#db/tasks.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { IncidentTold } from '#domain/reviews/incident.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { setProgrammeRules } from '#server/course/set-programme-rules.ts'
import {
  takeStep,
  writeIncident,
  type IncidentForm,
  type StepForm,
} from '#server/reviews/write-incident.ts'
import { newId } from '#server/trail/new-id.ts'
import { also } from '#tests/cast.ts'
import { openPlatform, type Platform } from './platform.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const PROGRAMME = 'kidney'
const TODAY = dayAt(NOW, 'America/Chicago')
let platform: Platform
let carla: Person
let cesar: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
})
afterAll(() => platform.close())

interface Of {
  readonly id: string
  readonly programme: string
}
async function somebody(): Promise<Of> {
  const id = newId(NOW)
  await write([
    insertPerson({ id, signInName: id, name: 'Luz', language: 'en', createdAt: NOW }),
    insertRole({ person: id, role: 'trainee', programme: PROGRAMME, createdAt: NOW }),
  ])
  return { id, programme: PROGRAMME }
}
const writes = (by: Person, of: Of, form: Partial<IncidentForm> = {}) =>
  writeIncident(
    by,
    of,
    {
      ...{ id: newId(NOW), kind: 'complaint', happenedOn: TODAY, text: 'He shouted.' },
      ...{ owner: by.id, nextOn: '', ...form },
    },
    TODAY,
    NOW,
  )
const steps = async (by: Person, of: Of, form: Partial<StepForm> = {}) => {
  const [one] = await read(incidentsQuery(of.id, PROGRAMME))
  const whole = { id: newId(NOW), about: one?.id ?? '', text: 'We talked.', owner: by.id }
  const rest = { nextOn: '', ends: false, told: '', seen: one?.steps.length ?? 0 }
  return takeStep(by, of, { ...whole, ...rest, ...form }, TODAY, NOW + 1 + rest.seen)
}
const tasks = async (by: Person, { id }: Of, now = NOW) => {
  const moment = momentOf(PROGRAMME, now)
  await refreshDesk(PROGRAMME, moment)
  const wish = { programme: PROGRAMME, viewer: by.id, mayDecide: true, whose: 'all' } as const
  const found = await read(
    tasksQuery({ ...wish, reason: null, cohort: '', person: id, page: 1 }, moment.today),
  )
  return found.map(({ reason, owner }) => [reason, owner?.id])
}
const tell = async (incidentTold: IncidentTold) => {
  const { version, ...rules } = await findProgrammeRules(PROGRAMME)
  const wish = { ...rules, incidentTold }
  await setProgrammeRules(platform.cast.ana, PROGRAMME, wish, version, Math.max(NOW, version + 1))
}

test('it is a danger of its owner’s until the first step, then a task, and one again on the day of its next step', async () => {
  const luz = await somebody()
  expect(await writes(carla, luz, { owner: cesar.id })).toEqual({ kind: 'saved' })
  expect(await tasks(carla, luz)).toEqual([['incident', cesar.id]])
  const next = plusDays(TODAY, 3)
  expect(await steps(cesar, luz, { nextOn: next })).toEqual({ kind: 'saved' })
  expect(await tasks(carla, luz)).toEqual([['incident-open', cesar.id]])
  expect(await tasks(carla, luz, NOW + 2 * DAY_MS)).toEqual([['incident-open', cesar.id]])
  expect(await tasks(carla, luz, NOW + 3 * DAY_MS)).toEqual([['incident', cesar.id]])
  await tell('none')
  expect(await steps(cesar, luz, { ends: true })).toEqual({ kind: 'saved' })
  expect(await tasks(carla, luz, NOW + 3 * DAY_MS)).toEqual([])
  const [one] = await read(incidentsQuery(luz.id, PROGRAMME))
  expect([one?.isOpen, one?.steps.length]).toEqual([false, 2])
  expect(await steps(carla, luz)).toEqual({ kind: 'meanwhile' })
})

test('whom it concerns is told nothing while it is open, and at its end what the rule says', async () => {
  const told = async (rule: IncidentTold, form: Partial<StepForm> = {}) => {
    const luz = await somebody()
    await tell(rule)
    await writes(carla, luz)
    await steps(carla, luz)
    expect(await listNotes(luz.id, null, 'shared')).toEqual([])
    const answer = await steps(carla, luz, { ends: true, text: 'A second mentor joins.', ...form })
    if (answer.kind === 'refused') return answer.problems
    return (await listNotes(luz.id, null, 'shared')).map(({ text }) => text)
  }
  expect(await told('whole')).toEqual(['A second mentor joins.'])
  expect(await told('none')).toEqual([])
  expect(await told('outline')).toEqual(['told-missing'])
  expect(await told('outline', { told: 'It is settled.' })).toEqual(['It is settled.'])
})

test('of two steps at once the second is told, and the same form twice is one', async () => {
  const luz = await somebody()
  const id = newId(NOW)
  for (const _ of [1, 2]) expect(await writes(carla, luz, { id })).toEqual({ kind: 'saved' })
  expect(await read(incidentsQuery(luz.id, PROGRAMME))).toHaveLength(1)
  expect(await steps(carla, luz)).toEqual({ kind: 'saved' })
  expect(await steps(cesar, luz, { seen: 0 })).toEqual({ kind: 'meanwhile' })
})

test('what is missing or makes no sense is refused in words', async () => {
  const luz = await somebody()
  const wrong = { kind: null, text: ' ', happenedOn: plusDays(TODAY, 1), owner: 'x', nextOn: TODAY }
  expect(await writes(carla, luz, wrong)).toEqual({
    kind: 'refused',
    problems: ['kind-missing', 'day-future', 'text-missing', 'owner-missing', 'again-past'],
  })
  for (const happenedOn of ['', 'x', '2026-02-30', '0001-01-01'])
    expect(await writes(carla, luz, { happenedOn })).toEqual({
      kind: 'refused',
      problems: ['day-malformed'],
    })
  await writes(carla, luz)
  const both = { ends: true, nextOn: plusDays(TODAY, 3), told: 'x' }
  expect(await steps(carla, luz, both)).toEqual({ kind: 'refused', problems: ['ends-or-day'] })
})

test('it is closed to whom it concerns, to observers and to other programmes, also when they coordinate', async () => {
  const luz = await somebody()
  await writes(carla, luz)
  const { gwen, oscar, ray } = platform.cast
  for (const by of [gwen, oscar, ray, { ...carla, id: luz.id }]) {
    expect(await writes(by, luz)).toEqual(NOT_ALLOWED)
    expect(await steps(by, luz)).toEqual(NOT_ALLOWED)
    if (by.id === luz.id) expect(await tasks(by, luz)).toEqual([])
  }
})
