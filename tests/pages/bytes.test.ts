/** What a lesson weighs on a poor line: bytes are counted, time is not. */

import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtFolder } from '#builds.mjs'
import { compress } from '#front-door/compress.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { courseOf } from '#tests/built-course.ts'
import { lentServer } from '#tests/lent-server.ts'
import type { StartedServer } from '#tests/start-server.ts'
import { twoTrainees, type Visitor } from '#tests/visitor.ts'

const KB = 1024
/** `css` is all that a trainee's page loads, with what it has for the dark and for paper. */
const MOST = {
  /** All that the first lesson waits for, its letters too. */
  first: 45 * KB,
  /** The page that carries its style sheets. */
  carrying: 20 * KB,
  /** Each page after it, when the rest is there. */
  next: 8 * KB,
  /** Lists to look things up in, which may have twice the sheets of paper, too; the link to the help of the page came to it. */
  lists: 9.8 * KB,
  html: 20 * KB,
  css: 16 * KB,
  js: 3 * KB,
  later: 8 * KB,
  device: 3 * KB,
  /** Half a KB of it clears a device of somebody who was erased meanwhile. */
  queue: 6.5 * KB,
  read: 3.5 * KB,
  fonts: 45 * KB,
}

const FIRST = 'role/what-a-mentor-does'
const LISTS = 'safety/urgent-signs'

/** A page, as it travels. */
const sent = async (content: string): Promise<number> => {
  const request = new Request('http://alongside.example', {
    headers: { 'accept-encoding': 'br, gzip' },
  })
  const page = new Response(content, { headers: { 'content-type': 'text/html' } })
  return (await (await compress(request, page)).arrayBuffer()).byteLength
}
/** A file of the build, as front-door/send-static.ts sends it. */
const sentFile = (address: string): number =>
  brotliCompressSync(inClient(address), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

const gz = (content: string | Buffer): number => gzipSync(content).length
const inClient = (address: string): Buffer =>
  readFileSync(path.join(builtFolder(), 'client', address))
const addressesIn = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? '')

/** A script and what it imports, by their addresses. */
const withImports = (script: string): string[] => [
  script,
  ...addressesIn(String(inClient(script)), /import[^"']*["']\.\/([^"']+)["']/g).flatMap((name) =>
    withImports(path.posix.join(path.posix.dirname(script), name)),
  ),
]

let server: StartedServer
let trainees: Record<Language, Visitor>
beforeAll(async () => {
  server = await lentServer()
  trainees = await twoTrainees(server.origin, server.setupLink)
}, 60_000)
afterAll(() => server.stop())

describe.each(LANGUAGES)('the lessons in %s', (language) => {
  test('are light, and wait for one style sheet, ask for little script and nothing from elsewhere', async () => {
    const sizes: Record<string, number> = {}
    const travels: Record<string, number> = {}
    for (const lesson of courseOf(language).modules.flatMap(({ lessons }) => lessons)) {
      const { html, status } = await trainees[language].get(`/learn/${lesson.id}`)
      expect(status).toBe(200)
      sizes[lesson.id] = gz(html)
      travels[lesson.id] = await sent(html)
      const sheets = addressesIn(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]*)"/g)
      const media = addressesIn(html, /<link[^>]*rel="stylesheet"[^>]*?(?:media="([^"]*)")?>/g)
      // What stands in a template loads when somebody types, sends, or has something waiting: see kept-as-typed.spec.ts.
      const held = (name: string): string =>
        RegExp(`<template data-${name}[\\s\\S]*?</template>`).exec(html)?.[0] ?? ''
      const scripts = addressesIn(
        ['later', 'device', 'queue', 'read-later'].reduce(
          (rest, name) => rest.replace(held(name), ''),
          html,
        ),
        /<script[^>]*src="([^"]*)"/g,
      )
      const heldIn = (name: string): Set<string> =>
        new Set(addressesIn(held(name), /<script[^>]*src="([^"]*)"/g).flatMap(withImports))
      const [later, device, queue] = [heldIn('later'), heldIn('device'), heldIn('queue')]
      const read = heldIn('read-later')
      // One that the page waits for; in a light room nothing waits for the dark, on a screen nothing for paper.
      expect(media).toEqual(['', 'screen and (prefers-color-scheme: dark)', 'print'])
      expect(sheets).toHaveLength(3)
      expect(sum(sheets.map((sheet) => gz(inClient(sheet))))).toBeLessThanOrEqual(MOST.css)
      const loaded = new Set(scripts.flatMap(withImports))
      expect(sum([...loaded].map((script) => gz(inClient(script))))).toBeLessThanOrEqual(MOST.js)
      expect(later.size).toBeGreaterThan(0)
      expect(
        sum([...later].filter((one) => !loaded.has(one)).map((one) => gz(inClient(one)))),
      ).toBeLessThanOrEqual(MOST.later)
      if (lesson.id === FIRST) {
        const waitsFor = [...sheets, ...loaded, 'favicon.svg', 'manifest.webmanifest']
        const first = sum([await sent(html), ...waitsFor.map(sentFile), inClient(letters()).length])
        expect(first).toBeLessThanOrEqual(MOST.first)
        // With the page itself and the letters six ways.
        expect(loaded.size).toBeLessThanOrEqual(3)
      }
      // Once in a release, and where something is saved on the device: see saved.spec.ts.
      expect(device.size).toBeGreaterThan(0)
      expect(
        sum([...device].filter((one) => !loaded.has(one)).map((one) => gz(inClient(one)))),
      ).toBeLessThanOrEqual(MOST.device)
      // Where steps of the saved course wait, beside what comes later there: see saved-course.spec.ts.
      expect(queue.size).toBeGreaterThan(0)
      const known = new Set([...loaded, ...later])
      expect(
        sum([...queue].filter((one) => !known.has(one)).map((one) => gz(inClient(one)))),
      ).toBeLessThanOrEqual(MOST.queue)
      // With the first press on "Read aloud": see read-aloud.spec.ts.
      expect(read.size).toBeGreaterThan(0)
      expect(
        sum([...read].filter((one) => !loaded.has(one)).map((one) => gz(inClient(one)))),
      ).toBeLessThanOrEqual(MOST.read)
      expect(html).not.toMatch(/<script(?![^>]*src)|(?:src|href)="(?:https?:)?\/\//)
      // Drawings travel inside the page; clips and pictures do not come by themselves.
      expect(html).not.toMatch(/<img|<video(?![^>]*preload="none")|autoplay/)
    }
    const heavy = Object.entries(sizes).filter(([, size]) => size > MOST.html)
    expect(heavy).toEqual([])
    const next = Object.entries(travels).filter(
      ([id, size]) => id !== FIRST && size > (id === LISTS ? MOST.lists : MOST.next),
    )
    expect(next).toEqual([])
    for (const path of [
      '/learn',
      `/learn/${courseOf(language).modules[0]?.quiz?.questions[0]?.id}`,
    ])
      expect(await sent((await trainees[language].get(path)).html)).toBeLessThanOrEqual(MOST.next)
    expect(Object.keys(sizes)).toHaveLength(34)
  })
})

