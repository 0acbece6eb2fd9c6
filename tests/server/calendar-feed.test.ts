/** The address at which a calendar reads somebody's own dates: whose they are, what stands in them, and how it ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { icsFeedOf } from '#domain/calendar/ics.ts'
import { findGroupSession } from '#db/group-sessions.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import {
  endCalendarFeed,
  makeCalendarFeed,
  readCalendarFeed,
} from '#server/people/calendar-feed.ts'
import { disableAccount, enableAccount } from '#server/people/change-roles.ts'
import {
  cancelGroupSession,
  changeGroupSession,
  planGroupSession,
} from '#server/people/group-sessions.ts'
import { typedStart, type GroupSessionForm } from '#server/people/read-group-session.ts'
import { signUp } from '#server/people/sign-up.ts'
import { ownDates, showCalendarFeed } from '#server/show/calendar.ts'
import { newId } from '#server/trail/new-id.ts'
import { DAY, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const START = Date.UTC(2031, 6, 1, 17, 0)
const form = (more: Partial<GroupSessionForm> = {}): GroupSessionForm => ({
  ...{
    title: 'Tea, and talk; slowly',
    place: 'Room 2\\B',
    ...typedStart(START, 'America/Chicago'),
  },
  ...more,
})
async function plan(more: Partial<GroupSessionForm> = {}) {
  const id = newId(NOW)
  await planGroupSession(platform.cast.carla, 'kidney', id, form(more), NOW)
  const row = await findGroupSession(id, ['kidney'])
  if (!row) throw new Error('no session')
  return row
}
const WORDS = {
  ...{ review: 'Review', renewal: 'Renewal', renewalText: 'Talk.' },
  waiting: (title: string) => `Waiting: ${title}`,
}
const file = async (person: Person): Promise<string> =>
  icsFeedOf('Alongside', await ownDates(person, WORDS, NOW))
const made = async (person: Person): Promise<string> => {
  const outcome = await makeCalendarFeed(person, NOW)
  if (outcome.kind !== 'made') throw new Error(outcome.kind)
  return outcome.secret
}
/** The event of a session, its folded lines put together again. */
const eventOf = (text: string, id: string): string[] =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .find((one) => one.startsWith(`UID:${id}@`))
    ?.split('\r\n') ?? []

describe('the address', () => {
  test('leads to its person, is kept as a hash, and the one before it ends', async () => {
    const { luz } = platform.cast
    const first = await made(luz)
    expect(first).toMatch(/^[\w-]{43}$/)
    expect((await readCalendarFeed(first, NOW))?.id).toBe(luz.id)
    const rows = await platform.rows('SELECT * FROM calendar_feeds')
    expect(JSON.stringify(rows)).not.toContain(first)
    const second = await made(luz)
    expect(await readCalendarFeed(first, NOW)).toBeNull()
    expect((await readCalendarFeed(second, NOW))?.id).toBe(luz.id)
    // On which day it was read, not when.
    expect((await showCalendarFeed(luz))?.lastUsedAt).toBe(NOW - (NOW % DAY))
    await endCalendarFeed(luz, NOW)
    expect(await readCalendarFeed(second, NOW)).toBeNull()
    expect(await showCalendarFeed(luz)).toBeNull()
  })
  test('that nobody made leads to nobody', async () => {
    for (const secret of ['', 'constructor', 'x'.repeat(43), `${'x'.repeat(43)}%00`])
      expect(await readCalendarFeed(secret, NOW), secret).toBeNull()
  })
  test('of a closed account ends, and stays so when the account is opened again', async () => {
    const { ana, luz } = platform.cast
    const secret = await made(luz)
    await disableAccount(ana, luz.id, NOW)
    expect(await readCalendarFeed(secret, NOW)).toBeNull()
    await enableAccount(ana, luz.id, NOW)
    expect(await readCalendarFeed(secret, NOW)).toBeNull()
  })
  test('is not made by whoever came in with a code of the staff: it would outlast the code', async () => {
    const { luz } = platform.cast
    expect(await makeCalendarFeed({ ...luz, closedBefore: NOW }, NOW)).toEqual(NOT_ALLOWED)
    expect(await showCalendarFeed(luz)).toBeNull()
  })
})

describe('what a calendar reads', () => {
  test('what somebody signed up for, escaped, in UTC, and with nobody’s name in it', async () => {
    const { luz, ray, carla } = platform.cast
    const { id } = await plan()
    await signUp(luz, id, 'place', NOW)
    const event = eventOf(await file(luz), id)
    expect(event).toContain('DTSTART:20310701T170000Z')
    expect(event).toContain('DTEND:20310701T183000Z')
    expect(event).toContain('SUMMARY:Tea\\, and talk\\; slowly')
    expect(event).toContain('LOCATION:Room 2\\\\B')
    expect(event).toContain('SEQUENCE:0')
    expect(event).toContain('STATUS:CONFIRMED')
    expect(await file(luz)).not.toMatch(/Luz|Carla|kidney/i)
    expect(eventOf(await file(ray), id)).toEqual([])
    // Whoever coordinates has the sessions of the programme.
    expect(eventOf(await file(carla), id)).toContain('STATUS:CONFIRMED')
  })
  test('that somebody waits, and each change with a higher number; called off, it says so', async () => {
    const { luz, ray, carla } = platform.cast
    const session = await plan({ places: '1' })
    await signUp(luz, session.id, 'place', NOW)
    await signUp(ray, session.id, 'waiting', NOW)
    const waits = eventOf(await file(ray), session.id)
    expect(waits).toContain('STATUS:TENTATIVE')
    expect(waits).toContain('SUMMARY:Waiting: Tea\\, and talk\\; slowly')
    const moved = { form: form({ places: '1', place: 'Park' }), was: session }
    await changeGroupSession(carla, session, moved, NOW + 5000)
    const changed = eventOf(await file(luz), session.id)
    expect(changed).toContain('SEQUENCE:1')
    expect(changed).toContain(
      `DTSTAMP:${new Date(NOW + 5000).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    )
    await cancelGroupSession(carla, session, true, NOW + 6000)
    const off = eventOf(await file(luz), session.id)
    expect(off).toContain('SEQUENCE:2')
    expect(off).toContain('STATUS:CANCELLED')
  })
  test('the same twice where nothing changed, in lines of at most 75 octets that end with CR LF', async () => {
    const { luz } = platform.cast
    await plan({ title: 'ñ'.repeat(200) }).then(({ id }) => signUp(luz, id, 'place', NOW))
    const text = await file(luz)
    expect(icsFeedOf('Alongside', await ownDates(luz, WORDS, NOW + 60_000))).toBe(text)
    const lines = text.split('\r\n')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([])
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
  })
  test('without any date it is a calendar all the same', () => {
    expect(icsFeedOf('Alongside', [])).toMatch(
      /^BEGIN:VCALENDAR\r\n[^]*BEGIN:VTIMEZONE\r\nTZID:UTC\r\n[^]*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/,
    )
  })
  test('nothing of a programme that somebody has left', async () => {
    const { luz } = platform.cast
    const { id } = await plan()
    await signUp(luz, id, 'place', NOW)
    const { write } = await import('#db/client.ts')
    const leave = (at: number | null) =>
      write([{ sql: 'UPDATE roles SET archived_at = ? WHERE person = ?', args: [at, luz.id] }])
    await leave(NOW)
    expect(eventOf(await file({ ...luz, roles: [] }), id)).toEqual([])
    await leave(null)
  })
})
