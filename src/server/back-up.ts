/** A backup is a copy of the database and, beside it, of the folders of DATA_DIR that people fill. */
import { existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { backup } from '#db/client.ts'
import { settings } from '#settings.ts'

const FOLDERS = ['programmes', 'packages']

/** Where the folders of a backup go: `2026-11-22.db` has `2026-11-22.files` beside it. */
const filesBeside = (file: string): string => file.replace(/(\.db)?$/, '.files')

/** @param file the copy of the database. The folders are copied after it, so that no row lacks its file. */
export async function backUp(file: string): Promise<void> {
  await backup(file)
  const beside = filesBeside(file)
  await rm(beside, { recursive: true, force: true })
  for (const name of FOLDERS) {
    const from = path.join(settings().dataDir, name)
    if (existsSync(from)) await cp(from, path.join(beside, name), { recursive: true })
  }
}
