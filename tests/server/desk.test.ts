/** The desk's verbs and models, asked directly by somebody who may not; and by two coordinators at once (C12). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findApplication, type SeenApplication } from '#db/applications.ts'
import { listCohorts, type CohortRow } from '#db/cohorts.ts'
import {
  findGroupSession,
  type GroupSessionFacts,
  type GroupSessionRow,
} from '#db/group-sessions.ts'
import { findMessage, type Message } from '#db/replies.ts'
import { openForm } from '#server/forms/open-form.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Mark } from '#domain/people/group-session.ts'
import type { Person } from '#domain/people/person.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { answerMessage } from '#server/readiness/answer-message.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { apply } from '#server/people/apply.ts'
import { checkInvitationList } from '#server/people/check-invitation-list.ts'
import { archiveCohort, makeCohort, renameCohort } from '#server/people/cohorts.ts'
import {
  cancelGroupSession,
  changeGroupSession,
  planGroupSession,
} from '#server/people/group-sessions.ts'
import { markAttendance } from '#server/people/mark-attendance.ts'
import { typedStart, type GroupSessionForm } from '#server/people/read-group-session.ts'
import { signUpOthers, takeOutOfSession } from '#server/people/sign-up-others.ts'
import { invite } from '#server/people/invite.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { recordFirstTalk } from '#server/people/record-first-talk.ts'
import { showApplication } from '#server/show/coordinate/application.ts'
import { showApplications } from '#server/show/coordinate/applications.ts'
import { showCohorts } from '#server/show/coordinate/cohorts.ts'
import { showGroupSession } from '#server/show/coordinate/group-session.ts'
import { showGroupSessions } from '#server/show/coordinate/group-sessions.ts'
import { showHome } from '#server/show/coordinate/home.ts'
import { showInbox } from '#server/show/coordinate/inbox.ts'
import { showInvitations } from '#server/show/coordinate/invitations.ts'
import { showInvite } from '#server/show/coordinate/invite.ts'
import { showMessage } from '#server/show/coordinate/message.ts'
import { showPeople } from '#server/show/coordinate/people.ts'
import { showPerson } from '#server/show/coordinate/person.ts'
import { exportRegister } from '#server/register/export-register.ts'
import { showLeft, showRegister } from '#server/show/coordinate/register.ts'
import { showAcross } from '#server/show/manage/across.ts'
import { showReport } from '#server/show/coordinate/report.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
let cohort: CohortRow
let session: GroupSessionRow
let application: SeenApplication
let message: Message
const COHORT = newId(NOW)
const SESSION = newId(NOW)
const APPLICATION = newId(NOW)
const MESSAGE = newId(NOW)
/** By the minute, as its form says it. */
const planned = {
  title: 'Tea',
  place: 'Room 2',
  minutes: 90,
  startsAt: NOW - (NOW % 60_000) + 86_400_000,
  ...({ kind: 'training', cohort: null, places: null } as const),
}
/** When people are there. */
const WHEN = planned.startsAt + 60_000
const typed = ({ startsAt, minutes, title, place }: GroupSessionFacts): GroupSessionForm => ({
  title,
  place,
  minutes: String(minutes),
  ...typedStart(startsAt, timeZoneOf('kidney')),
})

const cohortNow = async (): Promise<CohortRow> => {
  const row = (await listCohorts(['kidney'])).find(({ id }) => id === COHORT)
  if (!row) throw new Error('no cohort')
  return row
}
const sessionNow = async (): Promise<GroupSessionRow> => {
  const row = await findGroupSession(SESSION, ['kidney'])
  if (!row) throw new Error('no session')
  return row
}

