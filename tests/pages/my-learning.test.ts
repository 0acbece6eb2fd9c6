/** "My learning": all that somebody did and wrote, on a page, on paper and in a file; for nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { english, openSite, session, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const PAGE = '/record/my-learning'
const FILE = '/record/my-learning.html'
const { mine, learn } = wordsIn('en')
const t = mine.learning
const consent = english.modules.find(({ slug }) => slug === 'consent')
const [lesson] = consent?.lessons ?? []
const reflection = consent?.reflection
if (!consent || !lesson || !reflection) throw new Error('the course has changed its shape')

const get = (path: string, as: Name | null) => site.ask('GET', path, { as })
const main = (text: string): string => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
const words = (html: string): string =>
  main(html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const write = (as: Name, to: string, body: Readonly<Record<string, string>>) =>
  site.ask('POST', to, { as, body: { record: newId(Date.now()), ...body } })

describe('what Nadia did and wrote', () => {
  test('is nothing at first, and says so', async () => {
    expect(words((await get(PAGE, 'joyce')).text)).toContain(t.empty)
  })

  test('stands there in the order of the course, whoever may read it said beside it', async () => {
    await write('nadia', `/learn/${lesson.id}`, { act: 'read' })
    await write('nadia', `/learn/${lesson.id}`, { act: 'note', note: 'CANARY-NOTE one' })
    await write('nadia', `/learn/${lesson.id}`, { act: 'note', note: 'CANARY-NOTE two' })
    await write('nadia', `/learn/${reflection.id}`, { text: 'CANARY-WORDS <b>', share: 'yes' })
    await site.ask('POST', '/learn/ask', {
      as: 'nadia',
      body: { id: newId(Date.now()), page: `/learn/${lesson.id}`, text: 'CANARY-QUESTION' },
    })
    const { text } = await get(PAGE, 'nadia')
    const said = words(text)
    const places = [
      consent.title,
      lesson.title,
      'Read on',
      'CANARY-NOTE two',
      reflection.title.slice(0, 20),
      'CANARY-WORDS',
      t.questions,
      'CANARY-QUESTION',
    ].map((part) => [part, said.indexOf(part)] as const)
    expect(places.filter(([, at]) => at < 0)).toEqual([])
    expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).sort((a, b) => a - b))
    expect(main(text)).toContain('CANARY-WORDS &lt;b&gt;')
    expect(said).toContain(learn.reflectionPrivate)
    expect(said).toContain(learn.reflectionShared)
    expect(said).toContain(t.earlier(1))
    expect(said).not.toContain('CANARY-NOTE one')
  })

  test('is a file that asks for nothing, with her earlier words, and says what it leaves out', async () => {
    const { status, text, headers } = await get(FILE, 'nadia')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="my-learning-\d{4}-\d\d-\d\d\.html"$/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(text).not.toMatch(/<(?:script|link|img|form|a|iframe)\b|\b(?:src|href|action)=|url\(/)
    const said = words(text)
    for (const part of ['CANARY-NOTE two', 'CANARY-NOTE one', 'CANARY-WORDS', 'CANARY-QUESTION'])
      expect(said, part).toContain(part)
    for (const line of t.leftOut)
      expect(said).toContain(line.replaceAll('“', '“').replaceAll('’', '’'))
    expect(said).toContain('Nadia')
  })

  test('is read by nobody else', async () => {
    for (const as of ['ray', 'carla', 'oscar', 'ana'] as const)
      for (const path of [PAGE, FILE]) {
        const { status, text } = await get(path, as)
        expect([status, text.includes('CANARY')], `${as} at ${path}`).toEqual([200, false])
      }
    for (const path of [PAGE, FILE])
      expect((await get(path, null)).location).toBe(`/sign-in?to=${encodeURIComponent(path)}`)
  })

  test('is in her language', async () => {
    const { text } = await get(PAGE, 'luz')
    const { title, empty } = wordsIn('es').mine.learning
    expect(words(text)).toContain(title)
    expect(words(text)).toContain(empty)
    expect((await get(FILE, 'luz')).text).toContain('<html lang="es">')
  })
})

test('Ray finds his talk with its debrief, and the file holds the best road word for word', async () => {
  const page = (await get(PAGE, 'ray')).text
  expect(main(page)).toContain(`/learn/${session.id}/debrief?run=`)
  const file = (await get(FILE, 'ray')).text
  expect(words(file)).toContain(`(${t.best})`)
  expect(words(file)).toContain(wordsIn('en').course.yourRoad)
  // Headings go down one step at a time.
  const levels = [...main(file).matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([])
})

test('of a long history the page shows the newest 400 entries, and the file all', async () => {
  const records = Array.from({ length: 450 }, (_, n) => ({
    id: newId(Date.now()),
    kind: 'note-saved',
    item: lesson.id,
    revision: 1,
    madeAt: Date.now() - 1_000_000 + n,
    value: { text: `Line ${n}.` },
  }))
  const sent = await site.ask('POST', '/api/records', {
    as: 'joyce',
    type: 'application/json',
    body: JSON.stringify({ records }),
  })
  expect(sent.status).toBe(200)
  const page = words((await get(PAGE, 'joyce')).text)
  expect(page).toContain(t.newestOnPage(400))
  expect(page).toContain('Line 449.')
  const file = words((await get(FILE, 'joyce')).text)
  expect(file).toContain('Line 0.')
  expect(file).not.toContain(t.newest(10_000))
})

test('home and record lead there', async () => {
  for (const path of ['/learn', '/record'])
    expect(main((await get(path, 'nadia')).text)).toContain(`href="${PAGE}"`)
})
