/** Bad input at every form: 4xx with words in the person's language, what was typed is kept, never 5xx (R9). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayAt, plusDays } from '#domain/calendar/days.ts'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { some } from '#tests/runs.ts'
import {
  english,
  headingOf,
  languageOf,
  openSite,
  session,
  type Answer,
  type Site,
} from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

type Form = Readonly<Record<string, string | readonly string[]>>
const id = (): string => newId(Date.now())
const star = english.modules.find(({ slug }) => slug === 'consent')?.quiz?.questions[0]
const wrongOption = star?.options.find(({ right }) => !right)?.id ?? ''
const start = session.turns.find(({ slug }) => slug === session.start)
const LONG = 'ñ'.repeat(6000)

/** Every form: who fills it in, where, and with what it would be fine. César, Óscar and Luz read Spanish. */
const FORMS: readonly (readonly [what: string, as: Name | null, path: string, fine: () => Form])[] =
  [
    ['sign in', null, '/sign-in', () => ({ name: 'gwen', password: 'x' })],
    [
      'join',
      null,
      '/join/{link:trainee}',
      () => ({ name: 'Tom', signInName: 'tom', password: 'x', language: 'es' }),
    ],
    ['choose a language', 'luz', '/language', () => ({ language: 'es', to: '/learn' })],
    ['sign out', null, '/sign-out', () => ({})],
    [
      'sign in again',
      null,
      '/learn',
      () => ({ act: 'pause', 'again-name': 'joyce', 'again-password': 'x' }),
    ],
    [
      'place a package',
      'cesar',
      '/manage/packages/{of:package}',
      () => ({ do: 'place', titleEn: 'Tea', titleEs: 'Té', position: '1', required: 'yes' }),
    ],
    ['pause', 'luz', '/learn', () => ({ act: 'pause' })],
    ['rate', 'nadia', '/learn/confidence/before', () => ({ record: id(), 'rating-consent': '4' })],
    ['read a lesson', 'luz', '/learn/consent/waiting-for-consent', () => ({ record: id() })],
    [
      'reflect',
      'luz',
      '/learn/consent/a-promise-i-can-keep',
      () => ({ record: id(), text: 'Yo espero.' }),
    ],
    [
      'exercise',
      'luz',
      '/learn/story/goal-road-map',
      () => ({ record: id(), 'field-goal': 'Al parque' }),
    ],
    [
      'sort a card',
      'ray',
      '/learn/remembering',
      () => ({ record: id(), card: 'consent/cards/didnt-go', pile: 'ask' }),
    ],
    [
      'answer',
      'luz',
      `/learn/${star?.id}`,
      () => ({ record: id(), attempt: id(), option: wrongOption }),
    ],
    ['begin a talk', 'ray', `/learn/${session.id}`, () => ({ record: id() })],
    [
      'say',
      'ray',
      `/learn/${session.id}/talk`,
      () => ({
        record: id(),
        run: id(),
        step: '0',
        turn: session.start,
        reply: start?.replies[0]?.id ?? '',
      }),
    ],
    [
      'own words',
      'ray',
      `/learn/${session.id}/debrief`,
      () => ({ record: id(), text: 'I would ask.' }),
    ],
    ['withdraw an invitation', 'cesar', '/coordinate/invitations', () => ({ revoke: 'x' })],
    ['make a link again', 'cesar', '/coordinate/invitations', () => ({ again: 'x' })],
    [
      'invite',
      'cesar',
      '/coordinate/invite',
      () => ({
        batch: id(),
        name: 'Tom',
        email: 'tom@example.org',
        role: 'trainee',
        programme: 'kidney',
        cohort: '',
        'for-language': 'es',
      }),
    ],
    [
      'invite many',
      'cesar',
      '/coordinate/invite-many',
      () => ({ batch: id(), list: 'Tom\nInés', 'for-language': 'es', step: 'invite' }),
    ],
    [
      'observe',
      'oscar',
      '/coordinate/{nadia}/observe',
      () => ({
        id: id(),
        'level-listening': '2',
        'note-listening': 'Espera.',
        note: 'Con calma.',
        traineeNote: 'Yo también.',
        secondObserver: '',
      }),
    ],
    [
      'amend',
      'oscar',
      '/coordinate/{nadia}/amend/{of:observedByOscar}',
      () => ({ id: id(), 'level-listening': '1', note: 'Con calma.', amendReason: 'Vi mal.' }),
    ],
    [
      'apply',
      null,
      '/apply/form',
      () => ({
        id: id(),
        why: 'I have time.',
        experience: 'Years.',
        areas: 'x',
        notAreas: 'x',
        languages: 'en',
        times: 'Mornings',
        access: 'Large print',
        name: 'Rosa',
        contact: 'rosa@example.org',
      }),
    ],
    ['type a code', null, '/join', () => ({ code: 'ABCD-EFGH-JKLM' })],
    ['ask', 'luz', '/learn/ask', () => ({ id: id(), page: '/learn', text: '¿Cómo?' })],
    [
      'reply',
      'cesar',
      '/coordinate/inbox/{of:message}',
      () => ({ id: id(), text: 'Así.', lesson: 'consent/waiting-for-consent', accepted: 'yes' }),
    ],
    [
      'a first talk',
      'cesar',
      '/coordinate/applications/{of:application}',
      () => ({
        id: id(),
        outcome: 'later',
        againOn: plusDays(dayAt(Date.now(), 'UTC'), 90),
        message: 'Gracias.',
        internalNote: 'Amable.',
      }),
    ],
    ['a cohort', 'cesar', '/coordinate/cohorts', () => ({ id: id(), do: 'make', name: 'Otoño' })],
    [
      'plan a group session',
      'cesar',
      '/coordinate/group-sessions',
      () => ({ id: id(), title: 'Café', day: '2027-02-03', time: '10:00', place: 'Sala 2' }),
    ],
    [
      'change a group session',
      'cesar',
      '/coordinate/group-sessions/{of:groupSession}',
      () => ({ do: 'change', title: 'Café', day: '2027-02-03', time: '10:00', place: 'Sala 2' }),
    ],
    [
      'a place in a cohort',
      'cesar',
      '/coordinate/people/{nadia}',
      () => ({ do: 'cohort', cohort: 'x', reason: 'Porque sí', to: 'x', password: 'x' }),
    ],
    [
      'a talk',
      'cesar',
      '/coordinate/{nadia}/talk',
      () => ({
        id: id(),
        competency: 'listening',
        accepted: 'yes',
        day: '2026-11-01',
        note: 'Bien.',
      }),
    ],
    [
      'evidence from outside',
      'cesar',
      '/coordinate/{nadia}/outside',
      () => ({
        id: id(),
        competency: 'listening',
        standsFor: 'observation',
        source: 'La clínica',
        day: '2026-11-01',
      }),
    ],
    [
      'a note',
      'cesar',
      '/coordinate/{nadia}/notes',
      () => ({ id: id(), kind: 'internal', text: 'Tranquila.' }),
    ],
    ['save the register', 'cesar', '/coordinate/register/export', () => ({ format: 'csv' })],
    [
      'write a review',
      'cesar',
      '/coordinate/{nadia}/reviews/write',
      () => ({
        id: id(),
        day: '2026-11-01',
        wentWell: 'Escucha.',
        stayed: 'La despedida.',
        skill: 'Callar.',
        wellbeing: '4',
        capacity: '2',
        'action-0': 'Leer otra vez.',
        'due-0': '2026-12-01',
        'lesson-0': 'x',
        nextOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
      }),
    ],
    ['finish what was agreed', 'luz', '/learn/reviews', () => ({ done: id() })],
    [
      'note a meeting',
      'luz',
      '/learn/reviews',
      () => ({ act: 'note', id: id(), day: '2026-11-20' }),
    ],
    ['take a meeting back', 'luz', '/learn/reviews', () => ({ 'take-back': id() })],
    ['finish it as coordinator', 'cesar', '/coordinate/{luz}/reviews', () => ({ done: id() })],
    [
      'make a token',
      'ana',
      '/manage/tokens',
      () => ({
        id: id(),
        name: 'Match',
        programme: 'kidney',
        scope: 'mentors:read',
        days: '30',
        password: 'x',
      }),
    ],
    ['revoke a token', 'ana', '/manage/tokens', () => ({ revoke: 'x', password: 'x' })],
    ['export', 'cesar', '/coordinate/{nadia}/export', () => ({ internal: 'yes', password: 'x' })],
    [
      'open a session',
      'cesar',
      '/coordinate/{nadia}',
      () => ({ 'open-session': 'practising/cooking' }),
    ],
    [
      'give a role',
      'ana',
      '/manage/accounts/{nadia}',
      () => ({ do: 'give', role: 'cook', to: 'x', password: 'x' }),
    ],
    [
      'the programme’s words',
      'ana',
      '/manage/programmes/long-term/about',
      () => ({ do: 'save', newest: '', 'name.en': 'Long', 'name.es': '' }),
    ],
    [
      'the programme’s rules',
      'ana',
      '/manage/programmes/long-term/rules',
      () => ({
        secondSignature: 'yes',
        groupSessionsCount: 'yes',
        dangerHours: '6',
        longWaitDays: '28',
      }),
    ],
    ['begin a sign-off', 'cesar', '/coordinate/{nadia}/sign-off', () => ({ seen: 'x' })],
    [
      'answer a question of a sign-off',
      'cesar',
      '/coordinate/{nadia}/sign-off/reason',
      () => ({ reason: 'Bien.', internalNote: 'Con calma.' }),
    ],
    ['choose areas', 'cesar', '/coordinate/{nadia}/sign-off/offer', () => ({ noGoAreas: 'x' })],
    [
      'look at what changed meanwhile',
      'cesar',
      '/coordinate/{nadia}/sign-off/check',
      () => ({ seen: 'x' }),
    ],
    [
      'declare',
      'cesar',
      '/coordinate/{nadia}/sign-off/declare',
      () => ({ id: id(), declaredName: 'César' }),
    ],
    [
      'sign as the second',
      'cesar',
      '/coordinate/{luz}/second-signature',
      () => ({ id: id(), declaredName: 'César' }),
    ],
    ['commit oneself', 'luz', '/learn/commitment', () => ({ id: id(), declaredName: 'Luz' })],
    ['pause with a day', 'luz', '/learn/pause', () => ({ until: '2031-01-01' })],
    ['ask for sign-off', 'luz', '/learn/sign-off', () => ({ act: 'ask' })],
    ['a certificate’s check page', 'luz', '/record/certificate', () => ({ act: 'open' })],
    ['correct one’s name', 'luz', '/name', () => ({ name: 'Luz Díaz' })],
    ['check a certificate', null, '/check', () => ({ code: 'ABCD-EFGH-JKLM' })],
    [
      'display and reading',
      'luz',
      '/display',
      () => ({ text: 'large', contrast: 'cream', spacing: 'wide', language: 'es' }),
    ],
    [
      'make a package',
      'ana',
      '/manage/exports',
      () => ({
        programme: 'kidney',
        language: 'en',
        standard: '1.2',
        preset: 'generic',
        scope: 'chosen',
        modules: ['role'],
        tries: '0',
        interactions: 'preset',
      }),
    ],
    ['withdraw', 'gwen', '/coordinate/{joyce}/withdraw', () => ({ reason: 'You asked.' })],
    ['new link', 'cesar', '/coordinate/{nadia}/link', () => ({})],
    ['invite a coordinator', 'ana', '/manage/invite', () => ({ name: 'Tom', programme: 'kidney' })],
  ]

