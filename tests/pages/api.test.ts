/** The API of the register, asked over HTTP as a matching system would; every answer fits its own description. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import {
  makeApiToken,
  MOST_PER_MINUTE,
  MOST_REFUSED,
  revokeApiToken,
} from '#server/register/api-tokens.ts'
import { shapeOf } from '#server/course/course-shape.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { makeCast, type Cast } from '#tests/cast.ts'
import { addMany } from '#tests/many-trainees.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import { enter } from '#tests/entry.ts'

const NOW = Date.now()
const DAY = 86_400_000
/** Eight of each twenty are ready. */
const READY = 24
let server: StartedServer
let cast: Cast
let folder = ''
/** The cookie of Nadia, a trainee of the kidney programme. */
let nadia = ''
const tokens: Record<string, string> = {}
/** Person ids of mentors whose standing ended, each in another way. */
const ended: Record<string, string> = {}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'alongside-api-'))
  const url = `file:${path.join(folder, 'alongside.db')}`
  await openDatabase({ url, authToken: undefined, dataDir: folder })
  cast = await makeCast(NOW - DAY)
  const many = { by: cast.carla.id, now: NOW, questions: [] }
  await addMany({ ...many, programme: 'kidney', from: 0, to: 60 })
  await addMany({ ...many, programme: 'long-term', from: 60, to: 80 })
  for (const [name, programme, days] of [
    ['kidney', 'kidney', 30],
    ['long-term', 'long-term', 30],
    ['revoked', 'kidney', 30],
    ['expired', 'kidney', -1],
    ['greedy', 'kidney', 30],
    ['narrow', 'kidney', 30],
  ] as const) {
    const form = { id: newId(NOW), name, programme, scopes: ['mentors:read'] as const, days }
    const made = await makeApiToken(cast.ana, form, NOW - 1000)
    if (made.kind !== 'made') throw new Error('no token')
    tokens[name] = made.token
  }
  await revokeApiToken(cast.ana, hashOfSecret(tokens['revoked'] ?? ''), NOW)
  const person = (i: number): string =>
    `01900000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`
  const signOff = (i: number): string => person(i).replace('01900000', '0190dd00')
  const shape = shapeOf(loadCourse('en', loadProgramme('kidney', 'en')))
  const sql = (text: string, ...args: (string | number)[]) => ({ sql: text, args })
  Object.assign(ended, { withdrawn: person(40), paused: person(41), archived: person(42) })
  Object.assign(ended, { expired: person(43), lapsed: person(44), commitment: person(45) })
  Object.assign(ended, { disabled: person(46), decided: person(47) })
  await write([
    sql(
      `UPDATE api_tokens SET scopes = 'nothing' WHERE id = ?`,
      hashOfSecret(tokens['narrow'] ?? ''),
    ),
    sql(`INSERT INTO withdrawals VALUES (?, ?, ?, 'x')`, signOff(40), cast.carla.id, NOW - DAY),
    sql('UPDATE overviews SET paused_at = ? WHERE person = ?', NOW - DAY, person(41)),
    sql('UPDATE roles SET archived_at = ? WHERE person = ?', NOW - DAY, person(42)),
    sql(`UPDATE sign_offs SET expires_on = '2020-01-01' WHERE id = ?`, signOff(43)),
    // Computed for today's course: the server leaves it as it is.
    sql('UPDATE overviews SET lapsed = 1, course_shape = ? WHERE person = ?', shape, person(44)),
    sql('DELETE FROM commitments WHERE sign_off = ?', signOff(45)),
    sql('UPDATE people SET disabled_at = ? WHERE id = ?', NOW - DAY, person(46)),
    sql(
      `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, evidence, evidence_hash)
       VALUES (?, ?, 'kidney', ?, ?, 'more-practice', 'x', '', '', '', '[]', '')`,
      newId(NOW),
      person(47),
      cast.carla.id,
      NOW - DAY,
    ),
  ])
  nadia = `alongside=${await enter(cast.nadia, 'trainee', NOW)}`
  await closeDatabase()
  server = await startServer({ dataDir: folder, env: { TRUSTED_PROXY_HOPS: '1' } })
})
afterAll(async () => {
  await server.stop()
  expect(server.output()).not.toMatch(/Error|caused by/)
  rmSync(folder, { recursive: true, force: true })
})

