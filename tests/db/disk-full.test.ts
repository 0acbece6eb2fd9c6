/** A disk of 3 MB that fills up. Needs the right to mount one (root on Linux); skipped, and counted, elsewhere. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import {
  backup,
  BackupRefused,
  canWrite,
  closeDatabase,
  database,
  DatabaseFull,
  openDatabase,
  write,
} from '#db/client.ts'
import { stateOf } from '#db/engine/state.ts'
import { takeOver } from '#db/engine/take-over.ts'
import { people } from '#db/schema.ts'
import { newFolder, openTemporary, peopleSeenElsewhere, person } from './temporary.ts'

const disks = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), 'alongside-disk-')))
const [disk = '', other = ''] = disks
const mounted = disks.every(
  (one) => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', one]).status === 0,
)

afterAll(() => {
  for (const one of disks) {
    spawnSync('umount', ['-l', one])
    rmSync(one, { recursive: true, force: true })
  }
})

test.skipIf(!mounted)(
  'writes are refused, reads go on, nothing is lost, and it recovers',
  async () => {
    const url = `file:${path.join(disk, 'alongside.db')}`
    const options = { url, authToken: undefined, dataDir: disk }
    await openDatabase(options)
    const kept: string[] = []
    const filler = path.join(disk, 'filler')
    writeFileSync(filler, Buffer.alloc(600_000))
    let failure: unknown
    for (let n = 0; n < 5000 && failure === undefined; n++)
      await write([person(`p${n}`)]).then(
        () => kept.push(`p${n}`),
        (error: unknown) => (failure = error),
      )
    expect(failure).toBeInstanceOf(DatabaseFull)
    await expect(write([person('again')])).rejects.toThrow(DatabaseFull)
    // A write smaller than that one may still fit: what is left goes to the smallest.
    const smallest = { sql: 'UPDATE alongside_proof SET writes = writes + 1', args: [] }
    let fits = 0
    while (
      fits < 1000 &&
      (await write([smallest]).then(
        () => true,
        () => false,
      ))
    )
      fits++
    expect(fits).toBeLessThan(1000)
    expect(await canWrite()).toBe(false)
    expect((await database().select().from(people)).length).toBe(kept.length)

    rmSync(filler)
    await write([person('recovered')])
    const there = await peopleSeenElsewhere(url)
    expect([...kept, 'recovered'].filter((id) => !there.includes(id))).toEqual([])
    expect(there).not.toContain('again')
    await closeDatabase()
  },
)

test.skipIf(!mounted)(
  'no room for a copy: no backup and no half of one; an older database stays what it was, and goes on',
  async () => {
    const older = path.join(other, 'alongside.db')
    const bytes = gunzipSync(readFileSync('tests/fixtures/databases/2026-11-27.db.gz'))
    writeFileSync(older, bytes)
    const options = { url: `file:${older}`, authToken: undefined, dataDir: other }
    await expect(takeOver(options)).rejects.toThrow(/disk|space|full|ENOSPC/i)
    // Opening it may have touched its header; of what it says nothing is otherwise.
    const sound = newFolder()
    writeFileSync(sound.file, bytes)
    expect(await stateOf(older)).toEqual(await stateOf(sound.file))
    sound.remove()

    const elsewhere = await openTemporary()
    await expect(backup({ file: path.join(other, 'copy.db') })).rejects.toThrow(BackupRefused)
    await elsewhere.close()
    expect(readdirSync(other).filter((name) => name.includes('copy'))).toEqual([])
  },
)
