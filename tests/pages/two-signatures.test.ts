/** Both signatures of a sign-off from sessions that are ten minutes old: the password is asked for, and the right one signs (R23). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsIn } from '#i18n/words.ts'
import { PASSWORD, type Name } from '#tests/cast.ts'
import { openSite, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const post = (to: string, as: Name, body: Readonly<Record<string, string>>): Promise<Answer> =>
  site.ask('POST', site.fill(to), { as, body })
const get = async (to: string, as: Name): Promise<string> =>
  (await site.ask('GET', site.fill(to), { as })).text

/** Signs without the password, with a wrong one and with the right one; each time with the name kept. */
async function signStale(page: string, as: 'carla' | 'cesar', name: string): Promise<Answer> {
  const words = wordsIn(as === 'cesar' ? 'es' : 'en')
  const cookie = site.staleCookie(as)
  const shown = await site.ask('GET', site.fill(page), { cookie })
  expect(shown.text).toContain('name="password"')
  const sign = (password: string): Promise<Answer> =>
    site.ask('POST', site.fill(page), {
      cookie,
      body: { id: idIn(shown), declaredName: name, ...(password && { password }) },
    })
  for (const [password, problem] of [
    ['', words.account.passwordMissing],
    ['seven loud lamps', words.coordinate.passwordWrong],
  ] as const) {
    const refused = await sign(password)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(problem)
    expect(refused.text).toContain(`value="${name}"`)
  }
  return sign(PASSWORD)
}

/** C11: the tick alone changes nothing; who leaves and from when is said first, and a proof is asked for. */
async function switchesOn(): Promise<void> {
  const page = '/manage/programmes/kidney/second-signature'
  const t = wordsIn('en').manage.second
  const rest = {
    groupSessionsCount: '',
    secondSignature: 'yes',
    dangerHours: '4',
    longWaitDays: '28',
  }
  expect((await post('/manage/programmes/kidney/rules', 'ana', rest)).location).toBe(page)
  expect(await get('/coordinate/{luz}', 'cesar')).not.toContain('/second-signature')
  const cookie = site.staleCookie('ana')
  const shown = (await site.ask('GET', page, { cookie })).text
  expect(shown).toContain(t.leave(0))
  expect(shown).toContain('name="password"')
  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  const version = versionIn(shown)
  const begin = (body: Readonly<Record<string, string>>): Promise<Answer> =>
    // The right password gives the session a new secret, which a browser would send from then on.
    site.ask('POST', page, { cookie: site.staleCookie('ana'), body: { version, ...body } })
  const unproved = await begin({ day })
  expect(unproved.status).toBe(422)
  expect(unproved.text).toContain(`value="${day}"`)
  const past = await begin({ day: '2020-01-01', password: PASSWORD })
  expect([past.status, past.text.includes(t.problems['day-past'])]).toEqual([422, true])
  expect((await begin({ day, password: PASSWORD })).location).toContain('saved=1')
  // From that day on it counts; from now on it can be signed.
  expect(await get('/coordinate/{luz}', 'cesar')).toContain('/second-signature')
  expect(await get('/coordinate/{luz}', 'carla')).not.toContain(
    wordsIn('en').learn.standings['waiting-for-second-signature'],
  )
  // The day may still be changed: today.
  const today = await get(page, 'ana')
  expect(today).toContain(`value="${day}"`)
  const utc = new Date().toISOString().slice(0, 10)
  const local = new Intl.DateTimeFormat('sv', { timeZone: 'America/Chicago' }).format(new Date())
  expect(
    (await post(page, 'ana', { version: versionIn(today), day: local < utc ? local : utc })).status,
  ).toBe(303)
  expect((await site.ask('GET', page, { as: 'ana' })).status).toBe(303)
}

const versionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
const idIn = ({ text }: Answer): string => /name="id" value="([\w-]+)"/.exec(text)?.[1] ?? ''

