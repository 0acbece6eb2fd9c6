/** A danger has a person and an hour: nobody need be signed in for it to reach somebody. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { unansweredCallsQuery } from '#db/danger-calls.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { findProgrammeRules } from '#db/programme-rules.ts'
import { taskQuery, tasksQuery } from '#db/tasks.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { setProgrammeRules } from '#server/course/set-programme-rules.ts'
import { lookAfter } from '#server/people/look-after.ts'
import { takeStep, writeIncident } from '#server/reviews/write-incident.ts'
import { followUp, type FollowUpForm } from '#server/reviews/follow-up.ts'
import { callAboutDangers } from '#server/running/call-about-dangers.ts'
import { newId } from '#server/trail/new-id.ts'
import { dangerMail } from '#web/mail-words.ts'
import { also } from '#tests/cast.ts'
import { settings } from '#settings.ts'
import { openPlatform, type Platform } from './platform.ts'

vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  process.env['MAIL_FROM'] = 'alongside@example.org'
})

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 28, 12)
const PROGRAMME = 'kidney'
const ZONE = 'America/Chicago'
let platform: Platform
let carla: Person
let cesar: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
  const { ana } = platform.cast
  for (const [person, email] of [
    [carla, 'carla@example.org'],
    [ana, 'ana@example.org'],
    [platform.cast.oscar, 'oscar@example.org'],
    [platform.cast.gwen, 'gwen@example.org'],
  ] as const)
    await write([{ sql: 'UPDATE people SET email = ? WHERE id = ?', args: [email, person.id] }])
})
afterAll(() => platform.close())
beforeEach(() => write([{ sql: "DELETE FROM notes WHERE kind = 'concern'", args: [] }]))

async function worries(name: string, at = NOW): Promise<{ person: string; about: string }> {
  const [person, about] = [newId(at), newId(at)]
  await write([
    insertPerson({ id: person, signInName: person, name, language: 'en', createdAt: at }),
    insertRole({ person, role: 'trainee', programme: PROGRAMME, createdAt: at }),
    {
      sql: `INSERT INTO notes (id, person, programme, author, kind, text, written_at) VALUES (?, ?, ?, ?, 'concern', 'Her kidney clinic called.', ?)`,
      args: [about, person, PROGRAMME, carla.id, at],
    },
  ])
  return { person, about }
}
/** @returns recipients of the mails that this round wrote, in order */
async function round(now: number): Promise<string[]> {
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
  await callAboutDangers([PROGRAMME], dangerMail, now)
  const found = await platform.rows(
    'SELECT recipient, subject, text FROM outbox WHERE created_at = ? ORDER BY recipient',
    now,
  )
  for (const { subject, text } of found)
    expect(`${String(subject)} ${String(text)}`).not.toMatch(
      /Hal|Ivy|kidney|concern|clinic|health/i,
    )
  return found.map(({ recipient }) => String(recipient))
}
const says = (
  by: Person,
  { person, about }: { person: string; about: string },
  form: Partial<FollowUpForm>,
  now: number,
) =>
  followUp(
    by,
    { id: person, programme: PROGRAMME },
    { kind: 'concern', about },
    { id: newId(now), text: 'Called her.', againOn: '', seen: 0, ...form },
    dayAt(now, ZONE),
    now,
  )
const mine = async (by: Person, person: string, now: number) => {
  const { today } = momentOf(PROGRAMME, now)
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
  const wish = { programme: PROGRAMME, viewer: by.id, mayDecide: true, whose: 'mine' } as const
  return read(tasksQuery({ ...wish, reason: 'concern', cohort: '', person, page: 1 }, today))
}

describe('a danger that nobody says anything about', () => {
  test('goes to all coordinators and administrators after the programme’s hours, once, without a name', async () => {
    await worries('Hal')
    expect(await round(NOW + 4 * HOUR - 1)).toEqual([])
    expect(await round(NOW + 4 * HOUR)).toEqual(['ana@example.org', 'carla@example.org'])
    expect(await round(NOW + 4 * HOUR + 1)).toEqual([])
    expect((await read(unansweredCallsQuery())).get(PROGRAMME)).toBe(1)
  })

  test('is marked on the list from its hour until somebody answers', async () => {
    const { person, about } = await worries('Uma')
    const isPast = async (now: number) => {
      const { today } = momentOf(PROGRAMME, now)
      await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
      const viewer = { programme: PROGRAMME, viewer: carla.id, mayDecide: true }
      return (await read(taskQuery(viewer, person, 'concern', today)))?.isPastHour
    }
    await round(NOW + 4 * HOUR - 1)
    expect(await isPast(NOW + 4 * HOUR - 1)).toBe(false)
    await round(NOW + 4 * HOUR)
    expect(await isPast(NOW + 4 * HOUR)).toBe(true)
    await says(carla, { person, about }, { staysOpen: true }, NOW + 5 * HOUR)
    expect(await isPast(NOW + 5 * HOUR)).toBe(false)
  })

  test('goes out while nobody is signed in for two days, and when the server was off so long', async () => {
    await worries('Ivy')
    expect(await round(NOW + 2 * DAY_MS)).toEqual(['ana@example.org', 'carla@example.org'])
  })

  test('is one mail to each, about as many people as there are, from two servers at once too', async () => {
    await worries('Hal')
    await worries('Ivy')
    const later = NOW + 5 * HOUR
    await refreshDesk(PROGRAMME, momentOf(PROGRAMME, later))
    await Promise.all([1, 2].map(() => callAboutDangers([PROGRAMME], dangerMail, later + 7)))
    const texts = await platform.rows('SELECT text FROM outbox WHERE created_at = ?', later + 7)
    expect(texts).toHaveLength(2)
    expect(texts[0]?.['text']).toContain('2 people')
  })

  test('goes by the hours that the programme states, which are a whole number from 1 to 72', async () => {
    const { ana } = platform.cast
    const set = async (dangerHours: number) => {
      const { version, ...rules } = await findProgrammeRules(PROGRAMME)
      return setProgrammeRules(ana, PROGRAMME, { ...rules, dangerHours }, version, NOW + version)
    }
    for (const hours of [0, 73, 1.5, Number.NaN, -4])
      expect(await set(hours)).toEqual({ kind: 'refused', problem: 'hours-malformed' })
    expect(await set(72)).toEqual({ kind: 'saved' })
    await worries('Hal')
    expect(await round(NOW + 72 * HOUR - 1)).toEqual([])
    expect(await round(NOW + 72 * HOUR)).toHaveLength(2)
    expect(await set(4)).toEqual({ kind: 'saved' })
  })

  test('waits for a mail server, and is told when there is one', async () => {
    await worries('Hal')
    const kept = settings().mail
    Object.assign(settings(), { mail: null })
    expect(await round(NOW + 5 * HOUR + 11)).toEqual([])
    expect((await read(unansweredCallsQuery())).get(PROGRAMME)).toBe(1)
    Object.assign(settings(), { mail: kept })
    expect(await round(NOW + 6 * HOUR + 11)).toHaveLength(2)
    expect(await round(NOW + 7 * HOUR + 11)).toEqual([])
  })
})

