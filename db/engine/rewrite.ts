/**
 * Writes a database file anew, so that nothing of what was deleted is left in it or in its log, by a process of its own: the
 * event loop of a server goes on, and so do its reads. Its writes must wait until this has ended (db/client.ts queues them).
 */
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** @throws Error where it did not come about: then the file is as it was */
export function rewriteFile(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(rewriteProcess(), [file], { execArgv: [], stdio: 'inherit' })
    let isDone = false
    child.on('message', (said: { readonly done: boolean }) => {
      isDone = said.done
    })
    child.on('error', reject)
    child.on('exit', () => {
      if (isDone) resolve()
      else reject(new Error('The database file was not written anew.'))
    })
  })
}

/** Beside this file, or below the working directory once this file is in a bundle. */
function rewriteProcess(): string {
  const beside = fileURLToPath(new URL('rewrite-process.ts', import.meta.url))
  return existsSync(beside) ? beside : path.resolve('db/engine/rewrite-process.ts')
}
