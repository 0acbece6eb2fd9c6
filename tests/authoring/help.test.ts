/** What /help says is so: its pages, their headings, what it calls by name, and where it leads. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { compileHelp } from '#authoring/compile-help.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { HELP_FOR, helpFor } from '#domain/help/help-for.ts'
import { HELP_PAGES } from '#domain/help/pages.ts'
import {
  interfaceTexts,
  SAID_IN_PICTURES,
  textsIn,
  type SaidInPictures,
} from '#tests/pictures/said-in-pictures.ts'
import { wrongIn } from '#tests/i18n/wrong-words.ts'

const content = compileContent('content')
const help = compileHelp('.', content.british)

/** Every text of the interface, and what the pages to print for those who teach are called. */
const saidIn = (language: Language): ReadonlySet<string> =>
  new Set([
    ...interfaceTexts(language),
    ...(content.courses[language]?.teaching ?? []).map(({ title }) => title),
  ])

const addressesOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to = '']) => to)

/** Of the pages and files that there are; what is open in a name fits anything. */
const places = [
  ...globSync('src/pages/**/*.{astro,ts}').map((file) =>
    file.replace(/^src\/pages|(\/index)?\.(astro|ts)$/g, ''),
  ),
  ...globSync('public/**/*.*').map((file) => file.replace('public', '')),
].map((one) => new RegExp(`^${one.replace(/[.]/g, '\\.').replace(/\[[^\]]+\]/g, '[^/]+')}/?$`))

describe.each(['en', 'en-GB', 'es'] as const)('in %s', (variety) => {
  const pages = help[variety]
  const language = variety === 'es' ? 'es' : 'en'

  test('each page has a title, something above its first heading, and headings of their own', () => {
    expect(pages.map(({ slug }) => slug)).toEqual(HELP_PAGES.map(({ slug }) => slug))
    for (const { slug, title, summary, headings, html } of pages) {
      expect([slug, title.length > 2, summary.length > 20]).toEqual([slug, true, true])
      expect(new Set(headings.map(({ id }) => id)).size, slug).toBe(headings.length)
      // Nothing of it may break our policy of content.
      // What is wider than a phone is reached by keys and has a name; all there is to press is a link.
      const boxes = [...html.matchAll(/<(?:pre|table)\b/g)].length
      const reached = [
        ...html.matchAll(
          /<div class="[^"]*-scroll" role="region" tabindex="0" aria-label="[^"]+">\s*<(?:pre|table)\b/g,
        ),
      ]
      expect([slug, reached.length]).toEqual([slug, boxes])
      expect(html, slug).not.toMatch(/<(button|input|select|details|form)\b/)
      expect(html, slug).not.toMatch(/ style=| on\w+=|<script|<h1|src="(?!\/help\/)/)
    }
  })

  test('what leads on leads to a page of ours and to a place in it, or out', () => {
    const known = new Map(pages.map(({ slug, html }) => [slug, html]))
    for (const { slug, html } of pages)
      for (const to of addressesOf(html)) {
        if (/^https?:/.test(to)) continue
        const [, page = '', anchor] = /^(?:\/help\/([a-z-]+))?(?:#(.+))?$/.exec(to) ?? []
        const isOurs = to.startsWith('#') || known.has(page)
        if (isOurs && anchor)
          expect(known.get(page || slug), `${slug} → ${to}`).toContain(`id="${anchor}"`)
        if (!isOurs)
          expect(
            places.some((one) => one.test(to.replace(/[?#].*/, ''))),
            `${slug} → ${to}`,
          ).toBe(true)
      }
  })

  test('what it calls by name is called so on the screen', () => {
    const said = saidIn(language)
    const named = globSync(`docs/help/${language}/*.md`).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\*\*([^*]+)\*\*/g)].map(
        ([, name = '']) => [file, name.replaceAll('"', '”')] as const,
      ),
    )
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(([, name]) => !said.has(name))).toEqual([])
  })
})

test('each picture is there, in its language, small, and says what it shows', () => {
  const shown = globSync('docs/help/*/*.md').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/!\[(.*)\]\((.*)\)/g)].map(
      ([, alt = '', to = '']) =>
        [file, alt, path.posix.join(path.posix.dirname(file), to)] as const,
    ),
  )
  for (const [file, alt, to] of shown) {
    expect([file, alt.length > 30, to.endsWith(`.${file.split('/')[2]}.webp`)]).toEqual([
      file,
      true,
      true,
    ])
    expect(readFileSync(to).length, to).toBeLessThan(60 * 1024)
  }
  expect(globSync('public/help/*').sort()).toEqual([...new Set(shown.map(([, , to]) => to))].sort())
})

