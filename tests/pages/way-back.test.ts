/**
 * Staff who forgot, and whom somebody would take over: over HTTP and on the command line. Each way back tells its person by mail
 * and on their own pages, none skips the second step, and of two administrators neither removes the other in return.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { LANGUAGES } from '#domain/course/language.ts'
import { wordsIn } from '#i18n/words.ts'
import { codeOf, stepAt } from '#server/access/one-time-code.ts'
import { PASSWORD, type Name } from '#tests/cast.ts'
import { beside, type Beside } from './a-database.ts'
import { headingOf, openSite, type Answer, type Site } from './site.ts'

const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'alongside@example.org' }
const DAY = 86_400_000
let site: Site
let data: Beside
beforeAll(async () => {
  // Mail waits in the outbox: nobody listens there.
  site = await openSite(MAIL, 'own')
  data = beside(site)
  for (const name of ['ana', 'carla', 'gwen', 'oscar'] as const)
    data.change(
      'UPDATE people SET email = ? WHERE id = ?',
      `${name}@example.org`,
      site.cast[name].id,
    )
})
afterAll(async () => {
  data.close()
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})
beforeEach(() => {
  data.change('DELETE FROM attempts')
  data.change('DELETE FROM outbox')
})

const { factor: t, manage } = wordsIn('en')
const idOf = (name: Name): string => site.cast[name].id
/** Without what the server mails by itself on a day's morning, whenever that is while this runs. */
const mailsTo = (name: Name): unknown[] =>
  data
    .rows('SELECT subject FROM outbox WHERE recipient = ?', `${name}@example.org`)
    .map(({ subject }) => subject)
    .filter((subject) => LANGUAGES.every((one) => subject !== wordsIn(one).notices.digest.subject))
const administers = (name: Name): void =>
  data.change(
    "INSERT INTO roles (person, role, programme, created_at) VALUES (?, 'administrator', '', ?)",
    idOf(name),
    Date.now() - 8 * DAY,
  )
const post = (
  as: Name | null,
  to: string,
  body: Readonly<Record<string, string>>,
  more: Parameters<Site['ask']>[2] = {},
): Promise<Answer> => site.ask('POST', site.fill(to), { as, body, ...more })
const cookieIn = ({ headers }: Answer): string =>
  /^(alongside=[^;]+)/m.exec(headers.getSetCookie().join('\n'))?.[1] ?? ''
const signIn = async (name: string, password = PASSWORD): Promise<string> =>
  cookieIn(await site.ask('POST', '/sign-in', { body: { way: 'password', name, password } }))

/** Where Ana is signed in since she came back. */
let ana = ''
const byAna = (to: string, body: Readonly<Record<string, string>>): Promise<Answer> =>
  site.ask('POST', site.fill(to), { cookie: ana, owner: 'ana', body })

/** @returns their recovery codes, and the app's key */
async function setUp(name: Name) {
  const page = await site.ask('GET', '/ways-in/factor/app', { as: name })
  const key = (/id="app-key">([^<]+)</.exec(page.text)?.[1] ?? '').replace(/\s/g, '')
  const id = /name="id" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const code = codeOf(key, stepAt(Date.now()) - 1)
  const made = await post(name, '/ways-in/factor/app', { do: 'set-up', id, code })
  const codes = [...made.text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, one = '']) => one)
  expect(codes).toHaveLength(10)
  return { codes, key }
}

