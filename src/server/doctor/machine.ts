/** The machine: its Node, the folder of the data, and the room on its disk. */
import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { finding, type Finding } from '#domain/doctor/finding.ts'
import { judgeDisk } from '#domain/doctor/judge.ts'
import { isFolderThere } from '#server/several/data-folder.ts'
import { settings } from '#settings.ts'

const WANTED = [22, 18] as const

export function lookAtNode(): Finding[] {
  const version = process.versions.node
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])
  return [
    isOld
      ? finding('node-old', { version, wants: WANTED.join('.') })
      : finding('node-fine', { version }),
  ]
}

const OTHERS = 0o077

export function lookAtFolder(): Finding[] {
  const folder = path.resolve(settings().dataDir)
  const entry = statSync(folder, { throwIfNoEntry: false })
  if (!entry?.isDirectory()) return [finding('folder-missing', { folder })]
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return [finding('folder-shut', { folder })]
  }
  if (!isFolderThere()) return [finding('folder-other', { folder })]
  if (entry.mode & OTHERS) return [finding('folder-open', { folder, mode: modeOf(entry.mode) })]
  return [finding('folder-fine', { folder })]
}

const modeOf = (mode: number): string => (mode & 0o777).toString(8)

/** Of the whole folder, the copies in it left out. */
export function lookAtDisk(): Finding[] {
  const folder = path.resolve(settings().dataDir)
  if (!existsSync(folder)) return []
  const { bavail, bsize } = statfsSync(folder)
  const files = readdirSync(folder).filter((name) => /^alongside\.db/.test(name))
  const sizes = files.map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false }))
  return [
    judgeDisk(
      bavail * bsize,
      sizes.reduce((sum, one) => sum + (one?.size ?? 0), 0),
    ),
  ]
}
