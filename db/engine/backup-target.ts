/** Where a backup may go: never over the database or anything of it, never over what is there. */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { CopyWish } from './copy.ts'
import { BackupRefused } from './errors.ts'

/** What lies beside a database file and belongs to it. */
const ITS_OWN = ['', '-wal', '-shm', '-journal', '.lock', '.lock-journal', '.holder']

/** Where the folders of a backup go: `2026-11-22.db`, or `2026-11-22.db.age`, has `2026-11-22.files` beside it. */
export const filesBeside = (file: string): string => file.replace(/(\.db)?(\.age)?$/, '.files')

/** May wait for a disk that never answers: call it where nothing else waits. @throws BackupRefused */
export function refuseTarget({ database, file, overwrite, folders = [] }: CopyWish): void {
  const folder = path.dirname(file)
  if (!statOf(folder)?.isDirectory())
    throw new BackupRefused(`There is no folder ${folder}. Make it first, then back up again.`)
  const real = path.join(realpathSync(folder), path.basename(file))
  const home = path.join(realpathSync(path.dirname(database)), path.basename(database))
  const homes = [home, realpathSync(database)]
  const there = statOf(file)
  for (const one of homes.flatMap((name) => ITS_OWN.map((end) => name + end))) {
    const own = statOf(one)
    if (one === real || (own && there && own.dev === there.dev && own.ino === there.ino))
      throw new BackupRefused(
        `${file} is the database itself (${one}), so it cannot be its own backup. Name another file.`,
      )
  }
  const entry = lstatSync(file, { throwIfNoEntry: false })
  if (entry && !entry.isFile() && !(entry.isSymbolicLink() && there?.isFile()))
    throw new BackupRefused(`${file} is not a file. Name a new file for the backup.`)
  if (entry && !overwrite)
    throw new BackupRefused(
      `${file} is there already. Name another file, or say --overwrite to replace it.`,
    )
  refuseFolder(
    filesBeside(file),
    overwrite ?? false,
    folders.map((one) => path.basename(one)),
  )
}

/** Only a folder that holds nothing but what a backup puts there is ever replaced. */
function refuseFolder(beside: string, overwrite: boolean, ours: readonly string[]): void {
  const entry = lstatSync(beside, { throwIfNoEntry: false })
  if (!entry) return
  if (!overwrite)
    throw new BackupRefused(
      `${beside} is there already. Name another file, or say --overwrite to replace both.`,
    )
  const isOurs = entry.isDirectory() && readdirSync(beside).every((name) => ours.includes(name))
  if (!isOurs)
    throw new BackupRefused(`${beside} holds other things than a backup. Name another file.`)
}

const statOf = (file: string) => statSync(file, { throwIfNoEntry: false })
