/** Invented people, whom anybody can be, never stand where real ones do. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { QUICK } from '#cli/modern-node.mjs'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { hasKey } from '#db/server-keys.ts'
import { common as en } from '#i18n/en/common.ts'
import { common as es } from '#i18n/es/common.ts'
import { startServer } from '#tests/start-server.ts'

let dataDir = ''
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-cast-'))
  const demo = spawnSync(process.execPath, [...QUICK, 'src/cli/alongside.ts', 'demo'], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  expect([demo.status, demo.stderr]).toEqual([0, ''])
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const REFUSED =
  /The people in .* are the invented ones of a demo, and anybody can be any of them: npm run demo and npm run dev alone open that database, and never in production\. Set DATA_DIR to another folder\.\n/

test.each([
  ['a plain start', {}],
  ['a start in production', { ALONGSIDE_ENV: 'production' }],
  ['a demo in production', { ALONGSIDE_ENV: 'production', ALONGSIDE_DEMO: '1' }],
  ['a server of npm run dev in production', { ALONGSIDE_ENV: 'production', ALONGSIDE_CAST: '1' }],
])('%s with the cast of a demo is refused in one sentence', async (_, env) => {
  await expect(startServer({ dataDir, env })).rejects.toThrow(REFUSED)
})

test.each(['ALONGSIDE_DEMO', 'ALONGSIDE_CAST'])(
  'with %s it is served, and every page says so in both languages',
  async (name) => {
    const server = await startServer({ dataDir, env: { [name]: '1', HOST: 'localhost' } })
    try {
      for (const [language, words] of Object.entries({ en, es }))
        for (const page of ['/', '/sign-in', '/apply', '/nothing-here']) {
          const answer = await fetch(server.origin + page, {
            headers: { 'accept-language': language },
          })
          expect([page, await answer.text()]).toEqual([
            page,
            expect.stringContaining(words.castNote),
          ])
        }
    } finally {
      await server.stop()
    }
  },
)

test('where nobody is invented, no page says so and no database is marked', async () => {
  const server = await startServer()
  expect(await (await fetch(server.origin)).text()).not.toContain(en.castNote)
  await server.stop()
  const own = mkdtempSync(path.join(tmpdir(), 'alongside-real-'))
  await openDatabase({ url: `file:${own}/alongside.db`, authToken: undefined, dataDir: own })
  expect(await hasKey('invented-cast')).toBe(false)
  await closeDatabase()
  rmSync(own, { recursive: true })
})
