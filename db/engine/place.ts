/** Where an embedded database lies, and in words why it cannot lie there. */
import { accessSync, constants, readlinkSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from './make-folder.ts'
import { codeOf, DatabaseRefused } from './errors.ts'

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'that disk can only be read',
  EEXIST: 'something that is no folder stands there',
  ENOTDIR: 'something that is no folder stands in the way',
  ENOENT: 'the folder cannot be made',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links lead in a circle',
}
const REMEDY = 'Let it be written by the account that starts Alongside, or set DATA_DIR to another.'

/** Makes the folder when it is missing. @throws DatabaseRefused in one sentence for whoever starts the server */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = WHY[codeOf(error)] ?? (error instanceof Error ? error.message : String(error))
    throw new DatabaseRefused(
      `DATA_DIR: the folder ${path.resolve(folder)} cannot be used: ${why}. ${REMEDY}`,
      { cause: error },
    )
  }
}

/**
 * The one path of a database that may have many names: links are followed, also one whose target is not there yet.
 * @throws DatabaseRefused where it is a folder
 */
export function realPathOf(file: string, links = 0): string {
  try {
    const real = realpathSync(file)
    if (statSync(real).isDirectory())
      throw new DatabaseRefused(`DATABASE_URL: ${file} is a folder; name a file in it.`)
    return real
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const target = linkTarget(file)
  if (target !== null && links < 40) return realPathOf(target, links + 1)
  prepareFolder(path.dirname(file))
  return path.join(realpathSync(path.dirname(file)), path.basename(file))
}

/** Null where it is no link. */
function linkTarget(file: string): string | null {
  try {
    return path.resolve(path.dirname(file), readlinkSync(file))
  } catch {
    return null
  }
}

/** What SQLite said when it was opened, in words; null for anything that is not about the place. */
export function wordsForFile(error: unknown, file: string): DatabaseRefused | null {
  if (error instanceof DatabaseRefused) return error
  // One that may not even be read has no code, only these words of the driver.
  const isShut = /unable to open connection to local database/i.test(String(error))
  return isShut || /^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/.test(codeOf(error))
    ? new DatabaseRefused(
        `DATA_DIR: the database ${file} cannot be opened for writing. Let it and its folder be written by the account that starts Alongside.`,
        { cause: error },
      )
    : null
}
