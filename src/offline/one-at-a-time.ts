/** One tab of this device sends at a time; the others need not. */

const NAME = 'alongside-sends'
/** A tab that was killed in the middle holds up the others no longer than this, where the browser has no locks. */
const LEASE_MS = 60_000

/** @returns null where another tab is at it */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T | null> {
  const locks = navigator.locks as LockManager | undefined
  if (locks) return locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? work() : null))
  if (leasedUntil() > Date.now()) return null
  lease(Date.now() + LEASE_MS)
  try {
    return await work()
  } finally {
    lease(0)
  }
}

function leasedUntil(): number {
  try {
    return Number(localStorage.getItem(NAME))
  } catch {
    return 0
  }
}

function lease(until: number): void {
  try {
    localStorage.setItem(NAME, String(until))
  } catch {
    // Sent twice, it is saved once all the same.
  }
}
