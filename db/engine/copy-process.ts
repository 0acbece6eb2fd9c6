/** The process that copies a database for copy.ts. Argument: a CopyWish as JSON; answers by messages. */
import { createClient } from '@libsql/client'
import { chmodSync, closeSync, cpSync, existsSync, fsyncSync, linkSync, mkdirSync } from 'node:fs'
import { openSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkCopy, countRows } from './back-up.ts'
import { refuseTarget, filesBeside } from './backup-target.ts'
import type { CopySays, CopyWish } from './copy.ts'
import { BackupRefused, codeOf } from './errors.ts'

const TRIES = 3
const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'that disk is full',
  EDQUOT: 'that disk is full',
  SQLITE_FULL: 'that disk is full',
}

const wish = JSON.parse(process.argv[2] ?? '') as CopyWish
const part = `${wish.file}.part-${process.pid}`
const partFiles = `${part}.files`
const tell = (said: CopySays): void => void process.send?.(said)

// Whoever asked has ended: nobody would learn what became of it.
process.on('disconnect', () => process.exit(1))
try {
  makeOwnFolder()
  refuseTarget(wish)
  writeFileSync(part, '', { flag: 'wx', mode: 0o600 })
  tell({ kind: 'place' })
  await copy()
  tell({ kind: 'done' })
} catch (error) {
  tell({ kind: 'refused', says: saysFor(error) })
} finally {
  for (const left of [part, partFiles]) rmSync(left, { recursive: true, force: true })
  process.disconnect?.()
}

function makeOwnFolder(): void {
  const { ownFolder, file } = wish
  if (ownFolder === path.dirname(file) && !existsSync(ownFolder))
    mkdirSync(ownFolder, { mode: 0o700 })
}

async function copy(): Promise<void> {
  await copyRows()
  chmodSync(part, 0o600)
  flush(part)
  const beside = filesBeside(wish.file)
  const folders = (wish.folders ?? []).filter((folder) => existsSync(folder))
  for (const from of folders)
    cpSync(from, path.join(partFiles, path.basename(from)), { recursive: true })
  if (wish.overwrite) {
    rmSync(beside, { recursive: true, force: true })
    renameSync(part, wish.file)
  } else giveName()
  if (folders.length) renameSync(partFiles, beside)
  flush(path.dirname(wish.file))
}

/** The folders are copied after the rows, so that no row lacks its file. Others may write meanwhile. */
async function copyRows(): Promise<void> {
  const source = createClient({
    url: `file:${encodeURI(wish.database)}`,
    concurrency: 1,
    timeout: 5000,
  })
  try {
    for (let attempt = 1; ; attempt++) {
      rmSync(part, { force: true })
      const before = await countRows(source)
      await source.execute({ sql: 'VACUUM INTO ?', args: [part] })
      const after = await countRows(source)
      const problem = await checkCopy(part, before, after)
      if (problem === null) return
      if (attempt === TRIES) throw new BackupRefused(problem)
    }
  } finally {
    source.close()
  }
}

/** Never over something that appeared meanwhile. Disks without links (FAT) are looked at once more instead. */
function giveName(): void {
  try {
    linkSync(part, wish.file)
    unlinkSync(part)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new BackupRefused(`${wish.file} is there already.`)
    if (existsSync(wish.file)) throw error
    renameSync(part, wish.file)
  }
}

function saysFor(error: unknown): string {
  if (error instanceof BackupRefused) return error.message
  const why = WHY[codeOf(error)] ?? (error instanceof Error ? error.message : String(error))
  return `No backup was made at ${wish.file}: ${why}.`
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
