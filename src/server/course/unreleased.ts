/** What an author wrote and nobody released: the server serves none of it, and says so. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { builtAt } from '#builds.mjs'
import { hasChanges, type LedgerChanges } from '#domain/course/ledger.ts'

const KEPT_MS = 30_000
let known: { readonly at: number; readonly answer: Promise<LedgerChanges | null> } | undefined

/** Read in a process of its own, since compiling holds up everybody else. Null where there is nothing to tell. */
export function unreleasedChanges(now: number): Promise<LedgerChanges | null> {
  if (!known || now - known.at > KEPT_MS) known = { at: now, answer: read() }
  return known.answer
}

function read(): Promise<LedgerChanges | null> {
  if (!existsSync('content') || !existsSync('src/cli/alongside.ts')) return Promise.resolve(null)
  // A build refuses what is not released: what nobody touched since then needs no second look.
  if (newestIn('content') <= builtAt()) return Promise.resolve(null)
  const args = ['src/cli/alongside.ts', 'course', 'changes', '--json']
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout: 60_000, maxBuffer: 16_000_000 }, (_, out) => {
      resolve(readAnswer(out))
    })
  })
}

/** When something in a folder was last written, added or taken away, in milliseconds. */
const newestIn = (folder: string): number =>
  ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
    .map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .reduce((latest, at) => Math.max(latest, at), 0)

function readAnswer(text: string): LedgerChanges | null {
  try {
    const { changes } = JSON.parse(text) as { changes: LedgerChanges }
    return hasChanges(changes) ? changes : null
  } catch {
    return null
  }
}

/** For the log at the start; null where everything is released. */
export async function unreleasedInWords(now: number): Promise<string | null> {
  const changes = await unreleasedChanges(now)
  if (!changes) return null
  const { raised, renamed, reworded, added, removed } = changes
  const ids = [
    ...raised.map(({ id }) => id),
    ...renamed.map(({ to }) => to),
    ...reworded,
    ...added,
    ...removed,
  ]
  return `Not released yet, so nobody gets it: ${ids.join(', ')}. "alongside course changes" says what changed.`
}