test('the first and the second coordinator sign with their password; nobody is ready between the two', async () => {
  const record = site.fill('/coordinate/{nadia}')
  const root = `${record}/sign-off`
  // Luz was signed off before the rule: it is asked of her too, and the page to switch it on says so.
  expect(await get('/manage/programmes/kidney/rules', 'ana')).toContain(
    wordsIn('en').manage.secondSignatureHelp,
  )
  expect(await get('/coordinate/{luz}', 'cesar')).not.toContain('/second-signature')
  await switchesOn()
  expect(await get('/coordinate/{luz}', 'cesar')).toContain('/second-signature')

  const seen = /name="seen" value="(\w+)"/.exec(await get(root, 'carla'))?.[1] ?? ''
  let next = (await post(root, 'carla', { seen })).location
  while (/\/(met|line-[\w-]+)$/.test(next))
    next = (await post(next, 'carla', { judgement: 'shown', shown: 'all' })).location
  for (const [step, body] of [
    ['decision', { decision: 'ready' }],
    ['reason', { reason: 'You wait, and you listen.', otherwise: 'We talked it through.' }],
    ['offer', { languages: 'en', contactWays: 'phone', capacity: '1' }],
    ['until', { expiresOn: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10) }],
  ] as const)
    expect([step, (await post(`${root}/${step}`, 'carla', body)).status]).toEqual([step, 303])

  const first = await signStale(`${root}/declare`, 'carla', 'Carla')
  expect([first.status, first.location]).toEqual([303, expect.stringContaining('/decisions/')])
  expect(await get('/coordinate/{nadia}', 'carla')).toContain(
    wordsIn('en').learn.standings['waiting-for-second-signature'],
  )

  const second = await signStale(`${record}/second-signature`, 'cesar', 'César')
  expect([second.status, second.location]).toEqual([303, first.location])
  expect(await get('/coordinate/{nadia}', 'carla')).toContain(
    wordsIn('en').learn.standings['waiting-for-commitment'],
  )
})

test('C12: rules and words that somebody else saved meanwhile are shown before they are replaced', async () => {
  const t = wordsIn('en').common.meanwhile
  const rules = '/manage/programmes/long-term/rules'
  const version = versionIn(await get(rules, 'ana'))
  const mine = {
    version,
    groupSessionsCount: 'yes',
    secondSignature: '',
    dangerHours: '4',
    longWaitDays: '28',
  }
  expect((await post(rules, 'ana', mine)).status).toBe(303)
  const late = await post(rules, 'ana', { ...mine, groupSessionsCount: '' })
  expect([late.status, late.text.includes(t.keptToSave)]).toEqual([409, true])
  const { isSet, groupSessionsCount } = wordsIn('en').manage
  expect(late.text).toContain(isSet(groupSessionsCount, true))
  const seen = { ...mine, version: versionIn(late.text), groupSessionsCount: '' }
  expect((await post(rules, 'ana', seen)).status).toBe(303)

  const words = '/manage/programmes/long-term'
  const shown = await get(`${words}/crisis`, 'ana')
  const number = valueIn(shown, 'crisis.0.number')
  const bringBack = { do: 'bring-back', version: 'shipped', newest: '' }
  expect((await post(words, 'ana', bringBack)).status).toBe(303)
  const typed = { newest: 'older', 'crisis.0.number': '000', do: 'preview' }
  const refused = await post(`${words}/crisis`, 'ana', typed)
  expect([refused.status, valueIn(refused.text, 'crisis.0.number')]).toEqual([409, '000'])
  expect(refused.text).toContain(`<span class="as-typed">${number}</span>`)
  expect((await post(words, 'ana', bringBack)).status).toBe(409)
  const newest = valueIn(refused.text, 'newest')
  expect((await post(words, 'ana', { ...bringBack, newest })).status).toBe(303)
})

const valueIn = (page: string, name: string): string => {
  const [input = ''] = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page) ?? []
  return /value="([^"]*)"/.exec(input)?.[1] ?? ''
}
