/** Over https no cookie of ours can be set by a neighbour on the same site, or travel in the clear; and what is taken back goes. */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type StartedServer } from '#tests/start-server.ts'

const ORIGIN = 'https://mentors.example'
let server: StartedServer
let port = 0
beforeAll(async () => {
  port = await (await import('#tests/start-server.ts')).freePort()
  const env = { ORIGIN, SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'mentors@example.org' }
  server = await startServer({ port, env })
})
afterAll(() => server.stop())

/** As a browser behind a TLS proxy. @returns the Set-Cookie lines */
const cookiesOf = (method: string, path: string, form = ''): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const headers = {
      host: 'mentors.example',
      origin: ORIGIN,
      'content-type': 'application/x-www-form-urlencoded',
    }
    request({ host: 'localhost', port, path, method, headers }, (answer) => {
      answer.resume()
      resolve(answer.headers['set-cookie'] ?? [])
    })
      .on('error', reject)
      .end(form)
  })

test.each([
  ['the language', 'POST', '/language', 'owner=&language=es&to=/', '__Host-language'],
  ['how pages look', 'POST', '/display', 'owner=&contrast=cream', '__Host-display'],
  ['signing out', 'POST', '/sign-out', 'owner=', '__Host-alongside'],
  [
    'that a code was asked for',
    'POST',
    '/sign-in',
    'owner=&way=mail&email=rosa%40example.org',
    '__Host-asked-code',
  ],
])(
  '%s: bound to this host, over https alone, not for scripts',
  async (_what, method, path, form, name) => {
    const all = await cookiesOf(method, path, form)
    const ours = all.find((one) => one.startsWith(`${name}=`))
    expect(all, path).toEqual([ours])
    expect(ours).toMatch(/; Path=\/(;|$)/)
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax']) expect(ours).toContain(`; ${part}`)
    expect(ours).not.toContain('Domain')
  },
)

test('no cookie is named in another way: every one goes by one rule', async () => {
  const { globSync, readFileSync } = await import('node:fs')
  const named = globSync('src/**/*.{ts,astro}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/cookies\.(?:set|delete)\(\s*([^,]+),/g)].map(
      ([, name = '']) => `${file}: ${name}`,
    ),
  )
  expect(named.length).toBeGreaterThan(8)
  // One that goes to a part of the site could not be bound to the host by its name.
  const paths = globSync('src/{web,server/access}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bpath: ('[^']*'|[A-Z_]+),/g)].map(
      ([, path = '']) => `${file}: ${path}`,
    ),
  )
  expect(paths.length).toBeGreaterThan(3)
  expect(paths.filter((one) => !one.endsWith("'/'"))).toEqual([])
  expect(
    named.filter((one) => !/: \w*([cC]ookie(Name)?|passName|codeName)\(\)$/.test(one)),
  ).toEqual([])
})
