/** The style sheets as they were built: what one engine drops without a word is found here. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFolder } from '#builds.mjs'

const sheetsIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const)

const sheets = [['client', '_astro'], ['player']].flatMap((folder) =>
  sheetsIn(path.join(builtFolder(), ...folder)),
)

describe.each(sheets)('%s', (_, css) => {
  /** Each declaration, `name:value`. */
  const declared = (name: string): string[] =>
    [...css.matchAll(new RegExp(`[{;]${name}:([^;{}]+)`, 'g'))].map(([, value]) => value ?? '')

  test('F2: a line and its thickness are said apart, since WebKit drops both in one', () => {
    expect(declared('text-decoration').filter((value) => /\d/.test(value))).toEqual([])
    expect(declared('text-decoration-thickness').length).toBeGreaterThan(3)
  })

  test('F3: what was not sent has a sign of its own beside its colour', () => {
    expect(css).toMatch(/\[data-tone=warn\]:{1,2}before\{[^}]*content:"!"/)
  })

  test.each(['user-select', 'box-decoration-break'])(
    'F2: %s has the name that WebKit knows beside it',
    (name) => {
      expect(declared(name)).not.toEqual([])
      expect(declared(`-webkit-${name}`).length).toBeGreaterThanOrEqual(declared(name).length)
    },
  )
})

test('F6: choices have our face, and an empty date looks empty in WebKit', () => {
  const css = sheets.find(([, text]) => text.includes('.is-empty'))?.[1] ?? ''
  expect(css).toMatch(/\.govuk-select\{[^}]*appearance:none/)
  expect(css).toMatch(/nbsp-mode:space\)\{\.is-empty:not\(:focus-within\)::-webkit-datetime-edit/)
})

test('F8: a story card is kept together on paper', () => {
  for (const [, css] of sheets) {
    expect(css).toMatch(/\.part,[^{}]*\{break-inside:avoid/)
    expect(css).not.toMatch(/\.story[^{}]*\{break-inside:auto/)
  }
})