const fill = (path: string): string => site.fill(path)

const languageFor = (as: Name | null): 'en' | 'es' => (as ? site.cast[as].language : 'en')
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** The page's source with every entity as the letter that it stands for: text and attributes escape differently. */
const readable = ({ text }: Answer): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '')

const BOUNDARY = 'alongside'
const multipart = (part: string): string => `--${BOUNDARY}\r\n${part}\r\n--${BOUNDARY}--\r\n`
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`
const MALFORMED: readonly (readonly [what: string, type: string, body: string | Uint8Array])[] = [
  ['JSON', 'application/json', '{"name":"ray","password":"x"}'],
  ['plain text', 'text/plain', 'name=ray'],
  ['no type that one knows', 'image/png', '\x89PNG'],
  ['an empty type', '', 'name=ray'],
  [
    'multipart without a boundary',
    'multipart/form-data',
    multipart('Content-Disposition: form-data; name="a"\r\n\r\n1'),
  ],
  [
    'multipart that ends in the middle',
    MULTIPART,
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1`,
  ],
  [
    'multipart with another boundary',
    MULTIPART,
    '--other\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--other--',
  ],
  [
    'multipart with a file',
    MULTIPART,
    multipart(
      'Content-Disposition: form-data; name="a"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n1',
    ),
  ],
  [
    '600 fields',
    'application/x-www-form-urlencoded',
    Array.from({ length: 600 }, (_, n) => `f${n}=1`).join('&'),
  ],
  ['one field 501 times', 'application/x-www-form-urlencoded', 'option=a&'.repeat(501)],
]

