/** What a device is called, and how much of an address is kept. */
import { expect, test } from 'vitest'
import { deviceNameOf, readDeviceName } from '#domain/people/device-name.ts'
import { shortenedAddress } from '#domain/people/network.ts'

test.each([
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    'chrome android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'safari ios',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.0.0 Mobile/15E148 Safari/604.1',
    'chrome ios',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    'edge windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'firefox linux'],
  [
    'Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
    'samsung android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0',
    'firefox mac',
  ],
  ['curl/8.5.0', '- -'],
  ['', '- -'],
  ['x'.repeat(100_000), '- -'],
])('%s', (agent, name) => expect(deviceNameOf(agent)).toBe(name))

test('what was stored is read again, whatever it is', () => {
  expect(readDeviceName('firefox android')).toEqual({ browser: 'firefox', system: 'android' })
  for (const unknown of ['', '- -', 'netscape', 'a b c'])
    expect(readDeviceName(unknown)).toEqual({ browser: null, system: null })
})

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:0db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['', ''],
  ['not an address', ''],
])('of %s stays %s', (address, kept) => expect(shortenedAddress(address)).toBe(kept))
