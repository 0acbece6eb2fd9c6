/** What waits on a device reaches us once, and whatever answers in between, nothing is lost. */
import { expect, test } from 'vitest'
import type { LearningRecord, Made } from '#domain/learning/record.ts'
import { recordOf } from '#domain/learning/record.ts'
import { entryOf, progressWith, valueOf } from '#offline/entries.ts'
import { privateKeyOf } from '#offline/seal.ts'
import { sendQueue, stepsWaiting, type Line } from '#offline/send.ts'
import { memoryShelf, type MemoryShelf } from './fakes/shelf.ts'

/** As our server hands it out. */
async function newPair() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ])
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return {
    publicKey: Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64'),
    privateKey: Buffer.from(d, 'base64url').toString('base64'),
  }
}
const { publicKey: PUBLIC, privateKey: PRIVATE } = await newPair()
/** Of a session that a code of staff opened. */
const BY_CODE = await newPair()

let made = 0
const record = (deed: Made, person = 'nadia'): LearningRecord =>
  recordOf(deed, {
    id: `id-${String(++made).padStart(5, '0')}`,
    person,
    source: 'queue',
    at: 1000 + made,
  })

const read = (item: string, person?: string): LearningRecord =>
  record({ kind: 'lesson-read', item, revision: 1, value: {} }, person)
const reflection = (text: string): LearningRecord =>
  record({
    kind: 'reflection-sent',
    item: 'story/a-promise',
    revision: 1,
    value: { text, shared: false },
  })

async function shelfWith(
  records: readonly LearningRecord[],
  publicKey = PUBLIC,
): Promise<MemoryShelf> {
  const shelf = memoryShelf()
  await shelf.put(await Promise.all(records.map((one) => entryOf(one, publicKey))))
  return shelf
}

interface Sent {
  readonly person: string
  readonly records: readonly {
    readonly id: string
    readonly kind: string
    readonly value: unknown
  }[]
}

type Answer = (sent: Sent) => Response | Promise<Response>

const json = (body: unknown, status = 200): Response => Response.json(body, { status })
const takesAll: Answer = ({ records }) =>
  json({ at: 99, records: records.map(({ id }) => ({ id, status: 'accepted' })) })

/** Our server, as far as a device sees it. */
function server(
  answer: Answer,
  signedIn = 'nadia',
  privateKey: string | null = PRIVATE,
  keys: object = {},
) {
  const sent: Sent[] = []
  const asked: string[] = []
  const line: Line = {
    now: () => 5,
    fetch: async (address, init) => {
      asked.push(address)
      if (address === '/api/device-key')
        return json({
          person: signedIn,
          publicKey: PUBLIC,
          privateKey,
          held: false,
          earlier: [],
          ...keys,
        })
      const person = new Headers(init.headers).get('alongside-owner') ?? ''
      const body = { ...(JSON.parse(init.body as string) as Sent), person }
      sent.push(body)
      return answer(body)
    },
  }
  return { sent, asked, line }
}

const states = async (shelf: MemoryShelf, person = 'nadia') =>
  (await shelf.of(person)).map(({ state }) => state)

