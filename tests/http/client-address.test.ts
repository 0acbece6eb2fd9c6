import { afterEach, describe, expect, test } from 'vitest'
import { clientAddress } from '#front-door/client-address.ts'
import { ask, openDoor, sendRaw, type Door } from './door.ts'

describe('the address is counted from the right, one step for each trusted proxy', () => {
  test.each([
    ['nobody in front: the header is not believed', '9.9.9.9', 0, '10.0.0.1'],
    ['one proxy, honest client', '203.0.113.7', 1, '203.0.113.7'],
    ['one proxy, lying client', '1.2.3.4, 203.0.113.7', 1, '203.0.113.7'],
    ['two proxies, lying client', '1.2.3.4, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['fewer entries than proxies', '203.0.113.7', 2, '10.0.0.1'],
    ['an entry with a port', '203.0.113.7:5123', 1, '203.0.113.7'],
    ['IPv6', '2001:db8::1', 1, '2001:db8::1'],
    ['IPv6 with a port', '[2001:db8::1]:443', 1, '2001:db8::1'],
    ['a name instead of an address', 'unknown', 1, '10.0.0.1'],
    ['nothing', '', 1, '10.0.0.1'],
    ['an attack', "'; DROP TABLE people", 1, '10.0.0.1'],
  ] as const)('%s', (_what, header, hops, expected) => {
    expect(clientAddress('10.0.0.1', header, hops)).toBe(expected)
  })
})

let door: Door | undefined
afterEach(() => door?.close())

const LIES = [
  'X-Forwarded-For: 1.2.3.4',
  'X-Forwarded-Proto: http',
  'X-Forwarded-Host: evil.example',
  'Forwarded: for=1.2.3.4',
  'X-Real-IP: 1.2.3.4',
]

test('without a proxy the application sees the socket and no forwarded header', async () => {
  door = await openDoor()
  await sendRaw(door.port, ask('GET /', LIES))
  expect(door.seen).toMatchObject([{ address: '127.0.0.1', https: true, forwarded: [] }])
})

test('behind one proxy each request on one connection has its own client', async () => {
  door = await openDoor({ trustedProxyHops: 1 })
  await sendRaw(
    door.port,
    ask('GET /a', ['X-Forwarded-For: 203.0.113.7']) +
      ask('GET /b', ['X-Forwarded-For: 203.0.113.8']) +
      ask('GET /c'),
    'silent',
  )
  expect(door.seen.map(({ url, address, forwarded }) => [url, address, forwarded])).toEqual([
    ['/a', '203.0.113.7', []],
    ['/b', '203.0.113.8', []],
    ['/c', '127.0.0.1', []],
  ])
})