beforeAll(async () => {
  platform = await openPlatform()
  const { carla, ray } = platform.cast
  await makeCohort(carla, 'kidney', COHORT, 'Spring', NOW)
  await planGroupSession(carla, 'kidney', SESSION, typed(planned), NOW)
  const offer = {
    id: APPLICATION,
    name: 'Rosa',
    contact: 'rosa@example.org',
    why: 'Because',
    experience: 'Ten years',
    areas: [],
    notAreas: [],
    languages: 'English',
    times: 'Mornings',
    access: '',
    agreed: true,
  }
  await apply('kidney', 'en', offer, '192.0.2.1', NOW)
  await askCoordinator(await learnerOf(ray), { id: MESSAGE, page: '/learn', text: 'May I?' }, NOW)
  const found = await findApplication(APPLICATION, ['kidney'])
  const asked = await findMessage(MESSAGE)
  if (!found || !asked) throw new Error('not made')
  ;[cohort, session, application, message] = [await cohortNow(), await sessionNow(), found, asked]
})
afterAll(() => platform.close())

const everybodyBut = (...may: Name[]): Name[] =>
  (['ana', 'carla', 'gwen', 'oscar', 'ray', 'joyce'] as const).filter((name) => !may.includes(name))
const audits = async (): Promise<number> => (await platform.rows('SELECT id FROM audit')).length
const nobody = { name: 'Tom', email: '', language: 'en', cohort: null } as const
const invites = (role: 'trainee' | 'observer' | 'coordinator' | 'administrator') => (by: Person) =>
  invite(
    by,
    { role, programme: 'kidney', people: [nobody], batch: newId(NOW) },
    () => ({ subject: '', text: '' }),
    NOW,
  )

type Ask = (by: Person) => Promise<unknown>

/** What coordinators of kidney do, and nobody else. */
const VERBS: Readonly<Record<string, Ask>> = {
  'make a cohort': (by) => makeCohort(by, 'kidney', newId(NOW), 'Autumn', NOW),
  'rename a cohort': (by) => renameCohort(by, cohort, { name: 'May', was: 'Spring' }, NOW),
  'archive a cohort': (by) => archiveCohort(by, cohort, true, NOW),
  'plan a group session': (by) => planGroupSession(by, 'kidney', newId(NOW), typed(planned), NOW),
  'change a group session': (by) =>
    changeGroupSession(
      by,
      session,
      { form: typed({ ...planned, place: 'Room 3' }), was: planned },
      NOW,
    ),
  'cancel a group session': (by) => cancelGroupSession(by, session, true, NOW),
  'mark who came': (by) => {
    const { ray } = platform.cast
    return markAttendance(by, session, [{ person: ray.id, was: 'none', is: 'came' }], WHEN)
  },
  'sign somebody up': (by) => signUpOthers(by, session, [platform.cast.ray.id], NOW),
  'take somebody out': (by) => takeOutOfSession(by, session, platform.cast.ray.id, NOW),
  'write down a first talk': (by) =>
    recordFirstTalk(
      by,
      application,
      {
        id: newId(NOW),
        outcome: 'invite',
        message: 'Come',
        internalNote: '',
        againOn: '',
        seen: 0,
      },
      NOW,
    ),
  'answer a question': (by) =>
    answerMessage(
      by,
      { id: platform.cast.ray.id, programme: 'kidney' },
      english,
      message,
      { id: newId(NOW), text: 'Yes.', accepted: null, lesson: '', seen: 0 },
      NOW,
    ),
  'invite a trainee': invites('trainee'),
  'invite an observer': invites('observer'),
  'check a list of people': (by) =>
    checkInvitationList(by, 'Tom', { programme: 'kidney', language: 'en' }, NOW),
  'save the register': (by) => exportRegister(by, 'kidney', ANYBODY, 'json', 'en', NOW),
}

