/** The settings and limits around imported packages that need no browser. */
import { PassThrough } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { readBody } from '#front-door/body.ts'
import { contentType, filesPolicy, shellPolicy } from '#front-door/content-policy.ts'
import { securityHeaders } from '#front-door/headers.ts'
import { contentOriginOf, isContentHost } from '#server/packages/content-origin.ts'
import { readSettings, SettingsError } from '#settings.ts'

describe('CONTENT_ORIGIN', () => {
  test('unset, there is none; in the demo each package has another name of this machine', () => {
    expect(readSettings({}).contentOrigin).toBeNull()
    const demo = readSettings({ ALONGSIDE_DEMO: '1', PORT: '4999' })
    expect([demo.origin, demo.contentOrigin, demo.host]).toEqual([
      'http://localhost:4999',
      'http://*.localhost:4999',
      '127.0.0.1',
    ])
  })

  test('another port of the same name would share the cookies, and is refused', () => {
    const same = { ORIGIN: 'http://localhost:1', CONTENT_ORIGIN: 'http://localhost:2' }
    expect(() => readSettings(same)).toThrow(SettingsError)
    const other = { ORIGIN: 'https://a.example', CONTENT_ORIGIN: 'https://b.example/' }
    expect(readSettings(other).contentOrigin).toBe('https://b.example')
  })

  test('with a star each package has a host of its own, and no other name is content', () => {
    const setting = readSettings({
      ORIGIN: 'https://a.example',
      CONTENT_ORIGIN: 'https://*.b.example:8443',
    }).contentOrigin
    expect(setting).toBe('https://*.b.example:8443')
    const id = '01890000-0000-7000-8000-000000000001'
    expect(contentOriginOf('https://*.b.example:8443', id)).toBe(`https://p-${id}.b.example:8443`)
    expect(contentOriginOf('https://b.example', id)).toBe('https://b.example')
    const isContent = (host: string) => isContentHost('https://*.b.example:8443', host)
    expect(isContent(`P-${id}.b.example:8443`)).toBe(true)
    for (const host of [
      'b.example:8443',
      'www.b.example:8443',
      '*.b.example:8443',
      `p-${id}.b.example`,
      `x.p-${id}.b.example:8443`,
      `p-${id}.c.example:8443`,
      '',
    ])
      expect(isContent(host), host).toBe(false)
  })

  test.each(['https://a.*.example', 'https://p-*.example', 'https://*.*.example', 'https://*'])(
    '%s is refused: a star stands for the whole first name',
    (star) => {
      expect(() => readSettings({ ORIGIN: 'https://a.example', CONTENT_ORIGIN: star })).toThrow(
        SettingsError,
      )
    },
  )

  test('is the only thing that a page of ours may frame', () => {
    const policy = (origin: string | null) =>
      securityHeaders('https://a.example', origin)['Content-Security-Policy']
    expect(policy('https://b.example')).toContain('frame-src https://b.example')
    expect(policy(null)).not.toContain('frame-src')
  })
})

test('what a package may do is said in a header of each of its answers', () => {
  for (const policy of [shellPolicy('https://a.example'), filesPolicy('https://a.example')]) {
    expect(policy).toContain('sandbox allow-scripts allow-same-origin allow-forms')
    expect(policy).toContain('https://a.example')
    expect(policy).not.toMatch(/allow-(popups|downloads|top-navigation)/)
  }
  expect(filesPolicy('https://a.example')).toContain("connect-src 'self' data: blob:;")
})

test('a file of a kind that nobody knows is only bytes', () => {
  expect(contentType('a/x.HTML')).toBe('text/html; charset=utf-8')
  expect(contentType('a/x.exe')).toBe('application/octet-stream')
  expect(contentType('a/x.constructor')).toBe('application/octet-stream')
})

test('a body that does not come is given up', async () => {
  const request = new PassThrough() as unknown as IncomingMessage
  expect(await readBody(request, 100, 5)).toBe('too-slow')
})
