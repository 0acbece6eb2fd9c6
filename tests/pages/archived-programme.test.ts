/** A programme that is archived takes no trainees in, says so where somebody tries, and loses nothing that was typed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsFor } from '#i18n/words.ts'
import { loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { openSite, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const PROGRAMME = loadProgramme('long-term', 'en')
const { programmes: t } = wordsFor('en', PROGRAMME)
const post = (to: string, as: Name, body: Readonly<Record<string, string>>): Promise<Answer> =>
  site.ask('POST', to, { as, body })

test('until then people may ask for a mentor there, where an administrator switched it on', async () => {
  const rules = '/manage/programmes/long-term/rules'
  const version = /name="version" value="([^"]*)"/.exec(
    (await site.ask('GET', rules, { as: 'ana' })).text,
  )?.[1]
  const on = { requestsOpen: 'yes', dangerHours: '4', longWaitDays: '28', incidentTold: 'sentence' }
  const saved = await post(rules, 'ana', { version: version ?? '', ...on })
  expect(saved.status).toBe(303)
  const { text } = await site.ask('GET', '/ask?programme=long-term')
  expect(text).toContain('/ask/form?programme=long-term')
})

test('nobody is invited as a trainee any more, observers are, and what was typed stays', async () => {
  const page = '/manage/programmes/long-term'
  const archived = await post(page, 'ana', { do: 'archive', newest: '' })
  expect([archived.status, archived.location]).toEqual([303, `${page}?saved=1`])
  const closed = t.archivedHere(PROGRAMME.name)

  const someone = { name: 'Olive Marsh', email: '', programme: 'long-term', 'for-language': 'en' }
  const refused = await post('/coordinate/invite', 'gwen', { ...someone, role: 'trainee' })
  expect([refused.status, refused.text.includes(closed)]).toEqual([422, true])
  expect(refused.text).toContain('value="Olive Marsh"')
  const many = await post('/coordinate/invite-many', 'gwen', { list: 'Olive Marsh', step: 'check' })
  expect([many.status, many.text.includes(closed)]).toEqual([422, true])
  expect(many.text).toContain('Olive Marsh')
  const observer = await post('/coordinate/invite', 'gwen', { ...someone, role: 'observer' })
  expect([observer.status, observer.text.includes('id="link"')]).toEqual([200, true])

  expect((await site.ask('GET', '/apply/form?programme=long-term')).status).toBe(404)
  expect((await site.ask('GET', '/learn', { as: 'joyce' })).status).toBe(200)
  expect((await site.ask('GET', site.fill('/coordinate/{joyce}'), { as: 'gwen' })).status).toBe(200)
})

test('nobody asks for a mentor there: the form and what leads to it say so, and what was typed stays', async () => {
  const { ask } = wordsFor('en', PROGRAMME)
  const form = '/ask/form?programme=long-term'
  const { status, text } = await site.ask('GET', '/ask?programme=long-term')
  expect([status, text.includes(ask.none), text.includes('/ask/form')]).toEqual([200, true, false])
  expect((await site.ask('GET', form)).location).toBe('/ask?programme=long-term')
  const typed = {
    id: newId(Date.now()),
    hopes: 'Somebody who has been there.',
    consent: 'own-form',
  }
  const sent = await site.ask('POST', form, { body: typed })
  expect([sent.status, sent.text.includes(ask.closed)]).toEqual([422, true])
  expect(sent.text).toContain(typed.hopes)
})
