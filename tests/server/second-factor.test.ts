/** The verbs of the second factor: whose it is, what a clock may be off, and that each code is taken once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { confirmFactor } from '#server/access/confirm-factor.ts'
import { codeOf, stepAt } from '#server/access/one-time-code.ts'
import { makeRecoveryCodes } from '#server/access/recovery-codes.ts'
import { removeApp } from '#server/access/remove-app.ts'
import { findSignedIn, type SignedIn } from '#server/access/session.ts'
import { newAppSecret, setUpApp } from '#server/access/set-up-app.ts'
import { enter, HERE } from '#tests/entry.ts'
import { DAY, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  const all = ['code_apps', 'recovery_codes', 'attempts', 'security_events', 'audit']
  await write(all.map((table) => ({ sql: `DELETE FROM ${table}`, args: [] })))
})

async function signedInAs(person: Person, at = NOW, now = at): Promise<SignedIn> {
  const found = await findSignedIn(await enter(person, 'staff', at), now)
  if (!found) throw new Error(`${person.name} is not in`)
  return found
}

const FORM = '01900000-0000-7000-8000-000000000001'
const STEP = stepAt(NOW)

/** @returns the key of their app, and the recovery codes */
async function setUp(person: Person): Promise<{ secret: string; codes: readonly string[] }> {
  const secret = await newAppSecret(person.id, FORM, NOW)
  const typed = { id: FORM, code: codeOf(secret, STEP) }
  const answer = await setUpApp(person, await signedInAs(person), typed, null, HERE, NOW)
  if (answer.kind !== 'set-up') throw new Error(`it was ${answer.kind}`)
  return { secret, codes: answer.codes ?? [] }
}

describe('setting up an app', () => {
  test('is for staff: a trainee has nothing that it would guard', async () => {
    const { ray } = platform.cast
    const his = await signedInAs(ray)
    const code = codeOf(await newAppSecret(ray.id, FORM, NOW), STEP)
    expect(await setUpApp(ray, his, { id: FORM, code }, null, HERE, NOW)).toEqual(NOT_ALLOWED)
    expect(await makeRecoveryCodes(ray, his, null, HERE, NOW)).toEqual(NOT_ALLOWED)
    expect(await removeApp(ray, his, null, HERE, NOW)).toEqual(NOT_ALLOWED)
  })

  test('asks whoever signed in more than five minutes ago to show who they are', async () => {
    const { carla } = platform.cast
    const later = NOW + 6 * MINUTE
    const code = codeOf(await newAppSecret(carla.id, FORM, NOW), stepAt(later))
    const stale = await signedInAs(carla, NOW, later)
    expect(await setUpApp(carla, stale, { id: FORM, code }, null, HERE, later)).toEqual({
      kind: 'not-fresh',
    })
  })

  test('gives nobody the key of somebody else', async () => {
    const { carla, oscar } = platform.cast
    expect(await newAppSecret(carla.id, FORM, NOW)).not.toBe(
      await newAppSecret(oscar.id, FORM, NOW),
    )
    expect(await newAppSecret(carla.id, FORM, NOW)).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('makes ten codes the first time, and keeps them when the app is replaced', async () => {
    const { carla } = platform.cast
    expect((await setUp(carla)).codes).toHaveLength(10)
    expect((await setUp(carla)).codes).toHaveLength(0)
    expect(await platform.rows('SELECT count(*) AS n FROM recovery_codes')).toEqual([{ n: 10 }])
  })
})

describe('a code at the second step', () => {
  test.each([
    ['right', 1, 'confirmed'],
    ['of a clock that is 90 seconds slow', -3, 'clock'],
    ['of a clock that is 90 seconds fast', 3, 'clock'],
    ['of an hour ago', -120, 'wrong'],
    ['that set the app up', 0, 'used'],
    ['older than the last one', -1, 'used'],
  ])('%s', async (_, off, kind) => {
    const { carla } = platform.cast
    const { secret } = await setUp(carla)
    const entering = await signedInAs(carla)
    expect(entering.factor).toBe('to-show')
    const answer = await confirmFactor(entering, codeOf(secret, STEP + off), HERE, NOW)
    expect(answer.kind).toBe(kind)
  })

  test('is taken once, whichever sessions send it at the same moment', async () => {
    const { carla } = platform.cast
    const { secret } = await setUp(carla)
    const sessions = [await signedInAs(carla), await signedInAs(carla), await signedInAs(carla)]
    const answers = await Promise.all(
      sessions.map((one) => confirmFactor(one, codeOf(secret, STEP + 1), HERE, NOW)),
    )
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['confirmed', 'used', 'used'])
  })

  test('lets the session on under a new secret, and each step is written down', async () => {
    const { carla } = platform.cast
    const { secret } = await setUp(carla)
    const entering = await signedInAs(carla)
    await confirmFactor(entering, '000000', HERE, NOW)
    const answer = await confirmFactor(entering, codeOf(secret, STEP + 1), HERE, NOW)
    const after = answer.kind === 'confirmed' ? await findSignedIn(answer.secret, NOW) : null
    expect(after?.factor).toBe('shown')
    expect(after?.sessionId).not.toBe(entering.sessionId)
    const rows = await platform.rows(
      "SELECT kind, way FROM security_events WHERE kind LIKE 'factor-%' ORDER BY id",
    )
    expect(rows).toEqual([
      { kind: 'factor-added', way: 'app' },
      { kind: 'factor-refused', way: 'app' },
      { kind: 'factor-shown', way: 'app' },
    ])
  })

  test('20 wrong ones within a day are an unusual event for administrators', async () => {
    const { carla } = platform.cast
    await setUp(carla)
    const entering = await signedInAs(carla)
    for (let n = 0; n < 20; n++) await confirmFactor(entering, '000000', HERE, NOW + n * 2 * MINUTE)
    const rows = await platform.rows("SELECT 1 FROM security_events WHERE kind = 'many-refusals'")
    expect(rows).toHaveLength(1)
  })
})

describe('taking the app away', () => {
  test('is possible before the day, and refused after it where it is the only one', async () => {
    const { carla } = platform.cast
    await setUp(carla)
    const due = { sql: 'INSERT INTO factor_dates (id, due_from, at) VALUES (?, ?, ?)' }
    await write([{ ...due, args: ['x', NOW - DAY, NOW + DAY] }])
    const signedIn = await signedInAs(carla)
    expect(await removeApp(carla, signedIn, null, HERE, NOW)).toEqual({ kind: 'needed' })
    await write([{ ...due, args: ['y', NOW + DAY, NOW + 2 * DAY] }])
    expect(await removeApp(carla, signedIn, null, HERE, NOW)).toEqual({ kind: 'removed' })
  })
})