/** César has begun to sign off Ray, who has shown everything but what he was to write and talk about. */
describe('the pages of a sign-off', () => {
  const root = '/coordinate/{ray}/sign-off'
  const post = (page: string, body: Form) =>
    site.ask('POST', fill(root + page), { as: 'cesar', body })
  const t = wordsIn('es').signOff
  const checked = (name: string, value: string): RegExp =>
    new RegExp(`<input[^>]*name="${name}"[^>]*value="${value}"[^>]* checked`)
  const year = (years: number): string =>
    new Date(Date.now() + years * 366 * 86_400_000).toISOString().slice(0, 10)

  beforeAll(async () => {
    for (const competency of ['consent', 'listening', 'boundaries', 'own-story'])
      await site.ask('POST', fill('/coordinate/{ray}/outside'), {
        as: 'cesar',
        body: {
          id: id(),
          competency,
          standsFor: 'observation',
          day: '2026-01-02',
          source: 'Curso',
        },
      })
    // An area without a part of the course rests on a talk about it.
    await site.ask('POST', fill('/coordinate/{ray}/talk'), {
      as: 'cesar',
      body: {
        id: id(),
        competency: '',
        areas: 'work-and-family',
        accepted: 'yes',
        day: '2026-11-01',
        note: 'Bien.',
      },
    })
    const evidence = await site.ask('GET', fill(root), { as: 'cesar' })
    let answer = await post('', {
      seen: /name="seen" value="([^"]+)"/.exec(evidence.text)?.[1] ?? '',
    })
    while (/\/(met|line-[\w-]+)$/.test(answer.location))
      answer = await site.ask('POST', answer.location, {
        as: 'cesar',
        body: { judgement: 'shown', shown: 'all' },
      })
    expect(answer.location).toBe(fill(`${root}/decision`))
    await post('/decision', { decision: 'ready' })
  })

  test.each<
    [
      what: string,
      page: string,
      form: Form,
      field: string,
      problem: keyof typeof t.problems,
      kept: readonly (string | RegExp)[],
    ]
  >([
    ['nothing about a line', 'line-self-care', {}, 'judgement', 'judgement-missing', []],
    [
      'an unknown word about a line',
      'line-self-care',
      { judgement: 'constructor' },
      'judgement',
      'judgement-missing',
      [],
    ],
    ['nothing about the lines that are met', 'met', {}, 'shown', 'met-missing', []],
    [
      '“not all of them”, and none',
      'met',
      { shown: 'not-all' },
      'shown',
      'met-missing',
      [checked('shown', 'not-all')],
    ],
    [
      '“all of them”, and one that is not',
      'met',
      { shown: 'all', notYet: 'listening' },
      'shown',
      'met-missing',
      [checked('shown', 'all'), checked('notYet', 'listening')],
    ],
    ['no decision', 'decision', {}, 'decision', 'decision-missing', []],
    [
      'a decision that there is not',
      'decision',
      { decision: 'perhaps' },
      'decision',
      'decision-missing',
      [],
    ],
    [
      'no reason, but a note',
      'reason',
      { reason: ' ', internalNote: 'Con calma & tiempo.' },
      'reason',
      'reason-missing',
      ['Con calma & tiempo.'],
    ],
    [
      'a reason that is too long',
      'reason',
      { reason: LONG, internalNote: 'Con calma.' },
      'reason',
      'too-long',
      [LONG, 'Con calma.'],
    ],
    [
      'a note that is too long',
      'reason',
      { reason: 'Usted escucha.', internalNote: LONG },
      'internalNote',
      'too-long',
      ['Usted escucha.', LONG],
    ],
    [
      'no word about why, against the evidence',
      'reason',
      { reason: 'Usted escucha.', otherwise: '' },
      'otherwise',
      'otherwise-missing',
      ['Usted escucha.'],
    ],
    [
      'conditions too long',
      'reason',
      { reason: 'Usted escucha.', conditions: LONG },
      'conditions',
      'too-long',
      [LONG],
    ],
    [
      'an area in both lists',
      'offer',
      { comfortAreas: 'work-and-family', noGoAreas: ['work-and-family', 'transplant'] },
      'noGoAreas',
      'areas-both',
      [
        checked('comfortAreas', 'work-and-family'),
        checked('noGoAreas', 'transplant'),
        checked('noGoAreas', 'work-and-family'),
      ],
    ],
    [
      'no language',
      'offer',
      { contactWays: ['phone', 'pigeon'] },
      'languages',
      'languages-missing',
      [checked('contactWays', 'phone')],
    ],
    [
      'a way to meet that there is not',
      'offer',
      { languages: ['es', 'xx'], contactWays: 'pigeon' },
      'contactWays',
      'contact-missing',
      [checked('languages', 'es')],
    ],
    [
      'a number that is none',
      'offer',
      { capacity: '1e999', place: 'Clínica & casa' },
      'capacity',
      'capacity-malformed',
      ['Clínica & casa'],
    ],
    ['eleven people', 'offer', { capacity: '11' }, 'capacity', 'capacity-malformed', []],
    ['a place too long', 'offer', { capacity: '2', place: LONG }, 'place', 'too-long', [LONG]],
    [
      'a day that there is not',
      'until',
      { expiresOn: '2027-02-30' },
      'expiresOn',
      'expiry-malformed',
      ['2027-02-30'],
    ],
    ['a day gone by', 'until', { expiresOn: '2020-01-01' }, 'expiresOn', 'expiry-past', []],
    [
      'a day in two years',
      'until',
      { expiresOn: year(2) },
      'expiresOn',
      'expiry-too-far',
      [year(2)],
    ],
  ])('%s is refused in words, and what was typed is kept', async (_, page, form, ...found) => {
    const [field, problem, kept] = found
    const answer = await post(`/${page}`, form)
    expect([answer.status, languageOf(answer)]).toEqual([422, 'es'])
    expect(answer.text).toContain(`<title>${wordsIn('es').common.errorPrefix}`)
    expect(answer.text).toContain(`href="#${field}"`)
    expect(readable(answer)).toContain(t.problems[problem])
    for (const text of kept) expect(readable(answer)).toMatch(text)
  })

  test('a form of a page that there was until November 2026 keeps what was typed, and is asked the rest', async () => {
    expect((await post('/reason', { reason: 'Usted escucha.', otherwise: 'Sí.' })).status).toBe(303)
    const conditions = await post('/conditions', { conditions: 'Solo por teléfono' })
    expect(conditions.status).toBe(303)
    const areas = await post('/areas', { comfortAreas: 'work-and-family' })
    expect(areas.status).toBe(422)
    expect(areas.text).toMatch(checked('comfortAreas', 'work-and-family'))
    const reason = await site.ask('GET', fill(`${root}/reason`), { as: 'cesar' })
    expect(readable(reason)).toContain('Usted escucha.')
    expect(readable(reason)).toContain('Solo por teléfono')
    const earlier = await site.ask('GET', fill(`${root}/areas`), { as: 'cesar' })
    expect([earlier.status, earlier.location]).toEqual([303, fill(`${root}/offer`)])
  })

  test('another name under the declaration is refused and kept; nothing is recorded', async () => {
    for (const [page, form] of [
      ['reason', { reason: 'Usted escucha.', otherwise: 'Lo hablamos en persona.' }],
      ['offer', { languages: 'es', contactWays: 'phone', capacity: '1' }],
      ['until', { expiresOn: year(0.5) }],
    ] as const)
      expect([page, (await post(`/${page}`, form)).status]).toEqual([page, 303])
    for (const declaredName of ['', 'César & Carla', LONG]) {
      const answer = await post('/declare', { id: id(), declaredName })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('href="#declaredName"')
      expect(readable(answer)).toContain(t.nameWrong('César'))
      expect(readable(answer)).toContain(declaredName)
    }
    // Signed in ten minutes ago: the password once more, and the name stays (R23).
    const stale = (password: string) =>
      site.ask('POST', fill(`${root}/declare`), {
        cookie: site.staleCookie('cesar'),
        body: { id: id(), declaredName: ' césar', password },
      })
    for (const password of ['', 'seven loud lamps']) {
      const answer = await stale(password)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('href="#password"')
      expect(answer.text).toMatch(
        /name="declaredName"[^>]*value=" césar"|value=" césar"[^>]*name="declaredName"/,
      )
      if (password) expect(answer.text).not.toContain(password)
    }
    const record = await site.ask('GET', fill('/coordinate/{ray}'), { as: 'cesar' })
    expect(record.text).not.toContain('Usted escucha.')
    await post('', { act: 'drop' })
  })

  test('another name under the commitment is refused and kept', async () => {
    const answer = await site.ask('POST', '/learn/commitment', {
      as: 'luz',
      body: { declaredName: 'Luz & Carla' },
    })
    expect(answer.status).toBe(422)
    expect(readable(answer)).toContain(t.nameWrong('Luz'))
    expect(readable(answer)).toContain('Luz & Carla')
  })
})

