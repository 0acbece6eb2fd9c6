/** Passkeys over HTTP: what the built server takes from a browser, and what it refuses from anybody. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { wordsIn } from '#i18n/words.ts'
import type { Name } from '#tests/cast.ts'
import { newPhone, type Asked, type Phone } from '#tests/authenticator.ts'
import { headingOf, openSite, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|Warning|caused by/)
})

const { passkeys: t, account } = wordsIn('en')
const CALL = { type: 'text/plain', headers: { accept: 'application/json' } } as const

async function asked(use: string, as: Name | null = null): Promise<Asked & { cookie: string }> {
  const answer = await site.ask('POST', '/api/passkey', { ...CALL, as, body: use })
  expect(answer.status).toBe(200)
  return { ...(JSON.parse(answer.text) as Asked), cookie: cookieIn(answer, 'alongside-passkey') }
}

const cookieIn = ({ headers }: Answer, name: string): string =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .find((one) => one.startsWith(`${name}=`)) ?? ''

async function addTo(name: Name, phone = newPhone(site.server.origin)): Promise<Phone> {
  const passkey = phone.make(await asked('add', name))
  const body = { do: 'add', passkey }
  const answer = await site.ask('POST', '/ways-in/passkeys/new', { as: name, body })
  expect([answer.status, answer.location]).toEqual([303, '/ways-in/passkeys?saved=added'])
  return phone
}

async function enter(
  phone: Phone,
  wrong: Parameters<Phone['use']>[1] = {},
  { to = '', cookie = '', shared = {} } = {},
): Promise<Answer> {
  const begun = await asked('enter')
  const body = { passkey: phone.use(begun, wrong), ...shared }
  return site.ask('POST', `/sign-in${to}`, { body, cookie: cookie || begun.cookie })
}

/** Refused in the same words, whatever was wrong. */
function expectRefused(answer: Answer): void {
  expect([answer.status, headingOf(answer)]).toEqual([401, account.signInTitle])
  expect(answer.text).toContain(t.wrong)
  expect(cookieIn(answer, 'alongside')).toBe('')
}

let phone: Phone
beforeEach(async () => {
  phone = await addTo('nadia')
  return async () => {
    // Ten are the most that there may be.
    const body = { do: 'remove', id: phone.id }
    await site.ask('POST', '/ways-in/passkeys', { as: 'nadia', body })
  }
})

describe('a passkey at the door', () => {
  test('signs in, leads on, and leaves a session of 90 days', async () => {
    const answer = await enter(phone, {}, { to: '?to=%2Flearn%2Fconsent%2Fquiz' })
    expect([answer.status, answer.location]).toEqual([303, '/learn/consent/quiz'])
    expect(answer.headers.getSetCookie().join('\n')).toMatch(/^alongside=[^;]+; Max-Age=7776000/m)
  })

  test('on a shared computer it leaves a session of the window, and no trace of the device', async () => {
    const answer = await enter(phone, {}, { shared: { shared: 'yes' } })
    expect(answer.status).toBe(303)
    const cookies = answer.headers.getSetCookie().join('\n')
    expect(cookies).toMatch(/^alongside=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/m)
    expect(cookies).not.toMatch(/alongside-device|Max-Age=[1-9]/)
  })

  test.each([
    ['a forged challenge', { challenge: Buffer.alloc(32, 9).toString('base64url') }],
    ['another origin', { origin: 'http://evil.example' }],
    ['our host over another port', { origin: 'http://localhost:1' }],
    ['another site’s passkeys', { rpId: 'evil.example' }],
    ['somebody else’s person', { userHandle: Buffer.from('x').toString('base64url') }],
  ])('is refused with %s', async (_, wrong) => {
    expectRefused(await enter(phone, wrong))
  })

  test('is refused when it is sent a second time', async () => {
    const { cookie, ...begun } = await asked('enter')
    const body = { passkey: phone.use(begun, { counter: 0 }) }
    expect((await site.ask('POST', '/sign-in', { body, cookie })).status).toBe(303)
    expectRefused(await site.ask('POST', '/sign-in', { body, cookie }))
  })

  test('is refused from a browser that did not ask', async () => {
    const stolen = { passkey: phone.use(await asked('enter')) }
    const { cookie } = await asked('enter')
    expectRefused(await site.ask('POST', '/sign-in', { body: stolen, cookie }))
    expectRefused(await site.ask('POST', '/sign-in', { body: stolen }))
  })

  test('of somebody else is theirs, whoever says that it is hers', async () => {
    const rays = await addTo('ray')
    const handle = Buffer.from(site.fill('{nadia}')).toString('base64url')
    expectRefused(await enter(rays, { userHandle: handle }))
    expect((await enter(rays)).status).toBe(303)
  })

  test('is refused once it was removed, in the same words as one that never was', async () => {
    const gone = await addTo('nadia')
    const body = { do: 'remove', id: gone.id }
    const removed = await site.ask('POST', '/ways-in/passkeys', { as: 'nadia', body })
    expect(removed.location).toBe('/ways-in/passkeys?saved=removed')
    expectRefused(await enter(gone))
    expectRefused(await enter(newPhone(site.server.origin)))
  })

  test('says so in Spanish, too', async () => {
    const { cookie, ...begun } = await asked('enter')
    const answer = await site.ask('POST', '/sign-in', {
      body: { passkey: phone.use(begun, { rpId: 'x' }) },
      cookie: `${cookie}; language=es`,
    })
    expect(answer.text).toContain(wordsIn('es').passkeys.wrong)
  })
})

