/** The second step of staff over HTTP: nobody is in without it, no way skips it, and no code is taken twice (R49). */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { IN_PLACE_HEADER } from '#domain/people/in-place.ts'
import { wordsIn } from '#i18n/words.ts'
import { codeOf, stepAt } from '#server/access/one-time-code.ts'
import { PASSWORD, type Name } from '#tests/cast.ts'
import { newPhone, type Asked, type Phone } from '#tests/authenticator.ts'
import { headingOf, openSite, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

const { factor: t } = wordsIn('en')

/** The database beside the running server, as another process sees it. */
function inDatabase<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path.join(site.server.dataDir, 'alongside.db'), {
    timeout: 5000,
  })
  try {
    return work(database)
  } finally {
    database.close()
  }
}
const change = (sql: string, ...args: (string | number)[]): void =>
  void inDatabase((database) => database.prepare(sql).run(...args))
const events = (name: Name): string[] =>
  inDatabase((database) =>
    database
      .prepare('SELECT kind, way FROM security_events WHERE person = ? ORDER BY id')
      .all(site.cast[name].id)
      .map(({ kind, way }) => [kind, way].filter(Boolean).join(' ')),
  )
/** From `days` ago on, or in so many days. */
const dueIn = (days: number): void =>
  change(
    'INSERT INTO factor_dates (id, due_from, at) VALUES (?, ?, ?)',
    String(Math.random()),
    Date.now() + days * 86_400_000,
    Date.now(),
  )

// What one test types wrong is not counted against the next.
beforeEach(() => change('DELETE FROM attempts'))

/** A browser: it keeps its cookies, and its forms say whose they are. */
function browser(name: Name, owner: Name | '' = name) {
  const cookies = new Map<string, string>()
  const ask = async (
    method: 'GET' | 'POST',
    to: string,
    body: Readonly<Record<string, string>> = {},
    more: Parameters<Site['ask']>[2] = {},
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const answer = await site.ask(method, to, {
      cookie,
      owner,
      ...(method === 'POST' ? { body } : {}),
      ...more,
    })
    for (const one of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      if (value) cookies.set(key, value)
      else cookies.delete(key)
    }
    return answer
  }
  return {
    ask,
    signIn: (to = '') =>
      ask('POST', `/sign-in${to}`, { way: 'password', name, password: PASSWORD }),
    cookie: () => cookies.get('alongside') ?? '',
    /** What a browser asks before its device shows a passkey, or makes one. */
    begin: async (use: string): Promise<Asked> => {
      const call = { type: 'text/plain', headers: { accept: 'application/json' }, body: use }
      const answer = await ask('POST', '/api/passkey', {}, call)
      expect([use, answer.status]).toEqual([use, 200])
      return JSON.parse(answer.text) as Asked
    },
  }
}
type Browser = ReturnType<typeof browser>

/** Where a page is shown, it holds the key; this is its app. */
async function setUp(who: Browser): Promise<{ secret: string; codes: string[] }> {
  const page = await who.ask('GET', '/ways-in/factor/app')
  expect(page.status).toBe(200)
  const secret = keyIn(page)
  const body = { do: 'set-up', id: idIn(page), code: codeOf(secret, stepAt(Date.now()) - 1) }
  const made = await who.ask('POST', '/ways-in/factor/app', body)
  return { secret, codes: codesIn(made) }
}
const keyIn = ({ text }: Answer): string =>
  (/id="app-key">([^<]+)</.exec(text)?.[1] ?? '').replace(/\s/g, '')
const idIn = ({ text }: Answer): string => /name="id" value="([^"]+)"/.exec(text)?.[1] ?? ''
const sealedIn = ({ text }: Answer): string => /name="sealed" value="([^"]*)"/.exec(text)?.[1] ?? ''
const codesIn = ({ text }: Answer): string[] =>
  [...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code)

const NOTE = '01900000-0000-7000-8000-00000000f001'

