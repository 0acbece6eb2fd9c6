/** Applications of one person: found by name and contact, joined by hand, and nobody who waits is forgotten. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicationsOfQuery, applicationsQuery, insertApplication } from '#db/applications.ts'
import { countHoping, waitingApplicationsQuery } from '#db/application-waits.ts'
import { read, write } from '#db/client.ts'
import { insertFirstTalk } from '#db/first-talks.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { deleteBefore } from '#db/retention.ts'
import { contactKey, isAlike, whichStays, type Joinable } from '#domain/people/application-join.ts'
import { reachBy } from '#domain/people/contact.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { cutoffsAt } from '#domain/retention/retention.ts'
import { joinAccount, partAccount } from '#server/people/join-account.ts'
import { joinApplications, partApplications } from '#server/people/join-applications.ts'
import { recordFirstTalk } from '#server/people/record-first-talk.ts'
import { findSeenApplication, showApplication } from '#server/show/coordinate/application.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Cast } from '#tests/cast.ts'
import { DAY, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
let cast: Cast
beforeAll(async () => {
  platform = await openPlatform()
  cast = platform.cast
})
afterAll(() => platform.close())

async function applies(name: string, contact: string, daysAgo: number, programme = 'kidney') {
  const id = newId(NOW - daysAgo * DAY)
  const answers = JSON.stringify({ why: `Of ${daysAgo} days ago.` })
  const sentAt = NOW - daysAgo * DAY
  await write([
    insertApplication({ id, programme, name, contact, language: 'en', answers, sentAt }),
  ])
  return id
}
const talks = (application: string, daysAgo: number) =>
  write([
    insertFirstTalk({
      ...{ id: newId(NOW), application, coordinator: cast.carla.id, at: NOW - daysAgo * DAY },
      ...{ outcome: 'other-ways', message: 'Thank you.', internalNote: '', againOn: null },
    }),
  ])
const listed = async (): Promise<string[]> =>
  (await read(applicationsQuery('kidney', '', '2026-01-01', 1).rows)).map(({ id }) => id)
const waiting = async (): Promise<number> =>
  (await read(waitingApplicationsQuery(new Map([['kidney', '2026-01-01']])))).reduce(
    (sum, { n }) => sum + n,
    0,
  )
const shownOf = async (id: string) => {
  const shown = await showApplication(cast.carla, id, NOW)
  if (!shown) throw new Error('not there')
  return shown
}

describe('the rule', () => {
  const one: Joinable = {
    id: 'a',
    name: 'María Núñez',
    contact: '0161 555-0123',
    sentAt: 5,
    talkedAt: null,
  }
  test('name and contact are compared as people write them', () => {
    const other = { ...one, id: 'b', name: 'maria  nunez', contact: '(0161) 5550123' }
    expect(isAlike(one, other)).toBe(true)
    expect(isAlike(one, { ...other, contact: '0161 555 0124' })).toBe(false)
    expect(isAlike(one, { ...other, name: 'Maria Nunez López' })).toBe(false)
    expect(isAlike(one, one)).toBe(false)
    expect(contactKey(' Maria@Example.org ')).toBe('maria@example.org')
  })

  test('who waits is never put under who was answered', () => {
    const answered = { ...one, id: 'b', sentAt: 1, talkedAt: 2 }
    expect(whichStays(one, answered).id).toBe('a')
    expect(whichStays(answered, one).id).toBe('a')
    expect(whichStays(one, { ...one, id: 'b', sentAt: 4 }).id).toBe('b')
    expect(whichStays(answered, { ...answered, id: 'c', talkedAt: 9 }).id).toBe('c')
  })

  test('what an applicant typed can be pressed', () => {
    expect(reachBy('0161 555 0123 x4')).toEqual({
      href: 'tel:01615550123',
      text: 'sms:01615550123',
    })
    expect(reachBy('Ray@example.org')).toEqual({ href: 'mailto:ray@example.org' })
    expect(reachBy('ask my sister')).toBeNull()
  })
})

test('two of one person are found, joined by hand, wait once, and nothing of either is lost', async () => {
  const first = await applies('Rosa Muñoz', 'rosa@example.org', 30)
  const second = await applies('rosa munoz', 'Rosa@example.org', 3)
  const stranger = await applies('Rosa Muñoz', '0161 555 0000', 2)
  const before = [await waiting(), await countHoping('kidney')]
  expect((await shownOf(second)).alike.map(({ id }) => id)).toEqual([first])
  // Only because somebody says so.
  expect(await listed()).toEqual(expect.arrayContaining([first, second, stranger]))
  expect(await joinApplications(cast.carla, second, first, NOW)).toEqual({
    ...{ kind: 'joined', stays: first },
  })
  expect([await waiting(), await countHoping('kidney')]).toEqual(before.map((n) => n - 1))
  expect(await listed()).not.toContain(second)
  const shown = await shownOf(first)
  expect(shown.joined.map(({ application }) => application.answers.why)).toEqual(['Of 3 days ago.'])
  expect((await shownOf(second)).under).toMatchObject({ into: first, byName: 'Carla' })
  // What is decided stands with the one that stays.
  const under = await findSeenApplication(cast.carla, second, NOW)
  if (!under) throw new Error('not there')
  const form = { id: newId(NOW), outcome: 'invite', message: 'Come.', internalNote: '' } as const
  expect(await recordFirstTalk(cast.carla, under, { ...form, againOn: '', seen: 0 }, NOW)).toEqual({
    kind: 'meanwhile',
  })
  expect(await joinApplications(cast.cesar, first, second, NOW)).toEqual({
    ...{ kind: 'refused', problem: 'joined-before' },
  })
  await partApplications(cast.cesar, second, NOW)
  expect([await waiting(), await countHoping('kidney')]).toEqual(before)
  expect((await shownOf(first)).joined).toEqual([])
})

test('a new offer of somebody who was answered before waits on', async () => {
  const old = await applies('Pat Lee', '0161 555 0142', 200)
  await talks(old, 190)
  const fresh = await applies('Pat Lee', '01615550142', 1)
  const before = await waiting()
  expect(await joinApplications(cast.carla, old, fresh, NOW)).toMatchObject({ stays: fresh })
  expect(await waiting()).toBe(before)
  expect((await shownOf(fresh)).joined.map(({ talks: said }) => said.length)).toEqual([1])
})

test('nobody is joined to themselves, to somebody else, or across programmes', async () => {
  const one = await applies('Kim', 'kim@example.org', 9)
  const other = await applies('Kim', 'kim.two@example.org', 8)
  const away = await applies('Kim', 'kim@example.org', 7, 'long-term')
  const join = (by: typeof cast.carla, a: string, b: string) => joinApplications(by, a, b, NOW)
  expect(await join(cast.carla, one, one)).toEqual({ kind: 'refused', problem: 'itself' })
  for (const b of [other, away, 'x', newId(NOW)])
    expect(await join(cast.carla, one, b)).toEqual({ kind: 'refused', problem: 'not-alike' })
  for (const by of [cast.gwen, cast.oscar, cast.nadia, cast.ana]) {
    expect(await join(by, one, other)).toEqual(NOT_ALLOWED)
    expect(await partApplications(by, one, NOW)).toEqual(NOT_ALLOWED)
  }
})

test('what stood under an application goes with it, and no run breaks on it', async () => {
  const kept = await applies('Sam Fox', 'sam@example.org', 700)
  const under = await applies('Sam Fox', 'sam@example.org', 600)
  await joinApplications(cast.carla, kept, under, NOW)
  await deleteBefore(cutoffsAt(NOW + 40 * DAY))
  const left = await platform.rows(
    'SELECT id FROM applications WHERE id IN (?, ?) UNION SELECT application FROM application_joins WHERE application = ?',
    ...[kept, under, under],
  )
  expect(left).toEqual([])
})

describe('who has an account already', () => {
  async function learns(
    name: string,
    more: { email?: string; phone?: string },
    programme = 'kidney',
  ) {
    const id = newId(NOW)
    await write([
      insertPerson({ id, signInName: id, name, language: 'en', createdAt: NOW, ...more }),
      insertRole({ person: id, role: 'trainee', programme, createdAt: NOW }),
    ])
    return id
  }

  test('is hinted at by name and contact, joined by hand, waits no more, and waits again when taken apart', async () => {
    const person = await learns('Núria Pla', { phone: '0161 555 0177', email: 'nuria@example.org' })
    await learns('Núria Pla', { phone: '0161 555 0199' })
    await learns('Núria Pla', { phone: '0161 555 0177' }, 'long-term')
    const id = await applies('nuria  pla', '(0161) 5550177', 3)
    const before = await waiting()
    expect((await shownOf(id)).accounts.map((one) => one.id)).toEqual([person])
    // Only because somebody says so.
    expect(await waiting()).toBe(before)
    expect(await joinAccount(cast.carla, id, person, NOW)).toEqual({ kind: 'joined' })
    expect([await waiting(), (await listed()).includes(id)]).toEqual([before - 1, false])
    const shown = await shownOf(id)
    expect(shown).toMatchObject({
      account: { id: person, byName: 'Carla' },
      accounts: [],
      wait: null,
    })
    expect((await read(applicationsOfQuery(person, 'kidney'))).map((one) => one.id)).toEqual([id])
    expect(await joinAccount(cast.cesar, id, person, NOW)).toEqual({
      ...{ kind: 'refused', problem: 'joined-before' },
    })
    await partAccount(cast.cesar, id, NOW)
    expect([await waiting(), (await listed()).includes(id)]).toEqual([before, true])
    expect(await read(applicationsOfQuery(person, 'kidney'))).toEqual([])
  })

  test('is hinted at by the address as well, and who left is to be brought back instead', async () => {
    const person = await learns('Ida Berg', { email: 'ida.berg@example.org' })
    const id = await applies('Ida Berg', 'Ida.Berg@example.org', 3)
    await write([{ sql: 'UPDATE roles SET archived_at = ? WHERE person = ?', args: [NOW, person] }])
    expect((await shownOf(id)).accounts).toMatchObject([{ id: person, isHere: false }])
    expect(await joinAccount(cast.carla, id, person, NOW)).toEqual({
      ...{ kind: 'refused', problem: 'not-here' },
    })
  })

  test('nobody is joined to somebody else’s account, and nobody of elsewhere may', async () => {
    const person = await learns('Kit Moss', { email: 'kit@example.org' })
    const other = await learns('Kit Moss', { email: 'kit.two@example.org' })
    const away = await learns('Kit Moss', { email: 'kit@example.org' }, 'long-term')
    const id = await applies('Kit Moss', 'kit@example.org', 3)
    for (const who of [other, away, 'x', newId(NOW), id])
      expect(await joinAccount(cast.carla, id, who, NOW)).toEqual({
        ...{ kind: 'refused', problem: 'not-alike' },
      })
    for (const by of [cast.gwen, cast.oscar, cast.nadia, cast.ana]) {
      expect(await joinAccount(by, id, person, NOW)).toEqual(NOT_ALLOWED)
      expect(await partAccount(by, id, NOW)).toEqual(NOT_ALLOWED)
    }
    const shown = await showApplication(cast.gwen, id, NOW)
    expect(shown).toBeNull()
  })

  test('of a contact that is no number and no address nothing is guessed', async () => {
    await learns('Ola Nowak', { email: 'ola@example.org' })
    const id = await applies('Ola Nowak', 'ask my sister', 3)
    expect((await shownOf(id)).accounts).toEqual([])
  })
})
