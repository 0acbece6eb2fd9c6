/** How old the newest backup is, and when one was last tried out. */
import { countPeopleByProgramme } from '#db/people.ts'
import { finding, type Finding } from '#domain/doctor/finding.ts'
import { judgeBackup, judgeDrill } from '#domain/doctor/judge.ts'
import { lastDrill } from '#server/running/last-drill.ts'
import { backupAge } from '#server/running/nightly-backup.ts'
import { settings } from '#settings.ts'

export async function lookAtBackup(now: number): Promise<Finding[]> {
  if (settings().castAllowed) return [finding('backup-demo', {})]
  if (!settings().databaseUrl.startsWith('file:')) return [finding('backup-elsewhere', {})]
  return [judgeBackup(backupAge(now), await countPeople())]
}

/** Of a database that cannot be opened nobody knows: somebody, then. */
async function countPeople(): Promise<number> {
  try {
    return [...(await countPeopleByProgramme()).values()].reduce((sum, n) => sum + n, 0)
  } catch {
    return 1
  }
}

export function lookAtDrill(now: number): Finding[] {
  return settings().castAllowed ? [] : [judgeDrill(lastDrill(), now)]
}