describe('an administrator with recovery codes alone', () => {
  let app: Awaited<ReturnType<typeof setUp>>
  beforeAll(async () => {
    app = await setUp('ana')
  })
  const recover = (name: string, first: string, second: string, language = 'en') =>
    site.ask('POST', '/sign-in/recover', {
      cookie: `language=${language}`,
      body: { name, first, second },
    })

  test.each(LANGUAGES)('is told in the same words whatever is wrong, %s', async (language) => {
    const { wrong } = wordsIn(language).factor.recover
    const [a = '', b = ''] = app.codes
    for (const [name, first, second] of [
      ['ana', a, a],
      ['ana', a, 'ABCD-EFGH-JKLM'],
      ['ana', '', ''],
      ['carla', a, b],
      ['nobody', a, b],
    ] as const) {
      const answer = await recover(name, first, second, language)
      expect([name, answer.status, answer.text.includes(wrong)]).toEqual([name, 401, true])
      // A code is never shown again.
      expect(answer.text).not.toContain(a)
    }
    expect(mailsTo('ana')).toEqual([])
  })

  test('gets to a new password by two, once, and still shows a second step', async () => {
    const [a = '', b = '', c = '', d = ''] = app.codes
    const opened = await recover('ana', a, b.toLowerCase())
    expect([opened.status, opened.location.startsWith('/join/')]).toEqual([303, true])
    expect(mailsTo('ana')).toEqual([t.mail.recovered.subject])
    expect((await recover('ana', a, b)).status).toBe(401)
    expect((await recover('ana', b, c)).status).toBe(401)
    const password = 'nine slow rivers'
    const chosen = await site.ask('POST', opened.location, { body: { password } })
    expect(chosen.status).toBe(303)
    const cookie = cookieIn(chosen)
    const door = await site.ask('GET', '/manage', { cookie, owner: 'ana' })
    expect([door.status, door.location]).toEqual([303, '/sign-in?to=%2Fmanage'])
    const show = (factor: string) =>
      site.ask('POST', '/sign-in/second', { cookie, owner: 'ana', body: { factor } })
    const used = await show(a)
    expect([used.status, used.text.includes(t.problems.used)]).toEqual([401, true])
    // Of a clock that is 90 seconds off: said so, and not taken.
    for (const off of [-3, 3]) {
      const late = await show(codeOf(app.key, stepAt(Date.now()) + off))
      expect([off, late.status, late.text.includes(t.problems.clock)]).toEqual([off, 401, true])
    }
    // The last one that was taken, replayed: as if it had set the app up just now, however long the above took.
    const step = stepAt(Date.now())
    data.change('UPDATE code_apps SET used_step = ?', step)
    const replayed = await show(codeOf(app.key, step))
    expect([replayed.status, replayed.text.includes(t.problems.used)]).toEqual([401, true])
    const right = await show(d)
    expect(right.status).toBe(303)
    ana = cookieIn(right)
    const inside = await site.ask('GET', '/manage', { cookie: ana, owner: 'ana' })
    expect([inside.status, headingOf(inside)]).toEqual([200, manage.title])
    data.change('DELETE FROM code_apps')
    data.change('DELETE FROM recovery_codes')
  })
})

describe('Carla lost phone and paper', () => {
  const CARLA = '/manage/accounts/{carla}'
  beforeAll(() => setUp('carla'))

  test('a stolen session of an administrator takes nothing away', async () => {
    const proven = 'UPDATE sessions SET authenticated_at = ? WHERE person = ?'
    data.change(proven, Date.now() - 6 * 60_000, idOf('ana'))
    const answer = await byAna(CARLA, { do: 'factor' })
    data.change(proven, Date.now(), idOf('ana'))
    expect([answer.status, answer.text.includes('name="password"')]).toEqual([422, true])
    expect(data.rows('SELECT 1 FROM code_apps')).toHaveLength(1)
    expect(mailsTo('carla')).toEqual([])
  })

  test('Ana takes her second step away: every session ends, and she is told by mail and on her pages', async () => {
    const before = await signIn('carla')
    expect((await byAna(CARLA, { do: 'factor' })).status).toBe(303)
    expect(mailsTo('carla')).toEqual([t.mail.reset.subject])
    expect((await site.ask('GET', '/coordinate', { cookie: before })).status).toBe(303)
    const cookie = await signIn('carla')
    const home = await site.ask('GET', '/coordinate', { cookie })
    expect([home.status, home.text.includes(t.told.title)]).toEqual([200, true])
    const own = await site.ask('GET', '/ways-in/factor', { cookie })
    expect(own.text).toContain(`${site.cast.ana.name} took your second step away`)
  })

  test('and makes a link to a new password, shown once and told by mail', async () => {
    const made = await byAna(CARLA, { do: 'link' })
    expect([made.status, headingOf(made)]).toEqual([200, t.reset.linkTitle])
    expect(mailsTo('carla')).toEqual([wordsIn('en').ways.notice.mailSubject])
    const secret = /\/join\/([\w-]+)/.exec(made.text)?.[1] ?? ''
    const page = site.fill('/manage/accounts/{carla}')
    expect((await site.ask('GET', page, { cookie: ana })).text).not.toContain(secret)
    const chosen = await site.ask('POST', `/join/${secret}`, {
      body: { password: 'nine slow rivers' },
    })
    expect(chosen.status).toBe(303)
    expect(
      (await site.ask('POST', `/join/${secret}`, { body: { password: PASSWORD } })).status,
    ).toBe(410)
  })
})

