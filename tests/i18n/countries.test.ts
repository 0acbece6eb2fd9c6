/** What a programme in each country reads: its own English in the course and on the screens, and nothing else changed. */
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test, vi } from 'vitest'
import { saidIn } from '#authoring/country-english.ts'
import type { Course } from '#domain/course/course.ts'
import { localeOf } from '#domain/programme/locale.ts'
import { packageRules } from '#i18n/en/package-rules.ts'
import { wordsFor, wordsIn } from '#i18n/words.ts'
import { findWords } from '#player/words.ts'
import { competenciesIn, courseOf } from '#tests/built-course.ts'
import { dayInWords } from '#view/days.ts'
import { wrongIn } from './wrong-words.ts'

/** A programme of each country. */
const PROGRAMMES = { us: 'kidney', uk: 'long-term' } as const
const COUNTRIES = ['us', 'uk'] as const

describe('the course in the English of a country', () => {
  const WORDS = {
    center: 'centre',
    'in the hospital': 'in hospital',
    mom: 'mum',
    program: 'programme',
    'to practice': 'to practise',
  }
  const said = (title: string): string =>
    saidIn({ ...courseOf('en'), modules: [], resources: [], glossary: {}, title }, WORDS).title

  test.each([
    ['The program’s rules. Programs', 'The programme’s rules. Programs'],
    ['Mom was in the hospital', 'Mum was in hospital'],
    ['somebody to practice with, in good practice', 'somebody to practise with, in good practice'],
    ['A programmer in the recenter', 'A programmer in the recenter'],
    ['Ask {{program}} in the\nhospital', 'Ask {{program}} in hospital'],
    [
      '<p class="center"><img alt="A center">A center</p>',
      '<p class="center"><img alt="A centre">A centre</p>',
    ],
  ])('%s', (american, british) => {
    expect(said(american)).toBe(british)
  })

  test('is the same course by the same ids, under a release of its own', () => {
    const idsOf = (course: Course): unknown[] => {
      const ids: unknown[] = []
      JSON.stringify(course.modules, (key, value: unknown) => {
        if (/^(id|slug|turn|ending|start|lesson|needs|terms|kind|revision)$/.test(key))
          ids.push(value)
        return value
      })
      return ids
    }
    const [american, british] = [courseOf('en'), courseOf('en', 'long-term')]
    expect(idsOf(british)).toEqual(idsOf(american))
    expect(british.release).not.toBe(american.release)
  })
})

test.each([
  ['en', 'us', 'November 21, 2026'],
  ['en', 'uk', '21 November 2026'],
  ['es', 'us', '21 de noviembre de 2026'],
  ['es', 'uk', '21 de noviembre de 2026'],
] as const)('a day in %s, %s', (language, country, said) => {
  const locale = localeOf(language, { country, timeZone: 'Europe/London' })
  expect(dayInWords('2026-11-21', locale)).toBe(said)
  expect(dayInWords(Date.UTC(2026, 10, 21, 23, 59), locale)).toBe(said)
})

/** Every text that somebody reads or hears, without the tags between. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'function') return literalsIn(`(${value.toString()})`)
  if (Array.isArray(value) && KEYS.test(key)) return []
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => textsIn(one, name))
  if (typeof value !== 'string' || KEYS.test(key)) return []
  const heard = [...value.matchAll(/\b(?:alt|title|aria-label)="([^"]*)"/g)].map(
    ([, text = '']) => text,
  )
  return [value.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), ...heard]
}
const KEYS =
  /^(id|slug|turn|ending|start|lesson|needs|terms|kind|release|principles|star|areas|shared|module|pile)$/

/** What a function says, whatever it is handed. @param from which declarations of a file; all by default */
function literalsIn(source: string, from: (node: ts.Node) => boolean = () => true): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isVariableStatement(node) && !from(node)) return
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      texts.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('said.ts', source, ts.ScriptTarget.Latest, true))
  return texts
}

