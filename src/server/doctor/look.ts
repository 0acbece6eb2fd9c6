/** Looks at everything that `alongside doctor` and the System page tell; nothing of it changes anything. */
import { finding, type CheckName, type Finding } from '#domain/doctor/finding.ts'
import { lookAtBackup, lookAtDrill } from './backups.ts'
import { lookAtClock, lookAtFactors, lookWhetherItWrites } from './database.ts'
import { lookAtFolder, lookAtDisk, lookAtNode } from './machine.ts'
import { lookAtMail, lookAtRefusedMail } from './mail.ts'
import { lookAtExamples, lookAtPackages, lookAtProxy } from './settings.ts'
import { lookWhetherWhole } from './whole.ts'

export interface Check {
  readonly name: CheckName
  /** Reads the open database. */
  readonly reads?: true
  /** Takes seconds, or asks another machine: not on a page that somebody waits for. */
  readonly isSlow?: true
  readonly look: (now: number) => Finding[] | Promise<Finding[]>
}

/** In the order in which they are told; `lookWhetherWhole` before all of them. */
const REST: readonly Check[] = [
  { name: 'node', look: lookAtNode },
  { name: 'folder', look: lookAtFolder },
  { name: 'disk', look: lookAtDisk },
  { name: 'database', reads: true, look: lookWhetherItWrites },
  { name: 'clock', reads: true, look: lookAtClock },
  { name: 'mail', isSlow: true, look: lookAtMail },
  { name: 'mail', reads: true, look: lookAtRefusedMail },
  { name: 'proxy', look: lookAtProxy },
  { name: 'packages', look: lookAtPackages },
  { name: 'backup', look: lookAtBackup },
  { name: 'drill', look: lookAtDrill },
  { name: 'examples', look: lookAtExamples },
  { name: 'factors', reads: true, look: lookAtFactors },
]

/** Whether the database may be opened: read from end to end, by another process. */
export const lookAtWhole = (now: number): Promise<Finding[]> =>
  lookAt([{ name: 'database', look: lookWhetherWhole }], now)

/** Everything else. @param isOpen whether this process has opened the database */
export const lookAtRest = (now: number, isOpen: boolean): Promise<Finding[]> =>
  lookAt(
    REST.filter(({ reads }) => isOpen || !reads),
    now,
  )

/** In a server, for a page that somebody waits for. */
export const lookQuickly = (now: number): Promise<Finding[]> =>
  lookAt(
    REST.filter(({ isSlow }) => !isSlow),
    now,
  )

async function lookAt(checks: readonly Check[], now: number): Promise<Finding[]> {
  const found = await Promise.all(checks.map((check) => lookSafely(check, now)))
  return found.flat()
}

/** What cannot be looked at is a finding, too, and hides nothing else. */
async function lookSafely({ name, look }: Check, now: number): Promise<Finding[]> {
  try {
    return await look(now)
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    return [finding('unlooked', { check: name, says: says.split('\n', 1)[0] ?? '' }, name)]
  }
}