describe('what a browser needs for it', () => {
  test('is handed to visitors for signing in alone; a GET hands out nothing', async () => {
    const post = (body: string, as: Name | null = null) =>
      site.ask('POST', '/api/passkey', { ...CALL, as, body })
    expect((await post('enter')).status).toBe(200)
    expect((await post('add')).status).toBe(401)
    expect((await post('prove')).status).toBe(401)
    expect((await post('cooking', 'ray')).status).toBe(400)
    expect((await site.ask('GET', '/api/passkey')).status).toBe(405)
  })

  test('names nobody, and asks for a finger, a face or a PIN', async () => {
    const { cookie: _, ...options } = await asked('enter')
    expect(options).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      rpId: 'localhost',
      timeout: 300_000,
      userVerification: 'required',
    })
  })

  test('is not handed to a page of somebody else', async () => {
    const answer = await site.ask('POST', '/api/passkey', {
      ...CALL,
      as: 'ray',
      body: 'add',
      headers: { 'alongside-owner': site.fill('{nadia}') },
    })
    expect(answer.status).toBe(409)
  })

  test('for a new one comes only after showing who one is', async () => {
    const stale = { cookie: site.staleCookie('luz'), owner: 'luz' } as const
    const begun = await site.ask('POST', '/api/passkey', { ...CALL, ...stale, body: 'add' })
    expect(begun.status).toBe(403)
    const page = await site.ask('GET', '/ways-in/passkeys/new', stale)
    expect(headingOf(page)).toBe(wordsIn('es').passkeys.proveTitle)
    const wrong = await site.ask('POST', '/ways-in/passkeys/new', {
      ...stale,
      body: { password: 'not this one' },
    })
    expect(wrong.status).toBe(401)
  })
})

describe('the page of one’s ways in', () => {
  test('names each passkey, and takes another name for it', async () => {
    const body = { do: 'name', id: phone.id, name: 'My <phone>' }
    const named = await site.ask('POST', '/ways-in/passkeys', { as: 'nadia', body })
    expect(named.location).toBe('/ways-in/passkeys?saved=named')
    const page = await site.ask('GET', '/ways-in/passkeys', { as: 'nadia' })
    expect(page.text).toContain('My &lt;phone&gt;')
    const empty = await site.ask('POST', '/ways-in/passkeys', {
      as: 'nadia',
      body: { ...body, name: ' ' },
    })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain(t.problems.missing)
  })

  test('says nothing of another one’s, and changes nothing of it', async () => {
    for (const act of ['name', 'remove']) {
      const body = { do: act, id: phone.id, name: 'Mine' }
      expect((await site.ask('POST', '/ways-in/passkeys', { as: 'ray', body })).status).toBe(404)
    }
    expect((await enter(phone)).status).toBe(303)
  })

  test('takes a passkey away only after showing who one is, with a passkey as well', async () => {
    const cookie = site.staleCookie('nadia')
    const spare = await addTo('nadia')
    const body = { do: 'remove', id: spare.id }
    const page = await site.ask('POST', '/ways-in/passkeys', { cookie, body })
    expect([page.status, headingOf(page)]).toEqual([200, t.proveTitle])
    const call = await site.ask('POST', '/api/passkey', { ...CALL, cookie, body: 'prove' })
    const passkey = phone.use(JSON.parse(call.text) as Asked)
    const done = await site.ask('POST', '/ways-in/passkeys', { cookie, body: { ...body, passkey } })
    expect([done.status, done.location]).toEqual([303, '/ways-in/passkeys?saved=removed'])
  })
})
