/** What the verbs stand on: a database of its own, the compiled course, the cast; and a look at the rows. */
import type { Client } from '@libsql/client'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { newFolder } from '#tests/db/temporary.ts'
import { makeCast, type Cast } from '#tests/cast.ts'
import type { Person } from '#domain/people/person.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { ownLearner, type OwnLearner } from '#server/learning/learner.ts'
import { settings } from '#settings.ts'

/** Lucia compares with the real clock, so tests count from it. */
export const NOW = Date.now()
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

// Before anything reads a setting: the programmes are read from this folder too, as soon as `english` is loaded.
const folder = newFolder()
process.env['DATA_DIR'] = folder.dataDir

export interface Platform {
  readonly cast: Cast
  /** Rows of plain SQL, for what no page shows. */
  rows(sql: string, ...args: (string | number)[]): Promise<Record<string, unknown>[]>
  /** Closes and opens the database again, as a restart does. */
  reopen(): Promise<void>
  close(): Promise<void>
}

/** Opens the database that `settings()` of this process names. */
export async function openPlatform(): Promise<Platform> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  const open = (): Promise<void> => openDatabase({ url, authToken, dataDir })
  await open()
  return {
    cast: await makeCast(NOW - DAY),
    rows: async (sql, ...args) =>
      (await clientOf().execute({ sql, args })).rows.map((row) => ({ ...row })),
    reopen: async () => {
      await closeDatabase()
      await open()
    },
    close: async () => {
      await closeDatabase()
      folder.remove()
    },
  }
}

/** The connection of the open database, to count and to look; never to write. */
function clientOf(): Client {
  const states = globalThis as unknown as Record<symbol, { open?: { client: Client } }>
  const client = states[Symbol.for('alongside.database')]?.open?.client
  if (!client) throw new Error('no database is open')
  return client
}

/** How many batches `work` writes: whatever is in one batch happens whole or not at all. */
export async function batchesOf(work: () => Promise<unknown>): Promise<number> {
  const client = clientOf()
  const batch = client.batch.bind(client)
  let count = 0
  client.batch = (...args: Parameters<typeof batch>) => {
    count++
    return batch(...args)
  }
  try {
    await work()
  } finally {
    client.batch = batch
  }
  return count
}

/** How many statements `work` reads with. */
export async function readsOf(work: () => Promise<unknown>): Promise<number> {
  const client = clientOf()
  const execute = client.execute.bind(client)
  let count = 0
  client.execute = (...args: Parameters<typeof execute>) => {
    count++
    return execute(...args)
  }
  try {
    await work()
  } finally {
    client.execute = execute
  }
  return count
}

export const english = loadCourse('en', loadProgramme('kidney', 'en'))

/** Fresh from the database, as a page loads it. */
export const learnerOf = (person: Person): Promise<OwnLearner> => ownLearner(person, english)
