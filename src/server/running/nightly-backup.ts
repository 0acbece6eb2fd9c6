/** Each night a checked copy in DATA_DIR/backups, and of older ones as many as are kept. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { filesBeside, isDatabaseFile, sealedName } from '#db/client.ts'
import { isDay, type Day } from '#domain/calendar/days.ts'
import { nightAt, nightsToKeep } from '#domain/retention/rotation.ts'
import { loadProgramme } from '#server/course/load-course.ts'
import { ProgrammeRefused } from '#server/course/programme-refused.ts'
import { settings } from '#settings.ts'
import { backUp, backupFolder } from './back-up.ts'

/** Ours alone are ever taken away: what somebody named stays. */
const NIGHTLY = /^nightly-(\d{4}-\d\d-\d\d)\.db(\.age)?$/
const fileOf = (night: Day): string => path.join(backupFolder(), `nightly-${night}.db`)

/**
 * Nothing where the night has its copy, where people are invented, and for a libSQL server, which makes its own.
 * @returns the file that was made, or null
 * @throws BackupRefused with words: older copies are all there still
 */
export async function backUpNight(now: number): Promise<string | null> {
  if (settings().castAllowed || !isDatabaseFile()) return null
  const night = nightAt(now, zone())
  if (nights().includes(night)) return null
  mkdirSync(backupFolder(), { recursive: true, mode: 0o700 })
  const file = await backUp(fileOf(night), false)
  const keep = nightsToKeep(nights())
  for (const old of nights().filter((one) => !keep.has(one)))
    for (const place of [filesBeside(fileOf(old)), fileOf(old), sealedName(fileOf(old))])
      rmSync(place, { recursive: true, force: true })
  return file
}

/** Words of a programme that somebody is editing badly are a reason for a backup, and none against it. */
function zone(): string {
  try {
    return loadProgramme(settings().defaultProgramme, 'en').timeZone
  } catch (error) {
    if (error instanceof ProgrammeRefused) return 'UTC'
    throw error
  }
}

function nights(): Day[] {
  return namesIn(backupFolder()).flatMap((name) => {
    const night = NIGHTLY.exec(name)?.[1] ?? ''
    return isDay(night) ? [night] : []
  })
}

/** Seconds since the newest backup of any kind was made; null where there is none in the usual folder. */
export function backupAge(now: number): number | null {
  const newest = newestBackup()
  return newest ? Math.max(0, (now - newest.at) / 1000) : null
}

const isBackup = (name: string): boolean => /\.db(\.age)?$/.test(name)

export const countBackups = (): number => namesIn(backupFolder()).filter(isBackup).length

/** Of any kind in the usual folder. */
export function newestBackup(): { readonly file: string; readonly at: number } | null {
  const [newest] = namesIn(backupFolder())
    .filter(isBackup)
    .map((name) => path.join(backupFolder(), name))
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at)
  return newest ?? null
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