interface Asked {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

async function ask(
  to: string,
  token: string | null = 'kidney',
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  const response = await fetch(server.origin + to, {
    headers: {
      'x-forwarded-for':
        headers['x-forwarded-for'] ??
        `2001:db8:${Math.floor(Math.random() * 60_000).toString(16)}::1`,
      ...(token === null ? {} : { authorization: `Bearer ${tokens[token] ?? token}` }),
      ...headers,
    },
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text ? (JSON.parse(text) as unknown) : null,
  }
}
interface Listed {
  readonly programme: string
  readonly mentors: readonly {
    readonly id: string
    readonly name: string
    readonly languages: readonly string[]
  }[]
  readonly next: string | null
}
const list = async (query = '', token = 'kidney'): Promise<Listed> =>
  (await ask(`/api/v1/mentors${query}`, token)).body as Listed
const codeOf = ({ body }: Asked): string => (body as { error: { code: string } }).error.code

describe('who is read', () => {
  test('the ready mentors of the token’s programme and nobody else', async () => {
    const kidney = await list('?limit=200')
    expect(kidney.programme).toBe('kidney')
    expect(kidney.mentors).toHaveLength(READY - Object.keys(ended).length)
    const elsewhere = await list('?limit=200', 'long-term')
    expect(elsewhere.mentors).toHaveLength(8)
    const ids = new Set(kidney.mentors.map(({ id }) => id))
    expect(elsewhere.mentors.some(({ id }) => ids.has(id))).toBe(false)
  })

  test.each([
    'withdrawn',
    'paused',
    'archived',
    'expired',
    'lapsed',
    'commitment',
    'disabled',
    'decided',
  ])('a mentor whose standing ended (%s) is in no page and under no id', async (how) => {
    const id = ended[how] ?? ''
    const { mentors } = await list('?limit=200')
    expect(mentors.map((one) => one.id)).not.toContain(id)
    const answer = await ask(`/api/v1/mentors/${id}`)
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found'])
  })

  test('a mentor of another programme, nobody and nonsense look the same', async () => {
    const [first] = (await list('', 'long-term')).mentors
    for (const id of [
      first?.id,
      '01900000-0000-7000-8000-ffffffffffff',
      'x',
      'constructor',
      '%27',
    ]) {
      const answer = await ask(`/api/v1/mentors/${id}`)
      expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found'])
    }
  })

  test('one mentor is told as in the list', async () => {
    const [first] = (await list()).mentors
    expect((await ask(`/api/v1/mentors/${first?.id}`)).body).toEqual(first)
  })

  test('page by page everybody is told once', async () => {
    const all = (await list('?limit=200')).mentors.map(({ id }) => id)
    const told: string[] = []
    let pages = 0
    for (let next: string | null = ''; next !== null; pages++) {
      const page: Listed = await list(`?limit=5${next ? `&cursor=${next}` : ''}`)
      told.push(...page.mentors.map(({ id }) => id))
      next = page.next
    }
    expect(told).toEqual(all)
    expect(pages).toBe(4)
  })

  test('filters are those of the register', async () => {
    const spanish = await list('?language=es&limit=200')
    expect(spanish.mentors.length).toBeGreaterThan(0)
    expect(spanish.mentors.every(({ languages }) => languages.includes('es'))).toBe(true)
    expect((await list('?area=nothing')).mentors).toEqual([])
    expect((await list('?capacity=3&contact=phone&place=south')).mentors.length).toBeGreaterThan(0)
  })
})

describe('a token', () => {
  test.each([
    ['none', null, 401, 'token-missing'],
    ['of nobody', 'als_nothing', 401, 'token-unknown'],
    ['revoked', 'revoked', 401, 'token-revoked'],
    ['expired', 'expired', 401, 'token-expired'],
    ['without the scope', 'narrow', 403, 'scope-missing'],
  ])('%s is refused with words', async (_, token, status, code) => {
    for (const to of ['/api/v1/mentors', '/api/v1/mentors/x']) {
      const answer = await ask(to, token)
      expect([answer.status, codeOf(answer)]).toEqual([status, code])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.has('www-authenticate')).toBe(status === 401)
    }
  })

  test('words come in the language that was asked for', async () => {
    const { body } = await ask('/api/v1/mentors', null, { 'accept-language': 'es' })
    expect(body).toEqual({
      error: { code: 'token-missing', message: 'Mande una clave: Authorization: Bearer <clave>' },
    })
  })

  test('asked about another programme is refused, about its own not', async () => {
    const answer = await ask('/api/v1/mentors?programme=long-term')
    expect([answer.status, codeOf(answer)]).toEqual([403, 'other-programme'])
    expect((await ask('/api/v1/mentors?programme=kidney')).status).toBe(200)
  })

  test('a signed-in coordinator without a token reads nothing', async () => {
    expect((await ask('/api/v1/mentors', null, { cookie: 'alongside=x' })).status).toBe(401)
  })

  test('asks at most so often in a minute', async () => {
    const statuses: number[] = []
    for (let n = 0; n < MOST_PER_MINUTE + 2; n++) {
      const { status, headers } = await ask('/api/v1/mentors?limit=1', 'greedy')
      statuses.push(status)
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    // The minute may have ended once on the way.
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(
      MOST_PER_MINUTE,
    )
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    expect((await ask('/api/v1/mentors')).status).toBe(200)
  })

  test('guessing from one address ends, and stops nobody else', async () => {
    const from = { 'x-forwarded-for': '2001:db8::bad' }
    for (let n = 0; n < MOST_REFUSED; n++) await ask('/api/v1/mentors', `als_${n}`, from)
    const answer = await ask('/api/v1/mentors', 'als_x', from)
    expect([answer.status, codeOf(answer)]).toEqual([429, 'too-many'])
    expect((await ask('/api/v1/mentors', 'kidney', from)).status).toBe(200)
  })
})

test('who is in the register reads which systems may read it, and whose token no longer holds is not named', async () => {
  const page = await fetch(`${server.origin}/learn/who-can-see`, { headers: { cookie: nadia } })
  expect(await page.text()).toContain('coordinators see there: greedy, kidney.')
})

test.each([
  ['?capacity=many', 'capacity'],
  ['?limit=0&cursor=x', 'limit, cursor'],
  ['?langage=es', 'langage'],
  ['?language=es&language=en', 'language'],
])('a query that is not meant so is refused by its name: %s', async (query, names) => {
  const answer = await ask(`/api/v1/mentors${query}`)
  expect([answer.status, codeOf(answer)]).toEqual([400, 'malformed'])
  expect((answer.body as { error: { message: string } }).error.message).toMatch(
    new RegExp(`: ${names}$`),
  )
})

describe('an answer that is known already', () => {
  test.each(['/api/v1/mentors', '/api/v1/mentors?language=es'])('%s: 304', async (to) => {
    const first = await ask(to)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{32}"$/)
    for (const known of [etag, `"x", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await ask(to, 'kidney', { 'if-none-match': known })
      expect([again.status, again.body]).toEqual([304, null])
      expect(again.headers.get('etag')).toBe(etag)
    }
    expect((await ask(to, 'kidney', { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await ask(to, null, { 'if-none-match': etag })).status).toBe(401)
  })
})

describe('the description', () => {
  test('every answer fits it', async () => {
    const description = (await ask('/api/v1/openapi.json', null)).body as {
      openapi: string
      paths: Record<
        string,
        {
          get: {
            responses: Record<
              string,
              { content?: { 'application/json': { schema: { $ref?: string } } } }
            >
          }
        }
      >
      components: { schemas: Record<string, object> }
    }
    expect(description.openapi).toBe('3.1.0')
    const [first] = (await list()).mentors
    const cases: (readonly [path: string, to: string, token: string | null, status: number])[] = [
      ['/api/v1/mentors', '/api/v1/mentors', 'kidney', 200],
      ['/api/v1/mentors', '/api/v1/mentors?limit=2&language=es', 'kidney', 200],
      ['/api/v1/mentors', '/api/v1/mentors?area=nothing', 'kidney', 200],
      ['/api/v1/mentors', '/api/v1/mentors?limit=0', 'kidney', 400],
      ['/api/v1/mentors', '/api/v1/mentors?cursor=x', 'kidney', 400],
      ['/api/v1/mentors', '/api/v1/mentors?capacity=many', 'kidney', 400],
      ['/api/v1/mentors', '/api/v1/mentors', null, 401],
      ['/api/v1/mentors', '/api/v1/mentors?programme=x', 'kidney', 403],
      ['/api/v1/mentors', '/api/v1/mentors?limit=1', 'greedy', 429],
      ['/api/v1/mentors/{id}', `/api/v1/mentors/${first?.id}`, 'kidney', 200],
      ['/api/v1/mentors/{id}', '/api/v1/mentors/x', 'kidney', 404],
      ['/api/v1/mentors/{id}', '/api/v1/mentors/x', 'expired', 401],
      ['/api/v1/mentors/{id}', '/api/v1/mentors/x', 'narrow', 403],
    ]
    for (const [path, to, token, status] of cases) {
      let answer = await ask(to, token)
      // The greedy token may have had a new minute meanwhile.
      for (let n = 0; status === 429 && answer.status === 200 && n < 200; n++)
        answer = await ask(to, token)
      expect([to, answer.status]).toEqual([to, status])
      const schema = description.paths[path]?.get.responses[String(status)]?.content
      const name = schema?.['application/json'].schema.$ref?.split('/').at(-1) ?? ''
      // The schema as it was published, read back: not the one that the server was built with.
      const read = z.fromJSONSchema(
        description.components.schemas[name] as Parameters<typeof z.fromJSONSchema>[0],
      )
      expect([to, read.safeParse(answer.body).error]).toEqual([to, undefined])
      expect(read.safeParse({ ...(answer.body as object), extra: 1 }).success).toBe(false)
      expect(answer.headers.get('content-type')).toBe('application/json')
    }
  })

  test('HEAD is answered as GET, without a body', async () => {
    const [first] = (await list()).mentors
    for (const to of ['/api/v1/mentors', `/api/v1/mentors/${first?.id}`, '/api/v1/openapi.json']) {
      const got = await ask(to)
      const response = await fetch(server.origin + to, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${tokens['kidney'] ?? ''}` },
      })
      expect([response.status, await response.text()]).toEqual([200, ''])
      expect(response.headers.get('etag')).toBe(got.headers.get('etag'))
    }
  })

  test('nothing but GET is answered', async () => {
    for (const to of ['/api/v1/mentors', '/api/v1/mentors/x', '/api/v1/openapi.json']) {
      const response = await fetch(server.origin + to, {
        method: 'POST',
        headers: { origin: server.origin, authorization: `Bearer ${tokens['kidney'] ?? ''}` },
      })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    }
  })
})
