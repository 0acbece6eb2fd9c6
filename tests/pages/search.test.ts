/** Search and glossary over HTTP: who finds what, whom to call first, and where the words that were typed do not stand. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { english, openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const find = async (query: string, as: Name | null = null): Promise<string> => {
  const { status, text } = await site.ask('GET', `/search?q=${encodeURIComponent(query)}`, { as })
  expect(status).toBe(200)
  return text
}
/** Text as it stands in a page. */
const inHtml = (text: string): string => text.replaceAll("'", '&#39;').replaceAll('"', '&quot;')
/** Addresses of what was found. */
const leadsTo = (page: string): string[] => {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  return [...main.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
}

describe('what is found', () => {
  test('says where the word stands, leads to its heading, and marks the hit', async () => {
    const page = await find('fistulas', 'nadia')
    expect(leadsTo(page)).toContain('/learn/story/choosing-what-to-tell#short-and-back-to-them')
    expect(leadsTo(page)).toContain('/glossary#word-fistula')
    expect(page).toContain('<mark>fistula</mark>')
    expect(page).toContain('Lesson · Your story')
    const lesson = await site.ask('GET', '/learn/story/choosing-what-to-tell', { as: 'nadia' })
    expect(lesson.text).toContain('id="short-and-back-to-them"')
  })

  test('in Spanish is found without its accents', async () => {
    const page = await find('medicos', 'luz')
    expect(page).toContain('<mark>médico</mark>')
  })

  test('for a visitor is what visitors may read: a sample, pages to print, words', async () => {
    const ways = leadsTo(await find('mentor'))
    expect(ways).toContain('/glossary#word-mentor')
    expect(ways.some((way) => way.startsWith('/sample'))).toBe(true)
    expect(ways.filter((way) => way.startsWith('/learn/'))).toEqual([])
    const titles = async (as: Name | null): Promise<string[]> => {
      const pages = await Promise.all(
        ['mentor', 'gifts', 'fistula', 'permission'].map((one) => find(one, as)),
      )
      const text = pages.join('').replaceAll(/<\/?mark>/g, '')
      return english.modules
        .flatMap(({ lessons }) => lessons.map(({ title }) => title))
        .filter((title) => text.includes(inHtml(title)))
    }
    const [sample] = english.modules.flatMap(({ lessons }) => lessons)
    expect(await titles(null)).toEqual([sample?.title])
    expect((await titles('nadia')).length).toBeGreaterThan(5)
  })

  test('for a coordinator has the pages for those who teach; a trainee never finds them', async () => {
    const isTeaching = (way: string): boolean => way.startsWith('/coordinate/teaching/')
    expect(leadsTo(await find('actor briefs', 'carla')).some(isTeaching)).toBe(true)
    expect(leadsTo(await find('actor briefs', 'nadia')).some(isTeaching)).toBe(false)
    expect(leadsTo(await find('consent', 'carla')).some((way) => way.startsWith('/learn/'))).toBe(
      true,
    )
  })

  test('of what somebody wrote is found by them, and by nobody else', async () => {
    const [module] = english.modules.filter(({ reflection }) => reflection)
    const item = module?.reflection?.id ?? ''
    const body = { record: newId(Date.now()), text: 'canaryword about my sister' }
    await site.ask('POST', `/learn/${item}`, { as: 'nadia', body })
    const own = await find('canarywords', 'nadia')
    expect(own).toContain('<mark>canaryword</mark> about my sister')
    expect(leadsTo(own)).toContain(`/learn/${item}`)
    for (const other of ['ray', 'carla', 'ana', null] as const)
      expect(await find('canaryword', other), String(other)).not.toContain('about my sister')
  })

  test('where it is nothing, there is a way on', async () => {
    const page = await find('xyzzyq', 'nadia')
    expect(page).toContain('Nothing was found')
    expect(leadsTo(page)).toEqual(
      expect.arrayContaining(['/glossary', '/learn', '/resources', '/learn/ask?page=%2Fsearch']),
    )
  })
})

describe('a word of danger', () => {
  test.each([
    ['suicide', 'nadia', 'href="tel:988"'],
    ['matarme', 'luz', 'href="tel:988"'],
    ['chest pain', null, 'href="tel:911"'],
    ['911', 'nadia', 'href="tel:911"'],
    ['suicide', 'joyce', 'href="tel:999"'],
  ] as const)('"%s" shows %s whom to call before all else', async (query, as, line) => {
    const page = await find(query, as)
    const main = page.slice(page.indexOf('<main'))
    expect(main.indexOf('id="danger-first"')).toBeGreaterThan(0)
    expect(main.indexOf(line)).toBeLessThan(main.indexOf('name="q"'))
    expect(main.indexOf(line)).toBeGreaterThan(main.indexOf('id="danger-first"'))
  })

  test('is followed by the lesson about it, for whoever may read it', async () => {
    const words = 'What a mentor says and does about suicide'
    const page = await find('suicide', 'nadia')
    expect(page.indexOf(words)).toBeGreaterThan(page.indexOf('id="danger-first"'))
    expect(leadsTo(page)).toContain('/learn/safety/talking-about-suicide')
    expect(await find('suicide')).not.toContain(words)
  })

  test('none shows no lines above the field', async () => {
    expect(await find('gifts', 'nadia')).not.toContain('danger-first')
  })
})

describe('what was typed', () => {
  test('stands in the field as text, and neither in the title nor in any other address', async () => {
    const page = await find('"><script>alert(1)</script>', 'nadia')
    expect(page).toContain('value="&quot;><script>alert(1)</script>"')
    const { text } = await site.ask('GET', '/search?q=suicide', { as: 'nadia' })
    expect(/<title>([^<]*)/.exec(text)?.[1]).toBe('Search – Alongside')
    const addresses = [...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, to]) => to)
    expect(addresses.filter((to) => to?.includes('q='))).toEqual([])
  })

  test('is kept by no cache, told to no other site, and written down nowhere', async () => {
    const { headers } = await site.ask('GET', '/search?q=canarydespair', { as: 'nadia' })
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    await site.ask('GET', '/search?q=canarydespair')
    await site.ask('GET', '/search?q=canarydespair%00%ff')
    await site.ask('POST', '/search?q=canarydespair', { as: 'nadia', body: { q: 'canarydespair' } })
    expect(site.server.output()).not.toContain('canarydespair')
    const files = readdirSync(site.server.dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(site.server.dataDir, name))
      .filter((name) => statSync(name).isFile())
    expect(files.some((name) => name.endsWith('alongside.db'))).toBe(true)
    for (const file of files) expect(readFileSync(file).includes('canarydespair'), file).toBe(false)
  })

  test('may be long, blank, said twice or no text at all', async () => {
    for (const query of [
      'q=',
      'q=%20',
      'q=a&q=b',
      `q=${'a'.repeat(3000)}`,
      'q[]=x',
      'q=%F0%9F%98%80',
    ])
      expect((await site.ask('GET', `/search?${query}`)).status, query).toBe(200)
  })
})

