/** How many queries a page makes does not grow with the people and records that there are. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { freePort } from '#tests/start-server.ts'

/** Pages that gather what all the others hold one by one. */
const MOST: Readonly<Record<string, number>> = {
  '/learn': 18,
  '/record': 14,
  '/coordinate/RAY': 21,
}

test('each page makes as many queries for 2,000 trainees as for 10, for 500 records as for none', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-queries-'))
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [path.join(import.meta.dirname, 'processes/count-queries.ts')],
    { env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(await freePort()) } },
  )
  rmSync(dataDir, { recursive: true, force: true })
  expect(stderr).toBe('')
  const { few, many } = JSON.parse(stdout) as Record<'few' | 'many', Record<string, number>>
  expect(many).toEqual(few)
  expect(Object.keys(few)).toHaveLength(16)
  const most = (page: string): number => MOST[page] ?? 12
  expect(Object.entries(few).filter(([page, queries]) => queries > most(page))).toEqual([])
}, 60_000)