describe.each(COUNTRIES)('in the %s programme no word is wrong', (country) => {
  const course = courseOf('en', PROGRAMMES[country])
  const wrong = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => wrongIn(country, text).map((word) => `${word}: ${text.slice(0, 200)}`))

  test('in the course', () => {
    const texts = textsIn(course)
    expect(texts.length).toBeGreaterThan(1500)
    expect(wrong(texts)).toEqual([])
  })

  test('in the captions of clips, which are the same in both', () => {
    const files = globSync('content/en/clips/*.vtt')
    expect(files.length).toBeGreaterThan(0)
    expect(wrong(files.map((file) => readFileSync(file, 'utf8')))).toEqual([])
  })

  test('in the lines that a coordinator signs off', () => {
    expect(wrong(textsIn(competenciesIn('en')))).toEqual([])
  })

  test('on the screens', () => {
    const texts = textsIn(wordsFor('en', { country }))
    expect(texts.length).toBeGreaterThan(1500)
    expect(wrong(texts)).toEqual([])
  })

  test('in packages', async () => {
    vi.stubGlobal('window', {})
    await (country === 'uk' ? import('#player/words/en-GB.ts') : import('#player/words/en.ts'))
    const texts = textsIn(findWords('en'))
    vi.unstubAllGlobals()
    expect(texts.length).toBeGreaterThan(200)
    expect(wrong(texts)).toEqual([])
    expect(wrong(textsIn(packageRules))).toEqual([])
  })

  test('in what the words of several screens share', () => {
    const shared = (node: ts.Node): boolean =>
      ts.isVariableStatement(node) &&
      !node.modifiers?.length &&
      node.declarationList.declarations.some(
        ({ initializer }) => initializer && ts.isArrowFunction(initializer),
      )
    const files = globSync('src/i18n/en/*.ts')
    expect(files.length).toBeGreaterThan(20)
    const texts = files.flatMap((file) => literalsIn(readFileSync(file, 'utf8'), shared))
    expect(wrong(texts)).toEqual([])
  })
})

test.each([
  ['en', /["«»]/],
  ['es', /["“”]/],
] as const)('the screens quote as their language does: %s', (language, wrong) => {
  const files = globSync(`src/i18n/${language}/*.ts`)
  expect(files.length).toBeGreaterThan(20)
  const texts = files.flatMap((file) => literalsIn(readFileSync(file, 'utf8')))
  expect(texts.filter((text) => wrong.test(text))).toEqual([])
})

test.each([
  ['uk', 'You give no rides'],
  ['uk', 'catches you in the parking lot'],
  ['uk', 'My wife dialed'],
  ['uk', 'Here you can practice'],
  ['uk', 'an elevator, a vacation, a cell phone, a gas station, a physician assistant'],
  ['uk', 'Your program and its organization'],
  ['uk', 'Mom was in the hospital on May 3'],
  ['us', 'stops you in the corridor'],
  ['us', 'Would you like a leaflet?'],
  ['us', 'Then he had supper'],
  ['us', 'I’ll just ring you'],
  ['us', 'Practising in the centre, recognised by a neighbour'],
  ['us', 'Cancelled on 3 May'],
] as const)('a planted word is found in the %s: %s', (country, text) => {
  expect(wrongIn(country, text)).not.toEqual([])
  expect(wrongIn(country === 'us' ? 'uk' : 'us', text)).toEqual([])
})

test.each([
  'It stands first in your list',
  'Mentors who stand in the register',
  'You can ask at any time, also when something is open',
  'For anyone whom a coordinator has invited',
  'Until then the match rests',
  'She decided otherwise',
])('a planted sentence that nobody says is found in both: %s', (text) => {
  expect(COUNTRIES.map((country) => wrongIn(country, text).length)).toEqual([1, 1])
})

describe('words that a country says otherwise', () => {
  const uk = wordsFor('en', { country: 'uk' })

  test('are on its screens, and names stay as they are', () => {
    expect(uk.learn.whoSeesRecord).toContain('your programme')
    expect(uk.learn.homeTitle('Honor Gray')).toBe('Hello, Honor Gray')
    expect(uk.coordinate.programmeOf('Gray')).toBe('Programme: Gray')
    expect(uk.apply.statements).toHaveLength(wordsIn('en').apply.statements.length)
  })

  test('are nowhere else', () => {
    expect(wordsFor('en', { country: 'us' })).toBe(wordsIn('en'))
    expect(wordsFor('es', { country: 'uk' })).toBe(wordsIn('es'))
    expect(uk.standing).toBe(wordsIn('en').standing)
  })

  test('differ from what is said already', () => {
    const same = (one: unknown, other: unknown, path: string): string[] =>
      typeof one === 'object' && one !== null
        ? Object.entries(one).flatMap(([key, value]) =>
            same(value, (other as Record<string, unknown>)[key], `${path}.${key}`),
          )
        : String(one) === String(other)
          ? [path]
          : []
    const files = import.meta.glob<Record<string, object>>('/src/i18n/en-GB/*.ts', { eager: true })
    const english = import.meta.glob<Record<string, object>>('/src/i18n/en/*.ts', { eager: true })
    expect(Object.keys(files).length).toBeGreaterThan(15)
    for (const [file, module] of Object.entries(files))
      expect(same(module, english[file.replace('en-GB', 'en')], file)).toEqual([])
  })

  test('are none in letters and on cards, which are written before anybody chose a programme', () => {
    expect(uk.invitations.mail).toBe(wordsIn('en').invitations.mail)
  })
})
