import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '#db/client.ts'
import { ownCoordinatorQuery } from '#db/own-coordinators.ts'
import { findPersonRow } from '#db/people.ts'
import { INVITES } from '#domain/people/person.ts'
import { acceptInvitation } from '#server/people/accept-invitation.ts'
import { firstStart } from '#server/access/first-start.ts'
import { makeLink, type LinkWish } from '#server/access/make-link.ts'
import { hashOfSecret, plainSecret } from '#server/access/secret.ts'
import { findSignedIn } from '#server/access/session.ts'
import { signIn } from '#server/access/sign-in.ts'
import type { Whence } from '#server/access/throttle.ts'
import type { JoinForm } from '#server/access/join-form.ts'
import { openLink } from '#server/access/open-link.ts'
import { useLink } from '#server/access/use-link.ts'
import { withdrawInvitation } from '#server/people/withdraw-invitation.ts'
import { PASSWORD } from '#tests/cast.ts'
import { batchesOf, DAY, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'
import { enter, HERE } from '#tests/entry.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

let address = 0
/** Each test from an address of its own, so that no throttle is in the way. */
const somewhere = (): Whence => at(`192.0.2.${++address}`)
const at = (from: string): Whence => ({ address: from, device: '', session: null })

const invitation = (wish: Partial<LinkWish> = {}): LinkWish => ({
  kind: 'invitation',
  role: 'trainee',
  programme: 'kidney',
  language: 'es',
  name: 'Tom',
  createdBy: platform.cast.carla.id,
  ...wish,
})
const secretOf = (url: string): string => new URL(url).pathname.replace('/join/', '')
const invite = async (wish: Partial<LinkWish> = {}, now = NOW): Promise<string> =>
  secretOf(await makeLink(invitation(wish), now))

const form = (signInName: string, more: Partial<JoinForm> = {}): JoinForm => ({
  name: 'Tom',
  signInName,
  password: PASSWORD,
  language: 'es',
  shared: false,
  ...more,
})
const join = (secret: string, filled: JoinForm, now = NOW) =>
  useLink(secret, filled, somewhere(), now)

describe('an invitation', () => {
  test.each([
    [true, 'shared', 31 * MINUTE],
    [false, 'trainee', 30 * DAY],
  ] as const)(
    'A5: accepted where others use the computer (%s), it signs in as %s',
    async (shared, age, idle) => {
      const answer = await acceptInvitation(
        platform.cast.luz,
        await invite({ programme: shared ? 'long-term' : 'kidney' }),
        shared,
        HERE,
        NOW,
      )
      expect(answer).toMatchObject({ kind: 'joined', age })
      const secret = answer.kind === 'joined' ? answer.secret : ''
      expect(await findSignedIn(secret, NOW + idle)).toBeNull()
    },
  )

  test('opened by somebody who is signed in adds the role to their account, once', async () => {
    const secret = await invite({ role: 'observer', programme: 'long-term' })
    const { nadia } = platform.cast
    const before = await enter(nadia, 'trainee', NOW)
    const [one, two] = await Promise.all([
      acceptInvitation(nadia, secret, false, HERE, NOW),
      acceptInvitation(nadia, secret, false, HERE, NOW),
    ])
    expect([one.kind, two.kind].sort()).toEqual(['joined', 'used'])
    const joined = one.kind === 'joined' ? one : two
    if (joined.kind !== 'joined') throw new Error('not joined')
    expect(joined.age).toBe('staff')
    expect(await findSignedIn(before, NOW)).toBeNull()
    expect(await findSignedIn(joined.secret, NOW)).toMatchObject({ person: nadia.id })
    expect(joined.person.roles).toEqual(
      expect.arrayContaining([
        { role: 'trainee', programme: 'kidney' },
        { role: 'observer', programme: 'long-term' },
      ]),
    )
  })

  test('to an application gives whoever comes in to the coordinator who said yes, and others to nobody', async () => {
    const { carla, ray, joyce } = platform.cast
    const owner = async (person: string, programme: string) =>
      (await read(ownCoordinatorQuery(person, programme)))?.id
    const answer = await join(await invite({ application: 'rosa' }), form('rosa.own'))
    const rosa = answer.kind === 'joined' ? answer.person.id : ''
    expect(await owner(rosa, 'kidney')).toBe(carla.id)
    await acceptInvitation(joyce, await invite({ application: 'joyce' }), false, HERE, NOW)
    expect(await owner(joyce.id, 'kidney')).toBe(carla.id)
    expect(await owner(joyce.id, 'long-term')).toBeUndefined()
    const other = await join(await invite(), form('tom.own'))
    for (const id of [ray.id, other.kind === 'joined' ? other.person.id : ''])
      expect(await owner(id, 'kidney')).toBeUndefined()
  })

  test('that is no invitation gives nobody a role', async () => {
    const reset = secretOf(
      await makeLink({ kind: 'reset', person: platform.cast.nadia.id } as LinkWish, NOW),
    )
    expect(await acceptInvitation(platform.cast.carla, reset, false, HERE, NOW)).toEqual({
      kind: 'unknown',
    })
  })

  test('makes the account, gives the role, signs in, and is used up: one batch', async () => {
    const secret = await invite()
    let answer: Awaited<ReturnType<typeof join>> | undefined
    const writes = await batchesOf(async () => {
      answer = await join(secret, form(' Tom.B '))
    })
    // Reserving the try takes two, the account one, the session one.
    expect(writes).toBe(4)
    if (answer?.kind !== 'joined') throw new Error(`answered ${answer?.kind}`)
    expect(answer.person).toMatchObject({
      name: 'Tom',
      signInName: 'tom.b',
      language: 'es',
      roles: [{ role: 'trainee', programme: 'kidney' }],
    })
    expect(await findSignedIn(answer.secret, NOW)).toMatchObject({ person: answer.person.id })
    expect(await join(secret, form('tom.c'))).toEqual({ kind: 'used', role: 'trainee' })
    expect(await openLink(secret, NOW)).toEqual({ kind: 'used', role: 'trainee' })
    expect(
      await signIn({ name: 'TOM.B', password: PASSWORD, shared: false }, somewhere(), NOW),
    ).toMatchObject({ kind: 'signed-in' })
  })

  test("E1: siobhan.o'brien@example.org joins with the address that was invited, and signs in", async () => {
    const address = "siobhan.o'brien@example.org"
    const secret = await invite({ email: address })
    expect(await join(secret, form(address))).toMatchObject({ kind: 'joined' })
    const typed = { name: "Siobhan.O'Brien@Example.org", password: PASSWORD, shared: false }
    expect(await signIn(typed, somewhere(), NOW)).toMatchObject({ kind: 'signed-in' })
  })

  test('is not used up by looking at it', async () => {
    const secret = await invite()
    for (let look = 0; look < 3; look++)
      expect(await openLink(secret, NOW)).toMatchObject({ kind: 'open', link: { name: 'Tom' } })
  })

  test('is stored as a hash only', async () => {
    const secret = await invite()
    const rows = await platform.rows('SELECT * FROM links')
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(plainSecret(secret))
    expect(rows.map(({ id }) => id)).toContain(hashOfSecret(plainSecret(secret)))
  })

  test('that is wrong, or far too long, is unknown', async () => {
    for (const wrong of ['', 'x', `${await invite()}x`, 'x'.repeat(100_000)]) {
      expect(await openLink(wrong, NOW)).toEqual({ kind: 'unknown' })
      expect(await join(wrong, form('wrong'))).toEqual({ kind: 'unknown' })
    }
  })

  test('holds for 30 days and not a moment longer', async () => {
    const secret = await invite()
    expect(await openLink(secret, NOW + 30 * DAY - 1)).toMatchObject({ kind: 'open' })
    expect(await openLink(secret, NOW + 30 * DAY)).toEqual({ kind: 'expired', role: 'trainee' })
    expect(await join(secret, form('late'), NOW + 30 * DAY)).toEqual({
      kind: 'expired',
      role: 'trainee',
    })
  })

  test('of two who use it at once one wins, and only one account is made', async () => {
    const secret = await invite()
    const answers = await Promise.all([join(secret, form('twin-a')), join(secret, form('twin-b'))])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['joined', 'used'])
    expect(
      await platform.rows("SELECT sign_in_name FROM people WHERE sign_in_name LIKE 'twin-%'"),
    ).toHaveLength(1)
  })

  test('of two invitations used at once with one sign-in name one is told that it is taken', async () => {
    const [a, b] = [await invite(), await invite()]
    const answers = await Promise.all([join(a, form('same')), join(b, form('same'))])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['joined', 'refused'])
    expect(answers.find(({ kind }) => kind === 'refused')).toEqual({
      kind: 'refused',
      problems: [{ field: 'signInName', problem: 'taken' }],
    })
    const stillOpen = await Promise.all([openLink(a, NOW), openLink(b, NOW)])
    expect(stillOpen.map(({ kind }) => kind).sort()).toEqual(['open', 'used'])
  })

  test.each([
    ['nothing at all', { name: '', signInName: '', password: '' }, ['name missing']],
    [
      'a password alone, without a name to sign in with',
      { signInName: '' },
      ['signInName missing'],
    ],
    ['an address that is none', { email: 'tom@' }, ['email malformed']],
    ['a name of blanks', { name: '   ' }, ['name missing']],
    ['a name of 101 letters', { name: 'ñ'.repeat(101) }, ['name too-long']],
    ['a name with an address in it', { name: 'Tom <tom@example.org>' }, ['name address']],
    ['a sign-in name with a blank', { signInName: 'tom b' }, ['signInName malformed']],
    ['a sign-in name of 2 letters', { signInName: 'tb' }, ['signInName malformed']],
    ['a sign-in name like a tag', { signInName: '<script>' }, ['signInName malformed']],
    ['a sign-in name that somebody has, in capitals', { signInName: 'RAY' }, ['signInName taken']],
    ['a sign-in name in other letters', { signInName: 'rаy.b' }, ['signInName malformed']],
    [
      'a sign-in name with a sign that nobody sees',
      { signInName: 'ray\u200b' },
      ['signInName malformed'],
    ],
    ['a sign-in name that looks like one', { signInName: 'r.á.y' }, ['signInName taken']],
    [
      'her own name and numbers as password',
      { name: 'Tomasz', password: 'Tomasz2026!' },
      ['password is-known'],
    ],
    ['our name as password', { password: 'Alongside-1' }, ['password is-known']],
    ['a password of 7 letters', { password: 'ñandúes' }, ['password too-short']],
    ['a password of 129 letters', { password: 'ab'.repeat(64) + 'c' }, ['password too-long']],
    ['a password that everybody has', { password: 'Password1' }, ['password too-common']],
    ['a password of one letter', { password: 'zzzzzzzzzzzz' }, ['password too-common']],
    [
      'the sign-in name as password',
      { signInName: 'tom.b.long', password: 'Tom.B.Long' },
      ['password is-the-name'],
    ],
  ])('%s is refused, and the link can be used again', async (_, wrong, expected) => {
    const secret = await invite()
    const answer = await join(secret, form('nobody', wrong))
    expect(
      answer.kind === 'refused' &&
        answer.problems.map(({ field, problem }) => `${field} ${problem}`),
    ).toEqual(expected)
    expect(await openLink(secret, NOW)).toMatchObject({ kind: 'open' })
  })

  test('of somebody of the staff asks for a name to sign in with and a password', async () => {
    const secret = await invite({ role: 'observer' })
    const answer = await join(secret, form('', { password: '' }))
    expect(answer.kind === 'refused' && answer.problems).toEqual([
      { field: 'signInName', problem: 'missing' },
      { field: 'password', problem: 'too-short' },
    ])
  })

  test('takes a password of 128 letters and one of emoji, counted as a person counts', async () => {
    for (const [name, password] of [
      ['long', 'correct horse '.repeat(9) + 'ab'],
      ['emoji', '🌵🌻🐢🚲🎻🧦🥁🪁'],
    ] as const) {
      expect(await join(await invite(), form(name, { password }))).toMatchObject({ kind: 'joined' })
      expect(await signIn({ name, password, shared: false }, somewhere(), NOW)).toMatchObject({
        kind: 'signed-in',
      })
    }
  })

  test('on a shared computer signs in for a short time, whoever it is; staff elsewhere as staff', async () => {
    const shared = await join(await invite(), form('shared-one', { shared: true }))
    const watcher = await join(
      await invite({ role: 'observer' }),
      form('watcher', { shared: true }),
    )
    const staff = await join(await invite({ role: 'observer' }), form('watcher-two'))
    expect([shared, watcher, staff].map((one) => one.kind === 'joined' && one.age)).toEqual([
      'shared',
      'shared',
      'staff',
    ])
  })

  test('can be tried 10 times in 15 minutes from one address', async () => {
    const secret = await invite()
    const tries = []
    for (let n = 0; n < 12; n++)
      tries.push((await useLink(secret, form('x'), at('198.51.100.9'), NOW + n)).kind)
    expect(tries).toEqual([...Array<string>(10).fill('refused'), 'too-many', 'too-many'])
    expect(
      (await useLink(secret, form('patient'), at('198.51.100.9'), NOW + 15 * MINUTE)).kind,
    ).toBe('joined')
  })
})

