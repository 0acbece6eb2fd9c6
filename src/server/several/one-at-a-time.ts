/**
 * What only one server does at a time where several share a libSQL server (docs/decisions/several-servers.md).
 * A database file has one process, which holds its lock: there nothing is asked and nothing written.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseBusy, isDatabaseFile } from '#db/client.ts'
import { endJob, keepJob, takeJob } from '#db/jobs.ts'

/** Whoever was killed holds it no longer than this. */
const LEASE_MS = 60_000
/** How often another one's lease is looked at, however seldom its job is due. */
export const LOOK_MS = 60_000
const PATIENCE_MS = 20_000
const PAUSE_MS = 100

const PROCESS = randomUUID()

/**
 * Does a job where it is due and no other server is at it.
 * @param everyMs how long after it began it is due again, whichever server does it then
 */
export async function whereDue(
  job: string,
  everyMs: number,
  work: () => Promise<unknown>,
): Promise<void> {
  if (isDatabaseFile()) {
    await work()
    return
  }
  const began = performance.now()
  if (!(await takeJob(job, PROCESS, LEASE_MS))) return
  await held(job, work, () => Math.max(0, everyMs - (performance.now() - began)))
}

/**
 * Does something as soon as no other server does the same.
 * @throws DatabaseBusy where others are at it for too long: nothing was done
 */
export async function inTurn<T>(what: string, work: () => Promise<T>): Promise<T> {
  if (isDatabaseFile()) return work()
  const giveUpAt = performance.now() + PATIENCE_MS
  while (!(await takeJob(what, PROCESS, LEASE_MS))) {
    if (performance.now() > giveUpAt)
      throw new DatabaseBusy(`Another server is at it for too long: ${what}.`)
    await sleep(PAUSE_MS)
  }
  return held(what, work, () => 0)
}

/** A lease that is still needed is made longer. */
async function held<T>(job: string, work: () => Promise<T>, dueInMs: () => number): Promise<T> {
  const longer = setInterval(() => {
    // One that does not come through now comes before the lease is over, or the database is away for all.
    keepJob(job, PROCESS, LEASE_MS).catch(() => undefined)
  }, LEASE_MS / 4)
  longer.unref()
  try {
    return await work()
  } finally {
    clearInterval(longer)
    await endJob(job, PROCESS, dueInMs())
  }
}
