/** Errors behind the door: answered, logged without what a person typed, and survived. */
import { afterEach, describe, expect, test } from 'vitest'
import { DatabaseAway, DatabaseBusy, DatabaseFull } from '#db/client.ts'
import { describeFailure } from '#front-door/failure.ts'
import { ask, openDoor, sendRaw, type Door } from './door.ts'

let door: Door
afterEach(() => door.close())

async function failing(error: unknown): Promise<Door> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that, too, must be survived
  door = await openDoor({ handler: () => Promise.reject(error) })
  return door
}

test('a bug is a 500 in both languages', async () => {
  const { port, logged } = await failing(new TypeError('x is not a function'))
  const answer = await sendRaw(port, ask('GET /', ['Accept: text/html']))
  expect(answer.status).toBe(500)
  expect(answer.body).toContain('Something went wrong on our side.')
  expect(answer.body).toContain('Algo falló de nuestro lado.'.replace('ó', 'Ã³'))
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('TypeError: x is not a function')
  // Whoever reports it can say which request it was, and the log has it.
  const id = answer.headers['x-request-id'] ?? ''
  expect(id).toMatch(/^[B-DF-HJ-NP-TV-Z2-9]{10}$/)
  expect(answer.body).toContain(`<strong>${id}</strong>`)
  expect(logged[0]?.startsWith(`${id}: `)).toBe(true)
})

test('a busy database is a 503 that says when to come back', async () => {
  const { port } = await failing(new Error('page', { cause: new DatabaseBusy('held') }))
  const answer = await sendRaw(port, ask('GET /'))
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
})

test('a libSQL server that hung up is a 503, not a browser that hung up', async () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
  const { port } = await failing(new DatabaseAway('away', { cause: reset }))
  expect((await sendRaw(port, ask('GET /'))).status).toBe(503)
})

test('a full disk is a 507', async () => {
  const { port } = await failing(new DatabaseFull('full'))
  expect((await sendRaw(port, ask('GET /'))).status).toBe(507)
})

test('something thrown that is no error is a 500', async () => {
  const { port, logged } = await failing('Rosa, 555-0100')
  expect((await sendRaw(port, ask('GET /'))).status).toBe(500)
  expect(logged).toEqual([expect.stringMatching(/^\w{10}: threw something that is no error/)])
})

test('an error after the beginning of the answer ends that answer and nothing else', async () => {
  door = await openDoor({
    handler: (_request, response) => {
      response.writeHead(200).write('half')
      throw new TypeError('late')
    },
  })
  await sendRaw(door.port, ask('GET /'))
  expect((await sendRaw(door.port, ask('GET /healthz'))).status).toBe(200)
})

describe('the log never quotes what a person typed', () => {
  test.each([
    ['JSON', () => JSON.parse('{"note": Rosa}') as unknown],
    [
      'a query',
      () => {
        throw new Error('Failed query: insert …\nparams: Rosa, 555-0100')
      },
    ],
    [
      'a cause',
      () => {
        throw new Error('outer', { cause: new Error('Rosa') })
      },
    ],
    ['an address', () => new URL('Rosa')],
  ] as const)('%s', (_what, fail) => {
    try {
      fail()
      expect.unreachable()
    } catch (error) {
      const text = describeFailure(error)
      expect(text).not.toContain('Rosa')
      expect(text).toContain('failure.test.ts')
    }
  })
})