test('an incident without a first step goes by mail as well, and no more once there is one', async () => {
  const at = NOW + 90 * DAY_MS
  const { person } = await worries('Hal', at)
  await write([{ sql: "DELETE FROM notes WHERE kind = 'concern'", args: [] }])
  const trainee = { id: person, programme: PROGRAMME }
  const today = dayAt(at, ZONE)
  const form = { id: newId(at), kind: 'incident', happenedOn: today, text: 'x' } as const
  await writeIncident(carla, trainee, { ...form, owner: carla.id, nextOn: '' }, today, at)
  expect(await round(at + 4 * HOUR - 1)).toEqual([])
  expect(await round(at + 4 * HOUR)).toHaveLength(2)
  const unanswered = async () => (await read(unansweredCallsQuery())).get(PROGRAMME)
  expect(await unanswered()).toBe(1)
  const step = { id: newId(at), about: form.id, text: 'x', owner: carla.id, nextOn: '' }
  const rest = { ends: false, told: '', seen: 0 }
  await takeStep(cesar, trainee, { ...step, ...rest }, today, at + 5 * HOUR)
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, at + 5 * HOUR))
  expect(await unanswered()).toBeUndefined()
  expect(await round(at + 9 * HOUR)).toEqual([])
})

describe('saying what was done about a danger', () => {
  test('ends the call, and what goes on stays at the top with who looks after it', async () => {
    const hal = await worries('Hal')
    expect(await says(cesar, hal, { text: ' ' }, NOW)).toEqual({
      kind: 'refused',
      problems: ['text-missing'],
    })
    const both = { staysOpen: true, againOn: plusDays(dayAt(NOW, ZONE), 3) }
    expect(await says(cesar, hal, both, NOW)).toEqual({
      kind: 'refused',
      problems: ['stays-or-day'],
    })
    await mine(cesar, hal.person, NOW)
    expect(await says(cesar, hal, { staysOpen: true }, NOW + 1)).toEqual({ kind: 'saved' })
    expect(await mine(cesar, hal.person, NOW + 2)).toHaveLength(1)
    expect(await round(NOW + 9 * HOUR + 3)).toEqual([])
    const settled = { seen: 1 }
    expect(await says(cesar, hal, settled, NOW + 10 * HOUR)).toEqual({ kind: 'saved' })
    expect(await mine(cesar, hal.person, NOW + 10 * HOUR)).toEqual([])
  })

  test('leaves it to the person’s own coordinator, whoever said it', async () => {
    const ivy = await worries('Ivy')
    const to = { id: newId(NOW), to: carla.id, seen: 0 }
    await lookAfter(carla, { id: ivy.person, programme: PROGRAMME }, to, NOW)
    await mine(carla, ivy.person, NOW)
    expect(await says(cesar, ivy, { staysOpen: true }, NOW + 1)).toEqual({ kind: 'saved' })
    expect(await mine(carla, ivy.person, NOW + 2)).toHaveLength(1)
    expect(await mine(cesar, ivy.person, NOW + 2)).toEqual([])
  })

  test('until a day begins its hours anew on that day', async () => {
    const hal = await worries('Hal')
    const day = plusDays(dayAt(NOW, ZONE), 2)
    await says(carla, hal, { againOn: day }, NOW + 1)
    const begins = Date.UTC(2026, 10, 30, 6)
    expect(await round(begins - 1)).toEqual([])
    expect(await round(begins + 4 * HOUR - 1)).toEqual([])
    expect(await round(begins + 4 * HOUR)).toHaveLength(2)
  })

  test('of two at once the second is told, and nothing of theirs is saved', async () => {
    const hal = await worries('Hal')
    expect(await says(carla, hal, { staysOpen: true }, NOW + 1)).toEqual({ kind: 'saved' })
    expect(await says(cesar, hal, { text: 'I wrote to her.' }, NOW + 2)).toEqual({
      kind: 'meanwhile',
    })
    const saved = await platform.rows('SELECT text FROM follow_ups WHERE about = ?', hal.about)
    expect(saved.map(({ text }) => text)).toEqual(['Called her.'])
  })
})
