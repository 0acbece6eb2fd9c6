/** Every colour of letters on every ground, in each way to draw a page: 7 to 1; edges and drawn signs 3 to 1. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFolder } from '#builds.mjs'

type Colours = Readonly<Record<string, string>>

const folder = path.join(builtFolder(), 'client/_astro')
const sheet = (kind: string): string => {
  const name = readdirSync(folder).find((one) => one.startsWith(`${kind}.`) && one.endsWith('.css'))
  return readFileSync(path.join(folder, name ?? ''), 'utf8')
}

/** The tokens of the rules whose selector is this one. */
function coloursOf(css: string, selector: RegExp): Colours {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, one = '']) =>
    selector.test(one.trim()),
  )
  const said = rules.map(([, , declared = '']) => declared).join(';')
  expect(said).not.toBe('')
  return Object.fromEntries(
    [...said.matchAll(/--([\w-]+):(#[\da-f]{3,6})/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

const usual = coloursOf(sheet('main'), /^:root$/)
const dark = { ...usual, ...coloursOf(sheet('dark'), /^:root\[lang\]$/) }
const WAYS: Readonly<Record<string, Colours>> = {
  usual,
  dark,
  cream: { ...usual, ...coloursOf(sheet('main'), /^:root\[data-contrast=cream\]$/) },
  high: { ...usual, ...coloursOf(sheet('main'), /^:root\[data-contrast=high\]$/) },
  'dark and high': {
    ...dark,
    ...coloursOf(sheet('dark'), /^:root\[lang\]\[data-contrast=high\]$/),
  },
}

const GROUNDS = ['paper', 'card', 'sand', 'teal-wash', 'sage-wash', 'amber-wash', 'clay-wash']
const INKS = ['text', 'soft', 'teal', 'teal-deep', 'sage-deep', 'amber-deep', 'clay-deep']
const SIGNS = ['edge', 'clay', 'teal']
/** What is filled, with what stands on it. */
const ON = [
  ['on', 'teal'],
  ['on', 'teal-deep'],
  ['on', 'sage-deep'],
  ['on', 'clay-deep'],
  ['on', 'clay-deeper'],
] as const

describe.each(Object.entries(WAYS))('%s', (_, colours) => {
  const contrast = (one: string, other: string): number => {
    const [light = 0, low = 0] = [luminance(colours[one]), luminance(colours[other])].sort(
      (a, b) => b - a,
    )
    return (light + 0.05) / (low + 0.05)
  }
  const below = (least: number, pairs: readonly (readonly [string, string])[]): string[] =>
    pairs.flatMap(([one, other]) => {
      const found = contrast(one, other)
      return found < least ? [`${one} on ${other}: ${found.toFixed(1)}`] : []
    })
  const onEach = (inks: readonly string[]) =>
    inks.flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const))

  test('letters have 7 to 1', () => {
    expect(below(7, [...onEach(INKS), ...ON])).toEqual([])
  })

  test('edges of controls and drawn signs have 3 to 1', () => {
    expect(below(3, onEach(SIGNS))).toEqual([])
  })
})

/** As WCAG 2.2 defines it. */
function luminance(colour = ''): number {
  const digits = colour.slice(1)
  const pairs =
    digits.length === 3 ? [...digits].map((one) => one + one) : (digits.match(/../g) ?? [])
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => {
    const part = Number.parseInt(pair, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
