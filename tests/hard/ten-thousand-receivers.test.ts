/** One message to 10,000 people: each is told once, one mail each, in bounded steps, also where the server ends in the middle. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { receiversQuery } from '#db/messages.ts'
import { chosenPeopleQuery } from '#db/roles.ts'
import { MOST_TOGETHER } from '#domain/people/together.ts'
import { sendMessage } from '#server/people/send-message.ts'
import { sendWaitingMail } from '#server/running/send-mail.ts'
import { tellWhatWaits } from '#server/running/tell-what-waits.ts'
import { newId } from '#server/trail/new-id.ts'
import { noticeMail } from '#web/mail-words.ts'
import { batchesOf, NOW, openPlatform, readsOf, type Platform } from '../server/platform.ts'

vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  process.env['MAIL_FROM'] = 'alongside@example.org'
})

const MANY = 10_000
const SECOND = 1000
let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
  await tellWhatWaits(['kidney'], noticeMail, NOW - SECOND)
  const people = JSON.stringify(
    Array.from({ length: MANY }, (_, n) => ({
      ...{ id: newId(NOW), name: `P${n}`, email: `p${n}@example.org` },
      language: n % 3 === 0 ? 'es' : 'en',
    })),
  )
  await write([
    { sql: "UPDATE roles SET archived_at = 1 WHERE role = 'trainee'", args: [] },
    {
      sql: `INSERT INTO people (id, sign_in_name, name, email, language, created_at) SELECT value ->> 'id', value ->> 'id',
        value ->> 'name', value ->> 'email', value ->> 'language', 1 FROM json_each(?)`,
      args: [people],
    },
    {
      sql: `INSERT INTO roles (person, role, programme, created_at) SELECT value ->> 'id', 'trainee', 'kidney', 1 FROM json_each(?)`,
      args: [people],
    },
    {
      sql: `INSERT INTO proven_addresses (person, email, at) SELECT value ->> 'id', value ->> 'email', 1 FROM json_each(?)`,
      args: [people],
    },
  ])
})
afterAll(() => platform.close())

const outbox = async (what: string): Promise<Record<string, unknown>> =>
  (await platform.rows(`SELECT ${what} FROM outbox`))[0] ?? {}
const message = newId(NOW)

test('it is written whole or not at all, and sent twice by the same form it is one', async () => {
  const { carla } = platform.cast
  const filter = { role: 'trainee' as const, cohort: '', archived: false, search: '' }
  const chosen = { kind: 'all', filter } as const
  const all = await read(chosenPeopleQuery('kidney', chosen, 'en', MOST_TOGETHER))
  expect(all).toHaveLength(MANY)
  const send = () =>
    sendMessage(
      carla,
      { programme: 'kidney', chosen, seen: MANY, id: message },
      // As long as a text may be.
      { en: `Hello {name}, ${'x'.repeat(1900)}`, es: `Hola {name}, ${'y'.repeat(1900)}` },
      NOW,
    )
  const answers: unknown[] = []
  const batches = await batchesOf(async () => {
    answers.push(...(await Promise.all([send(), send()])))
  })
  expect(answers).toEqual([{ kind: 'sent' }, { kind: 'sent' }])
  expect(batches).toBeLessThanOrEqual(2)
  expect(await read(receiversQuery(message, 1).counts)).toEqual({ mailed: 0, not: 0, open: MANY })
})

test('a server that ends while it writes the mails leaves those that it wrote, and the next one writes the rest', async () => {
  let said = 0
  const dies: typeof noticeMail = (language, mail) => {
    if (++said > 3200) throw new Error('the server ended')
    return noticeMail(language, mail)
  }
  await expect(tellWhatWaits(['kidney'], dies, NOW)).rejects.toThrow('the server ended')
  expect(await outbox('count(*) AS n')).toEqual({ n: 3000 })
  await platform.reopen()
  let told = { notices: 0, mails: 0 }
  const reads = await readsOf(async () => {
    told = await tellWhatWaits(['kidney'], noticeMail, NOW + SECOND)
  })
  expect(told).toEqual({ notices: MANY - 3000, mails: MANY - 3000 })
  // Of 500 at a time: one for what is due, one for addresses that the mail server cannot write to.
  expect(reads).toBeLessThanOrEqual(2 + 2 * 15)
  expect(await outbox('count(*) AS n, count(DISTINCT recipient) AS people')).toEqual({
    n: MANY,
    people: MANY,
  })
  expect(await tellWhatWaits(['kidney'], noticeMail, NOW + SECOND)).toEqual({
    notices: 0,
    mails: 0,
  })
})

test('a server that ends in the middle of sending sends nobody twice and forgets nobody; one recipient a mail, and no text left', async () => {
  const sent: string[] = []
  let hangs = false
  const send = async ({ to }: { to: string }): Promise<void> => {
    if (sent.length === 4321 && !hangs) {
      hangs = true
      // The process is gone before the mail server answered.
      await new Promise(() => undefined)
    }
    sent.push(to)
  }
  let now = NOW + 2 * SECOND
  for (let round = 0; round < 1000 && !hangs; round++)
    await Promise.race([
      sendWaitingMail(send, now),
      new Promise((resolve) => {
        const look = (): void => void (hangs ? resolve(null) : setTimeout(look, 20))
        look()
      }),
    ])
  expect(sent).toHaveLength(4321)
  await platform.reopen()
  const most = process.memoryUsage().heapUsed + 64 * 1024 * 1024
  let heap = 0
  while (sent.length < MANY - 1) {
    const before = sent.length
    await sendWaitingMail(send, now)
    heap = Math.max(heap, process.memoryUsage().heapUsed)
    expect(sent.length - before).toBeLessThanOrEqual(20)
    expect(sent.length).toBeGreaterThan(before)
  }
  // Twenty are in memory at a time, however many wait.
  expect(heap).toBeLessThan(most)
  // The one that hung is tried again after its wait, as any that failed.
  expect(await sendWaitingMail(send, now)).toBe(0)
  now += 60 * SECOND
  expect(await sendWaitingMail(send, now)).toBe(1)
  expect(await sendWaitingMail(send, now)).toBe(0)
  expect(new Set(sent).size).toBe(MANY)
  expect(sent.filter((to) => !/^p\d+@example\.org$/.test(to))).toEqual([])
  expect(
    await outbox("count(*) AS n, sum(text <> '') AS texts, sum(sent_at IS NULL) AS open"),
  ).toEqual({
    ...{ n: MANY, texts: 0, open: 0 },
  })
  expect(await read(receiversQuery(message, 1).counts)).toEqual({ mailed: MANY, not: 0, open: 0 })
})