/** Each with what it breaks by: a few for each form, all of them over all forms; fuzz.test.ts sweeps the fields besides. */
const ODD: readonly (readonly [what: string, change: (value: string) => string])[] = [
  ['NUL and control characters', (value) => `\0${value}\x07\x1b[31m`],
  ['half letters', (value) => `${value}\ud800`],
  ['another line end', (value) => `${value}\r\nX-Evil: 1\r`],
  ['names that every object has', () => 'constructor'],
  ['the name that no object may have', () => '__proto__'],
  ['a number without end', () => '1e999'],
  ['less than nothing', () => '-1'],
  ['SQL', () => "'; DROP TABLE people; --"],
  ['a script', () => '"><script>alert(1)</script>'],
  ['words from far away', () => '/☃ 漢字 \u202e'],
  ['6,000 letters', () => LONG],
  ['nothing', () => ''],
]

describe.each(FORMS.map((form, nth) => [...form, nth] as const))(
  '%s',
  (_what, as, path, fine, nth) => {
    test('what is no form is malformed, said in the person’s language', async () => {
      const answers = await Promise.all(
        MALFORMED.map(async ([kind, type, body]) => {
          const answer = await site.ask('POST', fill(path), { as, type, body })
          return [kind, answer.status, languageOf(answer), headingOf(answer)]
        }),
      )
      const language = languageFor(as)
      const { malformed } = wordsIn(language).common
      expect(answers).toEqual(MALFORMED.map(([kind]) => [kind, 400, language, malformed]))
    })

    // The front door counts, whatever the form (body.ts).
    if (some(8, FORMS).some(([, , one]) => one === path))
      test('more than a megabyte is too large', async () => {
        const answer = await site.ask('POST', fill(path), {
          as,
          body: { ...fine(), name: 'x'.repeat(1_000_001) },
        })
        expect(answer.status).toBe(413)
        expect(answer.text).toContain('too large')
        expect(answer.text).toContain('demasiado grande')
      })

    test.each(some(4, ODD, nth))(
      '%s in each field in turn never breaks the page',
      async (_, change) => {
        const broken = async (name: string): Promise<void> => {
          const form = fine()
          const body = { ...form, [name]: change(String(form[name])) }
          const answer = await site.ask('POST', fill(path), { as, body })
          expect(`${name}: ${answer.status}`).toMatch(/: (200|303|4\d\d)$/)
          // A file of JSON holds what was written as it was written.
          if (!answer.headers.get('content-type')?.startsWith('application/json'))
            expect(answer.text).not.toContain('"><script>')
          expect(answer.headers.has('x-evil')).toBe(false)
        }
        await Promise.all(Object.keys(fine()).map(broken))
      },
    )

    test('a field 400 times, and broken escapes, never break the page', async () => {
      const body = Object.keys(fine())
        .map((name) => `${name}=%&`.repeat(9) + `${name}=%ff%fe&`)
        .join('')
      const many = Object.fromEntries(
        Object.entries(fine()).map(([name, value]) => [
          name,
          Array<string>(80).fill(String(value)),
        ]),
      )
      for (const sent of [body, many])
        expect((await site.ask('POST', fill(path), { as, body: sent })).status).toBeLessThan(500)
    })
  },
)

