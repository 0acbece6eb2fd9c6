import { once } from 'node:events'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoor, type Door } from './door.ts'

const CSS = 'main { max-width: 40rem }\n'.repeat(100)
let door: Door
beforeAll(async () => {
  door = await openDoor({
    origin: 'http://localhost',
    files: {
      '_astro/page.abc.css': CSS,
      'sw.js': '// short',
      'favicon.svg': '<svg/>',
      'figure.png': 'not text',
      'film.mp4': 'x'.repeat(30_000_000),
      'about/index.html': '<p>about</p>',
      'guide.html': '<p>guide</p>',
      '404.html': '<p>not found</p>',
      '.hidden': 'secret',
      'a b/ñ.txt': 'with a space',
    },
  })
})
afterAll(() => door.close())

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  import('node:http').then(
    ({ request }) =>
      new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve) => {
        const options = { port: door.port, host: '127.0.0.1', path, method }
        request({ ...options, headers: { Host: 'localhost', ...headers } }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          )
        }).end()
      }),
  )

test('a file with a hash in its name is kept for a year', async () => {
  const { headers } = await get('/_astro/page.abc.css')
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['content-type']).toBe('text/css; charset=utf-8')
})

test('the service worker and built pages are asked for anew each time, other files after five minutes', async () => {
  expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache')
  expect((await get('/about')).headers['cache-control']).toBe('no-cache')
  expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=300')
})

test('text is sent compressed to those who take it', async () => {
  const br = await get('/_astro/page.abc.css', { 'Accept-Encoding': 'gzip, deflate, br' })
  expect(br.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(br.body).toString()).toBe(CSS)
  const gz = await get('/_astro/page.abc.css', { 'Accept-Encoding': 'gzip, br;q=0' })
  expect(gz.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(gz.body).toString()).toBe(CSS)
  const plain = await get('/_astro/page.abc.css')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body.toString()).toBe(CSS)
  expect(plain.headers['vary']).toBe('Accept-Encoding')
})

test('a picture is sent as it is', async () => {
  const { headers, body } = await get('/figure.png', { 'Accept-Encoding': 'br' })
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe('not text')
})

test('what the browser already has is not sent again', async () => {
  const first = await get('/_astro/page.abc.css')
  const etag = String(first.headers['etag'])
  const again = await get('/_astro/page.abc.css', { 'If-None-Match': etag })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
  expect((await get('/_astro/page.abc.css', { 'If-None-Match': 'W/"other"' })).status).toBe(200)
})

test('HEAD tells the length and sends nothing', async () => {
  const { headers, body } = await get('/_astro/page.abc.css', {}, 'HEAD')
  expect(headers['content-length']).toBe(String(CSS.length))
  expect(body.length).toBe(0)
})

test('a built page answers with and without its ending', async () => {
  for (const path of ['/about', '/about/', '/about?a=b', '/guide', '/guide.html'])
    expect((await get(path)).body.toString(), path).toMatch(/^<p>(about|guide)<\/p>$/)
})

test('names with spaces and accents are found', async () => {
  expect((await get('/a%20b/%C3%B1.txt')).body.toString()).toBe('with a space')
})

test('hidden files, error pages and folders go to the application instead', async () => {
  for (const path of [
    '/.hidden',
    '/404',
    '/404.html',
    '/_astro',
    '/_astro/../.hidden',
    '/%2e%2e/x',
  ])
    expect((await get(path)).body.toString(), path).toBe('the page')
})

test('whoever hangs up in the middle of a large file is not an error', async () => {
  const socket = connect(door.port, '127.0.0.1', () =>
    socket.write('GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  )
  await once(socket, 'data')
  socket.destroy()
  await once(socket, 'close')
  expect((await get('/figure.png')).status).toBe(200)
  expect(door.logged).toEqual([])
})
