/**
 * Who was erased, in a file beside the database: an older copy of the database does not know it, and is told by this file
 * before anybody sees it again. Ids and days only; a line that is there is never taken away.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { compact, isDatabaseFile, write } from '#db/client.ts'
import { countErased, eraseQueries, listErased, listHeldBack } from '#db/erasure.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { requireFolder } from '#server/several/data-folder.ts'
import { settings } from '#settings.ts'

/** Beside the database while its file is still to be written anew: whoever was stopped on the way does it at the next run. */
const markFile = (): string => path.resolve(settings().dataDir, 'rewrite-wanted')

const logFile = (): string => path.resolve(settings().dataDir, 'erasures.log')

/** Ids of the log, and the time at which each day of it began. */
function readLog(): Map<string, number> {
  const text = existsSync(logFile()) ? readFileSync(logFile(), 'utf8') : ''
  const lines = text.split('\n').map((line) => /^(\d{4}-\d\d-\d\d) (\S+)$/.exec(line))
  return new Map(
    lines.flatMap((line) => (line ? [[String(line[2]), Date.parse(String(line[1]))]] : [])),
  )
}

/** Writes down whoever the database says was erased, and the file does not know yet. */
export async function noteErasures(): Promise<void> {
  requireFolder()
  const known = readLog()
  const news = (await listErased()).filter(({ id }) => !known.has(id))
  if (news.length === 0) return
  const lines = news.map(({ id, at }) => `${dayAt(at, 'UTC')} ${id}\n`)
  // A line that was cut off by a full disk stands alone, and the next one is whole.
  appendFileSync(logFile(), `\n${lines.join('')}`, { mode: 0o600 })
  const descriptor = openSync(logFile(), 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Erases again, in the database that is open, whoever the log names. @returns how many of them */
export async function applyErasureLog(): Promise<number> {
  const log = [...readLog()]
  await write(log.flatMap(([person, at]) => eraseQueries(person, at)))
  if (log.length > 0) await compact()
  return log.length
}

/** Leaves nothing of what was deleted between rows of the file. @returns false where it has to be tried again */
export async function rewriteFile(): Promise<boolean> {
  // There is no file of ours to write anew on a libSQL server.
  if (!isDatabaseFile()) return true
  writeFileSync(markFile(), '', { mode: 0o600 })
  try {
    await compact()
  } catch (error) {
    console.error(error instanceof Error ? error.name : 'The file was not written anew.')
    return false
  }
  rmSync(markFile(), { force: true })
  return true
}

/**
 * What stayed of erased people for a matter of safety goes when it is closed, out of the file, too; and what an erasure could
 * not write anew is written now.
 */
export async function eraseWhatIsClosed(now: number): Promise<void> {
  let gone = 0
  for (const { id } of await listHeldBack()) {
    const goes = await countErased(id)
    if (goes.length === 0) continue
    await write(eraseQueries(id, now))
    gone++
  }
  if (gone > 0 || existsSync(markFile())) await rewriteFile()
}
