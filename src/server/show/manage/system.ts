/** How the platform itself is, for administrators. */
import { fullVersion } from '#builds.mjs'
import { isDatabaseFile, read } from '#db/client.ts'
import { mailDeskQuery } from '#db/outbox.ts'
import type { Finding } from '#domain/doctor/finding.ts'
import type { Drill } from '#domain/doctor/judge.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { lookQuickly } from '#server/doctor/look.ts'
import { lastDrill } from '#server/running/last-drill.ts'
import { newestBackup } from '#server/running/nightly-backup.ts'
import { databaseBytes } from '#server/running/own-metrics.ts'
import { settings } from '#settings.ts'

export interface ShownSystem {
  readonly version: string
  /** Bytes of the database file; the host of a libSQL server. */
  readonly database: { readonly bytes: number | null; readonly server: string | null }
  /** When the newest backup in the usual folder was made, and whether it is encrypted. */
  readonly backup: { readonly at: number; readonly isSealed: boolean } | null
  readonly drill: Drill | null
  readonly mail: {
    readonly from: string
    readonly lastSentAt: number | null
    readonly waiting: number
  } | null
  readonly contentOrigin: string | null
  /** What to look at first: problems, then warnings. */
  readonly toDo: readonly Finding[]
  readonly good: readonly Finding[]
}

/** Null for who is no administrator. */
export async function showSystem(by: Person, now: number): Promise<ShownSystem | null> {
  if (!mayAdminister(by)) return null
  const { mail, contentOrigin, databaseUrl } = settings()
  const [findings, desk] = await Promise.all([lookQuickly(now), read(mailDeskQuery())])
  const of = (state: Finding['state']): Finding[] => findings.filter((one) => one.state === state)
  const newest = newestBackup()
  return {
    version: fullVersion(),
    database: isDatabaseFile()
      ? { bytes: databaseBytes(), server: null }
      : { bytes: null, server: new URL(databaseUrl).host },
    backup: newest && { at: newest.at, isSealed: newest.file.endsWith('.age') },
    drill: lastDrill(),
    mail: mail && { from: mail.from, lastSentAt: desk.lastSentAt, waiting: desk.waiting },
    contentOrigin,
    toDo: [...of('problem'), ...of('warning')],
    good: of('ok'),
  }
}
