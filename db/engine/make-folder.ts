import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from './errors.ts'

/**
 * Makes a folder (mode 0700) and those above it, one by one. Not `recursive`: node's own never ends
 * below /proc and other places that say "not there" for ever.
 * @throws the error of the first folder that cannot be made
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  let at = path.resolve(folder)
  while (!statSync(at, { throwIfNoEntry: false })) {
    missing.unshift(at)
    const above = path.dirname(at)
    if (above === at) break
    at = above
  }
  for (const one of missing)
    try {
      mkdirSync(one, { mode: 0o700 })
    } catch (error) {
      // Somebody else was faster.
      if (codeOf(error) !== 'EEXIST') throw error
    }
}
