/**
 * What somebody would try who means harm, by rows, through real HTTP: accounts, sessions, links, tokens, roles across
 * programmes, exports, packages, records, uploads. The second step has its own: second-factor.test.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD } from '#tests/cast.ts'
import { newId } from '#server/trail/new-id.ts'
import { ABSENT, openSite, QUESTION, REACHED, SECRET_NOTE, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

/** What came of it, as one word or several; the row says what it must be. */
type Attack = readonly [what: string, expected: unknown, run: () => Promise<unknown>]

const get = (to: string, as: Parameters<Site['ask']>[2] = {}): Promise<Answer> =>
  site.ask('GET', site.fill(to), as)
const post = (to: string, wish: Parameters<Site['ask']>[2] = {}): Promise<Answer> =>
  site.ask('POST', site.fill(to), wish)
const status = async (answer: Promise<Answer>): Promise<number> => (await answer).status
const cookieIn = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .find((one) => /^alongside=[^;]/.test(one))
    ?.replace(/;.*/, '') ?? ''
const idOf = (name: 'nadia' | 'ray' | 'joyce' | 'carla' | 'gwen' | 'ana'): string =>
  site.cast[name].id
/** Whether this cookie opens a page of its owner's. */
const opens = async (cookie: string, to = '/record'): Promise<boolean> =>
  (await get(to, { cookie })).status === 200
const signIn = (name: string, password = PASSWORD, more: object = {}): Promise<Answer> =>
  post('/sign-in', { body: { name, password, ...more } })