describe('Carla sets up an app', () => {
  let carla: Browser
  let app: Awaited<ReturnType<typeof setUp>>
  beforeAll(async () => {
    carla = browser('carla')
    expect((await carla.signIn()).location).toBe('/coordinate')
    const wrong = await carla.ask('GET', '/ways-in/factor/app')
    const id = idIn(wrong)
    // The key stays the same in a form that comes back, and nothing is saved before a code was right.
    const back = await carla.ask('POST', '/ways-in/factor/app', { do: 'set-up', id, code: '12 34' })
    expect([back.status, keyIn(back)]).toEqual([422, keyIn(wrong)])
    expect(back.text).toContain(t.problems.malformed)
    const late = codeOf(keyIn(wrong), stepAt(Date.now()) - 4)
    const clock = await carla.ask('POST', '/ways-in/factor/app', { do: 'set-up', id, code: late })
    expect([clock.status, clock.text.includes(t.problems.clock)]).toEqual([422, true])
    app = await setUp(carla)
  })

  test('she gets ten recovery codes, once, and they are kept as hashes', () => {
    expect(app.codes).toHaveLength(10)
    const kept = inDatabase((database) =>
      database
        .prepare('SELECT id FROM recovery_codes')
        .all()
        .map(({ id }) => String(id)),
    )
    expect(kept).toHaveLength(10)
    expect(kept.some((id) => app.codes.some((code) => id.includes(code)))).toBe(false)
    expect(events('carla')).toContain('factor-added app')
  })

  test('her session goes on; any other one is no one’s until it shows the app', async () => {
    expect((await carla.ask('GET', '/coordinate')).status).toBe(200)
    const other = await site.ask('GET', '/coordinate', { as: 'carla' })
    expect([other.status, other.location]).toEqual([303, '/sign-in?to=%2Fcoordinate'])
  })

  describe.each([
    ['GET', '/coordinate', 303],
    ['GET', '/coordinate/{nadia}', 303],
    ['GET', '/ways-in', 303],
    ['GET', '/ways-in/factor', 303],
    ['GET', '/ways-in/factor/app', 303],
    ['GET', '/ways-in/devices', 303],
    ['GET', '/coordinate/register/export', 303],
    ['GET', '/api/saved/me', 401],
    ['POST', '/ways-in', 401],
    ['POST', '/ways-in/factor', 401],
    ['POST', '/ways-in/factor/codes', 401],
    ['POST', '/ways-in/devices', 401],
    ['POST', '/coordinate/{nadia}/link', 401],
    ['POST', '/coordinate/{nadia}/notes', 401],
    ['POST', '/api/records', 401],
    ['GET', '/api/device-key', 401],
  ] as const)('with her password alone', (method, to, status) => {
    test(`${method} ${to} is nobody’s`, async () => {
      const thief = browser('carla')
      await thief.signIn()
      const answer = await thief.ask(method, site.fill(to), { do: 'remove', password: PASSWORD })
      expect(answer.status).toBe(status)
      expect(answer.text).not.toContain('Nadia')
    })
  })

  test('with her password the second step is asked for, and says only her own name', async () => {
    const here = browser('carla')
    const entered = await here.signIn('?to=%2Fcoordinate%2Fregister')
    expect(entered.location).toBe('/coordinate/register')
    const door = await here.ask('GET', '/sign-in?to=%2Fcoordinate%2Fregister')
    expect(door.location).toBe('/sign-in/second?to=%2Fcoordinate%2Fregister')
    const step = await here.ask('GET', door.location)
    expect([step.status, headingOf(step)]).toEqual([200, t.step.title])
    const empty = await here.ask('POST', door.location, { factor: ' ' })
    expect([empty.status, empty.text.includes(t.problems.missing)]).toEqual([422, true])
    const wrong = await here.ask('POST', door.location, { factor: '000000' })
    expect([wrong.status, wrong.text.includes(t.problems.wrong)]).toEqual([401, true])
    const before = here.cookie()
    // Later than the one that set the app up, however long the above took.
    const code = codeOf(app.secret, stepAt(Date.now()))
    const right = await here.ask('POST', door.location, { factor: code })
    expect([right.status, right.location]).toEqual([303, '/coordinate/register'])
    expect(here.cookie()).not.toBe(before)
    expect((await here.ask('GET', '/coordinate')).status).toBe(200)
    expect(events('carla')).toEqual(
      expect.arrayContaining(['factor-refused app', 'factor-shown app']),
    )
    // The same code a second time, in another browser.
    const replay = browser('carla')
    await replay.signIn()
    const again = await replay.ask('POST', '/sign-in/second', { factor: code })
    expect([again.status, again.text.includes(t.problems.used)]).toEqual([401, true])
    expect((await replay.ask('GET', '/coordinate')).status).toBe(303)
  })

  test('of two browsers that send one code at once, one is let in', async () => {
    const both = [browser('carla'), browser('carla')] as const
    for (const one of both) await one.signIn()
    const code = app.codes[8] ?? ''
    const answers = await Promise.all(
      both.map((one) => one.ask('POST', '/sign-in/second', { factor: code })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 401])
  })

  test('a recovery code lets her in once, in small letters and without lines', async () => {
    const here = browser('carla')
    await here.signIn()
    const typed = (app.codes[0] ?? '').toLowerCase().replaceAll('-', '')
    expect((await here.ask('POST', '/sign-in/second', { factor: typed })).status).toBe(303)
    expect((await here.ask('GET', '/ways-in/factor')).text).toContain(t.state.left(8))
    const again = browser('carla')
    await again.signIn()
    const used = await again.ask('POST', '/sign-in/second', { factor: typed })
    expect([used.status, used.text.includes(t.problems.used)]).toEqual([401, true])
    expect(events('carla')).toContain('factor-shown recovery-code')
  })

  test('somebody else’s recovery code is none of hers', async () => {
    const oscar = browser('oscar')
    await oscar.signIn()
    const { codes } = await setUp(oscar)
    const here = browser('carla')
    await here.signIn()
    expect((await here.ask('POST', '/sign-in/second', { factor: codes[0] ?? '' })).status).toBe(401)
  })

  test('new recovery codes take the place of the old ones', async () => {
    const here = browser('carla')
    await here.signIn()
    await here.ask('POST', '/sign-in/second', { factor: app.codes[1] ?? '' })
    const made = await here.ask('POST', '/ways-in/factor/codes')
    expect(codesIn(made)).toHaveLength(10)
    const old = browser('carla')
    await old.signIn()
    expect((await old.ask('POST', '/sign-in/second', { factor: app.codes[2] ?? '' })).status).toBe(
      401,
    )
    app.codes = codesIn(made)
  })

  test('what she typed waits until she showed both', async () => {
    const words = { id: NOTE, kind: 'shared', text: 'canary-typed' }
    const to = site.fill('/coordinate/{nadia}/notes')
    const out = await site.ask('POST', to, { owner: 'carla', body: words })
    expect([out.status, out.text.includes('canary-typed')]).toEqual([401, false])
    const sealed = sealedIn(out)
    const here = browser('carla', '')
    const first = await here.ask('POST', to, {
      ...{ 'again-name': 'carla', 'again-password': PASSWORD, 'again-do': 'send', sealed },
    })
    expect([first.status, first.text.includes('canary-typed')]).toEqual([401, false])
    expect(first.text).toContain('name="again-step"')
    const step = { 'again-step': 'yes', 'again-do': 'send', sealed }
    const wrong = await here.ask('POST', to, { ...step, factor: '000000' })
    expect([wrong.status, wrong.text.includes(t.problems.wrong)]).toEqual([401, true])
    const right = await here.ask('POST', to, { ...step, factor: app.codes[3] ?? '' })
    expect(right.status).toBe(303)
    expect((await here.ask('GET', to)).text).toContain('canary-typed')
  })

  test('the password alone is no proof any more; the app’s code or a recovery code is', async () => {
    const stolen = browser('carla')
    await stolen.signIn()
    await stolen.ask('POST', '/sign-in/second', { factor: app.codes[4] ?? '' })
    change(
      'UPDATE sessions SET authenticated_at = ? WHERE person = ?',
      Date.now() - 6 * 60_000,
      site.cast.carla.id,
    )
    const to = site.fill('/coordinate/{nadia}/link')
    const byPassword = await stolen.ask('POST', to, { password: PASSWORD })
    expect([byPassword.status, byPassword.text.includes(t.problems.malformed)]).toEqual([422, true])
    // A stolen session takes no factor away and makes no codes.
    for (const [page, body] of [
      ['/ways-in/factor', { do: 'remove', password: PASSWORD }],
      ['/ways-in/factor/codes', { password: PASSWORD }],
      ['/ways-in/factor/app', { password: PASSWORD }],
    ] as const)
      expect([page, (await stolen.ask('POST', page, body)).status]).toEqual([page, 401])
    const byCode = await stolen.ask('POST', to, { password: app.codes[5] ?? '' })
    expect(byCode.status).toBe(200)
    expect(events('carla')).toEqual(
      expect.arrayContaining(['unproven app', 'proven recovery-code']),
    )
  })

  test('after ten wrong codes nobody is heard for a while, from whichever device', async () => {
    const here = browser('carla')
    await here.signIn()
    const tries = []
    for (let n = 0; n < 11; n++)
      tries.push((await here.ask('POST', '/sign-in/second', { factor: `00000${n % 10}` })).status)
    expect(tries.at(-1)).toBe(429)
    const other = browser('carla')
    await other.signIn()
    const right = await other.ask('POST', '/sign-in/second', { factor: app.codes[6] ?? '' })
    expect(right.status).toBe(429)
    expect(events('carla')).toContain('throttled app')
  })

  test('"sign in as somebody else" ends the first step too', async () => {
    const here = browser('carla')
    await here.signIn()
    const cookie = here.cookie()
    await here.ask('POST', '/sign-out', {}, { owner: '' })
    const back = await site.ask('GET', '/sign-in/second', { cookie: `alongside=${cookie}` })
    expect(back.location).toBe('/sign-in')
  })
})

