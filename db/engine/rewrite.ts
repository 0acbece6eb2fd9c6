/**
 * Writes a database file anew, so that nothing of what was deleted is left in it or in its log, by a process of its own: the
 * event loop of a server goes on, and so do its reads. Its writes must wait until this has ended (db/client.ts queues them).
 */
import { fork } from 'node:child_process'
import path from 'node:path'
import { codeFolder } from '#builds.mjs'

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

const rewriteProcess = (): string => path.resolve(codeFolder(), 'db/engine/rewrite-process.ts')
