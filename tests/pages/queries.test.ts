/** How many queries a page makes does not grow with the people and records that there are, nor do their texts with the time. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { freePort } from '#tests/start-server.ts'
import { beyondLimit, savedBeyondLimit } from './query-limits.ts'

interface Counts {
  readonly pages: Readonly<Record<string, number>>
  readonly saved: Readonly<Record<string, { readonly reads: number; readonly writes: number }>>
}

test('each page, and each thing saved, makes as many queries for 2,000 trainees as for 10, for 500 records as for none', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-queries-'))
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [path.join(import.meta.dirname, 'processes/count-queries.ts')],
    { env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(await freePort()) } },
  )
  rmSync(dataDir, { recursive: true, force: true })
  expect(stderr).toBe('')
  const { anew, prepared, few, many } = JSON.parse(stdout) as Record<'few' | 'many', Counts> &
    Record<'anew' | 'prepared', readonly string[]>
  expect(anew).toEqual([])
  expect(prepared).toEqual([])
  expect(many).toEqual(few)
  expect(Object.keys(few.pages)).toHaveLength(50)
  expect(beyondLimit(few.pages)).toEqual([])
  expect(Object.keys(few.saved)).toEqual(['answer', 'lesson', 'reflection', 'turn'])
  expect(savedBeyondLimit(few.saved)).toEqual([])
}, 120_000)
