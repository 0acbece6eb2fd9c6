/**
 * Each act of power over HTTP from a session that was proven ten minutes ago (R23): without a proof and with a wrong one it
 * is refused in words and nothing is done, with the right one it happens. The two signatures of a sign-off and the rule about
 * them: two-signatures.test.ts. Packages: upload.test.ts. Restoring is the command line's alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plusDays } from '#domain/calendar/days.ts'
import type { SecurityKind } from '#domain/people/security.ts'
import { wordsIn } from '#i18n/words.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { newId } from '#server/trail/new-id.ts'
import { newPhone, type Asked, type Phone } from '#tests/authenticator.ts'
import { PASSWORD, type Name } from '#tests/cast.ts'
import { beside, type Beside } from './a-database.ts'
import { ABSENT, openSite, type Answer, type Site } from './site.ts'

let site: Site
let data: Beside
beforeAll(async () => {
  site = await openSite()
  data = beside(site)
})
afterAll(async () => {
  data.close()
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})
const stale = (): void =>
  data.change('UPDATE sessions SET authenticated_at = ?', Date.now() - 10 * 60_000)
beforeEach(() => {
  data.change('DELETE FROM attempts')
  stale()
})

const now = Date.now()
const { today } = momentOf('kidney', now)
const id = (): string => newId(Date.now())
const idOf = (sql: string): string => {
  const [found] = data.rows(sql)
  return typeof found?.['id'] === 'string' ? found['id'] : ABSENT
}
const invitationFor = (role: string): string =>
  idOf(
    `SELECT id FROM links WHERE kind = 'invitation' AND role = '${role}' AND used_at IS NULL AND withdrawn_at IS NULL`,
  )

type Fields = Readonly<Record<string, string>>
/** `log`: what the security log says of it; null for what stands in the audit trail alone. */
type Row = readonly [
  what: string,
  as: Name,
  path: string,
  fields: Fields | (() => Fields),
  log: SecurityKind | null,
]

const KIDNEY = '?programme=kidney'
const NADIA = '/manage/accounts/{nadia}'
const CESAR = '/manage/accounts/{cesar}'
const LUZ = `/coordinate/people/{luz}${KIDNEY}`
const TOGETHER = `/coordinate/people/together${KIDNEY}`
const LATER = plusDays(today, 28)
const some = (act: string) => () => ({
  ...{ together: act, who: '{ray}', seen: '1', batch: id(), do: 'it', reason: 'Moved' },
})
const tom = () => ({ batch: id(), programme: 'kidney', 'for-language': 'en', name: 'Tom' })

