/** A database in a folder of its own, and other processes that use or hold it. */
import { createClient } from '@libsql/client'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { QUICK } from '#cli/modern-node.mjs'
import { closeDatabase, database, openDatabase } from '#db/client.ts'
import { people } from '#db/schema.ts'

export interface Folder {
  readonly dataDir: string
  readonly file: string
  readonly url: string
  remove(): void
}

export function newFolder(): Folder {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-db-'))
  const file = path.join(dataDir, 'alongside.db')
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true })
  return { dataDir, file, url: `file:${file}`, remove }
}

/** Opens the database of this process in a new folder. */
export async function openTemporary(busyTimeoutMs?: number) {
  const folder = newFolder()
  await openDatabase({
    url: folder.url,
    authToken: undefined,
    dataDir: folder.dataDir,
    ...(busyTimeoutMs === undefined ? {} : { busyTimeoutMs }),
  })
  return {
    ...folder,
    async close() {
      await closeDatabase()
      folder.remove()
    },
  }
}

/** An insert that has not run. */
export const person = (id: string) =>
  database()
    .insert(people)
    .values({ id, signInName: id, name: 'Rosa', language: 'es', createdAt: 1 })

/** What another connection sees: rows of `people`, read afresh. */
export async function peopleSeenElsewhere(url: string): Promise<string[]> {
  const client = createClient({ url, concurrency: 1, timeout: 5000 })
  const { rows } = await client.execute('SELECT id FROM people ORDER BY id')
  client.close()
  return rows.map((row) => String(row['id']))
}

export interface Running {
  readonly child: ChildProcess
  /** Lines of standard output so far. */
  readonly lines: string[]
  /** Waits for a line that begins so. @throws Error when the process ends before */
  line(start: string): Promise<string>
  kill(): Promise<void>
  /** Everything it wrote to standard error. */
  errors(): string
}

/** Runs one of the scripts in tests/db/processes with plain Node, as the server runs. */
export function run(script: string, ...args: string[]): Running {
  const child = spawn(
    process.execPath,
    [...QUICK, path.join(import.meta.dirname, 'processes', script), ...args],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const lines: string[] = []
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const ended = once(child, 'close')
  return {
    child,
    lines,
    errors: () => errors,
    async line(start) {
      for (;;) {
        const found = lines.find((line) => line.startsWith(start))
        if (found !== undefined) return found
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`${script} ended before it said "${start}":\n${errors}`)
        await Promise.race([once(reader, 'line'), ended])
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
