/** A moment for tests that are not about clocks: those of UTC. */
import type { Moment } from '#domain/calendar/days.ts'
import { momentIn } from '#server/running/clock.ts'

export const utc = (now: number): Moment => momentIn('UTC', now)
