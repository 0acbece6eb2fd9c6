/** Bad days of two processes on one libSQL server: the folder away, the database away, a newer version beside an older one. */
import { createClient } from '@libsql/client'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/trail/new-id.ts'
import { hasSqld } from '#tests/several/sqld.ts'
import { startTwo, type Two } from '#tests/several/two-servers.ts'
import { uploadOf } from '#tests/several/upload.ts'
import { startServer } from '#tests/start-server.ts'

describe.skipIf(!hasSqld)('two processes on one libSQL server', () => {
  let two: Two
  beforeAll(async () => {
    two = await startTwo()
  })
  afterAll(() => two.stop())

  const isSignedIn = async (which: number, cookie: string): Promise<boolean> =>
    (await two.ask(which, '/learn', { cookie })).status === 200

  describe('the shared folder', () => {
    const marked = () => path.join(two.dataDir, 'of-database')

    test('a server with another folder does not start, and says what to do', async () => {
      const { DATA_DIR: _, ...env } = two.env
      const started = startServer({ env })
      await expect(started).rejects.toThrow('Is the shared folder mounted, and is DATA_DIR right?')
    })

    test('while it is away the site goes on, nothing is put anywhere else, and it comes back by itself', async () => {
      const cookie = two.cookieOf('carla')
      const fields = { owner: two.cast.carla.id, id: newId(Date.now()), programme: 'kidney' }
      // As where a share is not mounted: the folder is there, and empty.
      const aside = `${two.dataDir}-aside`
      renameSync(two.dataDir, aside)
      try {
        const away = await two.ask(0, '/manage/packages/new', { cookie, ...uploadOf(fields) })
        expect([away.status, away.text]).toEqual([
          503,
          expect.stringContaining('may not have saved what you sent'),
        ])
        expect((await two.ask(1, '/learn', { cookie: two.cookieOf('ray') })).status).toBe(200)
        expect(two.servers[0]?.output()).toContain('Mount it again')
        expect(() => readdirSync(two.dataDir)).toThrow('ENOENT')
      } finally {
        rmSync(two.dataDir, { recursive: true, force: true })
        renameSync(aside, two.dataDir)
      }
      const back = await two.ask(0, '/manage/packages/new', { cookie, ...uploadOf(fields) })
      expect(back.status).toBe(303)
    })

    test('a folder of another database is refused', async () => {
      const mark = readFileSync(marked(), 'utf8')
      writeFileSync(marked(), 'somebody else’s\n')
      const { DATA_DIR: dataDir = '', ...env } = two.env
      await expect(startServer({ dataDir, env })).rejects.toThrow('belongs to another database')
      writeFileSync(marked(), mark)
    })
  })

  test('a database that takes questions and answers none: 503 in words after a while', async () => {
    two.sqld.hang()
    const late = await two.ask(0, '/learn', { cookie: two.cookieOf('ray') })
    two.sqld.goOn()
    expect([late.status, late.text]).toEqual([503, expect.stringContaining('Wait a few seconds')])
    await expect.poll(() => isSignedIn(0, two.cookieOf('ray')), { timeout: 10_000 }).toBe(true)
  })

  test('the database away: 503 in words, and back by itself', async () => {
    const cookie = two.cookieOf('ray')
    await two.sqld.kill()
    for (const which of [0, 1]) {
      const away = await two.ask(which, '/learn', { cookie })
      expect([away.status, away.text]).toEqual([503, expect.stringContaining('Wait a few seconds')])
      expect((await two.ask(which, '/healthz')).status).toBe(503)
    }
    await two.sqld.again()
    for (const which of [0, 1]) {
      await expect.poll(() => isSignedIn(which, cookie), { timeout: 10_000 }).toBe(true)
      await expect
        .poll(async () => (await two.ask(which, '/healthz')).status, { timeout: 10_000 })
        .toBe(200)
    }
  })

  test('a newer version has changed the schema: the older process saves nothing more, and says so', async () => {
    const later = createClient({ url: two.sqld.url })
    await later.execute(
      "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of a later version', 9999999999999)",
    )
    later.close()
    const cookie = two.cookieOf('nadia')
    const form = { owner: two.cast.nadia.id, act: 'read', record: newId(Date.now()) }
    const late = await two.ask(0, '/learn/consent/waiting-for-consent', { cookie, form })
    expect(late.status).toBe(503)
    // A proxy that asks this sends nobody there any more.
    // What it said a moment ago it says for a second.
    await expect
      .poll(async () => (await two.ask(1, '/readyz')).status, { timeout: 10_000 })
      .toBe(503)
    expect(two.servers[0]?.output()).toContain('A newer version of Alongside has changed')
    const { DATA_DIR: dataDir = '', ...env } = two.env
    await expect(startServer({ dataDir, env })).rejects.toThrow('by a newer version of Alongside')
  })
})
