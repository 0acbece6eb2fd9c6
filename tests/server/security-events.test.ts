/** Who came in and who was turned away is written down, and never what was typed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { securityEventsQuery, unusualQuery } from '#db/security.ts'
import { tellingWord } from '#domain/people/neutral.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { UNUSUAL } from '#domain/people/security.ts'
import { confirmPassword } from '#server/access/confirm-password.ts'
import { rememberDevice } from '#server/access/known-device.ts'
import { lookAtUnusual } from '#server/access/look-at-unusual.ts'
import { noteDenied } from '#server/access/note-entry.ts'
import { openByCode } from '#server/access/open-by-code.ts'
import { endDevice, endOtherDevices, signOut } from '#server/access/own-devices.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { endSession, findSignedIn } from '#server/access/session.ts'
import { signIn } from '#server/access/sign-in.ts'
import { runRetention } from '#server/running/run-retention.ts'
import { tellUnusual } from '#server/running/tell-unusual.ts'
import { showDevices } from '#server/show/devices.ts'
import { showSecurity, showSecurityFile } from '#server/show/manage/security.ts'
import { PASSWORD } from '#tests/cast.ts'
import { enter, HERE } from '#tests/entry.ts'
import { unusualMail } from '#web/mail-words.ts'
import { batchesOf, DAY, HOUR, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'

vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  process.env['MAIL_FROM'] = 'Kidney friends <alongside@example.org>'
})

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())
beforeEach(() =>
  write(
    ['notices', 'outbox', 'security_events', 'sessions', 'attempts'].map((table) => ({
      sql: `DELETE FROM ${table}`,
      args: [],
    })),
  ),
)

const AGENT = 'Mozilla/5.0 (Linux; Android 14; Pixel 7) Chrome/131.0 Mobile Safari/537.36'
let number = 0
/** A browser on a phone, each in another network. */
const phone = (device = '') => ({
  ...{ address: `203.0.${++number}.77`, agent: AGENT, device },
  session: null,
})
const tryName = (name: string, password: string, at = NOW, whence = phone()) =>
  signIn({ name, password, shared: false }, whence, at)
const ALL = { person: '', kind: null, from: null, before: null, after: '' } as const
const events = () => read(securityEventsQuery(ALL, 200))
const kinds = async (): Promise<string[]> => (await events()).map(({ kind }) => kind)

describe('one row of each try', () => {
  test('says whose account it was, by which way, from about where, and not one word of what was typed', async () => {
    const { ray } = platform.cast
    await tryName('ray', 'seven loud lamps')
    await tryName('RAY', PASSWORD, NOW + 1)
    expect(await events()).toMatchObject([
      { kind: 'signed-in', way: 'password', person: ray.id, device: 'chrome android' },
      { kind: 'refused', way: 'password', person: ray.id, network: `203.0.${number - 1}.0/24` },
    ])
    const all = JSON.stringify(await platform.rows('SELECT * FROM security_events'))
    for (const typed of ['seven loud', PASSWORD, '.77', 'Pixel']) expect(all).not.toContain(typed)
  })

  test('a name that nobody has is a mark, the same for the same name, and not the name', async () => {
    for (const [at, name] of ['ray@exmaple.org', ' RAY@exmaple.org', 'other'].entries())
      await tryName(name, PASSWORD, NOW + at)
    const marks = (await events()).map(({ nobody, person }) => [person, nobody])
    expect(marks[1]).toEqual(marks[2])
    expect(marks[0]).not.toEqual(marks[1])
    expect(
      marks.every(([person, mark]) => person === null && /^[\da-f]{8}$/.test(mark ?? '')),
    ).toBe(true)
    expect(JSON.stringify(await platform.rows('SELECT * FROM security_events'))).not.toMatch(
      /exmaple/i,
    )
  })

  test('the same is written for a name that there is and for one that nobody has (R21)', async () => {
    const known = await batchesOf(() => tryName('ray', 'seven loud lamps'))
    const unknown = await batchesOf(() => tryName('nobody', 'seven loud lamps'))
    expect(known).toBe(unknown)
    expect(known).toBeGreaterThan(1)
  })

  test('of tries that are not read any more only the first one is written', async () => {
    for (let at = 0; at < 14; at++) await tryName('gwen', 'guess', NOW + at)
    const all = await kinds()
    expect(all.filter((kind) => kind === 'refused')).toHaveLength(10)
    expect(all.filter((kind) => kind === 'throttled')).toHaveLength(1)
  })

  test('a code that nobody made, a wrong proof, a right one, going: all of them', async () => {
    const { carla } = platform.cast
    await openByCode('7GK2-M4PD-X9QW', false, phone(), NOW)
    const secret = await enter(carla, 'staff', NOW + 1)
    const signedIn = await findSignedIn(secret, NOW + 1)
    if (!signedIn) throw new Error('Carla is not in')
    await confirmPassword(signedIn, carla, 'wrong', HERE, NOW + 2)
    const proven = await confirmPassword(signedIn, carla, PASSWORD, HERE, NOW + 3)
    const now =
      proven.kind === 'confirmed' ? await findSignedIn(proven.secret ?? '', NOW + 4) : null
    if (!now) throw new Error('Carla has not proven it')
    await signOut(now, HERE, NOW + 4)
    expect((await kinds()).toSorted()).toEqual([
      'new-device',
      'proven',
      'refused',
      'signed-in',
      'signed-out',
      'unproven',
    ])
  })

  test('that somebody asked for what is not theirs is written once an hour', async () => {
    const { ray } = platform.cast
    for (const at of [NOW, NOW + 1, NOW + 2])
      await noteDenied(ray.id, '/coordinate/[trainee]', HERE, at)
    await noteDenied(ray.id, '/coordinate/[trainee]', HERE, NOW + HOUR)
    await noteDenied(ray.id, '/manage', HERE, NOW)
    expect((await events()).map(({ kind, route }) => [kind, route])).toHaveLength(3)
  })
})

