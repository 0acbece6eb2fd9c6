import { hash, verify } from '@node-rs/argon2'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { write } from '#db/client.ts'
import { findPersonRow, insertPerson, updateContact, updatePassword } from '#db/people.ts'
import { confirmPassword } from '#server/access/confirm-password.ts'
import { findKnownDevice, rememberDevice } from '#server/access/known-device.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { findSignedIn, isFresh, type SignedIn } from '#server/access/session.ts'
import { signIn } from '#server/access/sign-in.ts'
import { reserveTry, type Whence } from '#server/access/throttle.ts'
import { PASSWORD } from '#tests/cast.ts'
import { MINUTE, NOW, openPlatform, type Platform } from './platform.ts'
import { enter, HERE } from '#tests/entry.ts'

// The real thing, counted: how often somebody's guess costs us 19 MiB.
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  return { ...argon2, verify: vi.fn(argon2.verify) }
})

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())
beforeEach(() => void vi.mocked(verify).mockClear())

let number = 0
const somewhere = (): string => `192.0.2.${++number}`
const at = (address: string, device = ''): Whence => ({ address, device, session: null })
const attempt = (name: string, password: string, address = somewhere(), now = NOW, device = '') =>
  signIn({ name, password, shared: false }, at(address, device), now)
const kinds = async (answers: Promise<{ kind: string }>[]): Promise<string[]> =>
  (await Promise.all(answers)).map(({ kind }) => kind)

describe('signing in', () => {
  test('works with the name in capitals and with blanks around it', async () => {
    expect(await attempt('  RAY ', PASSWORD)).toMatchObject({
      kind: 'signed-in',
      age: 'trainee',
      person: { name: 'Ray', roles: [{ role: 'trainee', programme: 'kidney' }] },
    })
  })

  test('an unknown name, a wrong password, a disabled account and one without password answer alike, after the same work', async () => {
    const gone = newId(NOW)
    const bare = newId(NOW)
    const head = { name: 'Harold', language: 'en', createdAt: NOW }
    const passwordHash = (await findPersonRow(platform.cast.ray.id))?.passwordHash ?? null
    await write([
      insertPerson({ ...head, id: gone, signInName: 'gone', passwordHash, disabledAt: NOW }),
      insertPerson({ ...head, id: bare, signInName: 'bare' }),
    ])
    const answers = []
    for (const [name, password] of [
      ['nobody-of-this-name', PASSWORD],
      ['ray', 'seven loud lamps'],
      ['gone', PASSWORD],
      ['bare', 'nobody'],
      ['bare', 'nobody has this password'],
    ] as const)
      answers.push(await attempt(name, password))
    expect(answers).toEqual(Array(5).fill({ kind: 'wrong' }))
    expect(verify).toHaveBeenCalledTimes(5)
  })

  test('by an address is kept from nobody who proved it, whoever else says that it is theirs', async () => {
    const { luz, ray, joyce } = platform.cast
    const shared = { email: 'both@example.org', phone: '' }
    const proves = (person: string) => ({
      sql: 'INSERT INTO proven_addresses (person, email, at) VALUES (?, ?, ?)',
      args: [person, shared.email, NOW],
    })
    await write([ray, luz].map(({ id }) => updateContact(id, shared)))
    // Of two who only say so it is nobody's alone.
    expect((await attempt(shared.email, PASSWORD)).kind).toBe('wrong')
    await write([proves(luz.id)])
    expect(await attempt(shared.email, PASSWORD)).toMatchObject({ person: { id: luz.id } })
    await write([updateContact(joyce.id, shared), proves(joyce.id)])
    expect((await attempt(shared.email, PASSWORD)).kind).toBe('wrong')
    await write([ray, luz, joyce].map(({ id }) => updateContact(id, { email: '', phone: '' })))
  })

  test('takes the password however the keyboard composes its letters', async () => {
    const { luz } = platform.cast
    await write([updatePassword(luz.id, await hash('pin\u0303a colada 9'.normalize('NFKC')))])
    expect(await attempt('luz', 'pi\u00f1a colada 9')).toMatchObject({ kind: 'signed-in' })
    expect(await attempt('luz', 'pin\u0303a colada 9')).toMatchObject({ kind: 'signed-in' })
  })

  test('is short, and shorter when the computer is shared: then nothing stays on it, of staff neither', async () => {
    const how = (shared: true | 'perhaps') => (name: string) =>
      signIn({ name, password: PASSWORD, shared }, at(somewhere()), NOW)
    const [shared, perhaps] = [how(true), how('perhaps')]
    expect(await shared('carla')).toMatchObject({ age: 'shared' })
    expect(await perhaps('carla')).toMatchObject({ age: 'staff' })
    expect(await perhaps('ray')).toMatchObject({ age: 'shared' })
    expect(await shared('ray')).toMatchObject({ age: 'shared' })
  })

  test('makes a hash of older costs new, and a new one is left alone', async () => {
    const { joyce } = platform.cast
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    await write([updatePassword(joyce.id, old)])
    expect((await attempt('joyce', 'wrong one')).kind).toBe('wrong')
    expect((await findPersonRow(joyce.id))?.passwordHash).toBe(old)
    expect((await attempt('joyce', PASSWORD)).kind).toBe('signed-in')
    const fresh = (await findPersonRow(joyce.id))?.passwordHash
    expect(fresh).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await attempt('joyce', PASSWORD)).kind).toBe('signed-in')
    expect((await findPersonRow(joyce.id))?.passwordHash).toBe(fresh)
  })

  test('without a name or a password is no try, and costs no hash', async () => {
    expect(await attempt(' ', '')).toEqual({ kind: 'missing', fields: ['name', 'password'] })
    expect(await attempt('bare', '')).toEqual({ kind: 'missing', fields: ['password'] })
    expect(verify).not.toHaveBeenCalled()
  })

  test.each([
    ['a word that is SQL', "' OR 1=1 --"],
    ['100,000 letters', 'x'.repeat(100_000)],
    ['half a letter', '\ud800'],
  ])('%s as name or password is only wrong', async (_, typed) => {
    expect(await attempt(typed, PASSWORD)).toEqual({ kind: 'wrong' })
    expect(await attempt('ray', typed)).toEqual({ kind: 'wrong' })
  })
})

