/** The process that copies a database for copy.ts. Argument: a CopyWish as JSON; answers by messages. */
import { createClient } from '@libsql/client'
import { chmodSync, closeSync, cpSync, existsSync, fsyncSync, linkSync, mkdirSync } from 'node:fs'
import {
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { checkCopy, countRows } from './back-up.ts'
import { refuseTarget, filesBeside } from './backup-target.ts'
import type { CopySays, CopyWish } from './copy.ts'
import { BackupRefused, codeOf } from './errors.ts'
import { seal, sealFolder } from './seal.ts'

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

process.umask(0o077)
const wish = JSON.parse(process.argv[2] ?? '') as CopyWish
const recipients = wish.recipients ?? []
const part = `${wish.file}.part-${process.pid}`
const partFiles = `${part}.files`
/** SQLite copies into a file in the clear: where the copy is encrypted, that one stays on the database's own disk. */
const clear = recipients.length
  ? path.join(path.dirname(wish.database), `.copying.part-${process.pid}`)
  : part
const tell = (said: CopySays): void => void process.send?.(said)

// Whoever asked has ended: nobody would learn what became of it. Ctrl-C reaches this process, too; SQLite's step is ended first.
process.on('disconnect', () => process.exit(1))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(130))
process.on('exit', tidy)
try {
  makeOwnFolder()
  refuseTarget(wish)
  // In folders of our own only: elsewhere a name like ours may be anybody's.
  if (path.dirname(wish.file) === wish.ownFolder) sweep(wish.ownFolder)
  sweep(path.dirname(wish.database))
  writeFileSync(part, '', { flag: 'wx', mode: 0o600 })
  tell({ kind: 'place' })
  await copy()
  tell({ kind: 'done' })
} catch (error) {
  tell({ kind: 'refused', says: saysFor(error) })
} finally {
  tidy()
  process.disconnect?.()
}

function tidy(): void {
  for (const left of [part, partFiles, clear]) rmSync(left, { recursive: true, force: true })
}

/** What a copy left that was killed so that it could not tidy up. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = /(?:\.db|\.age|\.copying)\.part-(\d+)(?:\.files)?$/.exec(name) ?? []
    const place = path.join(folder, name)
    if (pid !== undefined && (isOld(place) || !isAlive(Number(pid))))
      rmSync(place, { recursive: true, force: true })
  }
}

/** Older than any copy takes: by now the number may be another process's. */
function isOld(place: string): boolean {
  return Date.now() - (statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 3_600_000
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

function makeOwnFolder(): void {
  const { ownFolder, file } = wish
  if (ownFolder === path.dirname(file) && !existsSync(ownFolder))
    mkdirSync(ownFolder, { mode: 0o700 })
}

async function copy(): Promise<void> {
  await copyRows()
  chmodSync(clear, 0o600)
  if (recipients.length) {
    rmSync(part, { force: true })
    await seal(clear, part, recipients)
    rmSync(clear, { force: true })
  }
  flush(part)
  const beside = filesBeside(wish.file)
  const folders = (wish.folders ?? []).filter((folder) => existsSync(folder))
  for (const from of folders) {
    const to = path.join(partFiles, path.basename(from))
    if (recipients.length) await sealFolder(from, to, recipients)
    else cpSync(from, to, { recursive: true })
  }
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
      rmSync(clear, { force: true })
      const before = await countRows(source)
      await source.execute({ sql: 'VACUUM INTO ?', args: [clear] })
      const after = await countRows(source)
      const problem = await checkCopy(clear, before, after)
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