test('everything is sent in the order in which it was made, in pages, and is saved', async () => {
  const records = ['a/1', 'a/2', 'a/3', 'a/4', 'a/5'].map((item) => read(item))
  const shelf = await shelfWith([...records].reverse())
  const { sent, line } = server(takesAll)
  expect(await sendQueue(shelf, 'nadia', line, 2)).toEqual({ kind: 'saved', at: 99 })
  expect(sent.map((page) => page.records.map(({ id }) => id))).toEqual([
    [records[0]?.id, records[1]?.id],
    [records[2]?.id, records[3]?.id],
    [records[4]?.id],
  ])
  expect(sent.every(({ person }) => person === 'nadia')).toBe(true)
  expect(await states(shelf)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent'])
  expect(await sendQueue(shelf, 'nadia', line)).toEqual({ kind: 'nothing' })
  expect(sent).toHaveLength(3)
})

test('another person on the device sends nothing of it', async () => {
  const shelf = await shelfWith([read('a/1'), read('a/1', 'ray')])
  const { sent, line } = server(takesAll, 'ray')
  await sendQueue(shelf, 'ray', line)
  expect(sent.flatMap(({ records }) => records)).toHaveLength(1)
  expect([await states(shelf), await states(shelf, 'ray')]).toEqual([['waits'], ['sent']])
})

test('private words lie sealed, and are opened for the sending alone', async () => {
  const shelf = await shelfWith([reflection('Her sister does not know.')])
  expect(JSON.stringify(await shelf.of('nadia'))).not.toMatch(/sister|text|shared/)
  const { sent, asked, line } = server(takesAll)
  await sendQueue(shelf, 'nadia', line)
  expect(asked).toEqual(['/api/device-key', '/api/records'])
  expect(sent[0]?.records[0]?.value).toEqual({ text: 'Her sister does not know.', shared: false })
  expect(JSON.stringify(await shelf.of('nadia'))).not.toContain('sister')
})

test('somebody else is signed in: neither words nor steps go to them', async () => {
  const shelf = await shelfWith([read('a/1'), reflection('Mine.')])
  const { sent, line } = server(takesAll, 'ray')
  expect(await sendQueue(shelf, 'nadia', line)).toEqual({ kind: 'somebody-else' })
  expect(sent).toEqual([])
  expect(await states(shelf)).toEqual(['waits', 'waits'])
})

test('a session at a shared computer opens no private words; the rest is saved', async () => {
  const shelf = await shelfWith([reflection('Mine.'), read('a/1')])
  const { line } = server(takesAll, 'nadia', null)
  expect((await sendQueue(shelf, 'nadia', line)).kind).toBe('saved')
  expect(await states(shelf)).toEqual(['waits', 'sent'])
})

test('in a session that a code of staff opened, words of before wait and are called neither damaged nor saved', async () => {
  const shelf = await shelfWith([reflection('Mine, of before.'), read('a/1')])
  const byCode = { ...BY_CODE, held: true, earlier: [] }
  const { sent, line } = server(takesAll, 'nadia', PRIVATE, byCode)
  expect((await sendQueue(shelf, 'nadia', line)).kind).toBe('saved')
  expect(JSON.stringify(sent)).not.toContain('of before')
  expect(await states(shelf)).toEqual(['waits', 'sent'])
  expect(await sendQueue(shelf, 'nadia', line)).toEqual({ kind: 'held' })
  expect(await states(shelf)).toEqual(['waits', 'sent'])
  await sendQueue(shelf, 'nadia', server(takesAll).line)
  expect(await states(shelf)).toEqual(['sent', 'sent'])
})

test('what was written in such a session is sent from it, and from one by a way of their own', async () => {
  for (const keys of [
    { ...BY_CODE, held: true, earlier: [] },
    { held: false, earlier: [BY_CODE] },
  ]) {
    const shelf = await shelfWith([reflection('Written since.')], BY_CODE.publicKey)
    const { sent, line } = server(takesAll, 'nadia', PRIVATE, keys)
    expect((await sendQueue(shelf, 'nadia', line)).kind).toBe('saved')
    expect(sent[0]?.records[0]?.value).toMatchObject({ text: 'Written since.' })
  }
})

test('a refused record and a broken one are set aside with why, and hold up nothing', async () => {
  const [bad, good, words] = [read('gone/1'), read('a/1'), reflection('Mine.')]
  const shelf = await shelfWith([bad, good, words])
  const sealed = shelf.entries.get(words.id)
  if (sealed) shelf.entries.set(words.id, { ...sealed, sealed: 'broken' })
  const { line } = server(({ records }) =>
    json({
      at: 9,
      records: records.map(({ id }) =>
        id === bad.id
          ? { id, status: 'refused', why: 'no such lesson' }
          : { id, status: 'accepted' },
      ),
    }),
  )
  expect((await sendQueue(shelf, 'nadia', line)).kind).toBe('saved')
  expect((await shelf.of('nadia')).map(({ state, why }) => [state, why])).toEqual([
    ['refused', 'no such lesson'],
    ['sent', undefined],
    ['refused', 'unreadable'],
  ])
})

test('what we judged otherwise is said, and what we did not speak of waits', async () => {
  const shelf = await shelfWith([read('a/1'), read('a/2')])
  const [first] = await shelf.of('nadia')
  const { line } = server(() => json({ at: 9, records: [{ id: first?.id, status: 'differs' }] }))
  await sendQueue(shelf, 'nadia', line)
  expect(await states(shelf)).toEqual(['differs', 'waits'])
})

const BAD: readonly (readonly [string, () => Response | Promise<Response>, string])[] = [
  ['401', () => json({ error: 'sign-in' }, 401), 'signed-out'],
  ['409 for all', () => json({ error: 'somebody-else' }, 409), 'somebody-else'],
  ['429', () => json({ error: 'too-many' }, 429), 'busy'],
  ['500', () => json({}, 500), 'busy'],
  ['HTML instead of JSON', () => new Response('<p>Welcome to our wifi'), 'stranger'],
  ['JSON that is not ours', () => json({ hello: 'you' }), 'stranger'],
  ['a list', () => json([]), 'stranger'],
  ['410', () => json({ error: 'erased' }, 410), 'erased'],
  ['another page’s 410', () => new Response('gone', { status: 410 }), 'stranger'],
  ['another page’s 403', () => new Response('no', { status: 403 }), 'stranger'],
  ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), 'unreached'],
]