const ACTS: readonly Row[] = [
  // Roles.
  ['give a role', 'ana', NADIA, { do: 'give', role: 'observer kidney' }, 'role-changed'],
  ['take a role', 'ana', NADIA, { do: 'take', role: 'observer kidney' }, 'role-changed'],
  ['correct a name', 'ana', NADIA, { do: 'name', name: 'Nadia B' }, null],
  ['move a trainee', 'ana', NADIA, { do: 'move', to: 'long-term' }, 'role-changed'],
  ['move her back', 'ana', NADIA, { do: 'move', to: 'kidney' }, 'role-changed'],
  ['disable an account', 'ana', CESAR, { do: 'disable' }, 'role-changed'],
  ['enable it', 'ana', CESAR, { do: 'enable' }, 'role-changed'],
  ['let observe', 'carla', LUZ, { do: 'give-observer' }, 'role-changed'],
  ['let observe no more', 'carla', LUZ, { do: 'take-observer' }, 'role-changed'],
  ['archive', 'carla', LUZ, { do: 'archive', reason: 'Moved house' }, 'role-changed'],
  ['bring back', 'carla', LUZ, { do: 'back' }, 'role-changed'],
  // Links for others.
  ['make a link to a password', 'ana', CESAR, { do: 'link' }, 'link-made'],
  ['take a second step away', 'ana', CESAR, { do: 'factor' }, 'factor-reset'],
  [
    'invite a coordinator',
    'ana',
    '/manage/invite',
    () => ({ ...tom(), role: 'coordinator' }),
    'link-made',
  ],
  [
    'invite a coordinator again',
    'ana',
    '/manage/invitations',
    () => ({ again: invitationFor('coordinator') }),
    'link-made',
  ],
  ['make a code for a trainee', 'carla', '/coordinate/{ray}/link', {}, 'link-made'],
  ['make codes for several', 'carla', TOGETHER, some('codes'), 'link-made'],
  [
    'invite a trainee',
    'carla',
    `/coordinate/invite${KIDNEY}`,
    () => ({ ...tom(), role: 'trainee' }),
    'link-made',
  ],
  [
    'invite an observer',
    'carla',
    `/coordinate/invite${KIDNEY}`,
    () => ({ ...tom(), role: 'observer' }),
    'link-made',
  ],
  [
    'invite many',
    'carla',
    `/coordinate/invite-many${KIDNEY}`,
    () => ({ ...tom(), list: 'Ben\nBea', stage: 'preview', step: 'invite' }),
    'link-made',
  ],
  [
    'invite one again',
    'carla',
    `/coordinate/invitations${KIDNEY}`,
    () => ({ again: invitationFor('trainee') }),
    'link-made',
  ],
  [
    'invite several again',
    'carla',
    `/coordinate/invite-again${KIDNEY}`,
    () => ({ link: invitationFor('trainee'), batch: id(), do: 'it' }),
    'link-made',
  ],
  // People leave.
  ['export a record', 'carla', '/coordinate/{ray}/export', { internal: 'yes' }, 'exported'],
  [
    'export the register',
    'carla',
    `/coordinate/register/export${KIDNEY}`,
    { format: 'json' },
    'exported',
  ],
  ['export several people', 'carla', TOGETHER, some('export'), 'exported'],
  ['export the sign-ins', 'ana', '/manage/security', { do: 'file' }, 'exported'],
  // People come.
  ['bring in a list', 'carla', '/coordinate/import/{of:import}', { do: 'run' }, null],
  // What counts for others.
  [
    'require a check',
    'ana',
    '/manage/programmes/long-term/required?check=references.seen',
    { newest: '', day: LATER },
    null,
  ],
  [
    'set the day of the second step',
    'ana',
    '/manage/second-factor',
    { day: LATER },
    'factor-date-set',
  ],
  [
    'withdraw a sign-off',
    'carla',
    '/coordinate/{luz}/withdraw',
    () => ({ id: site.fill('{of:signedOff}'), reason: 'A mistake.' }),
    null,
  ],
  // Tokens.
  [
    'make a token',
    'ana',
    '/manage/tokens',
    () => ({ id: id(), name: 'Match', programme: 'kidney', scope: 'mentors:read', days: '30' }),
    'token-changed',
  ],
  [
    'end a token',
    'ana',
    '/manage/tokens',
    () => ({ revoke: idOf('SELECT id FROM api_tokens') }),
    'token-changed',
  ],
  // One's own ways in.
  [
    'choose another password',
    'carla',
    '/ways-in',
    { do: 'password', signInName: 'carla', newPassword: PASSWORD },
    null,
  ],
  [
    'choose another address',
    'ray',
    '/ways-in',
    () => ({ do: 'contact', email: `ray.${id()}@example.org`, phone: '' }),
    null,
  ],
  ['archive several', 'carla', TOGETHER, some('archive'), 'role-changed'],
]

const bodyOf = (fields: Row[3]): Fields =>
  Object.fromEntries(
    Object.entries(typeof fields === 'function' ? fields() : fields).map(([name, value]) => [
      name,
      site.fill(value),
    ]),
  )
const send = (as: Name, path: string, body: Fields): Promise<Answer> =>
  site.ask('POST', site.fill(path), { as, body })

describe.each(ACTS)('%s', (_what, as, path, fields, log) => {
  test('asks for a proof, and does nothing without', async () => {
    const [body, begun] = [bodyOf(fields), Date.now()]
    const before = data.mark()
    const none = await send(as, path, body)
    // "Asked now" is no mistake of theirs.
    expect([200, 401, 422]).toContain(none.status)
    expect(none.text).toContain('name="password"')
    const wrong = await send(as, path, { ...body, password: 'seven loud lamps' })
    expect([401, 422]).toContain(wrong.status)
    expect(wrong.text).toContain(wordsIn('en').coordinate.passwordWrong)
    expect(data.mark()).toEqual(before)
    const right = await send(as, path, { ...body, password: PASSWORD })
    expect([200, 303]).toContain(right.status)
    expect(data.mark()).not.toEqual(before)
    if (!log) return
    const [row] = data.rows('SELECT * FROM security_events WHERE kind = ? ORDER BY id DESC', log)
    expect(row).toMatchObject({ at: expect.any(Number) as number })
    expect(Number(row?.['at'])).toBeGreaterThanOrEqual(begun)
    // Whose act it was, and from about where.
    expect(row?.['network']).toMatch(/^2001:db8:[\da-f:]+\/48$/)
  })
})