describe('César has a passkey', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = newPhone(site.server.origin)
    const cesar = browser('cesar')
    await cesar.signIn()
    const passkey = phone.make(await cesar.begin('add'))
    expect((await cesar.ask('POST', '/ways-in/passkeys/new', { do: 'add', passkey })).status).toBe(
      303,
    )
    expect(codesIn(await cesar.ask('POST', '/ways-in/factor/codes'))).toHaveLength(10)
  })

  test('it is both steps at once', async () => {
    const here = browser('cesar')
    const passkey = phone.use(await here.begin('enter'))
    const entered = await here.ask('POST', '/sign-in', { passkey })
    expect(entered.location).toBe('/coordinate')
    expect((await here.ask('GET', '/coordinate')).status).toBe(200)
  })

  test('after the password it is the second step', async () => {
    const here = browser('cesar')
    await here.signIn()
    expect((await here.ask('GET', '/coordinate')).status).toBe(303)
    for (const wrong of [
      { origin: 'http://evil.example' },
      { rpId: 'evil.example' },
      { unverified: true },
      { challenge: Buffer.alloc(32, 9).toString('base64url') },
    ]) {
      const refused = await here.ask('POST', '/sign-in/second', {
        passkey: phone.use(await here.begin('prove'), wrong),
      })
      expect([refused.status, refused.text.includes(wordsIn('es').passkeys.wrong)]).toEqual([
        401,
        true,
      ])
    }
    const right = await here.ask('POST', '/sign-in/second', {
      passkey: phone.use(await here.begin('prove')),
    })
    expect([right.status, right.location]).toEqual([303, '/coordinate'])
    expect((await here.ask('GET', '/coordinate')).status).toBe(200)
  })
})