describe('a link that an administrator made into Carla’s account', () => {
  const { staffNotice } = wordsIn('en').ways
  const CARLA = '/manage/accounts/{carla}'
  let carla = ''
  const answer = (act: string) =>
    site.ask('POST', '/ways-in/devices', { cookie: carla, owner: 'carla', body: { do: act } })
  const home = async () => (await site.ask('GET', '/coordinate', { cookie: carla })).text
  const disowned = () =>
    data.rows("SELECT person FROM security_events WHERE kind = 'link-disowned'")

  test('is told where she begins, with who made it a page on, until she says that she knows', async () => {
    carla = await signIn('carla', 'nine slow rivers')
    expect(await home()).toContain('Somebody made a link into your account')
    // Whoever chose this password by the link may be whoever made it.
    expect((await answer('knew')).status).toBe(404)
    const held = await site.ask('GET', '/ways-in/devices', { cookie: carla })
    expect([held.text.includes(staffNotice.held), held.text.includes('value="knew"')]).toEqual([
      true,
      false,
    ])
    data.change('UPDATE people SET password_held_until = NULL WHERE id = ?', idOf('carla'))
    data.change('UPDATE sessions SET held_until = NULL WHERE person = ?', idOf('carla'))
    const devices = await site.ask('GET', '/ways-in/devices', { cookie: carla })
    expect(devices.text).toContain(`${site.cast.ana.name} made a link to a new password for you`)
    expect((await answer('knew')).location).toBe('/ways-in/devices?saved=knew')
    expect(await home()).not.toContain('Somebody made a link into your account')
    expect(disowned()).toEqual([])
  })

  test('is closed where it was not her, every other device with it, and the administrators read it', async () => {
    const made = await byAna(CARLA, { do: 'link' })
    const secret = /\/join\/([\w-]+)/.exec(made.text)?.[1] ?? ''
    const other = await signIn('carla', 'nine slow rivers')
    const said = await answer('not-me')
    expect([said.status, said.location]).toEqual([303, '/ways-in?saved=closed'])
    const page = await site.ask('GET', said.location, { cookie: carla })
    expect(page.text).toContain(staffNotice.closed)
    expect((await site.ask('GET', '/coordinate', { cookie: other })).status).toBe(303)
    expect((await site.ask('GET', `/join/${secret}`)).status).toBe(410)
    const log = await site.ask('GET', '/manage/security', { cookie: ana, owner: 'ana' })
    const { kinds } = wordsIn('en').security
    expect([log.text.includes(kinds['link-disowned']), disowned().length]).toEqual([true, 1])
    // Pressed again there is nothing left to close, and nothing more to tell.
    await answer('not-me')
    expect(disowned()).toHaveLength(1)
  })
})

describe('two administrators', () => {
  beforeAll(async () => {
    administers('gwen')
    await setUp('gwen')
  })
  const [ANA, GWEN] = ['/manage/accounts/{ana}', '/manage/accounts/{gwen}']

  test('whose second step was taken away does not answer in kind within 7 days', async () => {
    expect((await byAna(GWEN, { do: 'factor' })).status).toBe(303)
    const cookie = await signIn('gwen')
    const before = data.mark()
    for (const act of ['factor', 'link']) {
      const body = { do: act }
      const answer = await site.ask('POST', site.fill(ANA), { cookie, owner: 'gwen', body })
      expect([act, answer.status, answer.text.includes(t.reset.mutual)]).toEqual([act, 422, true])
    }
    expect([data.mark(), mailsTo('ana')]).toEqual([before, []])
  })

  test.each([
    ['disable each other', { do: 'disable' }],
    ['take the role from each other', { do: 'take', role: 'administrator ' }],
  ])('who %s at the same moment: one is done, the other refused in words', async (_, body) => {
    administersAgain()
    // With a third one there, nobody is the last.
    const [one, other] = [await signIn('ana', 'nine slow rivers'), await signIn('gwen')]
    const answers = await Promise.all([
      site.ask('POST', site.fill(GWEN), { cookie: one, owner: 'ana', body }),
      site.ask('POST', site.fill(ANA), { cookie: other, owner: 'gwen', body }),
    ])
    const statuses = answers.map(({ status }) => status).toSorted()
    // Refused by the rule, or no administrator any more when the request came to be read.
    expect(statuses[0]).toBe(303)
    expect([401, 404, 422]).toContain(statuses[1])
    const left = data.rows(
      `SELECT p.sign_in_name FROM roles r JOIN people p ON p.id = r.person WHERE r.role = 'administrator'
        AND r.archived_at IS NULL AND p.disabled_at IS NULL AND p.sign_in_name IN ('ana', 'gwen')`,
    )
    expect(left).toHaveLength(1)
  })

  const administersAgain = (): void => {
    data.change('UPDATE people SET disabled_at = NULL')
    data.change("UPDATE roles SET archived_at = NULL WHERE role = 'administrator'")
    if (data.rows("SELECT 1 FROM roles WHERE role = 'administrator'").length < 3)
      administers('oscar')
  }
})

