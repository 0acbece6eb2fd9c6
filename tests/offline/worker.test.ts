/** What the service worker answers, and what it leaves to the browser. */
import { expect, test } from 'vitest'
import { form, page, wayOf } from '#offline/worker/answer.ts'

const ORIGIN = 'https://mentors.example.org'
const FILES = new Set(['/saved', '/_astro/saved.4b2.js', '/favicon.svg'])

const way = (url: string, init: { mode?: string; method?: string; type?: string } = {}) =>
  wayOf(
    {
      url: new URL(url, ORIGIN).href,
      method: init.method ?? 'GET',
      mode: (init.mode ?? 'navigate') as RequestMode,
      headers: new Headers(init.type ? { 'content-type': init.type } : {}),
    },
    ORIGIN,
    FILES,
  )

test.each([
  ['/learn', {}, 'page'],
  ['/learn/consent/quiz?attempt=1', {}, 'page'],
  ['/saved', {}, 'file'],
  ['/saved/?not-sent', {}, 'file'],
  ['/saved-things', {}, 'page'],
  ['/learn/ask', { method: 'POST' }, 'form'],
  ['/manage/packages', { method: 'POST', type: 'multipart/form-data; boundary=x' }, 'leave'],
  ['/_astro/saved.4b2.js', { mode: 'cors' }, 'file'],
  ['/_astro/other.js', { mode: 'cors' }, 'leave'],
  ['/api/records', { mode: 'cors', method: 'POST' }, 'leave'],
  ['/api/saved/me', { mode: 'cors' }, 'leave'],
  ['/api/device-key', { mode: 'cors' }, 'leave'],
  ['/learn', { mode: 'cors' }, 'leave'],
  ['https://elsewhere.example.org/saved', { mode: 'cors' }, 'leave'],
] as const)('%s %o is answered as: %s', (url, init, expected) => {
  expect(way(url, init)).toBe(expected)
})

const cutOff = () => Promise.reject(new TypeError('Failed to fetch'))

test('what the network says is passed on, an error of ours as well', async () => {
  const answer = await page(
    () => Promise.resolve(new Response('busy', { status: 503 })),
    () => Promise.resolve(new Response('ours')),
  )
  expect(answer.status).toBe(503)
})

test('without a network our page stands in; where it is gone, the browser says what it says', async () => {
  const ours = await page(cutOff, () => Promise.resolve(new Response('ours')))
  expect(await ours.text()).toBe('ours')
  await expect(page(cutOff, () => Promise.resolve(undefined))).rejects.toThrow('Failed to fetch')
})

test('a form without a network leads to the page that says so, and is sent to nobody later', async () => {
  const redirect = Response.redirect
  Response.redirect = (url, status) => redirect.call(Response, new URL(url, ORIGIN), status)
  const answer = await form(cutOff).finally(() => (Response.redirect = redirect))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ORIGIN}/saved?not-sent`])
})
