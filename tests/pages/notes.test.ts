/** The own note at the end of a lesson: kept for whoever wrote it, and shown to nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardsOf } from '#domain/course/cards.ts'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { english, openSite, session, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const en = wordsIn('en')
const lesson = english.modules.find(({ slug }) => slug === 'consent')?.lessons[0]
if (!lesson) throw new Error('the course has changed its shape')
const LESSON = `/learn/${lesson.id}`
const last = cardsOf(lesson.html).at(-1)

const write = (as: Name, note: string, record = newId(Date.now())) =>
  site.ask('POST', LESSON, { as, body: { record, act: 'note', note } })
const page = async (as: Name, path = LESSON): Promise<string> =>
  (await site.ask('GET', site.fill(path), { as })).text
const said = (text: string): string => text.replace(/<\/?mark>/g, '')
const noteIn = (text: string): string | undefined =>
  /<textarea[^>]*name="note"[^>]*>([^<]*)</.exec(text)?.[1]
const cardNow = (text: string): string | undefined => /data-card="(\d+)" data-now/.exec(text)?.[1]

describe('Nadia’s note on a lesson', () => {
  test('is folded away while there is none, on the last card', async () => {
    const text = await page('nadia')
    expect(noteIn(text)).toBe('')
    expect(text).toContain(`<summary class="govuk-details__summary">`)
    expect(/<details[^>]*>\s*<summary[^>]*>\s*<span[^>]*>Write a note/.exec(text)?.[0]).not.toMatch(
      / open/,
    )
    expect(text.lastIndexOf('class="card"')).toBeLessThan(text.indexOf('name="note"'))
  })

  test('is saved, and leads back to itself on the last card', async () => {
    const saved = await write('nadia', ' CANARY-NOTE: ask <first>. ')
    expect(saved.status).toBe(303)
    expect(saved.location).toBe(`${LESSON}?saved=1&part=${last?.id}#my-note`)
    const text = await page('nadia', saved.location.replace(/#.*/, ''))
    expect(noteIn(text)).toBe('CANARY-NOTE: ask &lt;first&gt;.')
    expect(text).toContain(en.mine.note.saved)
    expect(cardNow(text)).toBe(String(last?.section))
    expect(text).toMatch(/<details[^>]* open/)
  })

  test('reads no lesson and moves no place', async () => {
    expect(await page('nadia')).toContain('id="lesson-form"')
    expect(cardNow(await page('nadia'))).toBe('1')
  })

  test('twice from one form, and changed after browser Back, is kept: the last word counts', async () => {
    const record = newId(Date.now())
    expect((await write('nadia', 'CANARY-NOTE one', record)).status).toBe(303)
    expect((await write('nadia', 'CANARY-NOTE one', record)).status).toBe(303)
    expect((await write('nadia', 'CANARY-NOTE two', record)).status).toBe(303)
    expect(noteIn(await page('nadia'))).toBe('CANARY-NOTE two')
  })

  test('is printed with the lesson, and with the module: hers alone', async () => {
    const printed = (text: string): string | undefined =>
      /<section class="print-only"[^>]*>([\s\S]*?)<\/section>/.exec(text)?.[1]
    for (const path of [LESSON, '/learn/consent/print']) {
      const hers = printed(await page('nadia', path))
      expect([path, hers]).toEqual([path, expect.stringContaining('CANARY-NOTE two')])
      expect(printed(await page('ray', path))).toBeUndefined()
    }
  })

  test('that is too long stays as it was typed, with what is wrong', async () => {
    const answer = await write('nadia', 'x'.repeat(5001))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('govuk-error-summary')
    expect(noteIn(answer.text)).toHaveLength(5001)
    expect(cardNow(answer.text)).toBe(String(last?.section))
    expect(noteIn(await page('nadia'))).toBe('CANARY-NOTE two')
  })

  test('is found by her search, and leads to its place', async () => {
    const found = await page('nadia', '/search?q=CANARY-NOTE')
    expect(said(found)).toContain('CANARY-NOTE two')
    expect(found).toContain(`href="${LESSON}#my-note"`)
    expect(said(await page('ray', '/search?q=CANARY-NOTE'))).not.toContain('CANARY-NOTE two')
  })

  test('is read by nobody else, wherever they look', async () => {
    const places = [
      '/coordinate',
      '/coordinate/{nadia}',
      '/coordinate/{nadia}/notes',
      '/coordinate/inbox?tab=reflections',
      '/coordinate/{nadia}/sign-off',
    ]
    for (const as of ['carla', 'oscar', 'ana', 'ray'] as const)
      for (const path of [...places, LESSON, '/record', '/learn/messages'])
        expect(await page(as, path), `${as} at ${path}`).not.toContain('CANARY-NOTE')
  })

  test('is cleared by an empty one', async () => {
    const cleared = await write('nadia', '')
    const text = await page('nadia', cleared.location.replace(/#.*/, ''))
    expect([noteIn(text), text.includes(en.mine.note.cleared)]).toEqual(['', true])
    expect(said(await page('nadia', '/search?q=CANARY-NOTE'))).not.toContain('CANARY-NOTE two')
  })
})

test('what Ray had typed stays when he changes the language on a card', async () => {
  const answer = await site.ask('POST', `${LESSON}?part=${cardsOf(lesson.html)[1]?.id}`, {
    as: 'ray',
    body: { record: newId(Date.now()), act: 'note', note: 'Half a sen', 'switch-language': 'es' },
  })
  expect(noteIn(answer.text)).toBe('Half a sen')
  expect(answer.text).toContain(wordsIn('es').mine.note.label)
  expect(cardNow(answer.text)).toBe(String(cardsOf(lesson.html)[1]?.section))
  await site.ask('POST', LESSON, { as: 'ray', body: { 'switch-language': 'en' } })
  expect(noteIn(await page('ray'))).toBe('')
})

test('a visitor’s sample and a talk have none', async () => {
  const sample = await site.ask('GET', '/sample', { as: null })
  expect(noteIn(sample.text)).toBeUndefined()
  expect(noteIn(await page('ray', `/learn/${session.id}`))).toBeUndefined()
})
