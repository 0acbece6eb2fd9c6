/** The verbs of the second factor: whose it is, what a clock may be off, and that each code is taken once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { insertRole } from '#db/people.ts'
import { confirmFactor } from '#server/access/confirm-factor.ts'
import { codeOf, stepAt } from '#server/access/one-time-code.ts'
import { linkForStaff } from '#server/access/link-for-staff.ts'
import { recoverByCodes } from '#server/access/recover-by-codes.ts'
import { resetFactor, resetFactorHere } from '#server/access/reset-factor.ts'
import { setFactorDate } from '#server/access/set-factor-date.ts'
import { makeRecoveryCodes } from '#server/access/recovery-codes.ts'
import { removeApp } from '#server/access/remove-app.ts'
import { answerLink } from '#server/access/answer-link.ts'
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
  const all = [
    'code_apps',
    'recovery_codes',
    'attempts',
    'security_events',
    'audit',
    'factor_resets',
    'links',
  ]
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
    expect(await answerLink(ray, his, true, HERE, NOW)).toEqual(NOT_ALLOWED)
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
      "SELECT kind, way FROM security_events WHERE kind LIKE 'factor-%' ORDER BY kind",
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

const noMail = (): Promise<null> => Promise.resolve(null)

/** Gwen administers as well. */
const secondAdministrator = async (): Promise<Person> => {
  const { gwen } = platform.cast
  await write([
    insertRole({ person: gwen.id, role: 'administrator', programme: '', createdAt: NOW - DAY }),
  ])
  return { ...gwen, roles: [...gwen.roles, { role: 'administrator', programme: '' }] }
}

describe('a way back for staff', () => {
  test('is an administrator’s to give, to staff alone, and never to oneself', async () => {
    const { ana, carla, ray } = platform.cast
    for (const [by, to] of [
      [carla, ana],
      [ray, carla],
      [ana, ray],
      [ana, ana],
    ] as const) {
      const signedIn = await signedInAs(by)
      expect(await resetFactor(by, signedIn, to.id, noMail, HERE, NOW)).toEqual(NOT_ALLOWED)
      expect(await linkForStaff(by, signedIn, to.id, noMail, NOW)).toEqual(NOT_ALLOWED)
    }
    expect(await resetFactorHere(ray.id, null, NOW)).toBe(false)
  })

  test('asks for a fresh proof: a stolen session takes nothing away', async () => {
    const { ana, carla } = platform.cast
    const stale = await signedInAs(ana, NOW, NOW + 6 * MINUTE)
    const later = NOW + 6 * MINUTE
    expect(await resetFactor(ana, stale, carla.id, noMail, HERE, later)).toEqual({
      kind: 'not-fresh',
    })
    expect(await linkForStaff(ana, stale, carla.id, noMail, later)).toEqual({ kind: 'not-fresh' })
  })

  test('takes app and codes away, ends every session, and is told', async () => {
    const { ana, carla } = platform.cast
    await setUp(carla)
    const hers = await enter(carla, 'staff', NOW)
    const answer = await resetFactor(ana, await signedInAs(ana), carla.id, noMail, HERE, NOW)
    expect(answer).toEqual({ kind: 'reset' })
    expect(await findSignedIn(hers, NOW)).toBeNull()
    expect(await signedInAs(carla)).toMatchObject({ factor: 'wanted', resetAt: NOW })
    expect(
      await platform.rows('SELECT 1 FROM code_apps UNION SELECT 1 FROM recovery_codes'),
    ).toEqual([])
    expect(
      await platform.rows("SELECT 1 FROM security_events WHERE kind = 'factor-reset'"),
    ).toHaveLength(1)
  })

  test('two administrators do not take each other’s away', async () => {
    const { ana } = platform.cast
    const gwen = await secondAdministrator()
    await setUp(ana)
    await setUp(gwen)
    expect(await resetFactor(ana, await signedInAs(ana), gwen.id, noMail, HERE, NOW)).toEqual({
      kind: 'reset',
    })
    const hers = await signedInAs(gwen)
    expect(await resetFactor(gwen, hers, ana.id, noMail, HERE, NOW)).toEqual({ kind: 'mutual' })
    expect(await linkForStaff(gwen, hers, ana.id, noMail, NOW)).toEqual({ kind: 'mutual' })
    const after = NOW + 8 * DAY
    const again = await signedInAs(gwen, after)
    expect(await resetFactor(gwen, again, ana.id, noMail, HERE, after)).toEqual({ kind: 'reset' })
  })

  test('a link to a new password leaves the second step as it is', async () => {
    const { ana, carla } = platform.cast
    await setUp(carla)
    const answer = await linkForStaff(ana, await signedInAs(ana), carla.id, noMail, NOW)
    expect(answer).toMatchObject({ kind: 'made' })
    expect(await signedInAs(carla)).toMatchObject({ factor: 'to-show' })
  })
})

describe('an administrator who forgot the password', () => {
  const recover = (name: string, codes: readonly string[]) =>
    recoverByCodes({ name, codes }, noMail, HERE, NOW)

  test('shows two different recovery codes, each of which is used up', async () => {
    const { ana } = platform.cast
    const { codes } = await setUp(ana)
    const [a = '', b = '', c = ''] = codes
    for (const wrong of [[a], [a, a], [a, 'ABCD-EFGH-JKLM'], ['', '']])
      expect(await recover('ana', wrong)).toEqual({ kind: 'wrong' })
    expect(await recover('ana', [a, b])).toMatchObject({ kind: 'recovered' })
    expect(await recover('ana', [b, c])).toEqual({ kind: 'wrong' })
    expect(await signedInAs(ana)).toMatchObject({ factor: 'to-show' })
  })

  test('is nobody else: a coordinator asks an administrator', async () => {
    const { carla } = platform.cast
    const { codes } = await setUp(carla)
    expect(await recover('carla', codes.slice(0, 2))).toEqual({ kind: 'wrong' })
    expect(await recover('nobody', codes.slice(2, 4))).toEqual({ kind: 'wrong' })
  })
})

describe('the day from which all staff need one', () => {
  const set = (by: Person, day: string) =>
    setFactorDate(by, day, 'UTC', HERE, Date.UTC(2026, 10, 30, 12))

  test.each([
    ['', 'missing'],
    ['2026-02-30', 'missing'],
    ['2026-11-29', 'early'],
    ['2027-05-30', 'late'],
  ])('is not %j', async (day, problem) => {
    expect(await set(platform.cast.ana, day)).toEqual({ kind: 'refused', problem })
  })

  test('is set by an administrator, and what was set before stays written', async () => {
    const { ana, carla } = platform.cast
    expect(await set(carla, '2026-12-24')).toEqual(NOT_ALLOWED)
    const before = await platform.rows('SELECT 1 FROM factor_dates')
    expect(await set(ana, '2026-12-24')).toEqual({ kind: 'saved' })
    expect(await platform.rows('SELECT 1 FROM factor_dates')).toHaveLength(before.length + 1)
    expect(
      await platform.rows("SELECT 1 FROM security_events WHERE kind = 'factor-date-set'"),
    ).toHaveLength(1)
  })
})
