/** The clock of a device is believed only as far as ours bears it out: what it made stands in our time. */

/** Milliseconds; a clock that is off by less is left as it is, so that the time on the way changes nothing. */
const TOLERATED = 120_000

export interface DeviceClock {
  /** By our clock, milliseconds since 1970. */
  readonly now: number
  /** What the device's clock said when it sent; null where it does not say. */
  readonly sentAt: number | null
  /** Our time when the device last heard from us: nothing that waits there is older. Null where it does not say. */
  readonly since: number | null
}

/**
 * When something was made. Of one device the order stays: by time, then by id, whose first part is the device's time.
 * @param madeAt by the clock of the device
 * @returns hardly later than now; the same whenever and however often it arrives, as long as the device's clock runs evenly
 */
export function madeWhen(madeAt: number, { now, sentAt, since }: DeviceClock): number {
  const off = sentAt === null ? 0 : now - sentAt
  const corrected = Math.abs(off) > TOLERATED ? madeAt + off : madeAt
  const past = corrected > now + TOLERATED ? now : corrected
  return Math.max(past, Math.min(since ?? 0, now), 0)
}
