/** What a passkey opens, and what it does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { write } from '#db/client.ts'
import { findPasskeys } from '#db/passkeys.ts'
import { updateContact } from '#db/people.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { deviceOf } from '#domain/people/passkey.ts'
import type { Person } from '#domain/people/person.ts'
import { addPasskey } from '#server/access/add-passkey.ts'
import { beginAdding, beginProof, beginSignIn } from '#server/access/begin-passkey.ts'
import { declinePasskey, namePasskey, removePasskey } from '#server/access/change-passkey.ts'
import { confirmPasskey } from '#server/access/confirm-passkey.ts'
import { rememberDevice } from '#server/access/known-device.ts'
import { newSecret } from '#server/access/secret.ts'
import { findSignedIn, type SignedIn } from '#server/access/session.ts'
import { signInByPasskey } from '#server/access/sign-in-by-passkey.ts'
import { passkeySite } from '#server/access/webauthn.ts'
import { showTasks } from '#server/show/learn/tasks.ts'
import { showPasskeys } from '#server/show/passkeys.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { newId } from '#server/trail/new-id.ts'
import { settings } from '#settings.ts'
import { passkeyMail } from '#web/mail-words.ts'
import { handleOf, newPhone, type Asked, type Phone } from '#tests/authenticator.ts'
import { DAY, english, learnerOf, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'
import { enter as comeIn, HERE } from '#tests/entry.ts'

// Mail is only written where a server for it is named, and settings are read with the first import.
vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://localhost:2525'
  process.env['MAIL_FROM'] = 'alongside@example.org'
})

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())
// Each begins with no passkey, no try counted and nothing written down.
beforeEach(() =>
  write([
    'DELETE FROM attempts',
    'DELETE FROM passkeys',
    "DELETE FROM audit WHERE act LIKE 'passkey%'",
  ]),
)

const { origin } = settings()
let number = 0
const somewhere = (device = '') => ({ address: `203.0.113.${++number}`, device, session: null })

async function signedInAs(
  person: Person,
  age: 'trainee' | 'shared' | 'staff' = 'trainee',
  at = NOW,
): Promise<SignedIn> {
  const signedIn = await findSignedIn(await comeIn(person, age, at), NOW)
  if (!signedIn) throw new Error('the session did not last')
  return signedIn
}

async function optionsOf(begun: ReturnType<typeof beginSignIn>): Promise<Asked> {
  const answer = await begun
  if (answer.kind !== 'begun') throw new Error(`it was ${answer.kind}`)
  return answer.options as Asked
}

async function addTo(person: Person, phone = newPhone(origin)): Promise<Phone> {
  const signedIn = await signedInAs(person)
  const made = phone.make(await optionsOf(beginAdding(person, signedIn, NOW)))
  expect(
    await addPasskey(person, signedIn, { answer: made, name: 'Phone' }, null, HERE, NOW),
  ).toEqual({
    kind: 'added',
  })
  return phone
}

async function enter(
  phone: Phone,
  wrong: Parameters<Phone['use']>[1] = {},
  { shared = false, whence = somewhere(), later = 0 } = {},
) {
  const bound = newSecret()
  const passkey = phone.use(await optionsOf(beginSignIn(bound, NOW)), wrong)
  return signInByPasskey({ passkey, shared }, bound, whence, NOW + later)
}

describe('signing in with a passkey', () => {
  test('opens the account of whoever made it, without a name, again and again', async () => {
    const phone = await addTo(platform.cast.ray)
    expect(await enter(phone)).toMatchObject({
      kind: 'signed-in',
      age: 'trainee',
      person: { name: 'Ray' },
    })
    expect((await enter(phone)).kind).toBe('signed-in')
    const [{ counter, usedAt } = {}] = await findPasskeys(platform.cast.ray.id)
    expect({ counter, usedAt }).toEqual({ counter: 2, usedAt: NOW })
  })

  test('is short for staff, and shorter for everybody when the computer is shared', async () => {
    const [ray, carla] = [await addTo(platform.cast.ray), await addTo(platform.cast.carla)]
    expect(await enter(ray, {}, { shared: true })).toMatchObject({ age: 'shared' })
    expect(await enter(carla, {}, { shared: true })).toMatchObject({ age: 'shared' })
  })

  test.each([
    ['a challenge that is not ours', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['a challenge of two letters', { challenge: 'aa' }],
    ['a page of another site', { origin: 'https://alongside.example' }],
    ['another site’s passkeys', { rpId: 'alongside.example' }],
    [
      'somebody else’s name on it',
      { userHandle: handleOf('01900000-0000-7000-8000-000000000000') },
    ],
    ['a phone that looked at no finger, face or PIN', { unverified: true }],
    ['a signature of another key', { key: newPhone(origin).key }],
    ['an answer for making one', { type: 'webauthn.create' }],
  ])('is refused for %s', async (_, wrong) => {
    const phone = await addTo(platform.cast.nadia)
    expect(await enter(phone, wrong)).toEqual({ kind: 'wrong' })
    expect((await enter(phone)).kind).toBe('signed-in')
  })

  test('is refused with a counter that went back, as a copy of a key has it', async () => {
    const phone = await addTo(platform.cast.nadia)
    expect((await enter(phone, { counter: 9 })).kind).toBe('signed-in')
    expect(await enter(phone, { counter: 9 })).toEqual({ kind: 'wrong' })
    expect(await enter(phone, { counter: 3 })).toEqual({ kind: 'wrong' })
    expect((await enter(phone, { counter: 10 })).kind).toBe('signed-in')
  })

  test('takes an answer once, in the browser that asked, within five minutes', async () => {
    const phone = await addTo(platform.cast.nadia)
    const bound = newSecret()
    // As the keys of phones do that are kept in a cloud: they count nothing, so no counter tells a second time.
    const answer = async () => phone.use(await optionsOf(beginSignIn(bound, NOW)), { counter: 0 })
    const send = async (passkey: string, from = bound, at = NOW) =>
      (await signInByPasskey({ passkey, shared: false }, from, somewhere(), at)).kind
    const first = await answer()
    expect(await send(first)).toBe('signed-in')
    expect(await send(first)).toBe('wrong')
    expect(await send(await answer(), newSecret())).toBe('wrong')
    expect(await send(await answer(), '')).toBe('wrong')
    expect(await send(await answer(), bound, NOW + 5 * MINUTE)).toBe('wrong')
    expect(await send(await answer(), bound, NOW + 4 * MINUTE)).toBe('signed-in')
  })

  test('of two that come at the same moment with one answer, one is let in', async () => {
    const phone = await addTo(platform.cast.nadia)
    const bound = newSecret()
    const passkey = phone.use(await optionsOf(beginSignIn(bound, NOW)), { counter: 0 })
    const kinds = await Promise.all(
      [1, 2, 3].map(
        async () =>
          (await signInByPasskey({ passkey, shared: false }, bound, somewhere(), NOW)).kind,
      ),
    )
    expect(kinds.sort()).toEqual(['signed-in', 'wrong', 'wrong'])
  })

  test('an unknown one, one that was removed and one of a closed account answer alike', async () => {
    const stranger = newPhone(origin)
    stranger.make({ challenge: 'x', user: { id: handleOf(platform.cast.ray.id) } })
    expect(await enter(stranger)).toEqual({ kind: 'wrong' })
    const { oscar } = platform.cast
    const [kept, gone] = [await addTo(oscar), await addTo(oscar)]
    const signedIn = await signedInAs(oscar, 'staff')
    expect(await removePasskey(oscar, signedIn, gone.id, null, HERE, NOW)).toEqual({
      kind: 'removed',
    })
    expect(await enter(gone)).toEqual({ kind: 'wrong' })
    expect((await enter(kept)).kind).toBe('signed-in')
    await write([{ sql: 'UPDATE people SET disabled_at = ? WHERE id = ?', args: [NOW, oscar.id] }])
    expect(await enter(kept)).toEqual({ kind: 'wrong' })
  })

  test.each(['', '{', '[]', '{"id":"a"}', 'null', `"${'x'.repeat(30_000)}"`])(
    'is only wrong for what is no answer: %.20s',
    async (passkey) => {
      expect(
        await signInByPasskey({ passkey, shared: false }, newSecret(), somewhere(), NOW),
      ).toEqual({ kind: 'wrong' })
    },
  )

  test('is tried 10 times in 15 minutes, wherever from; a device that is known has tries of its own', async () => {
    const { joyce } = platform.cast
    const phone = await addTo(joyce)
    const device = await rememberDevice('', joyce.signInName, NOW)
    const answers = []
    for (let n = 0; n < 12; n++) answers.push((await enter(phone, { rpId: 'elsewhere' })).kind)
    expect(answers).toEqual([...Array<string>(10).fill('wrong'), 'too-many', 'too-many'])
    expect((await enter(phone)).kind).toBe('too-many')
    expect((await enter(phone, {}, { whence: somewhere(device) })).kind).toBe('signed-in')
  })
})

describe('showing once more who one is', () => {
  test('makes the session new and fresh; only one’s own passkey does', async () => {
    const { luz, ray } = platform.cast
    const [mine, his] = [await addTo(luz), await addTo(ray)]
    const old = await signedInAs(luz, 'trainee', NOW - 10 * MINUTE)
    const asked = (): Promise<Asked> => optionsOf(beginProof(old, NOW))
    expect(await confirmPasskey(old, luz, his.use(await asked()), HERE, NOW)).toEqual({
      kind: 'wrong',
    })
    const answer = mine.use(await asked())
    const confirmed = await confirmPasskey(old, luz, answer, HERE, NOW)
    expect(confirmed).toMatchObject({ kind: 'confirmed', secret: expect.any(String) as string })
    expect(await confirmPasskey(old, luz, answer, HERE, NOW)).toEqual({ kind: 'wrong' })
  })

  test('what was signed for it signs nobody in, and the other way round', async () => {
    const { luz } = platform.cast
    const mine = await addTo(luz)
    const signedIn = await signedInAs(luz)
    const bound = newSecret()
    const forDoor = mine.use(await optionsOf(beginSignIn(bound, NOW)))
    expect(await confirmPasskey(signedIn, luz, forDoor, HERE, NOW)).toEqual({ kind: 'wrong' })
    const forProof = mine.use(await optionsOf(beginProof(signedIn, NOW)))
    expect(
      await signInByPasskey(
        { passkey: forProof, shared: false },
        signedIn.sessionId,
        somewhere(),
        NOW,
      ),
    ).toEqual({ kind: 'wrong' })
  })

  test('whoever has none is asked for none', async () => {
    expect(await beginProof(await signedInAs(platform.cast.cesar, 'staff'), NOW)).toEqual(
      NOT_ALLOWED,
    )
  })
})

describe('a passkey of one’s own', () => {
  test('is made only by who just showed who they are, and not on a shared computer', async () => {
    const { gwen, ray } = platform.cast
    const stale = await signedInAs(gwen, 'staff', NOW - 6 * MINUTE)
    expect(await beginAdding(gwen, stale, NOW)).toEqual({ kind: 'not-fresh' })
    const shared = await signedInAs(ray, 'shared')
    expect(await beginAdding(ray, shared, NOW)).toEqual(NOT_ALLOWED)
    const made = { answer: newPhone(origin).make({ challenge: 'x' }), name: 'Phone' }
    expect(await addPasskey(ray, shared, made, null, HERE, NOW)).toEqual(NOT_ALLOWED)
  })

  test('whoever came by a code and has nothing to show yet makes the first one without, and no second one', async () => {
    const { nadia } = platform.cast
    const [row] = await platform.rows('SELECT password_hash FROM people WHERE id = ?', nadia.id)
    await write([{ sql: 'UPDATE people SET password_hash = NULL WHERE id = ?', args: [nadia.id] }])
    const stale = await signedInAs(nadia, 'trainee', NOW - 6 * MINUTE)
    expect((await beginAdding(nadia, stale, NOW)).kind).toBe('begun')
    await addTo(nadia)
    expect(await beginAdding(nadia, stale, NOW)).toEqual({ kind: 'not-fresh' })
    await write([
      {
        sql: 'UPDATE people SET password_hash = ? WHERE id = ?',
        args: [String(row?.['password_hash']), nadia.id],
      },
    ])
  })

  test('that was made in a session of a code opens no more than that session did', async () => {
    const { ray } = platform.cast
    const phone = newPhone(origin)
    const held = { ...(await signedInAs(ray)), heldUntil: NOW + 7 * DAY }
    const answer = phone.make(await optionsOf(beginAdding(ray, held, NOW)))
    await addPasskey(ray, held, { answer, name: 'Phone' }, null, HERE, NOW)
    const entered = await enter(phone)
    const secret = entered.kind === 'signed-in' ? entered.secret : ''
    expect(await findSignedIn(secret, NOW)).toMatchObject({ heldUntil: NOW + 7 * DAY })
    expect(await findSignedIn(secret, NOW + 7 * DAY)).toMatchObject({ heldUntil: null })
  })

  test.each([
    ['another session’s challenge', {}, true],
    ['a page of another site', { origin: 'https://alongside.example' }, false],
    ['another site', { rpId: 'alongside.example' }, false],
    ['no finger, face or PIN', { unverified: true }, false],
    ['an answer for signing in', { type: 'webauthn.get' }, false],
  ])('is not taken with %s', async (_, wrong, elsewhere) => {
    const { gwen } = platform.cast
    const [here, there] = [await signedInAs(gwen, 'staff'), await signedInAs(gwen, 'staff')]
    const answer = newPhone(origin).make(await optionsOf(beginAdding(gwen, here, NOW)), wrong)
    const made = { answer, name: 'Phone' }
    expect(await addPasskey(gwen, elsewhere ? there : here, made, null, HERE, NOW)).toEqual({
      kind: 'refused',
    })
    expect(await findPasskeys(gwen.id)).toEqual([])
  })

  test('is taken once, also when it is sent twice, and never for a second person', async () => {
    const { cesar, ana } = platform.cast
    const phone = newPhone(origin)
    const signedIn = await signedInAs(cesar, 'staff')
    const made = {
      answer: phone.make(await optionsOf(beginAdding(cesar, signedIn, NOW))),
      name: 'A',
    }
    const kinds = await Promise.all(
      [1, 2].map(async () => (await addPasskey(cesar, signedIn, made, null, HERE, NOW)).kind),
    )
    expect(kinds.sort()).toEqual(['added', 'refused'])
    const hers = await signedInAs(ana, 'staff')
    const again = { answer: phone.make(await optionsOf(beginAdding(ana, hers, NOW))), name: 'A' }
    expect(await addPasskey(ana, hers, again, null, HERE, NOW)).toEqual({ kind: 'refused' })
    expect((await findPasskeys(cesar.id)).map(({ person }) => person)).toEqual([cesar.id])
  })

  test('is its owner’s alone to name and to remove', async () => {
    const { ray, nadia } = platform.cast
    const { id } = await addTo(ray)
    const hers = await signedInAs(nadia)
    expect(await namePasskey(nadia, id, 'Mine')).toEqual(NOT_ALLOWED)
    expect(await removePasskey(nadia, hers, id, null, HERE, NOW)).toEqual(NOT_ALLOWED)
    expect(await namePasskey(ray, 'nothing', 'Mine')).toEqual(NOT_ALLOWED)
    expect(await namePasskey(ray, id, ' ')).toEqual({ kind: 'refused', problem: 'missing' })
    expect(await namePasskey(ray, id, 'x'.repeat(61))).toMatchObject({ problem: 'too-long' })
    expect(await namePasskey(ray, id, '  My\n phone ')).toEqual({ kind: 'named' })
    expect((await findPasskeys(ray.id)).find((one) => one.id === id)?.name).toBe('My phone')
    const stale = await signedInAs(ray, 'trainee', NOW - 6 * MINUTE)
    expect(await removePasskey(ray, stale, id, null, HERE, NOW)).toEqual({ kind: 'not-fresh' })
  })

  test('is not removed where it is the last way in, also when two are removed at once', async () => {
    const { luz } = platform.cast
    await write([{ sql: 'UPDATE people SET password_hash = NULL WHERE id = ?', args: [luz.id] }])
    const [one, two] = [await addTo(luz), await addTo(luz)]
    const signedIn = await signedInAs(luz)
    expect(await showPasskeys(luz, signedIn)).toMatchObject({
      hasPassword: false,
      isOnlyWay: false,
    })
    const kinds = await Promise.all(
      [one, two].map(
        async ({ id }) => (await removePasskey(luz, signedIn, id, null, HERE, NOW)).kind,
      ),
    )
    expect(kinds.sort()).toEqual(['only-way', 'removed'])
    expect(await showPasskeys(luz, signedIn)).toMatchObject({ isOnlyWay: true })
  })

  test('each is written down, and its owner is told by mail', async () => {
    const { carla } = platform.cast
    const signedIn = await signedInAs(carla, 'staff')
    const answer = newPhone(origin).make(await optionsOf(beginAdding(carla, signedIn, NOW)))
    await write([updateContact(carla.id, { email: 'carla@example.org', phone: '' })])
    const mail = await passkeyMail(carla, 'added')
    const gone = await passkeyMail(carla, 'removed')
    await addPasskey(carla, signedIn, { answer, name: 'Phone' }, mail, HERE, NOW)
    const [{ id = '' } = {}] = await findPasskeys(carla.id)
    await removePasskey(carla, signedIn, id, gone, HERE, NOW + 1)
    const acts = await platform.rows(
      "SELECT act, subject FROM audit WHERE act LIKE 'passkey-%' AND actor = ? ORDER BY id",
      carla.id,
    )
    expect(acts).toEqual([
      { act: 'passkey-added', subject: carla.id },
      { act: 'passkey-removed', subject: carla.id },
    ])
    expect(await platform.rows('SELECT recipient, subject FROM outbox ORDER BY id')).toEqual([
      { recipient: 'carla@example.org', subject: 'A passkey was added' },
      { recipient: 'carla@example.org', subject: 'A passkey was removed' },
    ])
    expect(await passkeyMail(platform.cast.gwen, 'added')).toBeNull()
  })

  test('a trainee reads among their messages that one was added', async () => {
    const { ray } = platform.cast
    await addTo(ray)
    const { exchanges } = await showTasks(await learnerOf(ray), 'en', NOW)
    expect(exchanges).toEqual([{ kind: 'passkey', name: 'Phone', at: NOW }])
  })

  test('ten are enough', async () => {
    const { ana } = platform.cast
    for (let n = (await findPasskeys(ana.id)).length; n < 10; n++) await addTo(ana)
    const signedIn = await signedInAs(ana, 'staff')
    expect(await beginAdding(ana, signedIn, NOW)).toEqual(NOT_ALLOWED)
    expect(await showPasskeys(ana, signedIn)).toMatchObject({ cannotAdd: 'enough' })
  })
})

describe('the offer on the home', () => {
  test('comes after the first finished lesson, and not again after "no"', async () => {
    const { joyce } = platform.cast
    const offered = async () => (await showTasks(await learnerOf(joyce), 'en', NOW)).offersPasskey
    expect(await offered()).toBe(false)
    const lesson = english.modules[0]?.lessons[0]
    if (!lesson) throw new Error('the course has changed its shape')
    await readLesson(await learnerOf(joyce), lesson, newId(NOW), NOW - DAY)
    expect(await offered()).toBe(true)
    await declinePasskey(joyce, NOW)
    await declinePasskey(joyce, NOW)
    expect(await offered()).toBe(false)
  })

  test('does not come to who has one', async () => {
    const { ray } = platform.cast
    await addTo(ray)
    expect((await showTasks(await learnerOf(ray), 'en', NOW)).offersPasskey).toBe(false)
  })
})

test.each([
  ['https://mentors.example.org', 'mentors.example.org'],
  ['http://localhost:4321', 'localhost'],
  ['http://mentors.example.org', undefined],
  ['http://127.0.0.1:4321', undefined],
  ['https://192.0.2.7', undefined],
  ['https://[2001:db8::1]', undefined],
])('%s has passkeys of %s', (address, rpID) => {
  expect(passkeySite(address)?.rpID).toBe(rpID)
})

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)', 'iphone'],
  ['Mozilla/5.0 (Linux; Android 10; K)', 'android'],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'linux'],
  ['', 'other'],
])('%s is called %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})