describe('what is unusual', () => {
  test('20 refusals of one account within a day are said once, to the administrators, and looked at once', async () => {
    const { ana, carla, ray } = platform.cast
    await write([
      { sql: `UPDATE people SET email = 'ana@example.org' WHERE id = ?`, args: [ana.id] },
      {
        sql: `INSERT INTO proven_addresses (person, email, at) VALUES (?, 'ana@example.org', 1) ON CONFLICT DO NOTHING`,
        args: [ana.id],
      },
    ])
    // Ten in a quarter of an hour are read: it takes three of them.
    for (let at = 0; at < 25; at++) await tryName('ray', 'guess', NOW + at * 2 * MINUTE)
    const all = await events()
    expect(all.filter(({ kind }) => kind === 'many-refusals')).toMatchObject([{ person: ray.id }])
    expect(await tellUnusual(unusualMail, NOW + HOUR)).toBe(1)
    expect(await tellUnusual(unusualMail, NOW + HOUR + 1)).toBe(0)
    const mails = await platform.rows('SELECT recipient, text FROM outbox')
    expect(mails).toMatchObject([{ recipient: 'ana@example.org' }])
    expect(String(mails[0]?.['text'])).toContain('/manage/security')
    expect(String(mails[0]?.['text'])).not.toContain('Ray')

    const [event] = await read(unusualQuery(50))
    expect(await lookAtUnusual(carla, [event?.id ?? ''], NOW)).toEqual({ kind: 'not-allowed' })
    expect(await read(unusualQuery(50))).toHaveLength(1)
    // Two administrators at once, and ids of what is not unusual: the first look counts, nothing else.
    const ids = all.map(({ id }) => id)
    await Promise.all([lookAtUnusual(ana, ids, NOW), lookAtUnusual(ana, ids, NOW + 1)])
    expect(await read(unusualQuery(50))).toEqual([])
    expect(await platform.rows('SELECT * FROM security_looks')).toHaveLength(1)
  })

  test('nineteen are not, nor are twenty on two days', async () => {
    for (let at = 0; at < 19; at++) await tryName('luz', 'guess', NOW + at * 2 * MINUTE)
    expect(await kinds()).not.toContain('many-refusals')
    await tryName('luz', 'guess', NOW + DAY + HOUR)
    expect(await kinds()).not.toContain('many-refusals')
  })

  test('staff who come in from a device that does not know them are told; from their own one not, and trainees never', async () => {
    const { carla } = platform.cast
    await write([
      { sql: `UPDATE people SET email = 'carla@example.org' WHERE id = ?`, args: [carla.id] },
      {
        sql: `INSERT INTO proven_addresses (person, email, at) VALUES (?, 'carla@example.org', 1) ON CONFLICT DO NOTHING`,
        args: [carla.id],
      },
    ])
    const cookie = await rememberDevice('', 'carla', NOW)
    await tryName('carla', PASSWORD, NOW, phone(cookie))
    await tryName('ray', PASSWORD, NOW, phone())
    expect(await kinds()).toEqual(['signed-in', 'signed-in'])
    await tryName('carla', PASSWORD, NOW + 1, phone())
    expect(await kinds()).toContain('new-device')
    expect(await tellUnusual(unusualMail, NOW + 2)).toBe(1)
    expect(await platform.rows('SELECT recipient FROM outbox')).toEqual([
      { recipient: 'carla@example.org' },
    ])
  })

  test('no mail about it has a word about health, in either language', () => {
    for (const language of LANGUAGES)
      for (const kind of UNUSUAL) {
        const { subject, text } = unusualMail(language, { kind, at: NOW, url: 'https://x.test/y' })
        expect(tellingWord(`${subject} ${text}`)).toBeNull()
      }
  })
})

