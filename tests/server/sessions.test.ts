import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { database, write } from '#db/client.ts'
import { loadHome } from '#tests/read-desk.ts'
import { findPerson, insertRole } from '#db/people.ts'
import { people } from '#db/schema.ts'
import { findTrainee } from '#db/trainees.ts'
import { giveRole, takeRole } from '#server/people/change-roles.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { endSession, endSessionsOf, findSignedIn } from '#server/access/session.ts'
import { run } from '#tests/db/temporary.ts'
import { settings } from '#settings.ts'
import { utc } from '#tests/moment.ts'
import { batchesOf, DAY, HOUR, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'
import { enter } from '#tests/entry.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const isSignedIn = async (secret: string, at: number): Promise<boolean> =>
  (await findSignedIn(secret, at)) !== null

test('B10: while another program holds the database, a page that only reads knows who asks', async () => {
  const secret = await enter(platform.cast.carla, 'staff', NOW)
  const holder = run('holder.ts', path.join(settings().dataDir, 'alongside.db'), '60000')
  await holder.line('held')
  const later = NOW + 10 * MINUTE
  expect((await findSignedIn(secret, later))?.person).toBe(platform.cast.carla.id)
  expect(await findSignedIn(secret, later)).not.toBeNull()
  await holder.kill()
  // Its end was moved when the lock was gone.
  await expect.poll(() => isSignedIn(secret, NOW + 65 * MINUTE)).toBe(true)
})

describe('what the cookie holds', () => {
  test('is 32 random bytes, and the database keeps only their hash', async () => {
    const secret = await enter(platform.cast.ray, 'trainee', NOW)
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const kept = JSON.stringify(await platform.rows('SELECT * FROM sessions'))
    expect(kept).toContain(hashOfSecret(secret))
    expect(kept).not.toContain(secret)
  })

  test('is another one at each sign-in', async () => {
    const all = [1, 2, 3].map(() => enter(platform.cast.ray, 'trainee', NOW))
    expect(new Set(await Promise.all(all)).size).toBe(3)
  })

  test('what the database keeps opens nothing', async () => {
    const secret = await enter(platform.cast.ray, 'trainee', NOW)
    expect(await findSignedIn(hashOfSecret(secret), NOW)).toBeNull()
  })

  test.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['a broken escape', '%'],
    ['a NUL', '\0'],
    ['SQL', "' OR '1'='1"],
    ['JSON', '{"id":"x"}'],
    ['half a letter', '\udc00'],
    ['101 letters', 'x'.repeat(101)],
    ['a million letters', 'x'.repeat(1_000_000)],
    ['somebody else’s guess', 'A'.repeat(43)],
  ])('%s is nobody', async (_, value) => {
    expect(await findSignedIn(value, NOW)).toBeNull()
  })

  test('the right secret with a letter more or less is nobody', async () => {
    const secret = await enter(platform.cast.ray, 'trainee', NOW)
    expect(await findSignedIn(`${secret}A`, NOW)).toBeNull()
    expect(await findSignedIn(secret.slice(1), NOW)).toBeNull()
  })
})

describe('a session', () => {
  test.each([
    ['trainee', 30 * DAY],
    ['shared', 30 * MINUTE],
    ['staff', 60 * MINUTE],
  ] as const)('of kind %s ends after %i ms without use', async (age, idle) => {
    const secret = await enter(platform.cast.ray, age, NOW)
    expect(await isSignedIn(secret, NOW + idle)).toBe(false)
    const used = await enter(platform.cast.ray, age, NOW)
    expect(await isSignedIn(used, NOW + idle - 1)).toBe(true)
    expect(await isSignedIn(used, NOW + idle + 1)).toBe(true)
  })

  test.each([
    ['trainee', 10 * DAY, 90 * DAY],
    ['shared', 10 * MINUTE, 12 * HOUR],
    ['staff', 20 * MINUTE, 12 * HOUR],
  ] as const)(
    'of kind %s that is used every %i ms ends after %i ms all the same',
    async (age, step, end) => {
      const secret = await enter(platform.cast.ray, age, NOW)
      for (let at = step; at < end; at += step)
        expect(await isSignedIn(secret, NOW + at)).toBe(true)
      expect(await isSignedIn(secret, NOW + end - 1)).toBe(true)
      expect(await isSignedIn(secret, NOW + end)).toBe(false)
    },
  )

  test('is written for its use at most once an hour, for staff once in two minutes', async () => {
    const trainee = await enter(platform.cast.ray, 'trainee', NOW)
    const staff = await enter(platform.cast.carla, 'staff', NOW)
    const use = (secret: string, ...times: number[]) =>
      batchesOf(async () => {
        for (const at of times) await findSignedIn(secret, NOW + at)
      })
    expect(await use(trainee, 1, MINUTE, 59 * MINUTE, HOUR)).toBe(0)
    expect(await use(trainee, HOUR + 1, HOUR + 2)).toBe(1)
    expect(await use(staff, 1000, 2 * MINUTE)).toBe(0)
    expect(await use(staff, 2 * MINUTE + 1, 2 * MINUTE + 2)).toBe(1)
  })

  test('that was ended stays ended, and only that one', async () => {
    const phone = await enter(platform.cast.ray, 'trainee', NOW)
    const tablet = await enter(platform.cast.ray, 'trainee', NOW)
    await endSession(hashOfSecret(phone))
    expect(await isSignedIn(phone, NOW)).toBe(false)
    expect(await isSignedIn(tablet, NOW)).toBe(true)
  })

  test('of one person can all be ended, and nobody else’s with them', async () => {
    const ray = [
      await enter(platform.cast.ray, 'trainee', NOW),
      await enter(platform.cast.ray, 'shared', NOW),
    ]
    const luz = await enter(platform.cast.luz, 'trainee', NOW)
    await endSessionsOf(platform.cast.ray.id)
    expect(await Promise.all(ray.map((secret) => isSignedIn(secret, NOW)))).toEqual([false, false])
    expect(await isSignedIn(luz, NOW)).toBe(true)
  })

  test('lives through a restart', async () => {
    const secret = await enter(platform.cast.luz, 'trainee', NOW)
    await platform.reopen()
    expect(await findSignedIn(secret, NOW)).toMatchObject({ person: platform.cast.luz.id })
  })
})