test('a group session that nobody could come to is refused by whoever is asked to plan or change it', async () => {
  const { carla } = platform.cast
  const form = { title: ' ', place: 'Room 2', day: '2027-03-14', time: '02:30', which: '' }
  const refused = { kind: 'refused', problems: ['title-missing', 'time-skipped'] }
  const id = newId(NOW)
  expect(await planGroupSession(carla, 'kidney', id, form, NOW)).toEqual(refused)
  expect(await findGroupSession(id, ['kidney'])).toBeNull()
  expect(await changeGroupSession(carla, session, { form, was: planned }, NOW)).toEqual(refused)
  expect(await findGroupSession(SESSION, ['kidney'])).toMatchObject(planned)
})

describe('only coordinators of the programme', () => {
  test.each(Object.entries(VERBS))('%s', async (_, ask) => {
    const before = await audits()
    for (const name of everybodyBut('carla'))
      expect(await ask(platform.cast[name]), name).toEqual(NOT_ALLOWED)
    expect(await audits()).toBe(before)
    expect(await cohortNow()).toEqual(cohort)
    expect(await sessionNow()).toEqual(session)
  })
})

test('coordinators are invited by administrators alone, administrators by nobody', async () => {
  const before = await audits()
  for (const name of everybodyBut('ana'))
    expect(await invites('coordinator')(platform.cast[name]), name).toEqual(NOT_ALLOWED)
  for (const name of everybodyBut())
    expect(await invites('administrator')(platform.cast[name]), name).toEqual(NOT_ALLOWED)
  expect(await audits()).toBe(before)
  expect(await invites('coordinator')(platform.cast.ana)).toMatchObject({ kind: 'made' })
})

const asked = { programme: 'kidney', page: 1, language: 'en' } as const
const none = {
  tab: null,
  search: null,
  cohort: null,
  reason: null,
  whose: null,
  state: null,
  role: null,
}

/** Models of pages, asked by somebody for whom the page is not there. */
const SHOWN: Readonly<Record<string, Ask>> = {
  inbox: (by) => showInbox(by, { ...asked, tab: null, person: null }, NOW),
  'a question': (by) => showMessage(by, MESSAGE, false, NOW),
  people: (by) => showPeople(by, { ...asked, ...none }),
  'a person': (by) => showPerson(by, platform.cast.ray.id, 'kidney', 'en', NOW),
  invitations: (by) =>
    showInvitations(
      by,
      { programmes: ['kidney'], roles: ['trainee'] },
      { state: null, page: 1 },
      NOW,
    ),
  'an offer to invite': (by) => showInvite(by, APPLICATION),
  applications: (by) => showApplications(by, { ...asked, state: null }, NOW),
  'an application': (by) => showApplication(by, APPLICATION, NOW),
  cohorts: (by) => showCohorts(by, 'kidney', 'en'),
  'group sessions': (by) => showGroupSessions(by, 'kidney', { ...asked, past: false }, NOW),
  'a group session': (by) =>
    showGroupSession(by, SESSION, { ...asked, cohort: null, search: null }, NOW),
  register: (by) => showRegister(by, 'kidney', { ...asked, wish: ANYBODY }, NOW),
  'who left': (by) => showLeft(by, 'kidney', { why: null, page: 1 }, NOW),
  'a report': (by) =>
    showReport(by, { ...asked, report: null, cohort: null, from: null, to: null }, NOW),
}

test.each(Object.entries(SHOWN))('the model of %s is only the coordinators’', async (_, ask) => {
  const before = await audits()
  for (const name of everybodyBut('carla')) expect(await ask(platform.cast[name]), name).toBeNull()
  expect(await audits()).toBe(before)
  expect(await ask(platform.cast.carla)).not.toBeNull()
})

test('the reports over all programmes are only an administrator’s', async () => {
  const wish = { report: null, year: null, language: 'en' } as const
  for (const name of everybodyBut('ana'))
    expect(await showAcross(platform.cast[name], wish, NOW), name).toBeNull()
  expect(await showAcross(platform.cast.ana, wish, NOW)).not.toBeNull()
})

