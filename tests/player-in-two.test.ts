/** How the build cuts the player of packages in two: its style sheet and its script. */
import vm from 'node:vm'
import { describe, expect, test } from 'vitest'
import { classicFrom } from '#integrations/classic-scripts.ts'
import { sheetsFor } from '#integrations/first-sheet.ts'

describe('the sheet', () => {
  const by = {
    shell: '<header class="bar"><p class="bar__line">',
    first: '<h1 class="big"><span class="status status--${kind}"><p class="both">',
    others: '<table class="wide"><p class="both">',
  }
  const cut = (css: string): { first: string; rest: string } => sheetsFor(css, by)

  test.each([
    ['.big{a:b}', '.big{a:b}', '.big{a:b}'],
    ['.wide{a:b}', '', '.wide{a:b}'],
    ['table{a:b}', '', 'table{a:b}'],
    ['.status--done:before{a:b}', '.status--done:before{a:b}', '.status--done:before{a:b}'],
    ['.both,.wide{a:b}', '.both{a:b}', '.both,.wide{a:b}'],
    // What is said of others is no matter.
    ['p:not(.wide){a:b}', 'p:not(.wide){a:b}', 'p:not(.wide){a:b}'],
    ['.wide .big{a:b}', '', '.wide .big{a:b}'],
  ])('%s stands where it is needed, and in the second again', (css, first, rest) => {
    expect(cut(css)).toEqual({ first, rest })
  })

  test.each([':root{--a:b}', ':root[data-theme=dark]:not([data-contrast]){--a:b}', '.bar p{a:b}'])(
    '%s is said once: no rule of the second alone can match the same',
    (css) => {
      expect(cut(css)).toEqual({ first: css, rest: '' })
    },
  )

  test('nobody prints before the second, and faces stand in the first', () => {
    expect(cut('@media print{.bar{a:b}}')).toEqual({ first: '', rest: '@media print{.bar{a:b}}' })
    expect(cut('@font-face{a:b}')).toEqual({ first: '@font-face{a:b}', rest: '' })
  })

  test('nothing stands in neither', () => {
    const css = '@media (a:b){.wide{c:d}.bar{e:f}}:root .wide{g:h}'
    expect(cut(css)).toEqual({
      first: '@media (a:b){.bar{e:f}}',
      rest: '@media (a:b){.wide{c:d}}:root .wide{g:h}',
    })
  })
})

describe('the script', () => {
  const scripts = classicFrom(
    'var e=[],t=n=>e.push(n);export{e as a,t as b};',
    'import{b as e}from"./x.js";e(`first`);',
    'import{a as n,b as e}from"./x.js";e(`second`),window.said=n;',
  )
  const run = (...all: string[]): unknown => {
    const window: { said?: unknown } = {}
    for (const script of all) vm.runInNewContext(script, { window })
    return window.said
  }

  test('runs in two classic ones that share what they share', () => {
    expect(JSON.stringify(run(scripts.first, scripts.second))).toBe('["first","second"]')
  })

  test('the second does nothing without its first, or with that of another release', () => {
    expect(run(scripts.second)).toBeUndefined()
    const use = 'import{b as e}from"./x.js";e()'
    const other = classicFrom('var e=[],t=n=>n;export{e as a,t as b};', use, use).first
    expect(run(other, scripts.second)).toBeUndefined()
  })

  test('code that is written otherwise than it is read here stops the build', () => {
    expect(() => classicFrom('var e', '', '')).toThrow('exports nothing')
    expect(() => classicFrom('var e;export{e as a};', 'e()', '')).toThrow('elsewhere')
  })
})