describe('the words explained', () => {
  test('each says what it means, in which lessons it is taught, and its name in the other language', async () => {
    const { text } = await site.ask('GET', '/glossary', { as: 'nadia' })
    for (const [id, { term }] of Object.entries(english.glossary)) {
      expect(text, id).toContain(`id="word-${id}"`)
      const taught = english.modules
        .flatMap(({ lessons }) => lessons)
        .filter(({ terms }) => terms.includes(id))
      const at = text.indexOf(`id="word-${id}"`)
      const one = text.slice(at, text.indexOf('class="words__one"', at + 1) >>> 0)
      expect(one, term).toContain(term)
      for (const lesson of taught) expect(one, term).toContain(`href="/learn/${lesson.id}"`)
    }
    expect(text).toContain('<span lang="es">fístula</span>')
    const inSpanish = await site.ask('GET', '/glossary', { as: 'luz' })
    expect(inSpanish.text).toContain('<span lang="en">fistula</span>')
  })

  test('a visitor reads them all, and has a link only to the sample', async () => {
    const { text } = await site.ask('GET', '/glossary')
    expect(leadsTo(text).filter((way) => way.startsWith('/learn'))).toEqual([])
    expect(leadsTo(text)).toContain('/sample')
  })

  test('a lesson leads from its word to all of them, and every page to the search', async () => {
    const lesson = await site.ask('GET', '/learn/safety/when-it-is-not-clear', { as: 'nadia' })
    expect(lesson.text).toContain('href="/glossary#word-self-neglect"')
    for (const as of ['nadia', 'carla', 'ana', null] as const)
      expect((await site.ask('GET', '/about', { as })).text).toContain('href="/search"')
  })
})
