/** The style sheets as they were built: what one engine drops without a word is found here. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFolder } from '#builds.mjs'
import { NOT_DRAWN } from '#integrations/leave-out.ts'
import { importsOf, sourceFiles } from '#tests/house/imports.ts'

const sheetsIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const)

const sheets = [['client', '_astro'], ['player']].flatMap((folder) =>
  sheetsIn(path.join(builtFolder(), ...folder)),
)

test('there is one of every page, two of packages, and four beside them', () => {
  const names = sheets.map(([name]) => name.replace(/\..*/, ''))
  expect(names.sort()).toEqual([
    'dark',
    'first',
    'main',
    'package-page',
    'player',
    'print',
    'staff',
  ])
})

describe.each(sheets)('%s', (name, css) => {
  /** What a page can be drawn with alone. */
  const isWhole = /^(?:main|player)\b/.test(name)
  /** Each declaration, `property:value`. */
  const declared = (property: string): string[] =>
    [...css.matchAll(new RegExp(`[{;]${property}:([^;{}]+)`, 'g'))].map(([, value]) => value ?? '')

  test('F2: a line and its thickness are said apart, since WebKit drops both in one', () => {
    expect(declared('text-decoration').filter((value) => /\d/.test(value))).toEqual([])
    if (isWhole) expect(declared('text-decoration-thickness').length).toBeGreaterThan(3)
  })

  test('F3: what was not sent has a sign of its own beside its colour', () => {
    if (isWhole) expect(css).toMatch(/\[data-tone=warn\]:{1,2}before\{[^}]*content:"!"/)
  })

  test.each(['user-select', 'box-decoration-break'])(
    'F2: %s has the name that WebKit knows beside it',
    (property) => {
      if (isWhole) expect(declared(property)).not.toEqual([])
      expect(declared(`-webkit-${property}`).length).toBeGreaterThanOrEqual(
        declared(property).length,
      )
    },
  )
})

test('F6: choices have our face, and an empty date looks empty in WebKit', () => {
  const css = sheets.find(([, text]) => text.includes('.is-empty'))?.[1] ?? ''
  expect(css).toMatch(/\.govuk-select\{[^}]*appearance:none/)
  expect(css).toMatch(/nbsp-mode:space\)\{\.is-empty:not\(:focus-within\)::-webkit-datetime-edit/)
})

test('F8: a story card is kept together on paper', () => {
  const onPaper = sheets.filter(([name]) => /^(?:print|player)\b/.test(name))
  expect(onPaper).toHaveLength(2)
  for (const [, css] of onPaper) expect(css).toMatch(/\.part,[^{}]*\{break-inside:avoid/)
  for (const [, css] of sheets) expect(css).not.toMatch(/\.story[^{}]*\{break-inside:auto/)
})

/** Words that stand in the source for other things, and no class there. */
const ORDINARY: readonly string[] = ['package-player', 'register', 'screen', 'looked']

const files = sourceFiles()

/** Class names in a sheet, and the words that stand in a source. */
const classesIn = (css: string): Set<string> =>
  new Set(
    [...css.replaceAll(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-z][\w-]*)/g)].map(
      ([, one = '']) => one,
    ),
  )
const wordsOf = (names: Iterable<string>): Set<string> =>
  new Set([...names].flatMap((name) => files[name]?.match(/[\w-]+/g) ?? []))
const sheet = (kind: string): string =>
  sheets.find(([name]) => name.startsWith(`${kind}.`))?.[1] ?? ''

test('what is left out of govuk-frontend is drawn nowhere', () => {
  const drawn = wordsOf(
    Object.keys(files).filter((name) => name !== 'src/integrations/leave-out.ts'),
  )
  expect(NOT_DRAWN.filter((one) => drawn.has(one))).toEqual([])
  for (const [, css] of sheets)
    expect(NOT_DRAWN.filter((one) => classesIn(css).has(one))).toEqual([])
})

test('no page of a trainee draws what only the sheet of staff, or of a package, has', () => {
  const imports = Map.groupBy(importsOf(files), ({ file }) => file)
  const drawnFrom = (pages: readonly string[]): Set<string> => {
    const seen = new Set(pages)
    for (const file of seen)
      for (const { target, isType } of imports.get(file) ?? [])
        if (target && !isType && /^src\/(?:pages|layouts|components|view|browser)\//.test(target))
          seen.add(target)
    return seen
  }
  const pages = Object.keys(files).filter((name) => name.startsWith('src/pages/'))
  const ofStaff = pages.filter((name) => /^src\/pages\/(?:coordinate|manage)\//.test(name))
  const others = pages.filter((name) => !ofStaff.includes(name))
  const ofPackages = others.filter((name) => name.startsWith('src/pages/learn/packages/'))
  const onlyIn = (kind: string): string[] => {
    const everywhere = classesIn(sheet('main'))
    return [...classesIn(sheet(kind))].filter((one) => !everywhere.has(one))
  }
  const [staff, packages] = [onlyIn('staff'), onlyIn('package-page')]
  expect(staff).toContain('invitation-card')
  expect(packages).toContain('package-bar')
  const onOthers = wordsOf(drawnFrom(others))
  expect(staff.filter((one) => onOthers.has(one)).filter((one) => !ORDINARY.includes(one))).toEqual(
    [],
  )
  const onPlain = wordsOf(drawnFrom(others.filter((name) => !ofPackages.includes(name))))
  expect(
    packages.filter((one) => onPlain.has(one)).filter((one) => !ORDINARY.includes(one)),
  ).toEqual([])
  expect(wordsOf(drawnFrom(ofStaff))).toContain('invitation-card')
})