/** What is refused: the status, and what of the typed text stands in the answer again. */
const REFUSED: readonly (readonly [
  what: string,
  as: Name | null,
  path: string,
  form: () => Form,
  status: number,
  kept: readonly string[],
])[] = [
  [
    'sign in with a code that is none',
    null,
    '/sign-in',
    () => ({ code: 'ABC & D' }),
    422,
    ['ABC & D'],
  ],
  [
    'write an address and a phone that are none',
    'luz',
    '/ways-in',
    () => ({ do: 'contact', email: 'luz&co', phone: 'call me' }),
    422,
    ['luz&co', 'call me'],
  ],
  [
    'choose a password that is too short',
    'luz',
    '/ways-in',
    () => ({ do: 'password', signInName: 'luz.d', newPassword: 'short' }),
    422,
    ['luz.d'],
  ],
  ['sign in without anything', null, '/sign-in', () => ({}), 422, []],
  [
    'sign in without password',
    null,
    '/sign-in',
    () => ({ name: 'ray & "co"' }),
    422,
    ['ray & "co"'],
  ],
  [
    'sign in with a wrong password',
    null,
    '/sign-in',
    () => ({ name: 'ray', password: 'canary-password' }),
    401,
    ['ray'],
  ],
  [
    'sign in as nobody',
    null,
    '/sign-in',
    () => ({ name: 'rosa@example.org', password: 'x' }),
    401,
    ['rosa@example.org'],
  ],
  [
    'sign in with 6,000 letters',
    null,
    '/sign-in',
    () => ({ name: LONG, password: LONG }),
    401,
    [LONG],
  ],
  ['join without anything', null, '/join/{link:spare}', () => ({}), 422, []],
  [
    'join with a name too long',
    null,
    '/join/{link:spare}',
    () => ({ name: LONG, signInName: 'tom', password: 'seven quiet lamps' }),
    422,
    [LONG, 'tom'],
  ],
  [
    'join with a sign-in name that is taken',
    null,
    '/join/{link:spare}',
    () => ({ name: 'Tom', signInName: 'ray', password: 'seven quiet lamps' }),
    422,
    ['Tom', 'ray'],
  ],
  [
    'join with a password that everybody has',
    null,
    '/join/{link:spare}',
    () => ({ name: 'Tom', signInName: 'tom', password: 'password1' }),
    422,
    ['Tom', 'tom'],
  ],
  [
    'a new password that is too short',
    null,
    '/join/{link:reset}',
    () => ({ password: 'short' }),
    422,
    [],
  ],
  [
    'reflect without a word',
    'luz',
    '/learn/consent/a-promise-i-can-keep',
    () => ({ record: id(), text: '  ' }),
    422,
    [],
  ],
  [
    'reflect for too long',
    'luz',
    '/learn/consent/a-promise-i-can-keep',
    () => ({ record: id(), text: LONG, share: 'yes' }),
    422,
    [LONG],
  ],
  [
    'an exercise for too long',
    'luz',
    '/learn/story/goal-road-map',
    () => ({ record: id(), 'field-goal': LONG }),
    422,
    [LONG],
  ],
  [
    'own words for too long',
    'ray',
    `/learn/${session.id}/debrief`,
    () => ({ record: id(), text: LONG }),
    422,
    [LONG],
  ],
  ['save the register as nothing', 'cesar', '/coordinate/register/export', () => ({}), 422, []],
  [
    'a review without the most',
    'cesar',
    '/coordinate/{luz}/reviews/write',
    () => ({ id: id(), stayed: 'La despedida & más', day: '2999-01-01', 'action-0': 'Leer' }),
    422,
    ['La despedida & más', '2999-01-01', 'Leer'],
  ],
  [
    'a next review in the past',
    'cesar',
    '/coordinate/{luz}/reviews/write',
    () => ({
      id: id(),
      day: '2026-01-02',
      wentWell: 'Todo.',
      wellbeing: '5',
      capacity: '0',
      nextOn: '2026-01-03',
    }),
    422,
    ['Todo.', '2026-01-03'],
  ],
  [
    'a token for nothing',
    'ana',
    '/manage/tokens',
    () => ({ id: id(), name: 'Match & "go"', days: '7' }),
    422,
    ['Match & "go"'],
  ],
  ['rate nothing', 'nadia', '/learn/confidence/before', () => ({ record: id() }), 422, []],
  [
    'rate 11',
    'nadia',
    '/learn/confidence/before',
    () => ({ record: id(), 'rating-consent': '11' }),
    422,
    [],
  ],
  ['answer nothing', 'luz', `/learn/${star?.id}`, () => ({ record: id(), attempt: id() }), 422, []],
  [
    'answer what cannot be chosen',
    'luz',
    `/learn/${star?.id}`,
    () => ({ record: id(), attempt: id(), option: 'the-cat' }),
    422,
    [],
  ],
  [
    'answer twice where once is asked',
    'luz',
    `/learn/${star?.id}`,
    () => ({ record: id(), attempt: id(), option: star?.options.map((one) => one.id) ?? [] }),
    422,
    [],
  ],
  [
    'say nothing',
    'ray',
    `/learn/${session.id}/talk`,
    () => ({ record: id(), run: id(), step: '0', turn: session.start }),
    422,
    [],
  ],
  [
    'say what cannot be said',
    'ray',
    `/learn/${session.id}/talk`,
    () => ({ record: id(), run: id(), step: '0', turn: session.start, reply: 'cook' }),
    422,
    [],
  ],
  ['invite nobody', 'cesar', '/coordinate/invite', () => ({ role: 'trainee' }), 422, []],
  [
    'invite with a name too long',
    'cesar',
    '/coordinate/invite',
    () => ({ name: LONG, role: 'trainee' }),
    422,
    [LONG],
  ],
  [
    'invite a coordinator without being allowed to',
    'cesar',
    '/coordinate/invite',
    () => ({ name: 'Tom "T"', role: 'coordinator' }),
    422,
    ['Tom "T"'],
  ],
  [
    'invite into a programme that is not there',
    'ana',
    '/manage/invite',
    () => ({ name: 'Tom', programme: 'cooking' }),
    422,
    ['Tom'],
  ],
  [
    'observe nothing',
    'oscar',
    '/coordinate/{nadia}/observe',
    () => ({ id: id(), note: 'Con <b>calma</b>' }),
    422,
    ['Con <b>calma</b>'],
  ],
  [
    'observe something harmful without saying what',
    'oscar',
    '/coordinate/{nadia}/observe?role-play=drawn',
    () => ({ id: id(), 'level-safety': '2', 'harm-safety': 'yes', note: 'Uy <b>' }),
    422,
    ['Uy <b>'],
  ],
  [
    'observe something harmful in a line without a level, and without the tick',
    'oscar',
    '/coordinate/{nadia}/observe?role-play=first-meeting',
    () => ({ id: id(), 'level-listening': '2', 'harm-words-endings': 'Se fue <sin> más' }),
    422,
    ['Se fue <sin> más'],
  ],
  [
    'observe at level 4',
    'oscar',
    '/coordinate/{nadia}/observe',
    () => ({ id: id(), 'level-listening': '4', note: 'Uy' }),
    422,
    ['Uy'],
  ],
  [
    'observe with a note too long',
    'oscar',
    '/coordinate/{nadia}/observe',
    () => ({ id: id(), 'level-listening': '2', note: LONG }),
    422,
    [LONG],
  ],
  [
    'invite with an address that is none',
    'cesar',
    '/coordinate/invite',
    () => ({ name: 'Inés', email: 'ines@', role: 'trainee' }),
    422,
    ['Inés', 'ines@'],
  ],
  [
    'invite many without saying in which column the names are',
    'cesar',
    '/coordinate/invite-many',
    () => ({ list: 'i@example.org,Inés', stage: 'columns', 'column-0': 'email', 'column-1': '' }),
    422,
    ['i@example.org,Inés'],
  ],
  ['invite a list of nobody', 'cesar', '/coordinate/invite-many', () => ({ list: ' ' }), 422, []],
  [
    'apply without saying why',
    null,
    '/apply/form',
    () => ({ name: 'Rosa & "co"', contact: 'rosa@example.org', times: 'At <night>' }),
    422,
    ['Rosa & "co"', 'rosa@example.org', 'At <night>'],
  ],
  [
    'apply for too long',
    null,
    '/apply/form',
    () => ({ name: 'Rosa', contact: 'x', why: LONG }),
    422,
    ['Rosa', LONG],
  ],
  [
    'ask for a mentor without consent',
    null,
    '/ask/form?programme=kidney',
    () => ({ hopes: 'To "hear" & learn', place: 'Oak <Park>', contact: 'rosa@example.org' }),
    422,
    ['To "hear" & learn', 'Oak <Park>', 'rosa@example.org'],
  ],
  [
    'a request that names somebody',
    'cesar',
    '/coordinate/requests/new',
    () => ({
      languages: 'es',
      ways: 'phone',
      wishes: 'way',
      consent: 'said',
      hopes: 'Como Rosa Delgado',
    }),
    422,
    ['Como Rosa Delgado', '«Rosa Delgado»'],
  ],
  ['the code of no request', null, '/ask/code', () => ({ code: 'ABC & D' }), 422, ['ABC & D']],
  ['a code that is none', null, '/join', () => ({ code: 'ABC & D' }), 422, ['ABC & D']],
  [
    'a code that nobody made',
    null,
    '/join',
    () => ({ code: 'ABCDEFGHJKLM' }),
    422,
    ['ABCDEFGHJKLM'],
  ],
  ['ask nothing', 'luz', '/learn/ask', () => ({ id: id(), page: '/learn' }), 422, []],
  [
    'ask for too long',
    'luz',
    '/learn/ask',
    () => ({ id: id(), page: '/learn', text: LONG }),
    422,
    [LONG],
  ],
  [
    'reply with nothing',
    'cesar',
    '/coordinate/inbox/{of:message}',
    () => ({ id: id(), text: ' ' }),
    422,
    [],
  ],
  [
    'reply for too long',
    'cesar',
    '/coordinate/inbox/{of:message}',
    () => ({ id: id(), text: LONG }),
    422,
    [LONG],
  ],
  [
    'amend without a reason',
    'oscar',
    '/coordinate/{nadia}/amend/{of:observedByOscar}',
    () => ({ id: id(), 'level-listening': '1', note: 'Vi <mal>' }),
    422,
    ['Vi <mal>'],
  ],
  [
    'a first talk without outcome',
    'cesar',
    '/coordinate/applications/{of:application}',
    () => ({ id: id(), message: 'Gracias & adiós', internalNote: 'Solo yo' }),
    422,
    ['Gracias & adiós', 'Solo yo'],
  ],
  ['a cohort without a name', 'cesar', '/coordinate/cohorts', () => ({ do: 'make' }), 422, []],
  [
    'a group session on a day that is none',
    'cesar',
    '/coordinate/group-sessions',
    () => ({ id: id(), title: 'Café', day: '2027-02-31', time: '10:00', place: 'Sala "2"' }),
    422,
    ['Café', '2027-02-31', '10:00', 'Sala "2"'],
  ],
  [
    'a message without a text in a language that its reader reads',
    'cesar',
    '/coordinate/people/message?to={luz}',
    () => ({ id: id(), who: site.fill('{luz}'), seen: '1', 'text-en': 'Tea & "cake"', do: 'send' }),
    422,
    ['Tea & "cake"'],
  ],
  [
    'a text for messages with words that nothing stands for',
    'cesar',
    '/coordinate/messages/templates',
    () => ({ id: id(), name: 'Té & pan', 'text-en': 'Hi {nam}', 'text-es': 'Hola', do: 'save' }),
    422,
    ['Té & pan', 'Hi {nam}', 'Hola'],
  ],
  [
    'a group session moved to no time',
    'cesar',
    '/coordinate/group-sessions/{of:groupSession}',
    () => ({ do: 'change', title: 'Té', day: '2027-02-03', time: '25:00', place: 'Sala 3' }),
    422,
    ['Té', '25:00', 'Sala 3'],
  ],
  [
    'archive without a reason',
    'cesar',
    '/coordinate/people/{nadia}',
    () => ({ do: 'archive', reason: ' ' }),
    422,
    [],
  ],
  [
    'a talk about nothing',
    'cesar',
    '/coordinate/{nadia}/talk',
    () => ({ id: id(), note: 'Bien & claro', day: '2026-11-01' }),
    422,
    ['Bien & claro', '2026-11-01'],
  ],
  [
    'a talk on a day to come',
    'cesar',
    '/coordinate/{nadia}/talk',
    () => ({ id: id(), competency: 'listening', accepted: 'yes', note: 'Bien', day: '2999-01-01' }),
    422,
    ['Bien', '2999-01-01'],
  ],
  [
    'evidence from nowhere',
    'cesar',
    '/coordinate/{nadia}/outside',
    () => ({ id: id(), competency: 'listening', day: 'ayer' }),
    422,
    ['ayer'],
  ],
  [
    'a note of no kind',
    'cesar',
    '/coordinate/{nadia}/notes',
    () => ({ id: id(), text: 'Solo <yo>' }),
    422,
    ['Solo <yo>'],
  ],
  [
    'a role that nobody has',
    'ana',
    '/manage/accounts/{nadia}',
    () => ({ do: 'give', role: 'cook' }),
    422,
    [],
  ],
  [
    'a programme without a Spanish name',
    'ana',
    '/manage/programmes/long-term/about',
    () => ({
      do: 'preview',
      newest: '',
      'languages.en': 'yes',
      'languages.es': 'yes',
      'name.en': 'Long & "far"',
      'name.es': '',
    }),
    422,
    ['Long & "far"'],
  ],
  [
    'a package of no standard for a system that nobody has',
    'ana',
    '/manage/exports',
    () => ({ programme: 'kidney', language: 'both', standard: '3', preset: 'x', scope: 'chosen' }),
    422,
    [],
  ],
  [
    'withdraw without a reason',
    'cesar',
    '/coordinate/{luz}/withdraw',
    () => ({ reason: ' ' }),
    422,
    [],
  ],
  [
    'withdraw what was decided anew',
    'carla',
    '/coordinate/{luz}/withdraw',
    () => ({ id: '01900000-0000-7000-8000-000000000000', reason: 'You asked on Monday.' }),
    409,
    ['You asked on Monday.', wordsIn('en').signOff.withdrawChanged],
  ],
  [
    'withdraw with 6,000 letters',
    'cesar',
    '/coordinate/{luz}/withdraw',
    () => ({ reason: LONG }),
    422,
    [LONG],
  ],
]