/** Carla has a passkey, and neither an app nor recovery codes. */
describe('from the day on, whoever has a passkey alone', () => {
  let phone: Phone
  const ask = async (use: string): Promise<Asked> => {
    const call = { type: 'text/plain', headers: { accept: 'application/json' } }
    const answer = await site.ask('POST', '/api/passkey', { as: 'carla', ...call, body: use })
    expect([use, answer.status]).toEqual([use, 200])
    return JSON.parse(answer.text) as Asked
  }
  beforeAll(async () => {
    phone = newPhone(site.server.origin)
    data.change('UPDATE sessions SET authenticated_at = ?', Date.now())
    const passkey = phone.make(await ask('add'))
    const made = await site.ask('POST', '/ways-in/passkeys/new', {
      as: 'carla',
      body: { do: 'add', passkey },
    })
    expect(made.status).toBe(303)
    const due = [String(Math.random()), Date.now() - 86_400_000, Date.now()]
    data.change('INSERT INTO factor_dates (id, due_from, at) VALUES (?, ?, ?)', ...due)
  })
  beforeEach(() => data.change('UPDATE sessions SET factor_at = ?', Date.now() - 10 * 60_000))
  const { proof: t } = wordsIn('en').factor
  const { proveTitle } = wordsIn('en').passkeys

  test.each([
    '/coordinate/{ray}/export',
    `/coordinate/register/export${KIDNEY}`,
    `/coordinate/invite${KIDNEY}`,
    `/coordinate/people/{ray}${KIDNEY}`,
    '/manage/packages/new',
    '/ways-in',
  ])('is offered it on %s, and is asked for no password', async (to) => {
    const { status, text } = await site.ask('GET', site.fill(to), { as: 'carla' })
    expect(status).toBe(200)
    expect(text).toContain('data-passkey="prove"')
    expect(text).toContain(t.noScript)
    expect(text).not.toContain('name="password"')
    // Each button and field of the page is one.
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one)
    expect(ids).toHaveLength(new Set(ids).size)
  })

  test.each([
    ['nothing', {}, t.passkeyMissing],
    ['her password', { password: PASSWORD }, t.passkeyMissing],
    ['six digits', { password: '123456' }, t.passkeyMissing],
    ['an empty passkey', { passkey: '' }, t.passkeyMissing],
    ['what no device says', { passkey: '{"id":"x"}' }, t.passkeyWrong],
  ])('cannot act with %s', async (_, shown, problem) => {
    const before = data.mark()
    const answer = await send('carla', '/coordinate/{ray}/export', shown)
    expect([answer.status, answer.text.includes(problem)]).toEqual([422, true])
    expect(data.mark()).toEqual(before)
  })

  test.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['another site', { rpId: 'evil.example' }],
    ['another question', { challenge: Buffer.alloc(32, 9).toString('base64url') }],
    ['nobody’s finger', { unverified: true }],
    ['the making of one', { type: 'webauthn.create' }],
    ['somebody else', { userHandle: Buffer.from('x').toString('base64url') }],
  ])('cannot act with a passkey of %s', async (_, wrong) => {
    const before = data.mark()
    const passkey = phone.use(await ask('prove'), wrong)
    const answer = await send('carla', '/coordinate/{ray}/export', { passkey })
    expect([answer.status, answer.text.includes(t.passkeyWrong)]).toEqual([422, true])
    expect(data.mark()).toEqual(before)
  })

  test('acts with the right one, which is taken once', async () => {
    const passkey = phone.use(await ask('prove'))
    const answer = await send('carla', '/coordinate/{ray}/export', { passkey })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, expect.anything()])
    stale()
    expect((await send('carla', '/coordinate/{ray}/export', { passkey })).status).toBe(422)
  })

  test('shows it for a package among its fields, and before recovery codes are made', async () => {
    const codes = await send('carla', '/ways-in/factor/codes', {})
    expect([codes.status, codes.text.includes(t.noScript)]).toEqual([200, true])
    expect(codes.text).toContain(proveTitle)
    const passkey = phone.use(await ask('prove'))
    const made = await send('carla', '/ways-in/factor/codes', { passkey })
    expect([made.status, (made.text.match(/<code>/g) ?? []).length]).toEqual([200, 10])
  })
})