/** Beside the running server, which does it itself; and once without one. */
describe('the command line', () => {
  const cli = async (...words: readonly string[]) => {
    const { runCommand } = await import('#cli/run-command.ts')
    const said = { out: '', err: '' }
    const out = vi.spyOn(console, 'log').mockImplementation((line) => void (said.out += line))
    const err = vi.spyOn(console, 'error').mockImplementation((line) => void (said.err += line))
    const code = await runCommand(words)
    out.mockRestore()
    err.mockClear()
    return { code, ...said }
  }
  beforeAll(() => {
    // What was read of the settings before is forgotten.
    process.env['DATA_DIR'] = site.server.dataDir
    process.env['PORT'] = new URL(site.server.origin).port
    Object.assign(process.env, MAIL)
    vi.resetModules()
  })

  test('gives an administrator a link, takes the second step away where asked, and tells them', async () => {
    data.change('UPDATE people SET disabled_at = NULL')
    data.change("UPDATE roles SET archived_at = NULL WHERE role = 'administrator'")
    const said = await cli('person', 'reset', 'ana', '--second-step')
    expect([said.code, said.err]).toEqual([0, ''])
    expect(said.out).toMatch(/is taken away; every device is signed out[\s\S]*\/join\/[\w-]{20,}/)
    const told = [t.mail.reset.subject, wordsIn('en').ways.notice.mailSubject]
    expect(mailsTo('ana').toSorted()).toEqual(told.toSorted())
    expect(data.rows('SELECT 1 FROM sessions WHERE person = ?', idOf('ana'))).toEqual([])
    // Nobody was signed in whose hand it could be.
    expect(data.rows('SELECT by FROM factor_resets WHERE person = ?', idOf('ana'))).toEqual([
      { by: null },
    ])
  })

  test('gives a trainee nothing: their coordinator does', async () => {
    const { code, out, err } = await cli('person', 'reset', 'nadia')
    expect([code, out]).toEqual([4, ''])
    expect(err).toContain('nobody with the sign-in name nadia')
  })

  test('computes progress again while people go on', async () => {
    const whole = await cli('db', 'rebuild')
    expect([whole.code, whole.out]).toEqual([
      0,
      expect.stringMatching(/^\d+ people, 0 differences$/),
    ])
    data.change("UPDATE progress SET state = '{}' WHERE rowid = (SELECT min(rowid) FROM progress)")
    const mended = await cli('db', 'rebuild')
    expect([mended.code, mended.out]).toEqual([3, expect.stringMatching(/, 1 differences$/)])
    expect((await cli('db', 'rebuild')).code).toBe(0)
  })

  test('erases somebody, after it has said what goes, and whoever is not there is not erased', async () => {
    const shown = await cli('erase', 'nadia')
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('Nothing is erased yet.')])
    const nadia = 'SELECT name FROM people WHERE id = ?'
    expect(data.rows(nadia, idOf('nadia'))).toEqual([{ name: site.cast.nadia.name }])
    const done = await cli('erase', 'nadia', '--for-good')
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('Erased for good')])
    expect(data.rows(nadia, idOf('nadia'))).not.toEqual([{ name: site.cast.nadia.name }])
    expect(readFileSync(path.join(site.server.dataDir, 'erasures.log'), 'utf8')).toContain(
      idOf('nadia'),
    )
    expect(await cli('erase', 'nadia', '--for-good')).toEqual({
      code: 4,
      out: '',
      err: 'Nobody signs in as nadia.',
    })
    // The server goes on with the file that was written anew.
    expect((await site.ask('GET', '/healthz')).status).toBe(200)
    expect(await signIn('oscar')).not.toBe('')
  })

  test('and without a server the command does it itself', async () => {
    await site.server.stop()
    data.close()
    const { code, out, err } = await cli('person', 'reset', 'ana')
    expect([code, err, out]).toEqual([0, '', expect.stringContaining('A new password for')])
    // What another process wrote meanwhile, from the beginning.
    data = beside(site)
  })
})
