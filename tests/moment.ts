/** A moment for tests that are not about clocks: those of UTC. */
import { momentIn, type Moment } from '#domain/calendar/days.ts'

export const utc = (now: number): Moment => momentIn('UTC', now)