test('the home is there for who coordinates or observes, and shows no other programme', async () => {
  const home = (by: Person) =>
    showHome(by, { ...asked, ...none, programme: 'long-term', search: null }, NOW)
  for (const name of ['ana', 'ray', 'joyce'] as const)
    expect(await home(platform.cast[name]), name).toBeNull()
  for (const name of ['carla', 'oscar'] as const)
    expect((await home(platform.cast[name]))?.wish.programme, name).toBe('kidney')
})

describe('C12: two coordinators', () => {
  test('rename a cohort: the second is told, and having seen it may rename it again', async () => {
    const { carla, cesar } = platform.cast
    const was = 'Spring'
    expect(await renameCohort(carla, cohort, { name: 'April', was }, NOW)).toEqual({
      kind: 'saved',
    })
    expect(await renameCohort(cesar, cohort, { name: 'Mayo', was }, NOW)).toEqual({
      kind: 'meanwhile',
    })
    expect((await cohortNow()).name).toBe('April')
    // The same form sent twice is no other one's.
    expect(await renameCohort(carla, cohort, { name: 'April', was }, NOW)).toEqual({
      kind: 'saved',
    })
    const seen = { name: 'Mayo', was: 'April' }
    expect(await renameCohort(cesar, cohort, seen, NOW)).toEqual({ kind: 'saved' })
    expect((await cohortNow()).name).toBe('Mayo')
  })

  test('change a group session: the second is told, and nothing of the first is lost', async () => {
    const { carla, cesar } = platform.cast
    const carlas = { ...planned, place: 'Room 9' }
    const cesars = { ...planned, startsAt: planned.startsAt + 3_600_000 }
    const change = (by: Person, read: GroupSessionFacts, was: GroupSessionFacts | null) =>
      changeGroupSession(by, session, { form: typed(read), was }, NOW)
    expect(await change(carla, carlas, planned)).toEqual({ kind: 'saved' })
    expect(await change(cesar, cesars, planned)).toEqual({ kind: 'meanwhile' })
    // A form that does not say what it showed overwrites nothing either.
    expect(await change(cesar, cesars, null)).toEqual({ kind: 'meanwhile' })
    expect(await sessionNow()).toMatchObject(carlas)
    expect(await change(cesar, cesars, carlas)).toEqual({ kind: 'saved' })
  })

  test('mark who came: what the other one ticked meanwhile stays', async () => {
    const { carla, cesar, ray, nadia } = platform.cast
    const list = { ...asked, cohort: null, search: null }
    const marks = async (): Promise<unknown> =>
      (await showGroupSession(carla, SESSION, list, WHEN))?.expected.map((one) => [
        one.name,
        one.mark,
        one.markedBy,
      ])
    const mark = (by: Person, { id }: Person, was: Mark, is: Mark) =>
      markAttendance(by, session, [{ person: id, was, is }], WHEN)
    expect(await mark(carla, ray, 'none', 'came')).toEqual({ kind: 'saved' })
    expect(await mark(cesar, nadia, 'none', 'absent')).toEqual({ kind: 'saved' })
    expect(await marks()).toEqual([
      ['Nadia', 'absent', 'César'],
      ['Ray', 'came', 'Carla'],
    ])
    // Of the same person something different: the second is asked, and nothing of theirs is saved.
    const both = [
      { person: ray.id, was: 'none', is: 'absent' },
      { person: nadia.id, was: 'absent', is: 'came' },
    ] as const
    expect(await markAttendance(cesar, session, both, WHEN)).toEqual({ kind: 'meanwhile' })
    // The same twice is no other one’s.
    expect(await mark(cesar, ray, 'none', 'came')).toEqual({ kind: 'saved' })
    expect(await marks()).toEqual([
      ['Nadia', 'absent', 'César'],
      ['Ray', 'came', 'Carla'],
    ])
    expect(await mark(carla, ray, 'came', 'none')).toEqual({ kind: 'saved' })
    expect(await mark(carla, nadia, 'absent', 'none')).toEqual({ kind: 'saved' })
    expect(await marks()).toEqual([])
  })

  test('nobody is marked before people arrive, nor where it was called off', async () => {
    const { carla, ray } = platform.cast
    const marks = [{ person: ray.id, was: 'none', is: 'came' }] as const
    const early = planned.startsAt - 3_600_001
    expect(await markAttendance(carla, session, marks, early)).toEqual({
      kind: 'refused',
      why: 'too-early',
    })
    const off = { ...session, cancelledAt: NOW }
    expect(await markAttendance(carla, off, marks, WHEN)).toEqual({
      kind: 'refused',
      why: 'cancelled',
    })
  })
})