test.each(BAD)('%s in the middle of a sync loses nothing', async (_, answer, kind) => {
  const shelf = await shelfWith([read('a/1'), read('a/2'), read('a/3')])
  let count = 0
  const bad = server((sent) => (count++ === 0 ? takesAll(sent) : answer()))
  expect(await sendQueue(shelf, 'nadia', bad.line, 1)).toEqual({ kind })
  expect(await states(shelf)).toEqual(['sent', 'waits', 'waits'])
  const good = server(takesAll)
  expect((await sendQueue(shelf, 'nadia', good.line)).kind).toBe('saved')
  expect(good.sent[0]?.records).toHaveLength(2)
})

test('a page that is too much for us is halved; what alone is too much is set aside', async () => {
  const shelf = await shelfWith(['a/1', 'a/2', 'a/3', 'a/4'].map((item) => read(item)))
  const second = (await shelf.of('nadia'))[1]?.id
  const { sent, line } = server((page) =>
    page.records.some(({ id }) => id === second) ? json({}, 413) : takesAll(page),
  )
  expect((await sendQueue(shelf, 'nadia', line)).kind).toBe('saved')
  expect(await states(shelf)).toEqual(['sent', 'refused', 'sent', 'sent'])
  expect(sent.map(({ records }) => records.length)).toEqual([4, 2, 1, 3, 2, 1, 2])
})

test('the end of an attempt stays here: we find it out, and it is no step of its own', async () => {
  const end = record({
    kind: 'quiz-finished',
    item: 'a/quiz',
    revision: 1,
    value: { attempt: 'x', right: 1, of: 1, passed: true, refresher: false },
  })
  const shelf = await shelfWith([read('a/1'), end])
  expect(stepsWaiting(await shelf.of('nadia'))).toBe(1)
  const { sent, line } = server(takesAll)
  await sendQueue(shelf, 'nadia', line)
  expect(sent[0]?.records.map(({ kind }) => kind)).toEqual(['lesson-read'])
  expect(await states(shelf)).toEqual(['sent', 'sent'])
})

test('a broken record makes nothing of what is known here, and holds up none after it', () => {
  const whole = record({
    kind: 'question-answered',
    item: 'a/quiz/one',
    revision: 1,
    value: { attempt: 'x', options: ['yes'], right: true },
  })
  const entry = { ...whole, kind: 'question-answered', state: 'waits' } as const
  const { value: _, ...broken } = { ...entry, id: 'id-00000' }
  const known = progressWith({}, [broken as unknown as typeof entry, entry])
  expect(known['a/quiz']).toMatchObject({ kind: 'quiz' })
})

test('what is known of somebody here is what we told, and what they did since', async () => {
  const shelf = await shelfWith([read('a/1'), read('a/2'), reflection('Mine.')])
  const [first, second, third] = await shelf.of('nadia')
  if (!first || !second || !third) throw new Error('three were put there')
  expect(progressWith({ 'a/0': { kind: 'lesson', revision: 3 } }, [first, second, third])).toEqual({
    'a/0': { kind: 'lesson', revision: 3 },
    'a/1': { kind: 'lesson', revision: 1 },
    'a/2': { kind: 'lesson', revision: 1 },
    'story/a-promise': { kind: 'written', record: third.id, text: '', fields: {}, shared: false },
  })
  expect(Object.keys(progressWith({}, [{ ...first, state: 'refused' }, second]))).toEqual(['a/2'])
  expect(await valueOf(third, [await privateKeyOf(PUBLIC, PRIVATE)])).toMatchObject({
    text: 'Mine.',
  })
})