describe('refused with words', () => {
  test.each(REFUSED)('%s', async (_what, as, path, form, status, kept) => {
    const answer = await site.ask('POST', fill(path), { as, body: form() })
    const language = languageFor(as)
    const { common } = wordsIn(language)
    expect([answer.status, languageOf(answer)]).toEqual([status, language])
    expect(headingOf(answer)).not.toBe('')
    expect(answer.text).toContain(`<title>${common.errorPrefix}`)
    expect(answer.text).toContain(common.problem)
    for (const text of kept) expect(readable(answer)).toContain(text)
    expect(answer.text).not.toContain('canary-password')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a form that was sent from a page that is old', () => {
  test.each([
    ['/learn/consent/waiting-for-consent', {}, '/learn/consent/waiting-for-consent'],
    [
      '/learn/consent/a-promise-i-can-keep',
      { record: 'x', text: 'a' },
      '/learn/consent/a-promise-i-can-keep',
    ],
    [`/learn/${session.id}/talk`, { record: id(), run: 'x', step: '0' }, `/learn/${session.id}`],
    [
      `/learn/${session.id}/talk`,
      { record: id(), run: '{run}', step: '7', turn: 'cook' },
      `/learn/${session.id}/talk?kept=1`,
    ],
  ])('%s with %j leads back to the page as it is now', async (path, form: Form, to) => {
    const body = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [
        name,
        String(value).replace('{run}', site.openRun),
      ]),
    )
    const answer = await site.ask('POST', path, { as: 'ray', body })
    expect([answer.status, answer.location]).toEqual([303, to])
  })
})

