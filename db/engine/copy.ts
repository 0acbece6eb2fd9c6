/**
 * A copy of a database file, made by a process of its own: a place that never answers holds up that
 * process and nothing else, and the server's event loop goes on while SQLite copies.
 */
import { fork } from 'node:child_process'
import path from 'node:path'
import { codeFolder } from '#builds.mjs'
import { BackupRefused } from './errors.ts'

export interface CopyWish {
  /** Path of the database that is copied. */
  readonly database: string
  /** Absolute path of the copy; the folder that it is in must be there. */
  readonly file: string
  /** Replace a copy that is there. The database itself is never replaced. */
  readonly overwrite?: boolean
  /** Folders that are copied into `FILE.files`, beside the copy. */
  readonly folders?: readonly string[]
  /** Public keys (`age1…`): what lies at `file` and beside it is encrypted to all of them. */
  readonly recipients?: readonly string[]
  /** A folder that is ours to make when `file` goes there and it is missing; no other is ever made. */
  readonly ownFolder?: string
}

export interface Patience {
  /** Until the place has taken the first byte, in milliseconds. */
  readonly placeMs: number
  /** Until all is done. */
  readonly wholeMs: number
}

const PATIENCE: Patience = { placeMs: 20_000, wholeMs: 30 * 60_000 }

/** What the other process says. */
export type CopySays =
  | { readonly kind: 'place' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly says: string }

/** @throws BackupRefused with words for the person who asked; then there is no copy with that name */
export function copyDatabase(
  wish: CopyWish,
  patience = PATIENCE,
  script = copyProcess(),
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [JSON.stringify(wish)], { execArgv: [], stdio: 'inherit' })
    const timers = [
      setTimeout(() => giveUp(), patience.placeMs),
      setTimeout(() => giveUp(), patience.wholeMs),
    ]
    function end(error: BackupRefused | null): void {
      timers.forEach(clearTimeout)
      child.removeAllListeners()
      if (error) reject(error)
      else resolve()
    }
    function giveUp(): void {
      // A process that waits for a dead disk cannot even be killed: it is left behind.
      child.kill('SIGKILL')
      child.unref()
      if (child.connected) child.disconnect()
      end(
        new BackupRefused(
          `The place ${path.dirname(wish.file)} does not answer, so no backup was made. Choose another place.`,
        ),
      )
    }
    child.on('message', (said: CopySays) => {
      if (said.kind === 'place') clearTimeout(timers[0])
      else end(said.kind === 'done' ? null : new BackupRefused(said.says))
    })
    child.on('error', (error) => end(new BackupRefused(`No backup was made: ${error.message}`)))
    child.on('exit', () => end(new BackupRefused('The copy was stopped; no backup was made.')))
  })
}

const copyProcess = (): string => path.resolve(codeFolder(), 'db/engine/copy-process.ts')
