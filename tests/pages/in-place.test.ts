/** Forms that stay in their page until they have reached us (docs/decisions/kept-as-typed.md): what the server says to them. */
import { globSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IN_PLACE_HEADER, staysInPlace } from '#domain/people/in-place.ts'
import { openSite, session, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const REFLECTION = '/learn/self-care/my-warning-signs'
const IN_PLACE = { [IN_PLACE_HEADER]: 'yes' }
let record = 0
const typed = (text: string) => ({
  record: `01900000-0000-7000-8000-${String(++record).padStart(12, '0')}`,
  text,
})
const kindOf = ({ status, headers }: Answer) => [status, headers.get(IN_PLACE_HEADER)]

describe('a reflection of Ray’s, sent in place', () => {
  test('is saved, and told where it leads and at what time', async () => {
    const body = typed('I sleep badly.')
    const send = () => site.ask('POST', REFLECTION, { as: 'ray', headers: IN_PLACE, body })
    const answer = await send()
    expect(kindOf(answer)).toEqual([200, 'taken'])
    expect(JSON.parse(answer.text)).toEqual({
      to: `${REFLECTION}?saved=1`,
      at: expect.stringMatching(/^\d{1,2}:\d\d (AM|PM)$/i) as unknown,
    })
    expect(kindOf(await send())).toEqual([200, 'taken'])
    const page = await site.ask('GET', REFLECTION, { as: 'ray' })
    expect(page.text).toContain('I sleep badly.')
    expect(kindOf(page)).toEqual([200, null])
  })

  test('that is empty gets its own page with what is wrong', async () => {
    const answer = await site.ask('POST', REFLECTION, {
      as: 'ray',
      headers: IN_PLACE,
      body: typed(''),
    })
    expect(kindOf(answer)).toEqual([422, 'page'])
    expect(answer.text).toContain('govuk-error-summary')
  })

  test('is refused after his session, and in Nadia’s, without a word of it', async () => {
    const out = await site.ask('POST', REFLECTION, {
      owner: 'ray',
      headers: IN_PLACE,
      body: typed('Only mine.'),
    })
    expect([...kindOf(out), out.text]).toEqual([401, 'signed-out', 'null'])
    const hers = await site.ask('POST', REFLECTION, {
      as: 'nadia',
      owner: 'ray',
      headers: IN_PLACE,
      body: typed('Only mine.'),
    })
    expect([...kindOf(hers), hers.text]).toEqual([409, 'somebody-else', 'null'])
  })

  test('goes on as ever where no script asks', async () => {
    const answer = await site.ask('POST', REFLECTION, { as: 'ray', body: typed('Plain.') })
    expect([...kindOf(answer), answer.location]).toEqual([303, null, `${REFLECTION}?saved=1`])
  })
})

type Handed = 'person' | 'key' | 'publicKey' | 'privateKey'

describe('the key of what lies on a device', () => {
  const ask = async (options: Parameters<Site['ask']>[2]) => {
    const { status, text } = await site.ask('GET', '/api/device-key', options)
    return { status, ...(JSON.parse(text) as Partial<Record<Handed, string | null>>) }
  }

  test('is handed to its person’s sessions alone, the same each time', async () => {
    const ray = await ask({ as: 'ray' })
    expect([ray.status, ray.person]).toEqual([200, site.fill('{ray}')])
    expect(Buffer.from(ray.key ?? '', 'base64')).toHaveLength(32)
    expect(await ask({ as: 'ray' })).toEqual(ray)
    const nadia = await ask({ as: 'nadia' })
    expect(nadia.key).not.toBe(ray.key)
    expect(nadia.privateKey).not.toBe(ray.privateKey)
    expect(Buffer.from(ray.publicKey ?? '', 'base64')).toHaveLength(65)
    expect(Buffer.from(ray.privateKey ?? '', 'base64')).toHaveLength(32)
    expect(await ask({ as: null })).toEqual({ status: 401, error: 'sign-in' })
  })
})

/** Each form of a trainee or applicant in which something is typed or chosen: its fields, as Ray finds it, or a visitor. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  '/learn/ask?page=%2Flearn': ['text'],
  [REFLECTION]: ['text', 'share'],
  '/learn/story/goal-road-map': ['field-*'],
  '/learn/consent/waiting-for-consent': ['note'],
  '/learn/consent/quiz/who-decides': ['option'],
  [`/learn/${session.id}/talk`]: ['reply'],
  '/learn/pause': ['until'],
  '/name': ['name'],
  '/record/profile': [
    'phone',
    'reachBy',
    'times',
    'emergencyName',
    'emergencyPhone',
    'access',
    'place',
    'languages',
    'languageWords',
    'areas',
    'notAreas',
    'areaWords',
  ],
  '/display': ['text', 'theme', 'contrast', 'spacing', 'lessons', 'language'],
  [`/learn/${session.id}/debrief?run={run:ended}`]: ['text', 'share'],
  '/learn/confidence/before': ['rating-*'],
  '/learn/commitment': ['declaredName'],
  '/apply/form': [
    'why',
    'experience',
    'areas',
    'notAreas',
    'languages',
    'times',
    'access',
    'name',
    'contact',
  ],
  '/ask/form?programme=kidney': [
    'languages',
    'ways',
    'times',
    'place',
    'areas',
    'hopes',
    'wouldNotWork',
    'wishes',
    'initials',
    'told',
    'consent',
    'reachedBy',
    'contact',
  ],
}

/** Whose page it is where Ray finds none: he has answered, and is signed off by nobody. */
const WHO: Readonly<Record<string, 'nadia' | 'luz'>> = {
  '/learn/confidence/before': 'nadia',
  '/learn/commitment': 'luz',
}

test.each(Object.entries(FORMS))('what is typed at %s stays in its page', async (path, names) => {
  const as = /^\/(apply|ask)/.test(path) ? null : (WHO[path] ?? 'ray')
  const { text } = await site.ask('GET', site.fill(path), { as })
  expect(text).toContain('<body data-stays="fresh"')
  const main = /<main[\s\S]*?<\/main>/.exec(text)?.[0] ?? ''
  const fields = [...main.matchAll(/<(?:input|textarea|select)[^>]*>/g)].flatMap(([tag]) => {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1] ?? ''
    return /type="hidden"/.test(tag) || name === 'own-device' || /data-read=/.test(tag)
      ? []
      : [name.replace(/^(field|rating)-.*/, '$1-*')]
  })
  expect([...new Set(fields)]).toEqual(names)
  // Nothing of it is a form that these scripts leave alone.
  expect(main).not.toMatch(/type="(?:password|file)"|data-draft=/)
  const around = text.replace(main, '')
  const others = [...around.matchAll(/<form method="post"[^>]*class="([^"]*)"/g)]
  expect(others.map(([, name]) => name).sort()).toEqual(as ? ['sign-out', 'words-wait note'] : [])
})

