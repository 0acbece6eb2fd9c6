/** Two processes of the built server on one libSQL server and one folder are one site (docs/scale.md); skipped without sqld. */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, write } from '#db/client.ts'
import { insertMail } from '#db/outbox.ts'
import { newId } from '#server/trail/new-id.ts'
import { PASSWORD } from '#tests/cast.ts'
import { startSmtp, type Smtp } from '#tests/server/smtp.ts'
import { askAt, type Told } from '#tests/several/ask.ts'
import { layLine, type Line } from '#tests/several/line.ts'
import { hasSqld } from '#tests/several/sqld.ts'
import { startTwo, type Two } from '#tests/several/two-servers.ts'
import { uploadOf } from '#tests/several/upload.ts'

describe.skipIf(!hasSqld)('two processes on one libSQL server', () => {
  let two: Two
  let smtp: Smtp
  let line: Line
  beforeAll(async () => {
    smtp = await startSmtp()
    two = await startTwo(
      { SMTP_URL: smtp.url, MAIL_FROM: 'alongside@example.org' },
      async (sqld) => {
        line = await layLine(sqld.port, 0)
        return line.url
      },
    )
  })
  afterAll(async () => {
    await two.stop()
    line.close()
    smtp.close()
  })

  const rows = async (sql: string): Promise<unknown[][]> =>
    (await database().run(sql)).rows.map((row) => Array.from(row))
  const signIn = (which: number, name: string, password: string): Promise<Told> =>
    two.ask(which, '/sign-in', { form: { owner: '', way: 'password', name, password } })
  const isSignedIn = async (which: number, cookie: string): Promise<boolean> =>
    (await two.ask(which, '/learn', { cookie })).status === 200

  test('a session made at one is known at the other, and ended for both', async () => {
    const made = await signIn(0, 'ray', PASSWORD)
    expect(made.status).toBe(303)
    const cookie = `alongside=${made.cookies.get('alongside') ?? ''}`
    expect([await isSignedIn(0, cookie), await isSignedIn(1, cookie)]).toEqual([true, true])
    const owner = two.cast.ray.id
    expect((await two.ask(1, '/sign-out', { cookie, form: { owner } })).status).toBe(303)
    expect([await isSignedIn(0, cookie), await isSignedIn(1, cookie)]).toEqual([false, false])
  })

  test('tries to sign in count together', async () => {
    for (let n = 0; n < 10; n++) await signIn(n % 2, 'luz', `guess ${n}`)
    for (const which of [0, 1]) {
      const right = await signIn(which, 'luz', PASSWORD)
      expect([right.status, right.cookies.has('alongside')]).toEqual([429, false])
    }
  })

  test('what is answered at one stands at the other at once', async () => {
    const cookie = two.cookieOf('nadia')
    const form = { owner: two.cast.nadia.id, act: 'read', record: newId(Date.now()) }
    const lesson = '/learn/consent/waiting-for-consent'
    expect((await two.ask(0, lesson, { cookie, form })).status).toBe(303)
    // Sent again by a browser that did not see the answer, to the other one.
    expect((await two.ask(1, lesson, { cookie, form })).status).toBe(303)
    expect(
      await rows(`SELECT count(*) FROM records WHERE person = '${two.cast.nadia.id}'`),
    ).toEqual([[1]])
  })

  test('a page waits for the database three times at most, a saved answer four times', async () => {
    const [ray, carla] = [two.cookieOf('ray'), two.cookieOf('carla')]
    const pages: [string, string][] = [
      ['/learn', ray],
      ['/learn/consent/waiting-for-consent', ray],
      ['/learn/consent/quiz/who-decides', ray],
      ['/learn/messages', ray],
      ['/record', ray],
      ['/coordinate', carla],
      [`/coordinate/${two.cast.ray.id}`, carla],
    ]
    const counts: Record<string, number> = {}
    for (const [page, cookie] of pages)
      counts[page] = await fewest(() => two.ask(0, page, { cookie }))
    expect(Object.entries(counts).filter(([, asked]) => asked < 1 || asked > 3)).toEqual([])
    const answer = () => ({
      ...{ owner: two.cast.ray.id, option: 'rosa' },
      ...{ record: newId(Date.now()), attempt: newId(Date.now()) },
    })
    const saved = () =>
      two.ask(0, '/learn/consent/quiz/who-decides', { cookie: ray, form: answer() })
    expect(await fewest(saved)).toBe(4)
  })

  /** What servers do by themselves meanwhile is counted with it: the fewest of some are those of the page. */
  async function fewest(ask: () => Promise<Told>): Promise<number> {
    let least = Number.POSITIVE_INFINITY
    for (let n = 0; n < 6; n++) {
      const before = line.asked
      const { status } = await ask()
      expect([200, 303]).toContain(status)
      // The first looks write down that somebody came.
      if (n > 0) least = Math.min(least, line.asked - before)
    }
    return least
  }

  test('each mail goes out once', async () => {
    const now = Date.now()
    const mails = Array.from({ length: 60 }, (_, n) =>
      insertMail({
        ...{ id: newId(now), recipient: 'ray@example.org', subject: `mail ${n}`, text: 'Hello.' },
        ...{ createdAt: now, nextTryAt: now, programme: 'kidney' },
      }),
    )
    await write(mails)
    const left = 'SELECT count(*) FROM outbox WHERE sent_at IS NULL'
    await expect.poll(() => rows(left), { timeout: 60_000, interval: 500 }).toEqual([[0]])
    const subjects = smtp.mails.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]?.trim())
    expect(subjects.filter((one) => one?.startsWith('mail ')).toSorted()).toEqual(
      mails.map((_, n) => `mail ${n}`).toSorted(),
    )
  }, 90_000)

  test('what is done once a day is done by one of them', async () => {
    const ended = "SELECT begun FROM jobs WHERE name = 'retention' AND ended_at IS NOT NULL"
    await expect.poll(() => rows(ended), { timeout: 30_000, interval: 500 }).toEqual([[1]])
    expect(await rows("SELECT count(*) FROM audit WHERE act LIKE 'retention:%'")).toEqual([[1]])
    // Nobody holds what is over, and nobody begins it again before it is due.
    const due = await rows(
      "SELECT holder, free_at > unixepoch('subsec') * 1000 + 86000000 FROM jobs WHERE name = 'retention'",
    )
    expect(due).toEqual([['', 1]])
  }, 60_000)

  test('a package that is taken in at one is played at the other', async () => {
    const cookie = two.cookieOf('carla')
    const [id, owner] = [newId(Date.now()), two.cast.carla.id]
    const fields = { owner, id, programme: 'kidney' }
    const taken = await two.ask(0, '/manage/packages/new', { cookie, ...uploadOf(fields) })
    expect(taken.location).toBe(`/manage/packages/${id}?imported=1`)
    const place = { owner, do: 'place', titleEn: 'Tea', titleEs: 'Té', position: '1' }
    const placed = await two.ask(1, `/manage/packages/${id}`, { cookie, form: place })
    expect(placed.status).toBe(303)
    for (const opens of [0, 1]) {
      const page = await two.ask(opens, `/learn/packages/${id}/1`, { cookie: two.cookieOf('ray') })
      const address = /&quot;address&quot;:&quot;([^&]+)&quot;/.exec(
        page.text.replaceAll('&#34;', '&quot;').replaceAll('&#x2F;', '/'),
      )?.[1]
      expect(address).toMatch(/^\/files\//)
      const served = await askAt(two.ports[1 - opens] ?? 0, two.contentHost, address ?? '')
      expect([served.status, served.text]).toEqual([200, expect.stringContaining('Tea with Rosa')])
    }
  })

  test('a command reaches a server, whichever of them runs', async () => {
    const sockets = () => readdirSync(two.dataDir).filter((name) => name.endsWith('.sock'))
    expect(sockets()).toHaveLength(2)
    expect(await inTerminal('db', 'check')).toBe('')
    await two.servers[0]?.kill()
    // Its socket lies there still, and nobody answers at it.
    expect(sockets()).toHaveLength(2)
    expect(await inTerminal('person', 'disable', 'joyce')).toBe('')
    expect(await isSignedIn(1, two.cookieOf('joyce'))).toBe(false)
  })

  /** Beside this process, which holds the line to the database. */
  async function inTerminal(...words: string[]): Promise<string> {
    const { stderr } = await promisify(execFile)(
      process.execPath,
      ['src/cli/alongside.mjs', ...words],
      {
        env: { PATH: process.env['PATH'], ALONGSIDE_CONFIG: 'none', NO_COLOR: '1', ...two.env },
      },
    )
    return stderr
  }
})
