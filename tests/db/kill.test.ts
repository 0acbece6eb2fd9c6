/** kill -9 under 12 writing clients, again and again, on one database. */
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { killRounds } from './kill-rounds.ts'

test('nothing acknowledged is lost, and the file stays sound', async () => {
  const { kept, lost, folder } = await killRounds(5, 220)
  expect(lost).toEqual([])
  expect(kept.length).toBeGreaterThanOrEqual(1000)
  const client = createClient({ url: folder.url })
  expect((await client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok')
  client.close()
  folder.remove()
})
