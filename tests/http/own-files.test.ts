/** What the server writes is for the account that runs it, whatever that account's habit (umask) is. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '#tests/start-server.ts'

test('nothing that it keeps can be read by another account of the machine', async () => {
  const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'alongside-own-')), 'data')
  // Everything for everybody, as some installations have it.
  const before = process.umask(0)
  try {
    const server = await startServer({ dataDir })
    await fetch(`${server.origin}/`)
    const open = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => [name, statSync(path.join(dataDir, name)).mode & 0o077] as const)
      .filter(([, mode]) => mode !== 0)
    await server.stop()
    expect(open).toEqual([])
    expect(readdirSync(dataDir)).toContain('alongside.db')
    expect(statSync(dataDir).mode & 0o077).toBe(0)
  } finally {
    process.umask(before)
    rmSync(path.dirname(dataDir), { recursive: true, force: true })
  }
})