describe('on the next request', () => {
  test('a disabled person is nobody', async () => {
    const { joyce } = platform.cast
    const secret = await enter(joyce, 'trainee', NOW)
    await write([database().update(people).set({ disabledAt: NOW }).where(eq(people.id, joyce.id))])
    expect(await findSignedIn(secret, NOW)).toBeNull()
    expect(await findPerson(joyce.id)).toBeNull()
  })

  test('a disabled trainee stands in no list, and their page is not there', async () => {
    const { nadia } = platform.cast
    const listed = async () =>
      (
        await loadHome(
          {
            programme: 'kidney',
            tab: 'all',
            search: '',
            cohort: '',
            reason: null,
            viewer: '',
            mayDecide: true,
            language: 'en',
            page: 1,
          },
          utc(NOW),
        )
      ).rows.map(({ id }) => id)
    expect(await listed()).toContain(nadia.id)
    await write([database().update(people).set({ disabledAt: NOW }).where(eq(people.id, nadia.id))])
    expect(await listed()).not.toContain(nadia.id)
    expect(await findTrainee(nadia.id, ['kidney'])).toBeNull()
  })

  test('a new role is there, without signing in again', async () => {
    const { oscar } = platform.cast
    await write([
      insertRole({ person: oscar.id, role: 'coordinator', programme: 'long-term', createdAt: NOW }),
    ])
    expect((await findPerson(oscar.id))?.roles).toContainEqual({
      role: 'coordinator',
      programme: 'long-term',
    })
  })
})

describe('power and age', () => {
  const role = (person: string, at: number, archivedAt: number | null = null) =>
    write([
      insertRole({ person, role: 'coordinator', programme: 'kidney', createdAt: at, archivedAt }),
    ])

  test('A3: a role of staff given while a trainee is signed in asks for a new sign-in', async () => {
    const { ray } = platform.cast
    const secret = await enter(ray, 'trainee', NOW)
    expect(await findSignedIn(secret, NOW + MINUTE)).not.toBeNull()
    await role(ray.id, NOW + 2 * MINUTE)
    expect(await findSignedIn(secret, NOW + 3 * MINUTE)).toBeNull()
    const after = await enter(ray, 'staff', NOW + 3 * MINUTE)
    expect(await findSignedIn(after, NOW + 4 * MINUTE)).not.toBeNull()
  })

  test('A3: a long session of whoever is staff now ends like one of staff', async () => {
    const { luz } = platform.cast
    await role(luz.id, NOW - DAY)
    const [idle, old] = [await enter(luz, 'trainee', NOW), await enter(luz, 'trainee', NOW)]
    expect(await findSignedIn(idle, NOW + HOUR)).toBeNull()
    for (let at = NOW; at < NOW + 12 * HOUR; at += 50 * MINUTE)
      expect(await findSignedIn(old, at)).not.toBeNull()
    expect(await findSignedIn(old, NOW + 12 * HOUR)).toBeNull()
  })

  test('A3: giving a role back ends the sessions too', async () => {
    const { joyce, ana } = platform.cast
    await giveRole(ana, joyce.id, 'observer', 'kidney', NOW - DAY)
    await takeRole(ana, joyce.id, 'observer', 'kidney', NOW - DAY)
    const secret = await enter(joyce, 'trainee', NOW)
    await giveRole(ana, joyce.id, 'observer', 'kidney', NOW + MINUTE)
    expect(await findSignedIn(secret, NOW + MINUTE)).toBeNull()
  })
})