describe('somebody whose session has ended while they typed', () => {
  const typed = { record: id(), text: 'What I <wrote> & kept', share: 'yes' }
  const page = '/learn/consent/a-promise-i-can-keep'

  const out = () =>
    site.ask('POST', page, { owner: 'nadia', body: { ...typed, password: 'canary-password' } })
  const sealedIn = ({ text }: Answer): string =>
    /name="sealed" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const signsIn = (sealed: string, password: string) =>
    site.ask('POST', page, {
      body: { sealed, 'again-do': 'send', 'again-name': 'nadia', 'again-password': password },
    })

  test('finds it locked in the page, without any password', async () => {
    const answer = await out()
    expect([answer.status, headingOf(answer)]).toEqual([401, wordsIn('en').common.sessionEnded])
    expect(sealedIn(answer)).not.toBe('')
    expect(readable(answer)).not.toContain(typed.text)
    expect(answer.text).toContain(`action="${page}"`)
    expect(answer.text).not.toContain('canary-password')
  })

  test('with a wrong password keeps it once more', async () => {
    const sealed = sealedIn(await out())
    const answer = await signsIn(sealed, 'canary-password')
    expect([answer.status, sealedIn(answer)]).toEqual([401, sealed])
    expect(answer.text).not.toContain('canary-password')
  })

  test('signs in and sends it at once, for a short time as on a shared computer', async () => {
    const answer = await signsIn(sealedIn(await out()), 'seven quiet lamps')
    expect([answer.status, answer.location]).toEqual([303, `${page}?saved=1`])
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('alongside='))
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
    expect(cookie).not.toContain('Max-Age')
    const saved = await site.ask('GET', page, { cookie: cookie?.split(';')[0] ?? '' })
    expect(readable(saved)).toContain(typed.text)
  })
})