describe('withdrawing an invitation', () => {
  const withdraw = (who: 'carla' | 'gwen' | 'oscar', secret: string, programmes: string[]) =>
    withdrawInvitation(
      platform.cast[who],
      { programmes, roles: INVITES.coordinator },
      hashOfSecret(plainSecret(secret)),
      NOW,
    )

  test('closes it, also for somebody who has the form open', async () => {
    const secret = await invite()
    await withdraw('carla', secret, ['kidney'])
    expect(await openLink(secret, NOW)).toEqual({ kind: 'withdrawn', role: 'trainee' })
    expect(await join(secret, form('withdrawn'))).toEqual({ kind: 'withdrawn', role: 'trainee' })
  })

  test('of another programme does nothing', async () => {
    const secret = await invite()
    await withdraw('gwen', secret, ['long-term'])
    await withdraw('oscar', secret, [])
    // Nor with a reach that is not theirs.
    for (const who of ['gwen', 'oscar'] as const) await withdraw(who, secret, ['kidney'])
    expect(await openLink(secret, NOW)).toMatchObject({ kind: 'open' })
  })

  test('of a coordinator is nothing that a coordinator can do', async () => {
    const secret = await invite({ role: 'coordinator' })
    await withdraw('carla', secret, ['kidney'])
    expect(await openLink(secret, NOW)).toMatchObject({ kind: 'open' })
  })

  test('that was used changes nothing', async () => {
    const secret = await invite()
    await join(secret, form('quick'))
    await withdraw('carla', secret, ['kidney'])
    expect(await openLink(secret, NOW)).toEqual({ kind: 'used', role: 'trainee' })
  })

  test('does not close a link for a new password', async () => {
    const secret = await invite({ kind: 'reset', person: platform.cast.ray.id })
    await withdraw('carla', secret, ['kidney'])
    expect(await openLink(secret, NOW)).toMatchObject({ kind: 'open' })
  })
})

