/** What /api/saved hands to a device of one's own, over HTTP. Who may: routes.test.ts; shared computers: offline.spec.ts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ModuleToSave, PersonToSave } from '#domain/learning/saved.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const CONSENT = '/api/saved/en/consent'

test('a module comes with its keys and the programme’s words, and names its release; asked again, it is not sent again', async () => {
  const first = await site.ask('GET', CONSENT, { as: 'ray' })
  const module = JSON.parse(first.text) as ModuleToSave
  expect(first.headers.get('cache-control')).toBe('no-store')
  expect(module).toMatchObject({ language: 'en', module: 'consent', programme: 'kidney' })
  expect(module.order.map(({ slug }) => slug)).toContain('safety')
  expect(module.course.modules[0]?.quiz?.questions[0]?.options.some(({ right }) => right)).toBe(
    true,
  )
  expect(first.text).not.toMatch(/\{\{|data-local/)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toBe(`W/"${module.release}"`)
  const again = await site.ask('GET', CONSENT, { as: 'ray', headers: { 'if-none-match': etag } })
  expect([again.status, again.text, again.headers.get('cache-control')]).toEqual([
    304,
    '',
    'no-store',
  ])
})

test('each reads the words of their own programme, under a release of its own', async () => {
  const [kidney, long] = await Promise.all(
    (['ray', 'joyce'] as const).map(
      async (as) => JSON.parse((await site.ask('GET', CONSENT, { as })).text) as ModuleToSave,
    ),
  )
  expect([kidney?.programme, long?.programme]).toEqual(['kidney', 'long-term'])
  expect(kidney?.release).not.toBe(long?.release)
})

test('of its person a device learns what they have done, no name, and whom to call in both languages', async () => {
  const { text, headers } = await site.ask('GET', '/api/saved/me', { as: 'ray' })
  const me = JSON.parse(text) as PersonToSave
  expect(headers.get('cache-control')).toBe('no-store')
  expect(me).toMatchObject({ programme: 'kidney', language: 'en' })
  expect(Object.values(me.learnt).some(({ kind }) => kind === 'quiz')).toBe(true)
  expect(Object.keys(me.help)).toEqual(['en', 'es'])
  expect(me.help.es.crisis.length).toBeGreaterThan(0)
  expect(text).not.toMatch(/\bray\b/i)
})