describe('from the day on', () => {
  let gwen: Browser
  beforeAll(async () => {
    gwen = browser('gwen')
    await gwen.signIn()
    expect((await gwen.ask('GET', '/coordinate')).status).toBe(200)
    dueIn(-1)
  })
  afterAll(() => dueIn(30))

  test.each(['/coordinate', '/coordinate/{joyce}', '/ways-in', '/resources', '/search', '/learn'])(
    'Gwen without a second step is led from %s to set one up',
    async (to) => {
      const answer = await gwen.ask('GET', site.fill(to))
      expect([answer.status, answer.location]).toEqual([
        303,
        `/ways-in/factor?to=${encodeURIComponent(site.fill(to))}`,
      ])
    },
  )

  test.each(['/coordinate/{joyce}/notes', '/coordinate/{joyce}/link', '/ways-in'])(
    'what she posts to %s does nothing, and waits for her, locked',
    async (to) => {
      const answer = await gwen.ask('POST', site.fill(to), { kind: 'shared', text: 'canary-late' })
      expect([answer.status, headingOf(answer)]).toEqual([403, t.first.title])
      expect(answer.text).not.toContain('canary-late')
      expect(sealedIn(answer)).toContain(`${site.cast.gwen.id}.`)
      expect(answer.text).toContain(`data-keep-sealed="${site.cast.gwen.id}"`)
    },
  )

  test.each([
    ['/coordinate/{joyce}/link', {}],
    ['/ways-in/devices', { do: 'others' }],
  ])('a button of %s alone leads her there', async (to, body) => {
    const answer = await gwen.ask('POST', site.fill(to), body)
    expect([answer.status, answer.location]).toEqual([303, '/ways-in/factor'])
  })

  test('what a page of hers sends by itself stays in that page: nobody says that it was taken', async () => {
    const to = site.fill('/coordinate/{joyce}/notes')
    const headers = { [IN_PLACE_HEADER]: 'yes' }
    const words = { kind: 'shared', text: 'canary-late' }
    const answer = await gwen.ask('POST', to, words, { headers })
    expect([answer.status, answer.headers.get(IN_PLACE_HEADER)]).toEqual([401, 'signed-out'])
  })

  test('she can sign out, and set one up: then everything is there, and what she wrote is sent', async () => {
    const page = await gwen.ask('GET', '/ways-in/factor')
    expect([page.status, page.text.includes(t.dueNow)]).toEqual([200, true])
    const to = site.fill('/coordinate/{joyce}/notes')
    const words = { id: `${NOTE.slice(0, -1)}2`, kind: 'shared', text: 'canary-kept' }
    const first = sealedIn(await gwen.ask('POST', to, words))
    const send = (sealed: string) => gwen.ask('POST', to, { sealed, 'again-do': 'send' })
    const early = await send(first)
    expect([early.status, headingOf(early)]).toEqual([403, t.first.title])
    await setUp(gwen)
    expect((await gwen.ask('GET', '/coordinate')).status).toBe(200)
    expect((await gwen.ask('GET', to)).text).not.toContain('canary-kept')
    expect((await send(sealedIn(early))).status).toBe(303)
    expect((await gwen.ask('GET', to)).text).toContain('canary-kept')
  })

  test('she cannot take her only one away', async () => {
    const answer = await gwen.ask('POST', '/ways-in/factor', { do: 'remove' })
    expect([answer.status, answer.text.includes(t.remove.needed)]).toEqual([409, true])
  })

  test('trainees are asked for nothing', async () => {
    const ray = browser('ray')
    expect((await ray.signIn()).location).toBe('/learn')
    expect((await ray.ask('GET', '/learn')).status).toBe(200)
    expect((await ray.ask('GET', '/ways-in/factor')).status).toBe(404)
  })
})
