/** Two processes on one libSQL server behind a proxy, each killed once under a load of writes, and back again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, write, type Query } from '#db/client.ts'
import { insertMail } from '#db/outbox.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { newId } from '#server/trail/new-id.ts'
import { enter } from '#tests/entry.ts'
import { startSmtp, type Smtp } from '#tests/server/smtp.ts'
import { askAt } from '#tests/several/ask.ts'
import { spreadOver, type Spread } from '#tests/several/spread.ts'
import { hasSqld } from '#tests/several/sqld.ts'
import { startTwo, type Two } from '#tests/several/two-servers.ts'

const PEOPLE = 20
const WRITES = 60
const MAILS = 300

describe.skipIf(!hasSqld)('kill -9', () => {
  let two: Two
  let smtp: Smtp
  let spread: Spread
  beforeAll(async () => {
    smtp = await startSmtp()
    two = await startTwo({
      ...{ SMTP_URL: smtp.url, MAIL_FROM: 'alongside@example.org', TRUSTED_PROXY_HOPS: '1' },
    })
    spread = await spreadOver(Number(two.host.split(':')[1]), two.ports)
  })
  afterAll(async () => {
    await spread.stop()
    await two.stop()
    smtp.close()
  })

  const rows = async (sql: string): Promise<unknown[][]> =>
    (await database().run(sql)).rows.map((row) => Array.from(row))
  const count = async (sql: string): Promise<number> => Number((await rows(sql))[0]?.[0])

  test('nothing that was answered is lost, nothing is doubled, no job is done twice, and who comes back takes part', async () => {
    const now = Date.now()
    const people = await makePeople(now)
    const acknowledged: string[] = []
    let again = 0
    const port = Number(two.host.split(':')[1])
    const works = async ({ id, cookie }: { id: string; cookie: string }): Promise<void> => {
      for (let n = 0; n < WRITES; n++) {
        const record = newId(Date.now())
        const form = { owner: id, act: 'read', record }
        // As somebody does whose page did not come: the same form once more.
        for (;;) {
          const { status } = await askAt(port, two.host, LESSON, { cookie, form })
          if (status === 303) break
          expect([0, 502, 503, 504]).toContain(status)
          again++
          await sleep(200)
        }
        acknowledged.push(record)
      }
    }
    const load = Promise.all(people.map(works))
    await write(
      Array.from({ length: MAILS }, (_, n) =>
        insertMail({
          ...{ id: newId(now), recipient: 'ray@example.org', subject: `mail ${n}`, text: 'Hi.' },
          ...{ createdAt: now, nextTryAt: now, programme: 'kidney' },
        }),
      ),
    )
    const until = async (part: number): Promise<void> => {
      while (acknowledged.length < PEOPLE * WRITES * part) await sleep(20)
    }
    for (const [which, part] of [
      [0, 0.2],
      [1, 0.6],
    ] as const) {
      await until(part)
      await two.servers[which]?.kill()
      await until(part + 0.1)
      await two.start(which)
    }
    await load

    // Lost, and doubled: the ids that were answered are those that are there.
    const kept = (await rows("SELECT id FROM records WHERE kind = 'lesson-read'")).map(([id]) => id)
    expect(kept.toSorted()).toEqual(acknowledged.toSorted())
    // What is worked out of them was written with them.
    const counted = 'SELECT DISTINCT records FROM progress'
    expect(await rows(counted)).toEqual([[WRITES]])
    console.log(`by ${spread.by}: ${acknowledged.length} answered, ${again} sent again`)

    const left = 'SELECT count(*) FROM outbox WHERE sent_at IS NULL'
    await expect.poll(() => count(left), { timeout: 300_000, interval: 1000 }).toBe(0)
    const idOf = (mail: string): string => /^Message-ID: (.*)$/im.exec(mail)?.[1] ?? ''
    const ids = smtp.mails.map(idOf)
    expect(new Set(ids).size).toBe(MAILS)
    // One that was with the mail server at each kill may come twice, and says by its Message-ID that it is the same.
    expect(ids.length - MAILS).toBeLessThanOrEqual(2)

    expect(await count("SELECT count(*) FROM audit WHERE act LIKE 'retention:%'")).toBe(1)
    // Both answer again, and what is due is done again.
    for (const which of [0, 1]) expect((await two.ask(which, '/readyz')).status).toBe(200)
    const before = await count('SELECT sum(begun) FROM jobs')
    await expect
      .poll(() => count('SELECT sum(begun) FROM jobs'), { timeout: 120_000, interval: 1000 })
      .toBeGreaterThan(before + 5)
  })

  async function makePeople(now: number): Promise<{ id: string; cookie: string }[]> {
    const made: { id: string; cookie: string }[] = []
    const queries: Query[] = []
    for (let n = 0; n < PEOPLE; n++) {
      const id = newId(now)
      const row = { id, signInName: `t${n}`, name: `Trainee ${n}`, language: 'en' as const }
      queries.push(
        insertPerson({ ...row, createdAt: now }),
        insertRole({ person: id, role: 'trainee', programme: 'kidney', createdAt: now }),
      )
      made.push({ id, cookie: '' })
    }
    await write(queries)
    return Promise.all(
      made.map(async ({ id }) => ({
        id,
        cookie: `alongside=${await enter({ id }, 'trainee', now)}`,
      })),
    )
  }
})

const LESSON = '/learn/consent/waiting-for-consent'
