/** Clips come in parts: an iPhone plays nothing else. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byteRange } from '#front-door/byte-range.ts'
import { openDoor, type Door } from './door.ts'

describe('what is asked for', () => {
  test.each([
    [undefined, { kind: 'whole' }],
    ['bytes=0-1', { kind: 'part', first: 0, last: 1 }],
    ['bytes=3-', { kind: 'part', first: 3, last: 9 }],
    ['bytes=3-99', { kind: 'part', first: 3, last: 9 }],
    ['bytes=-4', { kind: 'part', first: 6, last: 9 }],
    ['bytes=-99', { kind: 'part', first: 0, last: 9 }],
    ['bytes=9-9', { kind: 'part', first: 9, last: 9 }],
    ['bytes=10-', { kind: 'outside' }],
    ['bytes=-0', { kind: 'outside' }],
    // What we do not read is passed over: several parts, another unit, nonsense.
    ['bytes=0-1,4-5', { kind: 'whole' }],
    ['lines=0-1', { kind: 'whole' }],
    ['bytes=5-2', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=1e9-', { kind: 'whole' }],
  ] as const)('%s of ten bytes', (asked, expected) => {
    expect(byteRange(asked, 10)).toEqual(expected)
  })
})

describe('over HTTP', () => {
  let door: Door
  beforeAll(async () => {
    door = await openDoor({
      origin: 'http://localhost',
      files: { 'media/welcome.mp4': '0123456789', 'page.css': 'main {}\n'.repeat(100) },
    })
  })
  afterAll(() => door.close())

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve) => {
      const options = { port: door.port, host: '127.0.0.1', path, method }
      request({ ...options, headers: { Host: 'localhost', ...headers } }, (response) => {
        let body = ''
        response.on('data', (chunk) => (body += String(chunk)))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      }).end()
    })

  test('a clip is sent in the part that was asked for', async () => {
    const { status, headers, body } = await get('/media/welcome.mp4', { Range: 'bytes=2-4' })
    expect([status, body]).toEqual([206, '234'])
    expect(headers['content-range']).toBe('bytes 2-4/10')
    expect(headers['content-length']).toBe('3')
    expect(headers['content-type']).toBe('video/mp4')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('without a wish, with HEAD or with a condition it is sent whole, and says that parts can be had', async () => {
    const whole = await get('/media/welcome.mp4')
    expect([whole.status, whole.body]).toEqual([200, '0123456789'])
    expect(whole.headers['accept-ranges']).toBe('bytes')
    const part = { Range: 'bytes=2-4' }
    expect((await get('/media/welcome.mp4', part, 'HEAD')).status).toBe(200)
    expect((await get('/media/welcome.mp4', { ...part, 'If-Range': '"old"' })).status).toBe(200)
  })

  test('a part beyond the end is 416 with the size', async () => {
    const { status, headers, body } = await get('/media/welcome.mp4', { Range: 'bytes=10-' })
    expect([status, body]).toEqual([416, ''])
    expect(headers['content-range']).toBe('bytes */10')
  })

  test('text, which may come compressed, is never sent in parts', async () => {
    expect((await get('/page.css', { Range: 'bytes=0-3' })).status).toBe(200)
  })
})
