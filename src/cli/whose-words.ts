/** A command that reads the programmes' words without opening the database says whose words it took (R42). */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { editedProgrammes } from '#server/course/programme-files.ts'
import { settings } from '#settings.ts'
import { CouldNot } from './command.ts'

/** @throws CouldNot where DATA_DIR was named and is not there: the crisis lines in it are not replaced by those of the example */
export function refuseAbsentDataDir(): void {
  const { dataDir, dataDirIsGiven } = settings()
  if (!dataDirIsGiven || existsSync(dataDir)) return
  throw new CouldNot(
    `DATA_DIR: there is no folder ${path.resolve(dataDir)}, so the words and contacts edited there cannot be taken. Nothing was made. Name the folder of the server, or leave DATA_DIR out to take the words that came with the course.`,
  )
}

/** One line for whoever asked. */
export function whoseWords(slug: string): string {
  const folder = path.resolve(settings().dataDir, 'programmes')
  return editedProgrammes().has(slug)
    ? `Words and contacts: as edited, in ${path.join(folder, `${slug}.yaml`)}.`
    : `Words and contacts: as they came with the course; there is no ${path.join(folder, `${slug}.yaml`)}.`
}
