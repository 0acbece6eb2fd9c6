/** Raw bytes that no browser sends: each has one exact answer, and the door stays open. */
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, openDoor, sendRaw, type Door } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor({ files: { 'robots.txt': 'User-agent: *', 'secret/.env': 'KEY=1' } })
})
afterAll(() => door.close())
afterEach(async () => {
  expect((await sendRaw(door.port, ask('GET /still-there'))).status).toBe(200)
  expect(door.logged).toEqual([])
})

const FORM = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 3']
const OURS = 'Origin: https://mentors.example'

const CASES: readonly (readonly [what: string, bytes: string | Buffer, status: number])[] = [
  // Methods
  ['TRACE', ask('TRACE /'), 405],
  ['OPTIONS', ask('OPTIONS /'), 405],
  ['OPTIONS for the whole server', ask('OPTIONS *'), 405],
  ['PUT', ask('PUT /', ['Content-Length: 0', OURS]), 405],
  ['PATCH', ask('PATCH /', ['Content-Length: 0', OURS]), 405],
  ['DELETE', ask('DELETE /', [OURS]), 405],
  ['PROPFIND', ask('PROPFIND /'), 405],
  ['CONNECT', ask('CONNECT mentors.example:443'), 405],
  ['a method that does not exist', ask('FROB /'), 405],
  ['a method in small letters', ask('get /'), 405],
  // Hosts
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['no Host in HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', 400],
  ['two Hosts', ask('GET /', ['Host: mentors.example', 'Host: evil.example']), 400],
  ['the same Host twice', ask('GET /', ['Host: mentors.example', 'Host: mentors.example']), 400],
  ['an empty Host', ask('GET /', ['Host:']), 421],
  ['a foreign Host', ask('GET /', ['Host: evil.example']), 421],
  ['a Host with a user', ask('GET /', ['Host: u:p@x']), 421],
  ['our Host with a user', ask('GET /', ['Host: u:p@mentors.example']), 421],
  ['our Host with another port', ask('GET /', ['Host: mentors.example:8080']), 421],
  ['our Host with its own port', ask('GET /', ['Host: mentors.example:443']), 200],
  ['our Host in capitals', ask('GET /', ['Host: MENTORS.example']), 200],
  ['our Host with a dot at the end', ask('GET /', ['Host: mentors.example.']), 421],
  [
    'our Host as the beginning of another',
    ask('GET /', ['Host: mentors.example.evil.example']),
    421,
  ],
  ['a Host with a path', ask('GET /', ['Host: mentors.example/x']), 421],
  ['a Host of brackets', ask('GET /', ['Host: [::1']), 421],
  ['an address as Host', ask('GET /', ['Host: 127.0.0.1']), 421],
  [
    'X-Forwarded-Host beside a foreign Host',
    ask('GET /', ['Host: evil.example', 'X-Forwarded-Host: mentors.example']),
    421,
  ],
  ['a probe by a foreign Host', ask('GET /healthz', ['Host: evil.example']), 421],
  ['a probe by a local name', ask('GET /healthz', ['Host: 127.0.0.1:4321']), 200],
  ['a page by a local name', ask('GET /healthz/..', ['Host: 127.0.0.1:4321']), 421],
  // Addresses
  ['half a percent sign', ask('GET /%'), 400],
  ['a percent sign before other letters', ask('GET /%zz'), 400],
  ['bytes that are no UTF-8', ask('GET /%ff%fe'), 400],
  ['an encoded zero byte', ask('GET /robots.txt%00'), 400],
  ['an encoded line break', ask('GET /%0d%0aSet-Cookie:%20x=1'), 400],
  ['two slashes and a host', ask('GET //evil.example/'), 400],
  ['a backslash', ask('GET /\\evil.example'), 400],
  ['a user before our host', ask('GET @evil.example/'), 400],
  ['an address without its slash', ask('GET robots.txt'), 400],
  ['a whole foreign address', ask('GET http://evil.example/'), 400],
  ['our whole address', ask('GET https://mentors.example/robots.txt'), 200],
  [
    'our address as the beginning of another',
    ask('GET https://mentors.example.evil.example/'),
    400,
  ],
  ['a script address', ask('GET javascript:alert(1)'), 400],
  ['an address of 20,000 letters', ask(`GET /${'a'.repeat(20_000)}`), 431],
  ['a search of odd bytes', ask('GET /?%ff%00=%'), 200],
  ['a file outside, plain', ask('GET /../package.json'), 200],
  ['a hidden file', ask('GET /secret/.env'), 200],
  // Unsafe requests
  ['a form from nowhere', ask('POST /', FORM, 'a=b'), 403],
  ['a form from elsewhere', ask('POST /', [...FORM, 'Origin: https://evil.example'], 'a=b'), 403],
  ['a form from no origin', ask('POST /', [...FORM, 'Origin: null'], 'a=b'), 403],
  ['a form over http', ask('POST /', [...FORM, 'Origin: http://mentors.example'], 'a=b'), 403],
  [
    'a form from a sub-domain',
    ask('POST /', [...FORM, 'Origin: https://a.mentors.example'], 'a=b'),
    403,
  ],
  ['a form from the same site', ask('POST /', [...FORM, 'Sec-Fetch-Site: same-site'], 'a=b'), 403],
  [
    'our Origin after a detour',
    ask('POST /', [...FORM, OURS, 'Sec-Fetch-Site: cross-site'], 'a=b'),
    403,
  ],
  ['only a Referer', ask('POST /', [...FORM, 'Referer: https://mentors.example/'], 'a=b'), 403],
  ['our Origin', ask('POST /', [...FORM, OURS], 'a=b'), 200],
  ['our own page', ask('POST /', [...FORM, 'Sec-Fetch-Site: same-origin'], 'a=b'), 200],
  // Bodies
  ['a length over the limit', ask('POST /', [OURS, 'Content-Length: 1000001'], 'a'), 413],
  [
    'a length of many digits',
    ask('POST /', [OURS, 'Content-Length: 99999999999999999999999'], 'a'),
    400,
  ],
  ['a negative length', ask('POST /', [OURS, 'Content-Length: -1'], 'a'), 400],
  ['two lengths', ask('POST /', [OURS, 'Content-Length: 1', 'Content-Length: 2'], 'ab'), 400],
  [
    'a length and chunks',
    ask('POST /', [OURS, 'Content-Length: 3', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
    400,
  ],
  ['an unknown transfer encoding', ask('POST /', [OURS, 'Transfer-Encoding: frob'], 'a'), 400],
  ['a chunk that is no number', ask('POST /', [OURS, 'Transfer-Encoding: chunked'], 'zz\r\n'), 400],
  [
    'a large length that waits',
    ask('POST /', [OURS, 'Content-Length: 1000001', 'Expect: 100-continue']),
    413,
  ],
  ['a foreign form that waits', ask('POST /', ['Content-Length: 3', 'Expect: 100-continue']), 403],
  ['another expectation', ask('GET /', ['Expect: a-miracle']), 417],
  ['a GET with a body', ask('GET /', ['Content-Length: 3'], 'abc'), 200],
  // Messages
  ['a wish to upgrade', ask('GET /', ['Connection: Upgrade', 'Upgrade: websocket']), 200],
  ['a broken cookie', ask('GET /', ['Cookie: x=%']), 200],
  ['headers of 20,000 letters', ask('GET /', [`X: ${'a'.repeat(20_000)}`]), 431],
  ['a header without a name', ask('GET /', [': x']), 400],
  ['a header with a space in its name', ask('GET /', ['a b: x']), 400],
  ['a header over two lines', ask('GET /', ['X: a', ' b']), 400],
  ['a lone line feed', 'GET / HTTP/1.1\nHost: mentors.example\n\n', 400],
  ['HTTP/9.9', 'GET / HTTP/9.9\r\nHost: mentors.example\r\n\r\n', 400],
  ['HTTP/2 at once', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['the beginning of TLS', Buffer.from('16030100a5010000a10303', 'hex'), 400],
  ['zero bytes', Buffer.alloc(64), 400],
]

test('there are at least sixty cases', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60)
})

describe('each is answered, with every header', () => {
  test.each(CASES)('%s', async (_what, bytes, status) => {
    const answer = await sendRaw(door.port, bytes)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.body).not.toContain('KEY=1')
  })
})