/** Of English and Spanish; the others come where a name needs them. */
const letters = (): string => {
  const [file = ''] = readdirSync(path.join(builtFolder(), 'client/_astro')).filter((name) =>
    /-latin\.[^.]+\.woff2$/.test(name),
  )
  return `_astro/${file}`
}

/** As whoever types the address; `fetch` of Node says by itself that it is a script. */
async function arrive(page: string): Promise<string> {
  const headers = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }
  const [answer] = (await once(get(server.origin + page, { headers }), 'response')) as [
    IncomingMessage,
  ]
  return text(answer)
}

test('who comes from elsewhere waits for no style sheet: it is in the page, whole, and comes again for the next', async () => {
  const html = await arrive('/')
  const carried = [...html.matchAll(/<style(?: media="([^"]*)")?>([\s\S]*?)<\/style>/g)]
  const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)" media="([^"]*)"/g)]
  expect(html.match(/<link rel="stylesheet"/g)).toHaveLength(links.length)
  expect(links.map(([, , media]) => media)).toEqual(['not all', 'not all', 'print'])
  expect(carried.map(([, media]) => media)).toEqual([
    undefined,
    'screen and (prefers-color-scheme: dark)',
  ])
  for (const [index, [, , sheet]] of carried.entries())
    expect(sheet).toBe(String(inClient(links[index]?.[1] ?? '')))
  expect(await sent(html)).toBeLessThanOrEqual(MOST.carrying)
  const next = await (await fetch(server.origin)).text()
  expect(next).not.toContain('<style')
})

test('all typefaces together, and the clip, stay small', () => {
  const folder = path.join(builtFolder(), 'client/_astro')
  const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff2'))
  expect(fonts.length).toBeGreaterThan(0)
  expect(
    sum(fonts.map((name) => readFileSync(path.join(folder, name)).length)),
  ).toBeLessThanOrEqual(MOST.fonts)
  for (const clip of ['welcome.mp4', 'welcome.webm'])
    expect(inClient(`media/${clip}`).length).toBeLessThanOrEqual(1.5 * KB * KB)
})

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

test('what runs the course without a connection stays small, and the worker names only files of its release', () => {
  expect(gz(inClient('sw.js'))).toBeLessThanOrEqual(15 * KB)
  const shell = String(inClient('saved/index.html'))
  const [script = ''] = addressesIn(shell, /<script[^>]*src="([^"]*)"/g)
  // The player, its queue and the page around them, with the words of one language.
  const words = addressesIn(shell, /data-words-[a-z-]+="([^"]*)"/g)
  expect(words).toHaveLength(3)
  for (const one of words)
    expect(gz(inClient(script)) + gz(inClient(one))).toBeLessThanOrEqual(44 * KB)
  // With the first search there.
  const [search = ''] = addressesIn(shell, /data-search="([^"]*)"/g)
  expect(gz(inClient(search))).toBeLessThanOrEqual(11 * KB)
  const named = addressesIn(String(inClient('sw.js')), /`(\/[\w./-]+)`/g)
  const page = (name: string): string => (name === '/saved' ? '/saved/index.html' : name)
  for (const name of named.filter((one) => one !== '/_astro/'))
    expect(inClient(page(name)).length).toBeGreaterThan(0)
  expect(named).toEqual(expect.arrayContaining([script, search, ...words]))
  expect(named.filter((name) => name.startsWith('/api') || name.startsWith('/learn'))).toEqual([])
})