describe('guessing', () => {
  test('one account from one address works 10 times in 15 minutes, and costs 10 hashes', async () => {
    const later = NOW + 120 * MINUTE
    const answers = []
    for (let n = 0; n < 15; n++)
      answers.push((await attempt('ray', `guess ${n}`, '198.51.100.1', later)).kind)
    expect(answers).toEqual([
      ...Array<string>(10).fill('wrong'),
      ...Array<string>(5).fill('too-many'),
    ])
    expect(verify).toHaveBeenCalledTimes(10)
    expect(await attempt('ray', PASSWORD, '198.51.100.1', later + 14 * MINUTE)).toEqual({
      kind: 'too-many',
      minutes: 1,
    })
    expect((await attempt('ray', PASSWORD, '198.51.100.1', later + 15 * MINUTE)).kind).toBe(
      'signed-in',
    )
  })

  test('20 times at the same moment costs 10 hashes: a try is reserved before it is made', async () => {
    const all = Array.from({ length: 20 }, (_, n) => attempt('nadia', `guess ${n}`, '198.51.100.2'))
    const answers = await kinds(all)
    expect(answers.filter((kind) => kind === 'wrong')).toHaveLength(10)
    expect(answers.filter((kind) => kind === 'too-many')).toHaveLength(10)
    expect(verify).toHaveBeenCalledTimes(10)
  })

  test('the same name spelt differently is the same account', async () => {
    for (let n = 0; n < 10; n++) await attempt(n % 2 ? 'GWEN' : ' gwen ', 'guess', '198.51.100.3')
    expect((await attempt('gwen', PASSWORD, '198.51.100.3')).kind).toBe('too-many')
  })

  test('A4: 300 times from 300 addresses costs 10 hashes, and a device that signed in before is let in', async () => {
    const phone = await rememberDevice('', 'cesar', NOW)
    const answers = []
    for (let n = 0; n < 300; n++)
      answers.push((await attempt('cesar', 'guess', `198.51.${n % 100}.${10 + (n % 3)}`)).kind)
    expect(answers.filter((kind) => kind === 'wrong')).toHaveLength(10)
    expect(verify).toHaveBeenCalledTimes(10)
    expect((await attempt('cesar', PASSWORD, '203.0.113.7')).kind).toBe('too-many')
    expect((await attempt(' Cesar', PASSWORD, '203.0.113.7', NOW, phone)).kind).toBe('signed-in')
    expect((await attempt('cesar', PASSWORD, '203.0.113.7', NOW + 15 * MINUTE)).kind).toBe(
      'signed-in',
    )
  })

  test('A4: 60 names from one /64 of IPv6 are counted as one network', async () => {
    const answers = []
    for (let n = 0; n < 120; n++)
      answers.push((await reserveTry(at(`2001:db8:0:7::${n.toString(16)}`), `six-${n}`, NOW)).ok)
    expect(answers.filter(Boolean)).toHaveLength(100)
    expect((await reserveTry(at('2001:db8:0:8::1'), 'six-elsewhere', NOW)).ok).toBe(true)
  })

  test('A4: 100 failures behind one clinic’s address do not stop a device that is known there', async () => {
    const clinic = '198.51.100.4'
    const phone = await rememberDevice('', 'carla', NOW)
    const answers = []
    for (let n = 0; n < 102; n++) answers.push((await reserveTry(at(clinic), `name-${n}`, NOW)).ok)
    expect(answers).toEqual([...Array<boolean>(100).fill(true), false, false])
    expect((await attempt('carla', PASSWORD, clinic)).kind).toBe('too-many')
    expect((await attempt('carla', PASSWORD, clinic, NOW, phone)).kind).toBe('signed-in')
  })

  test('A4: a device that is known has 10 tries of its own, and is known for its accounts alone', async () => {
    const phone = await rememberDevice(await rememberDevice('', 'joyce', NOW), 'oscar', NOW)
    for (let n = 0; n < 10; n++) await attempt('joyce', 'guess', somewhere(), NOW, phone)
    expect((await attempt('joyce', PASSWORD, somewhere(), NOW, phone)).kind).toBe('too-many')
    // They are its own: what all other devices share is not used up.
    expect((await attempt('joyce', PASSWORD, somewhere())).kind).toBe('signed-in')
    expect((await attempt('oscar', PASSWORD, somewhere(), NOW, phone)).kind).toBe('signed-in')
    expect(await findKnownDevice(phone, 'nadia', NOW)).toBeNull()
    const [id = '', tag = ''] = phone.split('.')
    expect(
      await findKnownDevice(
        `${id}.${tag.replace(/./, tag.startsWith('A') ? 'B' : 'A')}`,
        'oscar',
        NOW,
      ),
    ).toBeNull()
    expect(await findKnownDevice(`${'x'.repeat(22)}.${tag}`, 'oscar', NOW)).toBeNull()
    expect(phone).not.toMatch(/joyce|oscar/)
  })

  test('9 times and then right counts the right one as no try', async () => {
    const later = NOW + 60 * MINUTE
    for (let n = 0; n < 9; n++) await attempt('oscar', 'guess', somewhere(), later)
    for (let round = 0; round < 3; round++)
      expect((await attempt('oscar', PASSWORD, somewhere(), later)).kind).toBe('signed-in')
    expect((await attempt('oscar', 'guess', somewhere(), later)).kind).toBe('wrong')
    expect((await attempt('oscar', PASSWORD, somewhere(), later)).kind).toBe('too-many')
  })

  test('is counted on after a restart', async () => {
    for (let n = 0; n < 10; n++) await attempt('ana', 'guess', '198.51.100.6')
    await platform.reopen()
    expect((await attempt('ana', PASSWORD, '198.51.100.6')).kind).toBe('too-many')
  })

  test('leaves neither name nor address in the database', async () => {
    await attempt('rosa@example.org', 'guess', '198.51.100.77')
    const kept = JSON.stringify(await platform.rows('SELECT * FROM attempts'))
    expect(kept).not.toMatch(/rosa|198\.51/)
  })
})

