/** Words, power and limits have an owner: what is typed, who may do it now, and how often (R17, R18, R20, R22, R41). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsIn } from '#i18n/words.ts'
import { PASSWORD } from '#tests/cast.ts'
import { headingOf, openSite, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

const { common } = wordsIn('en')
const REFLECTION = '/learn/self-care/my-warning-signs'
const RAYS = 'I snap at people on Tuesdays.'
let record = 0
const typed = (text = RAYS) => ({
  record: `01900000-0000-7000-8000-${String(++record).padStart(12, '0')}`,
  text,
})
const sealedIn = ({ text }: Answer): string => /name="sealed" value="([^"]*)"/.exec(text)?.[1] ?? ''
const sessionIn = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .find((one) => one.startsWith('alongside='))
    ?.split(';')[0] ?? ''
const again = (name: string, sealed: string, more: Readonly<Record<string, string>> = {}) => ({
  'again-name': name,
  'again-password': PASSWORD,
  sealed,
  ...more,
})

describe('A1: what Ray types is saved as Ray’s or not at all', () => {
  test('A1: his session ends, and Nadia signs in on "You have been signed out"', async () => {
    const out = await site.ask('POST', REFLECTION, { owner: 'ray', body: typed() })
    expect([out.status, headingOf(out)]).toEqual([401, common.sessionEnded])
    expect(out.text).not.toContain(RAYS)
    const sealed = sealedIn(out)
    const hers = await site.ask('POST', REFLECTION, {
      body: again('nadia', sealed, { 'again-do': 'send' }),
    })
    expect([hers.status, headingOf(hers)]).toEqual([409, common.somebodyElse])
    expect(hers.text).not.toContain(RAYS)
    expect(sealedIn(hers)).toBe(sealed)
    const clean = await site.ask('GET', REFLECTION, { cookie: sessionIn(hers) })
    expect(clean.text).toContain(wordsIn('en').course.save)
    expect(clean.text).not.toContain(RAYS)
  })

  test('A1: he signs in there himself, and it is sent', async () => {
    const words = 'I stop calling my sister.'
    const out = await site.ask('POST', REFLECTION, { owner: 'ray', body: typed(words) })
    const sent = await site.ask('POST', REFLECTION, {
      body: again('ray', sealedIn(out), { 'again-do': 'send' }),
    })
    expect([sent.status, sent.location]).toEqual([303, `${REFLECTION}?saved=1`])
    expect((await site.ask('GET', REFLECTION, { as: 'ray' })).text).toContain(words)
  })

  test('A1: he has no password, and sends it on by a code that his coordinator reads to him', async () => {
    const words = 'I listen better in the morning.'
    const out = await site.ask('POST', REFLECTION, { owner: 'ray', body: typed(words) })
    const made = await site.ask('POST', site.fill('/coordinate/{ray}/link'), { as: 'carla' })
    const code = /invitation-card__code">([^<]+)</.exec(made.text)?.[1]?.trim() ?? ''
    const body = {
      'again-name': '',
      'again-password': '',
      sealed: sealedIn(out),
      'again-do': 'send',
    }
    const wrong = await site.ask('POST', REFLECTION, { body: { ...body, 'again-code': 'ABCD' } })
    expect([wrong.status, wrong.text.includes('value="ABCD"'), sealedIn(wrong)]).toEqual([
      422,
      true,
      sealedIn(out),
    ])
    const sent = await site.ask('POST', REFLECTION, {
      body: { ...body, 'again-code': code.toLowerCase().replaceAll('-', ' ') },
    })
    expect([sent.status, sent.location]).toEqual([303, `${REFLECTION}?saved=1`])
    const cookie = sessionIn(sent)
    // Written now, so it is open in that session; what he wrote before is not.
    expect((await site.ask('GET', REFLECTION, { cookie })).text).toContain(words)
  })

  test('A1: an old tab of his, posted after Nadia signed in on the same browser', async () => {
    const words = 'I sleep badly before a visit.'
    const hers = await site.ask('POST', REFLECTION, {
      as: 'nadia',
      owner: 'ray',
      body: typed(words),
    })
    expect([hers.status, headingOf(hers)]).toEqual([409, common.somebodyElse])
    expect(hers.text).not.toContain(words)
    for (const as of ['nadia', 'ray'] as const)
      expect((await site.ask('GET', REFLECTION, { as })).text).not.toContain(words)
    const his = await site.ask('POST', REFLECTION, {
      cookie: site.spareCookie('nadia'),
      body: again('ray', sealedIn(hers)),
    })
    // Shown to him, not sent: it is some time since he wrote it.
    expect(his.status).toBe(200)
    expect(his.text).toContain(words)
    expect((await site.ask('GET', REFLECTION, { as: 'ray' })).text).not.toContain(words)
  })

  test('A1: what waits on the device opens for him alone, on its page alone, and unchanged alone', async () => {
    const out = await site.ask('POST', REFLECTION, { owner: 'ray', body: typed() })
    const sealed = sealedIn(out)
    const open = async (as: 'ray' | 'nadia', path: string, words: string): Promise<boolean> =>
      (await site.ask('POST', path, { as, body: { sealed: words } })).text.includes(RAYS)
    expect(await open('ray', REFLECTION, sealed)).toBe(true)
    expect(await open('nadia', REFLECTION, sealed)).toBe(false)
    expect(await open('ray', '/learn/consent/a-promise-i-can-keep', sealed)).toBe(false)
    const [owner = '', locked = ''] = sealed.split('.')
    const changed = `${owner}.${locked.slice(0, 40)}${locked[40] === 'A' ? 'B' : 'A'}${locked.slice(41)}`
    expect(await open('ray', REFLECTION, changed)).toBe(false)
    expect(await open('nadia', REFLECTION, `${site.cast.nadia.id}.${locked}`)).toBe(false)
  })

  test.each([
    ['a quick button', '/learn', { act: 'pause' }],
    ['a language switched inside a form', REFLECTION, { text: RAYS, 'switch-language': 'es' }],
    ['the language button', '/language', { language: 'es', to: '/learn' }],
    ['how one likes to read', '/display', { text: 'large' }],
    ['signing out', '/sign-out', {}],
  ])('A1: %s of his does nothing for Nadia', async (_, path, body) => {
    const answer = await site.ask('POST', path, { as: 'nadia', owner: 'ray', body })
    expect([answer.status, headingOf(answer)]).toEqual([409, common.somebodyElse])
    expect(answer.headers.getSetCookie()).toEqual([])
    const hers = await site.ask('GET', '/learn', { as: 'nadia' })
    expect([hers.status, hers.text.includes('lang="en"')]).toEqual([200, true])
    expect(hers.text).not.toContain(wordsIn('en').learn.resume)
  })

  test('A1: a visitor’s old form, and one that says nothing, are not taken for hers', async () => {
    const old = await site.ask('POST', REFLECTION, { as: 'nadia', owner: '', body: typed() })
    expect([old.status, headingOf(old)]).toEqual([409, common.beforeSignIn])
    const body = new URLSearchParams(typed()).toString()
    const nameless = await site.ask('POST', REFLECTION, {
      as: 'nadia',
      type: 'application/x-www-form-urlencoded; charset=utf-8',
      body,
      owner: '',
    })
    expect(nameless.status).toBe(409)
    expect((await site.ask('GET', REFLECTION, { as: 'nadia' })).text).not.toContain(RAYS)
  })

  test('A1: a file of an administrator’s old tab is not kept for a coordinator', async () => {
    const answer = await site.ask('POST', '/manage/packages/new', {
      as: 'carla',
      owner: 'ana',
      type: 'multipart/form-data; boundary=b',
      body: '--b\r\nContent-Disposition: form-data; name="package"; filename="a.zip"\r\nContent-Type: application/zip\r\n\r\nPK\r\n--b--\r\n',
    })
    expect([answer.status, headingOf(answer)]).toEqual([409, common.somebodyElse])
  })

  test.each(['/api/records', '/api/packages/01900000-0000-7000-8000-000000000000'])(
    'A1: a call of his to %s is refused in Nadia’s session',
    async (path) => {
      const call = (owner: 'ray' | 'nadia') =>
        site.ask('POST', path, {
          as: 'nadia',
          owner,
          type: 'application/json',
          body: '{"records":[]}',
        })
      expect((await call('ray')).status).toBe(409)
      expect((await call('nadia')).status).not.toBe(409)
    },
  )
})

describe('A2, A3, A5, A6: signing in, and staying so', () => {
  test('a device of one’s own speaks one’s language after signing out; a shared one keeps nothing', async () => {
    const signIn = (more: Readonly<Record<string, string>>) =>
      site.ask('POST', '/sign-in', { body: { name: 'luz', password: PASSWORD, ...more } })
    const languageIn = (answer: Answer): string =>
      answer.headers
        .getSetCookie()
        .find((one) => one.startsWith('language='))
        ?.split(';')[0] ?? ''
    const own = languageIn(await signIn({}))
    expect(own).toBe('language=es')
    const page = await site.ask('GET', '/sign-in', { cookie: own })
    expect(page.text).toContain(wordsIn('es').account.signInIntro)
    expect(languageIn(await signIn({ shared: 'yes' }))).toBe('')
  })

  test('A2: while the name waits, the right password is told so, and the words stay', async () => {
    const words = 'I cancel my own appointments.'
    const out = await site.ask('POST', REFLECTION, { owner: 'luz', body: typed(words) })
    const sealed = sealedIn(out)
    for (let n = 0; n < 10; n++)
      await site.ask('POST', '/sign-in', { body: { name: 'luz', password: `guess ${n}` } })
    const signIn = await site.ask('POST', '/sign-in', { body: { name: 'luz', password: PASSWORD } })
    const there = await site.ask('POST', REFLECTION, {
      body: again('luz', sealed, { 'again-do': 'send' }),
    })
    const said = wordsIn('en').account.tooMany(15)
    for (const answer of [signIn, there]) {
      expect(answer.status).toBe(429)
      expect(answer.text).toContain(said)
      expect(answer.text).toContain('555-0100')
    }
    expect(sealedIn(there)).toBe(sealed)
  })

  test('A3: a trainee’s cookie from before opens nothing once she coordinates', async () => {
    const cookie = site.spareCookie('joyce')
    expect((await site.ask('GET', '/learn', { cookie })).status).toBe(200)
    await site.ask('POST', site.fill('/manage/accounts/{joyce}'), {
      as: 'ana',
      body: { do: 'give', role: 'coordinator kidney' },
    })
    const notes = site.fill('/coordinate/{nadia}/notes')
    const answer = await site.ask('GET', notes, { cookie })
    expect([answer.status, answer.location]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent(notes)}`,
    ])
  })

  test('A5: an invitation accepted on a shared computer leaves a cookie without an end', async () => {
    const answer = await site.ask('POST', `/join/${site.link('trainee')}`, {
      cookie: site.spareCookie('ray'),
      body: { do: 'accept', shared: 'yes' },
    })
    expect(answer.status).toBe(303)
    const cookies = answer.headers.getSetCookie()
    expect(cookies.find((one) => one.startsWith('alongside='))).not.toContain('Max-Age')
    expect(cookies.some((one) => one.startsWith('alongside-device='))).toBe(false)
  })

  test('A6: the password shown once more gives a new secret, and the old cookie opens nothing', async () => {
    const before = site.staleCookie('cesar')
    const answer = await site.ask('POST', site.fill('/coordinate/{nadia}/export'), {
      cookie: before,
      body: { password: PASSWORD },
    })
    expect([answer.status, sessionIn(answer) !== '']).toEqual([200, true])
    expect((await site.ask('GET', '/coordinate', { cookie: before })).status).toBe(303)
    expect((await site.ask('GET', '/coordinate', { cookie: sessionIn(answer) })).status).toBe(200)
  })
})

describe('A7: power is handed out with a fresh proof, and the person is told', () => {
  const isMade = ({ text }: Answer): boolean => /invitation-card__code/.test(text)

  test('A7: a code into a trainee’s account asks for the password, and she reads that it was made', async () => {
    const to = site.fill('/coordinate/{nadia}/link')
    const cookie = site.staleCookie('carla')
    const refused = await site.ask('POST', to, { cookie, body: {} })
    expect([refused.status, isMade(refused)]).toEqual([422, false])
    expect(refused.text).toContain('name="password"')
    const wrong = await site.ask('POST', to, { cookie, body: { password: 'guess' } })
    expect([wrong.status, isMade(wrong)]).toEqual([422, false])
    expect(isMade(await site.ask('POST', to, { cookie, body: { password: PASSWORD } }))).toBe(true)
    const hers = await site.ask('GET', '/learn/messages', { as: 'nadia' })
    expect(hers.text).toContain('Carla made a code for you')
  })

  test('A7: an invitation of a coordinator asks for it too, also when it is made again', async () => {
    const body = { name: 'Cora', programme: 'kidney', 'for-language': 'en' }
    const cookie = site.staleCookie('ana')
    const refused = await site.ask('POST', '/manage/invite', { cookie, body })
    expect([refused.status, refused.text.includes('name="password"')]).toEqual([422, true])
    expect(refused.text).toContain('value="Cora"')
    const again = await site.ask('POST', '/manage/invitations', { cookie, body: { again: 'x' } })
    expect([again.status, again.text.includes('name="password"')]).toEqual([422, true])
    const made = await site.ask('POST', '/manage/invite', {
      cookie,
      body: { ...body, password: PASSWORD },
    })
    expect([made.status, made.text.includes('/join/')]).toEqual([200, true])
    // Whoever coordinates has no coordinator: not to see the name, and not to ask.
    const [link = ''] = /\/join\/[\w-]+/.exec(made.text) ?? []
    const page = (await site.ask('GET', link)).text
    const { nameHelp, chooseSignInNameHelp } = wordsIn('en').account
    for (const { trainee, staff } of [nameHelp, chooseSignInNameHelp])
      expect([page.includes(staff), page.includes(trainee)]).toEqual([true, false])
    expect((await site.ask('GET', `/join/${site.link('spare')}`)).text).toContain(
      wordsIn('es').account.nameHelp.trainee,
    )
  })
})

describe('my account (R36)', () => {
  test('Nadia reads who looked at her record; that she looked herself is nothing to tell', async () => {
    const before = await site.ask('GET', '/account/looks', { as: 'nadia' })
    await site.ask('GET', '/record', { as: 'nadia' })
    await site.ask('GET', site.fill('/coordinate/{nadia}'), { as: 'carla' })
    const { text } = await site.ask('GET', '/account/looks', { as: 'nadia' })
    const rows = [...text.matchAll(/<tr>\s*<td[^>]*>[\s\S]*?<\/tr>/g)].map(([row]) => row)
    expect(rows.filter((row) => row.includes('Nadia'))).toEqual([])
    expect(rows.some((row) => row.includes('Carla') && row.includes('Your record'))).toBe(true)
    expect(before.status).toBe(200)
  })

  test('it leads to each thing that she may change', async () => {
    const { text } = await site.ask('GET', '/account', { as: 'nadia' })
    const to = [...text.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href)
    expect(to).toEqual(
      expect.arrayContaining([
        '/name',
        '/record/profile',
        '/ways-in',
        '/ways-in/devices',
        '/ways-in/mail',
        '/account/looks',
        '/learn/who-can-see',
        '/record/my-learning',
      ]),
    )
  })

  test('an administrator, who has no record of learning, is led to none', async () => {
    const { text } = await site.ask('GET', '/account', { as: 'ana' })
    expect(text).not.toMatch(/href="\/(record|learn)\//)
  })
})