test('no picture says what no page says any more: npm run pictures takes them anew', () => {
  const said = JSON.parse(readFileSync(SAID_IN_PICTURES, 'utf8')) as SaidInPictures
  const texts = { en: textsIn('en'), es: textsIn('es') }
  for (const [file, lines] of Object.entries(said)) {
    expect(lines.length, file).toBeGreaterThan(2)
    const language = file.includes('.es.') ? 'es' : 'en'
    expect(
      lines.filter((line) => !texts[language].has(line)),
      file,
    ).toEqual([])
  }
  expect(Object.keys(said).sort()).toEqual(globSync('*', { cwd: 'public/help' }).sort())
})

test('what trainees, coordinators and observers read is there in Spanish, the rest says that it is in English', () => {
  const inEnglish = help.es.filter(({ shownIn }) => shownIn === 'en')
  expect(new Set(inEnglish.map(({ audience }) => audience))).toEqual(
    new Set(['administrators', 'learning-systems', 'authors', 'operators', 'developers']),
  )
})

test.each([
  ['us', 'en'],
  ['uk', 'en-GB'],
] as const)('in the %s no word is wrong in what is written for people', (country, variety) => {
  const written = HELP_PAGES.filter(({ from }) => !from).map(({ slug }) => slug)
  const texts = help[variety].filter(({ slug }) => written.includes(slug))
  expect(
    texts.flatMap(({ slug, html }) =>
      wrongIn(country, html.replace(/<[^>]*>/g, ' ')).map((word) => [slug, word]),
    ),
  ).toEqual([])
})

describe('the help with a page', () => {
  test('is there, and so is its heading, in each language', () => {
    for (const language of LANGUAGES)
      for (const [page, to] of HELP_FOR) {
        const [slug = '', anchor] = to.split('#')
        const found = help[language].find((one) => one.slug === slug)
        expect([page, to === '' || found !== undefined]).toEqual([page, true])
        if (anchor)
          expect(
            found?.headings.map(({ id }) => id),
            page,
          ).toContain(anchor)
      }
  })

  test('is told of pages that there are, and none hides behind another', () => {
    // A page itself, or what others are below; a module of the course is an open part of an address, too.
    const shown = globSync('src/pages/**/*.{astro,ts}').map((file) =>
      file.replace(/^src\/pages|(\/index)?\.(astro|ts)$/g, '').split('/'),
    )
    const isThere = (page: string): boolean =>
      shown.some((parts) =>
        page
          .replace(/\/$/, '')
          .split('/')
          .every(
            (part, at) => part === parts[at] || (Boolean(parts[at]?.startsWith('[')) && at > 1),
          ),
      )
    expect(HELP_FOR.filter(([page]) => !isThere(page))).toEqual([])
    // Asked by its own address each is found, with a name where any will do.
    for (const [page, to] of HELP_FOR)
      expect([page, helpFor(page.replaceAll('*', 'somebody'))]).toEqual([page, to && `/help/${to}`])
  })

  test.each([
    ['/learn/consent/quiz/who-decides', '/help/practice#a-quiz'],
    ['/learn/consent/waiting-for-consent', '/help/course'],
    ['/coordinate/01a2/observe', '/help/observers'],
    ['/coordinate/01a2', '/help/sign-off#the-record'],
    ['/coordinate', '/help/first-week'],
    ['/nothing-here', '/help'],
    ['/help/course', ''],
  ])('%s leads to "%s"', (page, to) => {
    expect(helpFor(page)).toBe(to)
  })
})