describe('a link for a new password', () => {
  test('keeps name, account and work, changes the password, and ends the other sessions', async () => {
    const { nadia } = platform.cast
    const before = await signIn(
      { name: 'nadia', password: PASSWORD, shared: false },
      somewhere(),
      NOW,
    )
    const secret = await invite({ kind: 'reset', person: nadia.id })
    expect(await openLink(secret, NOW)).toMatchObject({ kind: 'open', signInName: 'nadia' })
    const answer = await join(
      secret,
      form('somebody-else', { name: 'Eve', password: 'four green windows' }),
    )
    expect(answer).toMatchObject({
      kind: 'joined',
      person: { id: nadia.id, name: 'Nadia', signInName: 'nadia' },
    })
    expect(before.kind === 'signed-in' && (await findSignedIn(before.secret, NOW))).toBeNull()
    expect(answer.kind === 'joined' && (await findSignedIn(answer.secret, NOW))).not.toBeNull()
    const again = (password: string) =>
      signIn({ name: 'nadia', password, shared: false }, somewhere(), NOW)
    expect((await again(PASSWORD)).kind).toBe('wrong')
    expect((await again('four green windows')).kind).toBe('signed-in')
  })

  test('A6: using one of a person’s links ends the others, and so does accepting an invitation', async () => {
    const { ray, joyce } = platform.cast
    const older = await invite({ kind: 'reset', person: ray.id })
    const newer = await invite({ kind: 'reset', person: ray.id })
    const waiting = await invite()
    expect((await join(newer, form('', { password: 'four green windows' }))).kind).toBe('joined')
    expect(await openLink(older, NOW)).toEqual({ kind: 'withdrawn', role: null })
    expect((await join(older, form('', { password: 'another one again' }))).kind).toBe('withdrawn')
    expect(await openLink(waiting, NOW)).toMatchObject({ kind: 'open' })
    const reset = await invite({ kind: 'reset', person: joyce.id })
    await acceptInvitation(joyce, await invite({ programme: 'kidney' }), false, HERE, NOW)
    expect(await openLink(reset, NOW)).toEqual({ kind: 'withdrawn', role: null })
  })

  test('holds for 1 day', async () => {
    const secret = await invite({ kind: 'reset', person: platform.cast.ray.id })
    expect(await openLink(secret, NOW + DAY)).toEqual({ kind: 'expired', role: null })
  })
})

