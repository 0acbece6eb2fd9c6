/** Whoever comes from elsewhere gets the style sheet within the page, and the policy knows just that one. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, openDoor, sendRaw, type Door } from './door.ts'

const MAIN = '/_astro/main.abc.css'
const ASKED = [MAIN, '/_astro/dark.abc.css', '/_astro/print.abc.css', '/plain.css', '/about']
const FROM_ELSEWHERE = ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate']

let door: Door
beforeAll(async () => {
  door = await openDoor({
    files: {
      '_astro/main.abc.css': 'p{}',
      '_astro/dark.abc.css': 'b{}',
      '_astro/print.abc.css': 'i{}',
      'plain.css': 'u{}',
      'about/index.html': '<p>',
    },
    handler: (_request, response, _next, locals) => {
      response.end(JSON.stringify(ASKED.map((one) => locals?.door?.carriedSheet(one) ?? null)))
      return Promise.resolve()
    },
  })
})
afterAll(() => door.close())

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policyOf = ({ headers }: { readonly headers: Record<string, string> }): string =>
  headers['content-security-policy'] ?? ''

test.each([
  ['an address that was typed, or a link in a mail', FROM_ELSEWHERE],
  ['a link of another site', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate']],
  ['a link of a site beside ours', ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: navigate']],
])('%s', async (_what, headers) => {
  const answer = await sendRaw(door.port, ask('GET /', headers))
  expect(JSON.parse(answer.body)).toEqual(['p{}', 'b{}', null, null, null])
  const style = policyOf(answer)
    .split('; ')
    .find((one) => one.startsWith('style-src '))
  expect(style?.split(' ').sort()).toEqual(['style-src', "'self'", hash('p{}'), hash('b{}')].sort())
})

test.each([
  ['our own link', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: navigate']],
  ['a script of ours', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors']],
  ['a script of another site', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors']],
  ['a browser that does not say', []],
])('%s', async (_what, headers) => {
  const answer = await sendRaw(door.port, ask('GET /', headers))
  expect(JSON.parse(answer.body)).toEqual(ASKED.map(() => null))
  expect(policyOf(answer)).toContain("; style-src 'self'; ")
})

test('a file has none, wherever its reader comes from', async () => {
  const answer = await sendRaw(door.port, ask('GET /about', FROM_ELSEWHERE))
  expect(policyOf(answer)).toContain("; style-src 'self'; ")
})