/** The tags of a page, as a browser reads them: what stands in the value of an attribute is none. */
const tagsIn = (html: string): readonly string[] =>
  html.match(/<[a-z!/](?:[^>"]|"[^"]*")*>/gi) ?? []
const isDrawn = (html: string): boolean => tagsIn(html).includes('<script>')

const ACCOUNTS: readonly Attack[] = [
  [
    'a password with something behind it',
    '',
    async () => cookieIn(await signIn('nadia', `${PASSWORD} `)),
  ],
  [
    'a password in capitals',
    '',
    async () => cookieIn(await signIn('nadia', PASSWORD.toUpperCase())),
  ],
  ['an empty password', '', async () => cookieIn(await signIn('nadia', ''))],
  [
    'a name and SQL behind it',
    '',
    async () => cookieIn(await signIn("nadia' or '1'='1", "x' or '1'='1")),
  ],
  [
    'a password said twice, the right one second',
    '',
    async () =>
      cookieIn(await post('/sign-in', { body: { name: 'nadia', password: ['x', PASSWORD] } })),
  ],
  [
    'a name that is there and one that is not are answered alike',
    true,
    async () => {
      const [there, not] = [
        await signIn('nadia', 'wrong wrong'),
        await signIn('nobdy', 'wrong wrong'),
      ]
      const plain = ({ text }: Answer): string =>
        text.replace(/nadia|nobdy/g, '').replace(/[0-9a-f-]{36}/g, '')
      return there.status === not.status && plain(there) === plain(not)
    },
  ],
  [
    'signing in and being sent to another site',
    ['/learn', '/learn', '/learn'],
    async () => {
      const to = async (where: string): Promise<string> =>
        (await signIn('nadia', PASSWORD, { to: where })).location
      return [
        await to('https://evil.example'),
        await to('//evil.example'),
        await to('/\\evil.example'),
      ]
    },
  ],
  [
    'a role, an id and a state among the fields of one’s own name',
    [[], 'trainee'],
    async () => {
      await post('/name', {
        as: 'joyce',
        body: {
          name: 'Joyce',
          role: 'administrator',
          roles: 'administrator',
          disabled: '1',
          id: idOf('ana'),
        },
      })
      const admin = await get('/manage', { as: 'joyce' })
      return [
        admin.status === 404 ? [] : ['in'],
        (await get('/learn', { as: 'joyce' })).status === 200 ? 'trainee' : '',
      ]
    },
  ],
  [
    'an invitation of staff by nobody',
    401,
    () => status(post('/manage/invite', { body: { role: 'administrator', name: 'Eve' } })),
  ],
  [
    'a line end in the address to be mailed to',
    false,
    async () => {
      const body = { do: 'contact', email: 'a@example.org\r\nBcc: eve@example.org', phone: '' }
      const answer = await post('/ways-in', { as: 'joyce', body })
      const after = await get('/ways-in', { as: 'joyce' })
      return answer.status === 303 && /eve@example\.org/.test(after.text)
    },
  ],
]

const SESSIONS: readonly Attack[] = [
  [
    'a cookie of one’s own choice is not taken over at the sign-in',
    [true, false],
    async () => {
      const planted = `alongside=${'A'.repeat(43)}`
      const answer = await post('/sign-in', {
        cookie: planted,
        owner: '',
        body: { name: 'nadia', password: PASSWORD },
      })
      return [await opens(cookieIn(answer)), await opens(planted)]
    },
  ],
  [
    'a cookie after signing out, from a copy',
    [true, false],
    async () => {
      const cookie = cookieIn(await signIn('nadia'))
      const before = await opens(cookie)
      await post('/sign-out', { cookie, owner: 'nadia' })
      return [before, await opens(cookie)]
    },
  ],
  [
    'signing out by a picture (GET)',
    true,
    async () => {
      const cookie = cookieIn(await signIn('nadia'))
      await get('/sign-out', { cookie })
      return opens(cookie)
    },
  ],
  [
    'the id of a session in the place of its secret',
    false,
    async () => {
      const { createHash } = await import('node:crypto')
      const secret = cookieIn(await signIn('nadia')).replace('alongside=', '')
      return opens(`alongside=${createHash('sha256').update(secret).digest('hex')}`)
    },
  ],
  [
    'the cookie in capitals, and with something behind it',
    [false, false],
    async () => {
      const cookie = cookieIn(await signIn('nadia'))
      const [name, secret = ''] = cookie.split('=')
      return [await opens(`${name}=${secret.toUpperCase()}`), await opens(`${cookie}x`)]
    },
  ],
  [
    'two cookies of one name, a stranger’s first',
    true,
    async () => {
      const cookie = cookieIn(await signIn('nadia'))
      const answer = await get('/record', { cookie: `alongside=${'B'.repeat(43)}; ${cookie}` })
      // Either is refused or it is hers: never somebody else's.
      return answer.status === 303 || answer.text.includes('Nadia')
    },
  ],
  [
    'the session of another one ended by its id',
    true,
    async () => {
      const cookie = cookieIn(await signIn('ray'))
      const page = await get('/ways-in/devices', { cookie })
      const id = /name="(?:end|session)" value="([^"]+)"/.exec(page.text)?.[1] ?? 'none'
      await post('/ways-in/devices', { as: 'nadia', body: { end: id, session: id, do: 'end' } })
      return opens(cookie)
    },
  ],
  [
    'an old proof before an export of people',
    [422, null],
    async () => {
      const answer = await post('/coordinate/{nadia}/export', {
        cookie: site.staleCookie('cesar'),
        body: {},
      })
      return [answer.status, answer.headers.get('content-disposition')]
    },
  ],
  [
    'an act from another site, with her cookie',
    [403, 403, 403],
    async () => {
      const from = (headers: Record<string, string>): Promise<number> =>
        status(post('/learn/pause', { as: 'nadia', body: { act: 'pause' }, headers }))
      return [
        await from({ origin: 'https://evil.example' }),
        await from({ origin: 'null' }),
        await from({ 'sec-fetch-site': 'cross-site' }),
      ]
    },
  ],
  [
    'an act from another site that says it is JSON, or plain text',
    [403, 403],
    async () => {
      const from = (type: string): Promise<number> =>
        status(
          post('/api/records', {
            as: 'nadia',
            type,
            body: '{}',
            headers: { origin: 'https://evil.example' },
          }),
        )
      return [await from('application/json'), await from('text/plain')]
    },
  ],
]

