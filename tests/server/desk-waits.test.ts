/** What waits about applications and invitations is on the work list when it is due, and leaves it when it is done. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { insertAccountJoin, insertJoin } from '#db/application-joins.ts'
import { read, rows, write, type Query } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { staleWaitsQuery } from '#db/desk-waits.ts'
import { tasksQuery, taskQuery, waitingQuery, type Task, type TaskWish } from '#db/tasks.ts'
import { DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { OUTCOMES } from '#domain/people/application.ts'
import { waitOfApplication, waitOfInvitation, type Wait } from '#domain/people/waits.ts'
import {
  APPLICATION_REASONS,
  INVITATION_REASONS,
  type WaitReason,
} from '#domain/readiness/attention.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { handOver, seenOf } from '#server/tasks/hand-over.ts'
import { handedTasksQuery } from '#db/hand-over.ts'
import { showTask } from '#server/show/coordinate/task.ts'
import { holdTask, type HoldForm } from '#server/tasks/hold-task.ts'
import { newId } from '#server/trail/new-id.ts'
import { runs } from '#tests/runs.ts'
import { also } from '#tests/cast.ts'
import { insert, NOW } from './lives.ts'
import { openPlatform, type Platform } from './platform.ts'

const PROGRAMME = 'kidney'
const WAIT_REASONS = [...APPLICATION_REASONS, ...INVITATION_REASONS] as const
let platform: Platform
let carla: Person
let cesar: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
})
afterAll(() => platform.close())
beforeEach(async () => {
  await write([
    'DELETE FROM outbox',
    'DELETE FROM links',
    'DELETE FROM first_talks',
    'DELETE FROM applications',
  ])
})

const today = (now: number) => momentOf(PROGRAMME, now).today
const offers = (id: string, at = NOW - 9 * DAY_MS, name = 'Abe'): Query =>
  insert('applications', {
    ...{ id, programme: PROGRAMME, name, contact: 'abe@example.org', language: 'en' },
    ...{ answers: '{}', sent_at: at, folded: name.toLowerCase() },
  })
const talks = (application: string, at: number, outcome: string, again: string | null): Query =>
  insert('first_talks', {
    ...{ id: newId(at), application, coordinator: carla.id, at, outcome, message: 'x' },
    ...{ internal_note: '', again_on: again },
  })
const invites = (id: string, at: number, more: object = {}): Query =>
  insert('links', {
    ...{ id, kind: 'invitation', role: 'trainee', programme: PROGRAMME, language: 'en' },
    ...{ name: 'Bea', email: 'bea@example.org', created_by: carla.id, created_at: at },
    ...{ expires_at: at + 30 * DAY_MS, asked_by: '', ...more },
  })
const mails = (link: string, at: number, more: object): Query =>
  insert('outbox', {
    ...{ id: newId(at), recipient: 'bea@example.org', subject: 's', text: 't', created_at: at },
    ...{ next_try_at: at, link, created_by: carla.id, programme: PROGRAMME, ...more },
  })

async function list(by: Person, now = NOW, wish: Partial<TaskWish> = {}): Promise<Task[]> {
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
  const whole = { programme: PROGRAMME, viewer: by.id, mayDecide: true, whose: 'open' } as const
  const all = await read(
    tasksQuery({ ...whole, reason: null, cohort: '', page: 1, ...wish }, today(now)),
  )
  return all.filter(({ reason }) => WAIT_REASONS.some((one) => one === reason))
}
const said = async (...asked: Parameters<typeof list>): Promise<string[]> =>
  (await list(...asked)).map(({ name, reason }) => `${name}: ${reason}`)

describe('an application', () => {
  test('waits for a first talk at once, again on the day that was said, then for the invitation, and is over when they are invited', async () => {
    const id = newId(NOW)
    await write([offers(id)])
    expect(await said(carla)).toEqual(['Abe: application'])
    const again = plusDays(today(NOW), 3)
    await write([talks(id, NOW, 'later', again)])
    expect(await said(carla)).toEqual([])
    expect(await said(carla, NOW + 2 * DAY_MS)).toEqual([])
    expect(await said(carla, NOW + 3 * DAY_MS)).toEqual(['Abe: again'])
    await write([talks(id, NOW + 1, 'invite', null)])
    expect(await said(carla)).toEqual(['Abe: to-invite'])
    await write([invites('L1', NOW, { application: id, name: 'Abe' })])
    expect(await said(carla)).toEqual([])
    await write([`UPDATE links SET withdrawn_at = 1 WHERE id = 'L1'`])
    expect(await said(carla)).toEqual(['Abe: to-invite'])
    await write([talks(id, NOW + 2, 'other-ways', null)])
    expect(await said(carla)).toEqual([])
  })

  test('is everybody’s until somebody talked with them, and then theirs while they coordinate', async () => {
    const id = newId(NOW)
    await write([offers(id)])
    expect((await list(cesar))[0]?.owner).toBeNull()
    await write([talks(id, NOW, 'invite', null)])
    expect((await list(carla, NOW, { whose: 'mine' })).map(({ name }) => name)).toEqual(['Abe'])
    expect(await said(cesar)).toEqual([])
    const role = `WHERE person = '${carla.id}' AND programme = '${PROGRAMME}'`
    await write([`UPDATE roles SET archived_at = 1 ${role}`])
    expect(await said(cesar)).toEqual(['Abe: to-invite'])
    await write([`UPDATE roles SET archived_at = NULL ${role}`])
    expect(await said(cesar)).toEqual([])
  })
})

describe('an invitation', () => {
  test('waits five days before its end and after it, until it is used, made again or withdrawn', async () => {
    await write([invites('L1', NOW)])
    expect(await said(carla, NOW + 24 * DAY_MS)).toEqual([])
    for (const days of [25, 31, 300])
      expect(await said(carla, NOW + days * DAY_MS)).toEqual(['Bea: invitation'])
    // A clock that is set back.
    expect(await said(carla)).toEqual([])
    await write([`UPDATE links SET used_at = 1 WHERE id = 'L1'`])
    expect(await said(carla, NOW + 31 * DAY_MS)).toEqual([])
  })

  test('whose mail was refused waits at once, and once it has ended for that', async () => {
    await write([invites('L1', NOW), mails('L1', NOW, { problem: 'x', refused_at: NOW })])
    expect(await said(carla)).toEqual(['Bea: mail'])
    expect(await said(carla, NOW + 31 * DAY_MS)).toEqual(['Bea: invitation'])
    await write([`UPDATE outbox SET problem = '', sent_at = 2 WHERE link = 'L1'`])
    expect(await said(carla)).toEqual([])
  })

  test('of a colleague with a right of their own is not the coordinators’', async () => {
    await write([invites('L1', NOW - 40 * DAY_MS, { role: 'coordinator' })])
    expect(await said(carla)).toEqual([])
  })
})

test('its page is found by the id of a link, which is no person’s', async () => {
  const id = 'ab'.repeat(32)
  await write([invites(id, NOW - 40 * DAY_MS)])
  const shown = (by: Person) => showTask(by, id, 'invitation', 'en', NOW)
  expect(await shown(carla)).toMatchObject({ about: { name: 'Bea' }, task: { name: 'Bea' } })
  expect(await shown(platform.cast.gwen)).toBeNull()
  expect(await shown(platform.cast.oscar)).toBeNull()
})

async function holds(by: Person, subject: string, form: Partial<HoldForm>, now = NOW) {
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
  const viewer = { programme: PROGRAMME, viewer: by.id, mayDecide: true }
  const task = await read(taskQuery(viewer, subject, 'application', today(now)))
  if (!task) throw new Error('nothing waits')
  const whole = { id: newId(now), act: null, to: '', untilOn: '', why: '', seen: 0, ...form }
  return holdTask(by, { id: subject, programme: PROGRAMME }, task, whole, today(now), now)
}

test('it is taken, handed on and put off like everything else, counted, and forgotten with its application', async () => {
  const id = newId(NOW)
  await write([offers(id)])
  expect(await holds(carla, id, { act: 'take' })).toEqual({ kind: 'saved' })
  expect(await said(cesar)).toEqual([])
  expect(await holds(cesar, id, { act: 'take' })).toEqual({ kind: 'meanwhile' })
  expect(await holds(carla, id, { act: 'hand', to: cesar.id, seen: 1 }, NOW + 1)).toEqual({
    kind: 'saved',
  })
  expect(await said(cesar, NOW, { whose: 'mine' })).toEqual(['Abe: application'])
  const between = { programme: PROGRAMME, from: cesar.id, to: carla.id, by: carla.id }
  const theirs = await read(handedTasksQuery(between))
  expect(theirs.map(({ name }) => name)).toEqual(['Abe'])
  const form = { from: cesar.id, to: carla.id, forGood: false, why: '', seen: seenOf(theirs, []) }
  expect(await handOver(carla, PROGRAMME, form, NOW + 2)).toMatchObject({ kind: 'saved', tasks: 1 })
  const off = { act: 'put-off', why: 'Away', untilOn: plusDays(today(NOW), 3), seen: 3 } as const
  expect(await holds(carla, id, off, NOW + 3)).toEqual({ kind: 'saved' })
  expect(await said(carla)).toEqual([])
  expect(await said(carla, NOW + 3 * DAY_MS)).toEqual(['Abe: application'])
  const looks = [{ programme: PROGRAMME, viewer: carla.id, mayDecide: true, today: today(NOW) }]
  const counted = async () => (await read(waitingQuery(looks))).get(PROGRAMME)?.applicants
  expect(await counted()).toBe(0)
  await holds(carla, id, { act: 'give-back', seen: 4 }, NOW + 4)
  expect(await counted()).toBe(1)
  for (const other of [platform.cast.oscar, platform.cast.nadia])
    expect(await holdTask(other, { id, programme: PROGRAMME }, ...ONE)).toEqual(NOT_ALLOWED)
  const elsewhere = { id, programme: 'long-term' }
  expect(await holdTask(platform.cast.cesar, elsewhere, ...ONE)).toEqual(NOT_ALLOWED)
  await write([{ sql: 'DELETE FROM applications WHERE id = ?', args: [id] }])
  for (const table of ['tasks', 'task_holds'])
    expect(await platform.rows(`SELECT * FROM ${table} WHERE person = ?`, id)).toEqual([])
})
const ONE = [
  { reason: 'application', since: 0 },
  {
    id: '019a0000-0000-7000-8000-000000000001',
    act: 'take',
    to: '',
    untilOn: '',
    why: '',
    seen: 9,
  },
  today(NOW),
  NOW,
] as const

test('who only observes sees none of it', async () => {
  await write([offers(newId(NOW)), invites('L1', NOW - 40 * DAY_MS)])
  expect(await said(carla)).toHaveLength(2)
  expect(await list(platform.cast.oscar, NOW, { mayDecide: false, whose: 'all' })).toEqual([])
})

const talk = fc.record({
  ago: fc.integer({ min: 0, max: 40 }),
  outcome: fc.constantFrom(...OUTCOMES),
  again: fc.option(fc.integer({ min: -3, max: 9 }), { nil: null }),
})
const link = fc.record({
  ago: fc.integer({ min: 0, max: 40 }),
  used: fc.constantFrom(false, false, false, true),
  withdrawn: fc.constantFrom(false, false, true),
})
const applied = fc.record({
  talks: fc.array(talk, { maxLength: 3 }),
  joined: fc.constantFrom(null, null, null, 'application', 'account'),
  links: fc.array(link, { maxLength: 2 }),
  mail: fc.constantFrom('none', 'waits', 'refused', 'sent'),
})

test('whatever happened, nothing due is absent and nothing done stays, through changes and time', async () => {
  const lives = fc.sample(applied, { numRuns: runs(120, 600), seed: 20261201 })
  const all: Record<string, (now: number) => Wait | null> = {}
  const seen = new Set<WaitReason>()
  const first = newId(NOW)
  await write([offers(first)])
  all[first] = () => ({ reason: 'application', since: NOW - 9 * DAY_MS })
  const happens = (of: (typeof lives)[number]): Query[] => {
    const id = newId(NOW)
    const said = of.talks.map((one) => ({
      at: NOW - one.ago * DAY_MS - 1,
      outcome: one.outcome,
      againOn:
        one.outcome === 'later' && one.again !== null ? plusDays(today(NOW), one.again) : null,
    }))
    const latest = said.toSorted((a, b) => b.at - a.at)[0] ?? null
    const tied = said.filter(({ at }) => at === latest?.at).length > 1
    const sentAt = NOW - 50 * DAY_MS
    const made = of.links.map((one, at) => ({
      ...{ id: newId(NOW), createdAt: NOW - one.ago * DAY_MS },
      ...{ expiresAt: NOW - one.ago * DAY_MS + 30 * DAY_MS },
      ...{ usedAt: one.used ? NOW : null, withdrawnAt: one.withdrawn ? NOW : null },
      mail:
        of.mail === 'none' || at > 0
          ? null
          : {
              ...{ createdAt: NOW - one.ago * DAY_MS, sentAt: of.mail === 'sent' ? NOW : null },
              problem: of.mail === 'refused' ? 'x' : '',
            },
    }))
    if (tied) return []
    all[id] = (now) =>
      waitOfApplication(
        {
          ...{ sentAt, isJoined: of.joined !== null, talk: latest },
          isInvited: made.some(({ withdrawnAt }) => withdrawnAt === null),
        },
        today(now),
      )
    for (const one of made) all[one.id] = (now) => waitOfInvitation(one, one.mail, now)
    return [
      offers(id, sentAt),
      ...said.map((one) => talks(id, one.at, one.outcome, one.againOn)),
      ...(of.joined === 'application'
        ? insertJoin({ application: id, into: first, by: carla.id, at: NOW })
        : []),
      ...(of.joined === 'account'
        ? [insertAccountJoin({ application: id, person: carla.id, by: carla.id, at: NOW })]
        : []),
      ...made.flatMap((one) => [
        invites(one.id, one.createdAt, {
          ...{ application: id, used_at: one.usedAt, withdrawn_at: one.withdrawnAt },
        }),
        ...(one.mail
          ? [
              mails(one.id, one.mail.createdAt, {
                ...{ sent_at: one.mail.sentAt, problem: one.mail.problem },
              }),
            ]
          : []),
      ]),
    ]
  }
  const look = async (now: number) => {
    await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
    const kept = await read(
      rows(
        sql`SELECT person, reason, since FROM tasks WHERE reason IN (SELECT value FROM json_each(${JSON.stringify(WAIT_REASONS)}))`,
        { person: z.string(), reason: z.enum(WAIT_REASONS), since: z.number() },
      ),
    )
    const ruled = Object.entries(all).flatMap(([id, rule]) => {
      const wait = rule(now)
      return wait ? [`${id} ${wait.reason} ${wait.since}`] : []
    })
    for (const { reason } of kept) seen.add(reason)
    expect(kept.map((one) => `${one.person} ${one.reason} ${one.since}`).toSorted()).toEqual(
      ruled.toSorted(),
    )
    // What is computed waits for nothing before the clock or a row says so.
    expect(await read(staleWaitsQuery(PROGRAMME, now))).toEqual([])
  }
  for (const later of [0, 1, 2, 3, 9, 25, 31, 60, 0]) {
    await write(lives.splice(0, Math.ceil(lives.length / 4)).flatMap(happens))
    await look(NOW + later * DAY_MS)
  }
  expect([...seen].toSorted()).toEqual([...WAIT_REASONS].toSorted())
})

test('every table that the rule reads says by triggers when something is out of date', async () => {
  const triggers = (
    await platform.rows(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
  ).map(({ name }) => name)
  for (const table of [
    'applications',
    'first_talks',
    'application_joins',
    'application_accounts',
    'links',
    'outbox',
  ])
    for (const act of ['insert', 'update', 'delete'])
      expect(triggers).toContain(`desk_${table}_${act}`)
})