test('a body that grows over the limit in chunks is refused before its end', async () => {
  const chunk = `${(100_000).toString(16)}\r\n${'a'.repeat(100_000)}\r\n`
  const answer = await sendRaw(
    door.port,
    ask('POST /', [OURS, 'Transfer-Encoding: chunked'], chunk.repeat(11)),
  )
  expect(answer.status).toBe(413)
})

test('a sender of far too much reads why, and the line that took it all serves on', async () => {
  const socket = connect(door.port, '127.0.0.1')
  const heard = new Promise<string>((resolve) => {
    let text = ''
    const isSecond = (): boolean => text.split('HTTP/1.1 ').length > 2
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if (isSecond()) resolve(text)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
  })
  socket.write(ask('POST /', [OURS, 'Content-Length: 20000000']))
  socket.write(Buffer.alloc(20_000_000))
  socket.write(ask('GET /afterwards'))
  expect((await heard).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  socket.destroy()
})

test('a body reaches the application whole', async () => {
  await sendRaw(door.port, ask('POST /form', [...FORM, OURS], 'a=b'))
  expect(door.seen.find(({ url }) => url === '/form')).toMatchObject({
    method: 'POST',
    body: 'a=b',
  })
})

test('of two requests on one connection, a broken second one spoils only itself', async () => {
  const answer = await sendRaw(door.port, `${ask('GET /one')}GARBAGE\r\n\r\n`)
  expect(answer.status).toBe(200)
})

test('a sender that hangs up in the middle of a body leaves nothing behind', async () => {
  await sendRaw(door.port, ask('POST /half', [OURS, 'Content-Length: 500'], 'half'), 'silent')
  expect(door.seen.some(({ url }) => url === '/half')).toBe(false)
})