const LINKS: readonly Attack[] = [
  [
    'a link that was used, and one that was withdrawn',
    [false, false],
    async () => [
      hasForm(await get('/join/{link:used}')),
      hasForm(await get('/join/{link:withdrawn}')),
    ],
  ],
  [
    'the form of a link that was used, kept and sent again',
    '',
    async () =>
      cookieIn(
        await post('/join/{link:used}', {
          body: { signInName: 'eve-again', password: 'nine loud lanterns' },
        }),
      ),
  ],
  [
    'looking at a link, by a scanner of mail, does not use it up',
    [200, 200, 200],
    async () => [
      await status(get('/join/{link:spare}')),
      await status(
        site.ask('GET', site.fill('/join/{link:spare}'), { headers: { 'user-agent': 'scanner' } }),
      ),
      await status(get('/join/{link:spare}')),
    ],
  ],
  [
    'an invitation of a trainee, with another role among its fields',
    [true, 404],
    async () => {
      const body = {
        ...{ name: 'Eve', language: 'en', signInName: 'eve-by-link' },
        password: 'nine loud lanterns',
        role: 'administrator',
        programme: 'long-term',
      }
      const answer = await post('/join/{link:trainee}', { body })
      const cookie = cookieIn(answer)
      return [await opens(cookie, '/learn'), await status(get('/manage', { cookie }))]
    },
  ],
  [
    'one link sent twice at the same moment makes one account',
    1,
    async () => {
      const use = (name: string): Promise<Answer> =>
        post('/join/{link:spare}', {
          body: { name: 'Twin', language: 'en', signInName: name, password: 'nine loud lanterns' },
        })
      const both = await Promise.all([use('twin-one'), use('twin-two')])
      return both.filter((answer) => cookieIn(answer) !== '').length
    },
  ],
  [
    'the hash of a link, as a thief of a backup has it',
    false,
    async () => {
      const { createHash } = await import('node:crypto')
      const hash = createHash('sha256').update(site.link('reset')).digest('hex')
      return /name="password"/.test((await get(`/join/${hash}`)).text)
    },
  ],
  [
    'the address of a calendar, guessed',
    [404, 404],
    async () => [
      await status(get(`/calendar/${'A'.repeat(43)}.ics`)),
      await status(get('/calendar/../record.ics')),
    ],
  ],
]

const hasForm = ({ text }: Answer): boolean => /name="(password|signInName)"/.test(text)

const ACROSS: readonly Attack[] = [
  ...(
    [
      ['joyce', '/coordinate'],
      ['ray', '/manage'],
      ['gwen', '/coordinate/{nadia}'],
      ['gwen', '/coordinate/{nadia}/notes'],
      ['gwen', '/coordinate/inbox/{of:message}'],
      ['gwen', '/coordinate/requests/{of:request}/contact'],
      ['gwen', '/coordinate/register?programme=kidney'],
      ['oscar', '/coordinate/{luz}/notes'],
      ['carla', '/manage/accounts/{joyce}'],
      ['ana', '/coordinate/{nadia}/notes'],
    ] as const
  ).map(([who, to]): Attack => [
    `${who} asks for ${to}`,
    [404, false],
    async () => {
      const { status: said, text } = await get(to, { as: who })
      return [said, [SECRET_NOTE, QUESTION, REACHED].some((secret) => text.includes(secret))]
    },
  ]),
  [
    'what is another programme’s is answered as what is not there, letter by letter',
    true,
    async () => {
      const plain = ({ text }: Answer): string => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
      const foreign = await get('/coordinate/{nadia}', { as: 'gwen' })
      const absent = await get(`/coordinate/${ABSENT}`, { as: 'gwen' })
      return plain(foreign) === plain(absent)
    },
  ],
  [
    'a coordinator invites into another programme, and an administrator',
    [false, false],
    async () => {
      const invited = async (programme: string, role: string): Promise<boolean> => {
        const body = {
          batch: newId(Date.now()),
          programme,
          role,
          name: 'Eve',
          'for-language': 'en',
        }
        const { text } = await post('/coordinate/invite?programme=kidney', { as: 'carla', body })
        return /invitation-card__code/.test(text) && !/kidney/i.test(text)
      }
      return [await invited('long-term', 'trainee'), await invited('', 'administrator')]
    },
  ],
  [
    'a coordinator makes herself administrator',
    [404, 404],
    async () => {
      const body = { do: 'give', role: 'administrator' }
      const given = await status(post('/manage/accounts/{carla}', { as: 'carla', body }))
      return [given, await status(get('/manage', { as: 'carla' }))]
    },
  ],
  [
    'an administrator gives a role that there is not',
    false,
    async () => {
      const body = { do: 'give', role: 'root kidney' }
      return (await post('/manage/accounts/{joyce}', { as: 'ana', body })).status === 303
    },
  ],
  [
    'a trainee writes a note about another one, and signs off',
    [404, 404],
    async () => [
      await status(
        post('/coordinate/{nadia}/notes', { as: 'ray', body: { kind: 'internal', text: 'x' } }),
      ),
      await status(post('/coordinate/{ray}/sign-off', { as: 'ray', body: { decision: 'ready' } })),
    ],
  ],
]