describe('switching the language inside a form', () => {
  test('keeps what was typed and saves nothing', async () => {
    const body = { record: id(), text: 'Mi promesa & yo', share: 'yes', 'switch-language': 'es' }
    const answer = await site.ask('POST', '/learn/consent/a-promise-i-can-keep', {
      as: 'ray',
      body,
    })
    expect([answer.status, languageOf(answer)]).toEqual([200, 'es'])
    expect(readable(answer)).toContain(body.text)
    const page = await site.ask('GET', '/learn/consent/a-promise-i-can-keep', { as: 'ray' })
    expect(languageOf(page)).toBe('es')
    expect(readable(page)).not.toContain(body.text)
    await site.ask('POST', '/language', { as: 'ray', body: { language: 'en' } })
  })
})

describe('what a cookie may hold', () => {
  test.each([
    'alongside=%',
    'alongside=%00',
    'alongside=',
    `alongside=${'x'.repeat(5000)}`,
    'alongside="',
    'x=%; alongside=%ff',
    'language=%; alongside=a=b=c',
    ';;;=;',
    'language=constructor',
    '__proto__=1',
  ])('%s is nobody, and no error', async (cookie) => {
    expect((await site.ask('GET', '/', { cookie })).status).toBe(200)
    expect(await site.ask('GET', '/learn', { cookie })).toMatchObject({
      status: 303,
      location: '/sign-in?to=%2Flearn',
    })
  })
})

describe('what an address may hold', () => {
  test.each([
    ['/learn?x=%', 200],
    ['/learn/consent/quiz/who-decides?attempt=%00', 200],
    ['/learn/consent/quiz/who-decides?attempt=constructor&again=1', 200],
    [`/learn/${session.id}/talk?run=x&step=-1`, 303],
    [`/learn/${session.id}/talk?step=1e999`, 200],
    [`/learn/${session.id}/debrief?run=__proto__`, 200],
    ['/coordinate?page=1e999&search=%25_%5C', 404],
    [`/learn?${'x'.repeat(8000)}`, 200],
  ])('%s answers %i', async (path, status) => {
    expect((await site.ask('GET', path, { as: 'ray' })).status).toBe(status)
  })

  test.each([
    '?page=0',
    '?page=-7',
    '?page=1e999',
    '?page=NaN',
    '?search=%25',
    '?search=_',
    "?search='",
    `?search=${'x'.repeat(5000)}`,
    '?programme=constructor',
    '?programme=long-term',
    '?page=99999999999999999999',
  ])('the list of trainees answers /coordinate%s', async (query) => {
    const answer = await site.ask('GET', `/coordinate${query}`, { as: 'carla' })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain('Joyce')
  })

  test('a place that is too long is refused in the register, and stays as typed', async () => {
    const place = 'Lakeside '.repeat(12).trim()
    const query = `?language=en&place=${encodeURIComponent(place)}`
    const answer = await site.ask('GET', `/coordinate/register${query}`, { as: 'carla' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(wordsIn('en').register.placeTooLong)
    expect(answer.text).toContain(`value="${place}"`)
  })

  test('a search finds letters that SQL takes for patterns only as letters', async () => {
    const NADIA = />\s*Nadia\s*</
    const found = async (search: string) =>
      (await site.ask('GET', `/coordinate?search=${encodeURIComponent(search)}`, { as: 'carla' }))
        .text
    expect(await found('adi')).toMatch(NADIA)
    expect(await found('%')).not.toMatch(NADIA)
    expect(await found('n_dia')).not.toMatch(NADIA)
  })

  test.each([
    '/☃',
    '/learn\r\nX-Evil: 1',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/learn/ñ',
    '',
    'learn',
  ])('after choosing a language %j leads nowhere else', async (to) => {
    const answer = await site.ask('POST', '/language', { body: { language: 'es', to } })
    expect(answer.status).toBe(303)
    expect(answer.location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
    expect(answer.headers.has('x-evil')).toBe(false)
  })
})

describe('records sent as JSON', () => {
  const sent = (more: object = {}) => ({
    id: id(),
    item: 'consent/waiting-for-consent',
    revision: 1,
    kind: 'lesson-read',
    value: {},
    madeAt: 1,
    ...more,
  })
  const post = (body: string, type = 'application/json', as: Name | null = 'nadia') =>
    site.ask('POST', '/api/records', { as, type, body })

  test.each([
    ['nothing', '', 400],
    ['broken JSON', '{"records": [', 400],
    ['null', 'null', 400],
    ['a number', '7', 400],
    ['a list', '[]', 400],
    ['no records', '{"records":[]}', 400],
    ['501 records', JSON.stringify({ records: Array(501).fill({}) }), 400],
    ['a deep nest', '['.repeat(50_000), 400],
    ['half a letter', '"\\ud800"', 400],
    ['more than a megabyte', JSON.stringify({ records: ['x'.repeat(1_000_000)] }), 413],
  ])('%s: %i', async (_, body, status) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(JSON.parse(answer.text)).toHaveProperty('error')
  })

  test.each([
    ['1e999 as time', '{"madeAt":1e999}'],
    ['1e999 as revision', '{"revision":1e999}'],
    ['a text as time', '{"madeAt":"1"}'],
    ['a list as item', '{"item":["consent"]}'],
    ['a number as kind', '{"kind":1}'],
    ['null as value', '{"value":null}'],
    ['a name that every object has as item', '{"item":"constructor"}'],
    ['NUL as item', '{"item":"\\u0000"}'],
    ['a prototype as value', '{"value":{"__proto__":{"x":1}},"item":"__proto__"}'],
  ])('%s refuses that record alone', async (_, change) => {
    const bad = JSON.stringify(sent()).replace(/\}$/, `,${change.slice(1)}`)
    const answer = await post(`{"records":[${bad},${JSON.stringify(sent())}]}`)
    expect(answer.status).toBe(200)
    const { records } = JSON.parse(answer.text) as { records: { status: string }[] }
    expect(records.map(({ status }) => status)).toEqual(['refused', 'accepted'])
  })

  test('without being signed in is 401, as a form is 415, from another site 403', async () => {
    expect((await post('{}', 'application/json', null)).status).toBe(401)
    expect((await post('records=1', 'application/x-www-form-urlencoded')).status).toBe(415)
    const foreign = await site.ask('POST', '/api/records', {
      as: 'nadia',
      type: 'application/json',
      body: '{}',
      headers: { origin: 'https://evil.example' },
    })
    expect([foreign.status, JSON.parse(foreign.text)]).toMatchObject([403, { error: 'elsewhere' }])
  })
})
