/** Deletes what has been kept long enough; `alongside retention run`, and once a day in the server. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { backup, isDatabaseFile, read, sealedName, write } from '#db/client.ts'
import { insertRun, newestKnownTime } from '#db/clock-mark.ts'
import { packageFoldersQuery } from '#db/packages.ts'
import { countBefore, deleteBefore } from '#db/retention.ts'
import { dayAt, type Day } from '#domain/calendar/days.ts'
import { jumpAhead, MOST_DAYS_AHEAD } from '#domain/retention/clock.ts'
import { cutoffsAt, type Kept } from '#domain/retention/retention.ts'
import { sweepContent } from '#server/packages/package-store.ts'
import { settings } from '#settings.ts'
import { backupFolder } from './back-up.ts'
import { eraseWhatIsClosed, noteErasures } from './erasure-log.ts'
import { newId } from '#server/trail/new-id.ts'

/** Copies made before a run; an older one goes when there is a newer one. */
const COPIES = 7
const COPY = /^before-retention-.*\.db(\.age)?$/

export type RetentionAnswer =
  | { readonly kind: 'done'; readonly gone: Readonly<Partial<Record<Kept, number>>> }
  /** The clock is not believed; nothing was deleted. */
  | { readonly kind: 'refused'; readonly says: string }

/**
 * @param today the day of today as somebody wrote it who looked at another clock, or null: a jump is believed with it
 * @throws BackupRefused where no copy could be made: then nothing was deleted
 */
export async function runRetention(now: number, today: string | null): Promise<RetentionAnswer> {
  if (today !== null && !daysAt(now).includes(today))
    return {
      kind: 'refused',
      says: `This computer says that today is ${dayInUtc(now)}, not ${today}. Nothing was deleted. Set its clock right, then try again.`,
    }
  const jump = await clockJump(now)
  if (jump && today === null) return { kind: 'refused', says: saysOf(jump) }
  const cutoffs = cutoffsAt(now)
  if ((await countBefore(cutoffs)) > 0) await copyFirst(now)
  const gone = await deleteBefore(cutoffs)
  await noteErasures()
  await eraseWhatIsClosed(now)
  sweepContent(new Set(await read(packageFoldersQuery())), now)
  const total = Object.values(gone).reduce((sum, n) => sum + n, 0)
  await write([insertRun(newId(now), now, total)])
  return { kind: 'done', gone }
}

/** For the command line, whoever did it. */
export function inWords(answer: RetentionAnswer): { readonly ok: boolean; readonly says: string } {
  if (answer.kind === 'refused') return { ok: false, says: answer.says }
  const lines = Object.entries(answer.gone).filter(([, n]) => n > 0)
  return {
    ok: true,
    says:
      lines.map(([kind, n]) => `${kind}: ${n} deleted`).join('\n') ||
      'Nothing has been kept too long.',
  }
}

export interface Jump {
  /** Whole days between the newest time known and what the clock says. */
  readonly days: number
  /** The day of the newest time known. */
  readonly newest: Day
  /** The day that the clock says. */
  readonly today: Day
}

/** Where the clock is too far ahead to delete by, and somebody must look; else null. */
export const clockJump = async (now: number): Promise<Jump | null> =>
  jumpFrom(await newestKnownTime(), now)

/** @param newest time known */
export function jumpFrom(newest: number, now: number): Jump | null {
  const days = jumpAhead(newest, now)
  return days === null ? null : { days, newest: dayInUtc(newest), today: dayInUtc(now) }
}

const saysOf = ({ days, newest, today }: Jump): string =>
  `Nothing was deleted: the clock says ${today}, which is ${days} days after the newest time in the database (${newest}), ` +
  `and more than ${MOST_DAYS_AHEAD} days are not believed. If the clock is wrong, set it right. ` +
  'If Alongside was really off for so long, run: alongside retention run --today YYYY-MM-DD'

/** The day may have begun here and not at Greenwich, or the other way round. */
const daysAt = (now: number): string[] => [
  dayInUtc(now),
  dayAt(now, new Intl.DateTimeFormat().resolvedOptions().timeZone),
]

const dayInUtc = (time: number): Day => dayAt(time, 'UTC')

/** A libSQL server makes its own backups. */
async function copyFirst(now: number): Promise<void> {
  if (!isDatabaseFile()) return
  const folder = backupFolder()
  const name = `before-retention-${new Date(now).toISOString().replace(/[:.]/g, '-')}.db`
  const { backupRecipients: recipients } = settings()
  const file = path.join(folder, recipients.length ? sealedName(name) : name)
  await backup({ file, ownFolder: folder, recipients })
  const copies = existsSync(folder) ? readdirSync(folder).filter((one) => COPY.test(one)) : []
  for (const old of copies.sort().slice(0, -COPIES)) rmSync(path.join(folder, old))
}
