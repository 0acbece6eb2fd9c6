/** Every kind of answer carries the same security headers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, openDoor, sendRaw, type Door } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor({
    files: { '_astro/page.abc.css': 'p{}', 'sw.js': '//', 'about/index.html': '<p>' },
    handler: (request, response) => {
      if (request.url === '/throws') throw new Error('no')
      if (request.url === '/moves') response.writeHead(303, { Location: '/' })
      if (request.url === '/cookies') response.writeHead(200, { 'Set-Cookie': ['a=1', 'b=2'] })
      response.end('x')
      return Promise.resolve()
    },
  })
})
afterAll(() => door.close())

const EVERY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
}

describe('all headers are on', () => {
  test.each([
    ['a page', ask('GET /'), 200],
    ['a page asked for by HEAD', ask('HEAD /'), 200],
    ['a page that moves on', ask('GET /moves'), 303],
    ['a page that sets cookies', ask('GET /cookies'), 200],
    ['a page that throws', ask('GET /throws'), 500],
    ['a built page', ask('GET /about'), 200],
    ['a stylesheet', ask('GET /_astro/page.abc.css'), 200],
    ['the service worker', ask('GET /sw.js'), 200],
    ['the health', ask('GET /healthz'), 200],
    ['a refused method', ask('PUT /'), 405],
    ['a refused host', ask('GET /', ['Host: x']), 421],
    ['a refused form', ask('POST /', ['Content-Length: 0']), 403],
    ['a refused address', ask('GET /%'), 400],
    ['something that is no HTTP', '\r\n\0', 400],
    ['headers that are too long', ask('GET /', [`X: ${'a'.repeat(20_000)}`]), 431],
  ] as const)('%s', async (_what, bytes, status) => {
    const answer = await sendRaw(door.port, bytes)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(EVERY)
  })
})

test('what does not say otherwise is kept by nobody', async () => {
  expect((await sendRaw(door.port, ask('GET /'))).headers['cache-control']).toBe('no-store')
})

test('over http, https is not promised', async () => {
  const plain = await openDoor({ origin: 'http://localhost:4321' })
  const answer = await sendRaw(plain.port, ask('GET /', ['Host: localhost:4321']))
  expect(answer.status).toBe(200)
  expect(answer.headers['strict-transport-security']).toBeUndefined()
  await plain.close()
})

test('a browser that comes by another name is told the right one, in both languages', async () => {
  const answer = await sendRaw(door.port, ask('GET /', ['Host: 10.0.0.1', 'Accept: text/html']))
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.body).toContain('<a href="https://mentors.example">https://mentors.example</a>')
  expect(answer.body).toContain('<p lang="es">Este sitio tiene otra')
})

test('a refused method is told which there are', async () => {
  expect((await sendRaw(door.port, ask('PUT /'))).headers['allow']).toBe('GET, HEAD, POST')
})