describe('where somebody is signed in', () => {
  test('is listed with this one first; one is ended, the others are, and nobody else’s', async () => {
    const { ray, luz } = platform.cast
    const secrets = [
      await enter(ray, 'trainee', NOW - 3 * DAY),
      await enter(ray, 'trainee', NOW - DAY),
      await enter(ray, 'shared', NOW - HOUR),
      await enter(ray, 'trainee', NOW),
    ]
    const hers = await enter(luz, 'trainee', NOW)
    const here = await findSignedIn(secrets[0], NOW)
    if (!here) throw new Error('Ray is not in')
    const shown = await showDevices(ray, here, NOW)
    // That at the shared computer ended half an hour after its last use.
    expect(shown.devices.map(({ isThis, since }) => [isThis, since])).toEqual([
      [true, NOW - 3 * DAY],
      [false, NOW],
      [false, NOW - DAY],
    ])
    expect(await endDevice(ray, hashOfSecret(hers), HERE, NOW)).toBe(false)
    expect(await findSignedIn(hers, NOW)).not.toBeNull()
    expect(await endDevice(ray, hashOfSecret(secrets[3] ?? ''), HERE, NOW)).toBe(true)
    expect(await endDevice(ray, hashOfSecret(secrets[3] ?? ''), HERE, NOW)).toBe(false)
    expect(await findSignedIn(secrets[3], NOW)).toBeNull()
    await endOtherDevices(ray, here, HERE, NOW)
    await endOtherDevices(ray, here, HERE, NOW)
    // What ended nothing is not written down as if it had.
    expect((await kinds()).filter((kind) => kind === 'device-ended')).toHaveLength(2)
    await endSession(here.sessionId)
    const late = await confirmPassword(here, ray, PASSWORD, HERE, NOW)
    expect([late, await kinds()]).toEqual([
      { kind: 'confirmed', secret: null },
      expect.not.arrayContaining(['proven']),
    ])
    const again = await findSignedIn(await enter(ray, 'trainee', NOW), NOW)
    if (!again) throw new Error('Ray is not in')
    expect((await showDevices(ray, again, NOW)).devices).toHaveLength(1)
  })

  test('is this one alone once all others were ended', async () => {
    const { ray, luz } = platform.cast
    const [mine, , hers] = [
      await enter(ray, 'trainee', NOW),
      await enter(ray, 'trainee', NOW),
      await enter(luz, 'trainee', NOW),
    ]
    const here = await findSignedIn(mine, NOW)
    if (!here) throw new Error('Ray is not in')
    await endOtherDevices(ray, here, HERE, NOW)
    expect((await showDevices(ray, here, NOW)).devices).toMatchObject([{ isThis: true }])
    expect(await findSignedIn(hers, NOW)).not.toBeNull()
  })

  test('a session from before a role of staff stands there no more', async () => {
    const { luz } = platform.cast
    const old = await enter(luz, 'trainee', NOW - DAY)
    const here = await findSignedIn(old, NOW)
    if (!here) throw new Error('Luz is not in')
    await write([
      {
        sql: `INSERT INTO roles (person, role, programme, created_at) VALUES (?, 'observer', 'kidney', ?)`,
        args: [luz.id, NOW],
      },
    ])
    expect((await showDevices(luz, here, NOW)).devices).toEqual([])
    await write([
      { sql: `DELETE FROM roles WHERE person = ? AND role = 'observer'`, args: [luz.id] },
    ])
  })
})

describe('the administrators’ page', () => {
  test('is nobody else’s, pages by where the last one ended, and finds by name, kind and day', async () => {
    const { ana, carla } = platform.cast
    for (let at = 0; at < 60; at++)
      await noteDenied(carla.id, `/manage/${at}`, HERE, NOW - at * HOUR)
    await tryName('ray', PASSWORD, NOW + 1)
    expect(await showSecurity(carla, ALL, NOW)).toBeNull()
    expect(await showSecurityFile(carla, ALL, NOW)).toBeNull()
    const first = await showSecurity(ana, ALL, NOW)
    const second = await showSecurity(ana, { ...ALL, after: first?.older ?? '' }, NOW)
    const third = await showSecurity(ana, { ...ALL, after: second?.older ?? '' }, NOW)
    expect([third?.events.length, third?.older]).toEqual([11, null])
    expect([first?.events.length, second?.events.length]).toEqual([25, 25])
    const found = await showSecurity(ana, { ...ALL, person: 'ray' }, NOW)
    expect(found?.events).toMatchObject([{ name: 'Ray', kind: 'signed-in' }])
    const denied = await showSecurity(
      ana,
      { ...ALL, kind: 'denied', from: NOW - 10 * HOUR, before: NOW - 5 * HOUR },
      NOW,
    )
    expect(denied?.events).toHaveLength(5)
    expect((await showSecurityFile(ana, ALL, NOW))?.events).toHaveLength(61)
  })

  test('rows go after 180 days, with what somebody said about them', async () => {
    const { ana } = platform.cast
    await tryName('ray', PASSWORD, NOW - 181 * DAY)
    await tryName('carla', PASSWORD, NOW - 179 * DAY)
    await write([
      {
        sql: `INSERT INTO security_looks (event, "by", at) SELECT id, ?, 1 FROM security_events`,
        args: [ana.id],
      },
    ])
    await runRetention(NOW, null)
    expect((await events()).map(({ name }) => name)).toEqual(['Carla', 'Carla'])
    expect(await platform.rows('SELECT event FROM security_looks')).toHaveLength(2)
  })
})
