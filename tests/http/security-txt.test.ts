/** Whom to tell of a hole: one file, from settings, as RFC 9116 says it. */
import { afterEach, expect, test } from 'vitest'
import { nobodyToTell, securityTxt } from '#front-door/security-txt.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'

let server: StartedServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

test('each field stands once, but for several contacts in their order', () => {
  const contacts = ['mailto:security@example.org', 'https://example.org/report']
  const now = Date.UTC(2026, 10, 30, 8)
  expect(securityTxt(contacts, 'https://mentors.example.org', now)).toBe(
    `Contact: mailto:security@example.org
Contact: https://example.org/report
Expires: 2027-05-29T00:00:00Z
Preferred-Languages: en, es
Canonical: https://mentors.example.org/.well-known/security.txt
`,
  )
})

test('it is served where somebody is named, in force and for less than a year', async () => {
  server = await startServer({ env: { SECURITY_CONTACT: 'security@example.org' } })
  const answer = await fetch(`${server.origin}/.well-known/security.txt`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; charset=utf-8',
  ])
  const text = await answer.text()
  expect(text).toMatch(/^Contact: mailto:security@example\.org\n/)
  expect(text).toContain(`\nCanonical: ${server.origin}/.well-known/security.txt\n`)
  const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '')
  expect(expires).toBeGreaterThan(Date.now())
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000)
})

test('where nobody is named it is not there, and production says so at the start', async () => {
  server = await startServer()
  expect((await fetch(`${server.origin}/.well-known/security.txt`)).status).toBe(404)
  expect(nobodyToTell(true, [])).toMatch(/^SECURITY_CONTACT is not set: .* e-mail address/)
  expect(nobodyToTell(false, [])).toBeNull()
  expect(nobodyToTell(true, ['mailto:security@example.org'])).toBeNull()
})