describe('what the page showed is not believed: the database is asked when it is written', () => {
  test('archive a cohort, cancel a session: written once, whoever presses again', async () => {
    const { carla, cesar } = platform.cast
    const before = await audits()
    for (const archived of [true, false]) {
      expect(await archiveCohort(carla, cohort, archived, NOW)).toEqual({ kind: 'saved' })
      expect(await archiveCohort(cesar, cohort, archived, NOW + 1)).toEqual({ kind: 'saved' })
      expect((await cohortNow()).archivedAt).toBe(archived ? NOW : null)
    }
    for (const cancelled of [true, false]) {
      expect(await cancelGroupSession(carla, session, cancelled, NOW)).toEqual({ kind: 'saved' })
      expect(await cancelGroupSession(cesar, session, cancelled, NOW + 1)).toEqual({
        kind: 'saved',
      })
      expect((await sessionNow()).cancelledAt).toBe(cancelled ? NOW : null)
    }
    expect(await audits()).toBe(before + 4)
  })

  test('what is said to be of one’s own programme and is of another is refused, and so is whoever is no trainee here', async () => {
    const { gwen, carla, ray, joyce, oscar } = platform.cast
    const before = await audits()
    const [theirs, their] = [
      { ...cohort, programme: 'long-term' },
      { ...session, programme: 'long-term' },
    ]
    const marks = (person: Person) => [{ person: person.id, was: 'none', is: 'came' }] as const
    const refused = { kind: 'not-allowed' }
    expect(await archiveCohort(gwen, theirs, true, NOW)).toEqual(refused)
    expect(await cancelGroupSession(gwen, their, true, NOW)).toEqual(refused)
    expect(await markAttendance(gwen, their, marks(joyce), WHEN)).toEqual(refused)
    for (const elsewhere of [joyce, oscar, carla])
      expect(await markAttendance(carla, session, marks(elsewhere), WHEN)).toEqual(refused)
    expect((await cohortNow()).archivedAt).toBeNull()
    expect((await sessionNow()).cancelledAt).toBeNull()
    expect(await platform.rows('SELECT person FROM attendances')).toEqual([])
    expect(await audits()).toBe(before)
    expect(await markAttendance(carla, session, marks(ray), WHEN)).toEqual({ kind: 'saved' })
  })
})

test('a form is noted as open for its coordinators alone, and to nobody else it says who writes', async () => {
  const { carla, cesar } = platform.cast
  const about = newId(NOW)
  const open = (by: Person) => openForm(by, 'kidney', about, NOW)
  await open(cesar)
  for (const name of everybodyBut('carla'))
    expect([name, await open(platform.cast[name])]).toEqual([name, []])
  expect(await platform.rows('SELECT person FROM open_forms WHERE about = ?', about)).toEqual([
    { person: cesar.id },
  ])
  expect(await open(carla)).toMatchObject([{ name: 'César' }])
})

test('only who learns has a coordinator to ask', async () => {
  const { carla, ana, oscar, joyce } = platform.cast
  const ask = async (person: Person) =>
    askCoordinator(await learnerOf(person), { id: newId(NOW), page: '/learn', text: 'May I?' }, NOW)
  for (const one of [carla, ana, oscar]) expect(await ask(one)).toEqual(NOT_ALLOWED)
  expect(await ask(joyce)).toBe('saved')
})