describe('showing once more who one is', () => {
  const signedInAs = async (name: 'carla' | 'gwen'): Promise<SignedIn> => {
    const secret = await enter(platform.cast[name], 'staff', NOW)
    const signedIn = await findSignedIn(secret, NOW)
    if (!signedIn) throw new Error(`${name} is not signed in`)
    return signedIn
  }

  test('counts for 5 minutes', async () => {
    const { carla } = platform.cast
    const signedIn = await signedInAs('carla')
    expect(isFresh(signedIn, NOW + 5 * MINUTE)).toBe(true)
    expect(isFresh(signedIn, NOW + 5 * MINUTE + 1)).toBe(false)
    const later = NOW + 30 * MINUTE
    const secret = await enter(carla, 'staff', NOW + 25 * MINUTE)
    const old = await findSignedIn(secret, NOW + 25 * MINUTE)
    if (!old) throw new Error('Carla is not signed in')
    const answer = await confirmPassword(old, carla, PASSWORD, HERE, later)
    const renewed = answer.kind === 'confirmed' ? (answer.secret ?? undefined) : undefined
    expect((await findSignedIn(renewed, later))?.authenticatedAt).toBe(later)
    // A6: the secret from before is worth nothing, and the session ends when it would have ended.
    expect(await findSignedIn(secret, later)).toBeNull()
    expect(
      await platform.rows('SELECT ends_at FROM sessions WHERE id = ?', hashOfSecret(renewed ?? '')),
    ).toEqual([{ ends_at: NOW + 25 * MINUTE + 12 * 60 * MINUTE }])
    expect(await confirmPassword(old, carla, PASSWORD, HERE, later)).toEqual({
      kind: 'confirmed',
      secret: null,
    })
  })

  test('A6: signing in again ends the session that the browser had', async () => {
    const before = await enter(platform.cast.ray, 'trainee', NOW)
    const session = (await findSignedIn(before, NOW))?.sessionId ?? null
    const typed = { name: 'ray', password: PASSWORD, shared: false }
    const answer = await signIn(typed, { ...at(somewhere()), session }, NOW + 15 * MINUTE)
    expect(answer.kind).toBe('signed-in')
    expect(await findSignedIn(before, NOW + 15 * MINUTE)).toBeNull()
  })

  test('with a wrong password proves nothing, and is throttled like signing in', async () => {
    const { gwen } = platform.cast
    const signedIn = await signedInAs('gwen')
    const answers = []
    for (let n = 0; n < 11; n++)
      answers.push((await confirmPassword(signedIn, gwen, 'guess', HERE, NOW + n)).kind)
    expect(answers).toEqual([...Array<string>(10).fill('wrong'), 'too-many'])
    const [row] = await platform.rows(
      'SELECT authenticated_at FROM sessions WHERE id = ?',
      signedIn.sessionId,
    )
    expect(row).toEqual({ authenticated_at: NOW })
  })
})