test('a link that signs in needs no password and works once', async () => {
  const secret = await invite({ kind: 'sign-in', person: platform.cast.luz.id })
  const hash = (await findPersonRow(platform.cast.luz.id))?.passwordHash
  const both = await Promise.all([
    join(secret, form('', { password: '' })),
    join(secret, form('', { password: '' })),
  ])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['joined', 'used'])
  expect((await findPersonRow(platform.cast.luz.id))?.passwordHash).toBe(hash)
})

describe('the first start', () => {
  test('says nothing where there is an administrator', async () => {
    expect(await firstStart(NOW)).toBeNull()
  })

  test('a set-up link of before there was one makes no second administrator', async () => {
    const secret = secretOf(await makeLink({ kind: 'setup', createdBy: null }, NOW))
    expect(await join(secret, form('second-boss'))).toEqual({ kind: 'withdrawn' })
    expect(await platform.rows("SELECT * FROM roles WHERE role = 'administrator'")).toHaveLength(1)
  })
})

test('who made and used which link is written down, without its secret', async () => {
  const url = await makeLink(invitation(), NOW)
  const answer = await join(secretOf(url), form('audited'))
  const acts = await platform.rows(
    'SELECT act, actor, programme FROM audit ORDER BY rowid DESC LIMIT 2',
  )
  expect(acts).toEqual([
    {
      act: 'link-used:invitation',
      actor: answer.kind === 'joined' && answer.person.id,
      programme: 'kidney',
    },
    { act: 'link-made:invitation:trainee', actor: platform.cast.carla.id, programme: 'kidney' },
  ])
  expect(JSON.stringify(await platform.rows('SELECT * FROM audit'))).not.toContain(secretOf(url))
})
