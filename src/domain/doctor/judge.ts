/** What is said about what was found: rules only, so that each can be tried without a full disk or a broken clock. */
import { dayAt, DAY_MS, type Day } from '#domain/calendar/days.ts'
import { jumpAhead } from '#domain/retention/clock.ts'
import { finding, type Finding } from './finding.ts'

const MB = 1_000_000
const HOUR_MS = 3_600_000

/**
 * A migration and a backup each need as much room as the database has; nothing can be saved without any.
 * @param free bytes, @param database bytes
 */
export function judgeDisk(free: number, database: number): Finding {
  const least = database + 50 * MB
  const comfortable = 4 * database + 500 * MB
  if (free < least) return finding('disk-full', { free, wants: least })
  return free < comfortable
    ? finding('disk-low', { free, wants: comfortable })
    : finding('disk-fine', { free })
}

/** Clocks of devices and of file systems are never quite the same. */
const SLIP_MS = 5 * 60_000

/**
 * @param believed the newest time that is believed (db/clock-mark.ts)
 * @param newest of everything that this database and its file were written at
 */
export function judgeClock(now: number, believed: number, newest: number): Finding {
  if (now + SLIP_MS < Math.max(believed, newest))
    return finding('clock-behind', {
      now: minute(now),
      newest: minute(Math.max(believed, newest)),
    })
  const days = jumpAhead(believed, now)
  const today = dayAt(now, 'UTC')
  return days === null
    ? finding('clock-fine', { today })
    : finding('clock-ahead', { today, newest: dayAt(believed, 'UTC'), days })
}

const minute = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`

/** The server makes one each night, and tries again every ten minutes. */
const FRESH_HOURS = 36
const LOST_DAYS = 8

/** @param age seconds, or null where there is none @param people how many there are to lose */
export function judgeBackup(age: number | null, people: number): Finding {
  if (age === null) return people > 0 ? finding('backup-none', {}) : finding('backup-soon', {})
  const hours = Math.floor((age * 1000) / HOUR_MS)
  const days = Math.floor((age * 1000) / DAY_MS)
  if (hours <= FRESH_HOURS) return finding('backup-fine', { hours })
  return days < LOST_DAYS ? finding('backup-old', { days }) : finding('backup-lost', { days })
}

export interface Drill {
  readonly day: Day
  readonly at: number
  /** Its name, without the folder. */
  readonly file: string
  readonly problems: number
}
/** A quarter of a year, and a week to come round to it. */
const DRILL_DAYS = 99

export function judgeDrill(drill: Drill | null, now: number): Finding {
  if (!drill) return finding('drill-none', {})
  const { day, file, problems } = drill
  if (problems > 0) return finding('drill-failed', { day, file, problems })
  const days = Math.floor((now - drill.at) / DAY_MS)
  return days > DRILL_DAYS
    ? finding('drill-old', { day, days })
    : finding('drill-fine', { day, file })
}

/** What the door remembers of the last request from elsewhere; never an address. */
export interface Seen {
  /** How many addresses `X-Forwarded-For` named; null where it was not sent. */
  readonly entries: number | null
  /** `X-Forwarded-Proto`. */
  readonly proto: string | null
}

/** @param refusedHost the last Host that was answered 421, when it came through a proxy */
export function judgeProxy(
  seen: Seen | null,
  refusedHost: string | null,
  { hops, origin }: { readonly hops: number; readonly origin: string },
): Finding[] {
  if (refusedHost !== null) return [finding('proxy-host', { host: refusedHost, origin })]
  if (!seen) return [finding('proxy-unseen', {})]
  const { entries, proto } = seen
  const isOpenLine = origin.startsWith('https:') && proto === 'http'
  return [countOf(entries, hops), ...(isOpenLine ? [finding('proxy-http', {})] : [])]
}

function countOf(entries: number | null, hops: number): Finding {
  if (entries === null)
    return hops > 0 ? finding('proxy-silent', { hops }) : finding('proxy-none', {})
  if (hops === 0) return finding('proxy-unbelieved', { entries })
  // Too few: what the client itself sends would be counted as a proxy's word.
  return entries < hops
    ? finding('proxy-too-few', { hops, entries })
    : finding('proxy-fine', { hops })
}