const EXPORTS: readonly Attack[] = [
  [
    'a name that is a formula, in the list of people',
    [200, false],
    async () => {
      await post('/manage/accounts/{joyce}', {
        as: 'ana',
        body: { do: 'name', name: '=HYPERLINK(1)' },
      })
      const body = { together: 'export', who: idOf('joyce'), seen: '1', do: 'it' }
      const answer = await post('/coordinate/people/together?programme=long-term', {
        as: 'gwen',
        body,
      })
      await post('/manage/accounts/{joyce}', { as: 'ana', body: { do: 'name', name: 'Joyce' } })
      return [answer.status, /(^|[,;\n"])=HYPERLINK/m.test(answer.text)]
    },
  ],
  [
    'an export of people of another programme, one of ours among them',
    false,
    async () => {
      const body = { together: 'export', who: [idOf('joyce'), idOf('nadia')], seen: '2', do: 'it' }
      const answer = await post('/coordinate/people/together?programme=long-term', {
        as: 'gwen',
        body,
      })
      return answer.text.includes('Nadia')
    },
  ],
  [
    'the list of sign-ins by a coordinator',
    404,
    () => status(get('/manage/security/sign-ins.csv', { as: 'carla' })),
  ],
  [
    'one’s own file has no internal note of others',
    [200, false],
    async () => {
      const answer = await get('/record/my-learning.html', { as: 'luz' })
      return [answer.status, answer.text.includes(SECRET_NOTE)]
    },
  ],
]

const API: readonly Attack[] = [
  ['a session in the place of a token', 401, () => status(get('/api/v1/mentors', { as: 'carla' }))],
  ['a token in the address', 401, () => status(get('/api/v1/mentors?token=x&access_token=x'))],
  [
    'a token with SQL in it',
    401,
    () => status(get('/api/v1/mentors', { headers: { authorization: "Bearer ' or 1=1 --" } })),
  ],
  [
    'records in somebody else’s name',
    true,
    async () => {
      const told = async (): Promise<string> =>
        (await get('/coordinate/{nadia}', { as: 'carla' })).text.replace(
          /[0-9a-f]{8}-[0-9a-f-]{27}/g,
          '',
        )
      const before = await told()
      const record = {
        ...{
          id: newId(Date.now()),
          person: idOf('nadia'),
          by: idOf('nadia'),
          owner: idOf('nadia'),
        },
        ...{ item: 'consent/waiting-for-consent', revision: 1, kind: 'lesson-read', value: {} },
        madeAt: Date.now(),
      }
      const body = JSON.stringify({ records: [record], person: idOf('nadia') })
      await post('/api/records', { as: 'joyce', type: 'application/json', body })
      return (await told()) === before
    },
  ],
  [
    'an own sign-off among the records',
    'refused',
    async () => {
      const record = {
        id: newId(Date.now()),
        item: 'course',
        revision: 1,
        kind: 'signed-off',
        value: {},
        madeAt: Date.now(),
      }
      const body = JSON.stringify({ records: [record] })
      const answer = await post('/api/records', { as: 'nadia', type: 'application/json', body })
      return (JSON.parse(answer.text) as { records: { status: string }[] }).records[0]?.status
    },
  ],
  [
    'a prototype in the place of records',
    [400, 400],
    async () => {
      const send = (body: string): Promise<number> =>
        status(post('/api/records', { as: 'nadia', type: 'application/json', body }))
      return [await send('{"__proto__":{"records":[]}}'), await send('{"records":{"length":1}}')]
    },
  ],
  [
    'a package’s result of somebody else’s launch',
    404,
    () =>
      status(
        post(`/api/packages/${ABSENT}`, {
          as: 'joyce',
          type: 'application/json',
          body: JSON.stringify({ sequence: 1, elements: { 'cmi.core.lesson_status': 'passed' } }),
        }),
      ),
  ],
]

const multipart = (name: string, content: string, filename: string) => ({
  type: 'multipart/form-data; boundary=attack',
  body: `--attack\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: application/zip\r\n\r\n${content}\r\n--attack--\r\n`,
})

const UPLOADS: readonly Attack[] = [
  [
    'a package by a trainee, and by nobody',
    [404, 401],
    async () => [
      await status(
        post('/manage/packages/new', { as: 'ray', ...multipart('package', 'PK', 'x.zip') }),
      ),
      await status(post('/manage/packages/new', { ...multipart('package', 'PK', 'x.zip') })),
    ],
  ],
  [
    'a script with the name of a package',
    422,
    () =>
      status(
        post('/manage/packages/new', {
          as: 'ana',
          ...multipart('package', '#!/bin/sh\nid', 'x.zip'),
        }),
      ),
  ],
  [
    'a name of a file that leads elsewhere',
    [422, false],
    async () => {
      const answer = await post('/manage/packages/new', {
        as: 'ana',
        ...multipart('package', 'PK\u0003\u0004', '../../../../alongside.db'),
      })
      return [answer.status, /\.\.\/\.\.\//.test(answer.text)]
    },
  ],
  [
    'a file of a package on our own host',
    404,
    () => status(get(`/files/${'a'.repeat(43)}/index.html`, { as: 'ana' })),
  ],
  [
    'a list of people with a formula and a tag',
    false,
    async () => {
      const names = '=1+1\n"><script>alert(1)</script>'
      const body = { batch: newId(Date.now()), programme: 'kidney', list: names, names }
      const { text } = await post('/coordinate/invite-many?programme=kidney', { as: 'carla', body })
      return isDrawn(text)
    },
  ],
]

const WORDS: readonly Attack[] = [
  [
    'a tag in a question to the coordinator',
    [303, false, true],
    async () => {
      const id = newId(Date.now())
      const text = '<img src=x onerror=alert(1)>"\'{{7*7}}${7*7}'
      const sent = await post('/learn/ask', { as: 'nadia', body: { id, page: '/learn', text } })
      const page = await get(`/coordinate/inbox/${id}`, { as: 'carla' })
      return [
        sent.status,
        tagsIn(page.text).some((tag) => tag.startsWith('<img src=x')),
        page.text.includes('{{7*7}}${7*7}'),
      ]
    },
  ],
  [
    'a tag in what is looked for',
    false,
    async () => isDrawn((await get('/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')).text),
  ],
  [
    'a line end in where a page leads',
    [303, null],
    async () => {
      const answer = await post('/language', {
        body: { language: 'es', to: '/learn\r\nX-Evil: 1' },
      })
      return [answer.status, answer.headers.get('x-evil')]
    },
  ],
  [
    'somebody else’s form, sent by whoever is signed in now',
    409,
    () => status(post('/learn/pause', { as: 'nadia', owner: 'joyce', body: { act: 'pause' } })),
  ],
]

/** The last one: it ends Nadia's sessions, as it should. */
const AT_THE_END: readonly Attack[] = [
  [
    'a link for Nadia’s password, opened by Joyce, changes nothing of Joyce’s and ends what Nadia had open',
    [true, false],
    async () => {
      const cookie = cookieIn(await signIn('nadia'))
      await post('/join/{link:resetNadia}', {
        as: 'joyce',
        body: { password: 'nine loud lanterns' },
      })
      return [(await signIn('joyce')).status === 303, await opens(cookie)]
    },
  ],
]

const TABLE = { ACCOUNTS, SESSIONS, LINKS, ACROSS, EXPORTS, API, UPLOADS, WORDS, AT_THE_END }

for (const [of, rows] of Object.entries(TABLE))
  describe(of.toLowerCase(), () => {
    test.each(rows)('%s', async (_what, expected, run) => {
      expect(await run()).toEqual(expected)
    })
  })

test('a tag that would be drawn is found', () => {
  expect(isDrawn('<p title="&quot;><script>alert(1)</script>">x</p>')).toBe(false)
  expect(isDrawn('<p title="x">"<script>alert(1)</script></p>')).toBe(true)
})

test('there are at least 60 of them, beside those on the second step (second-factor.test.ts)', () => {
  expect(Object.values(TABLE).flat().length).toBeGreaterThanOrEqual(60)
})
