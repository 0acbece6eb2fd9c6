/** kill -9 under 12 writing clients, again and again, on one database. */
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { newFolder, peopleSeenElsewhere, run } from './temporary.ts'

const KILLS = 5
const WRITES_BEFORE_A_KILL = 220

test('nothing acknowledged is lost, and the file stays sound', async () => {
  const folder = newFolder()
  const kept: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = run('writer.ts', folder.dataDir, '12', `k${kill}`)
    await writer.line('open')
    while (writer.lines.length < WRITES_BEFORE_A_KILL)
      await new Promise((resolve) => setTimeout(resolve, 5))
    await writer.kill()
    expect(writer.errors()).toBe('')
    kept.push(...writer.lines.flatMap((line) => (line.startsWith('kept ') ? [line.slice(5)] : [])))
  }
  const there = new Set(await peopleSeenElsewhere(folder.url))
  expect(kept.filter((id) => !there.has(id))).toEqual([])
  expect(kept.length).toBeGreaterThanOrEqual(1000)
  const client = createClient({ url: folder.url })
  expect((await client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok')
  client.close()
  folder.remove()
})