test('the day of a meeting stays in its page as well, once Luz has signed what a mentor promises', async () => {
  const body = { id: site.fill('{of:signedOff}'), declaredName: 'Luz' }
  const signed = await site.ask('POST', '/learn/commitment', { as: 'luz', headers: IN_PLACE, body })
  expect(kindOf(signed)).toEqual([200, 'taken'])
  const { text } = await site.ask('GET', '/learn/reviews', { as: 'luz' })
  expect(text).toContain('<body data-stays="fresh"')
  expect(text).toMatch(/<form[^>]*id="page-form"[\s\S]*?<input[^>]*name="day"/)
  expect(text).not.toMatch(/<form[^>]*data-draft=/)
})

test('how somebody is reached stays in its page, and the password beside it does not', async () => {
  const { text } = await site.ask('GET', '/ways-in', { as: 'ray' })
  expect(text).toContain('<body data-stays="fresh"')
  const forms = text.match(/<form[\s\S]*?<\/form>/g) ?? []
  const withPhone = forms.filter((form) => form.includes('name="phone"'))
  expect(withPhone).toHaveLength(1)
  expect(withPhone[0]).not.toContain('type="password"')
  const body = { do: 'contact', email: 'ray@example.org', phone: '555 0100' }
  const send = () => site.ask('POST', '/ways-in', { as: 'ray', headers: IN_PLACE, body })
  const sent = await send()
  expect(kindOf(sent)).toEqual([200, 'taken'])
  expect(JSON.parse(sent.text)).toMatchObject({ to: '/ways-in?saved=contact' })
  const wrong = { ...body, phone: 'call me' }
  const refused = await site.ask('POST', '/ways-in', { as: 'ray', headers: IN_PLACE, body: wrong })
  expect(kindOf(refused)).toEqual([422, 'page'])
  expect(refused.text).toContain('value="call me"')
  expect(staysInPlace('/ways-in/passkeys')).toBe(false)
})

test('no page of a trainee or applicant is left out', () => {
  const pages = globSync('src/pages/{learn,apply,record}/**/*.astro')
  const routes = pages.map((file) => file.replace(/^src\/pages|(\/index)?\.astro$/g, ''))
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.filter((route) => !staysInPlace(route))).toEqual([])
  for (const path of ['/coordinate', '/manage', '/sign-in', '/learning']) {
    expect(staysInPlace(path)).toBe(false)
  }
})
