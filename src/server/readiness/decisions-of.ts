import type { SeenSignOff } from '#db/sign-offs.ts'
import type { Decisions } from '#domain/readiness/standing.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'

/** Somebody's decisions, by the clock and the signatures of the programme that made them. @param signOffs newest first */
export const decisionsOf = (signOffs: readonly SeenSignOff[]): Decisions<SeenSignOff> => ({
  signOffs,
  secondSince: signOffs[0]?.secondSince ?? null,
  timeZone: timeZoneOf(signOffs[0]?.programme ?? ''),
})
