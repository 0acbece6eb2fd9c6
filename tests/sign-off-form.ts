/** A sign-off as a coordinator would send it, with every question answered. */
import { dayAt } from '#domain/calendar/days.ts'
import type { Person } from '#domain/people/person.ts'
import type { Answers } from '#domain/readiness/sign-off-journey.ts'
import { evidenceOf } from '#domain/readiness/snapshot.ts'
import { twelveMonthsAfter } from '#domain/readiness/standing.ts'
import type { TraineeState } from '#server/readiness/readiness.ts'
import { happenedIn, type SignOffForm } from '#server/readiness/sign-off.ts'
import { newId } from '#server/trail/new-id.ts'

export function readyForm(
  by: Person,
  state: TraineeState,
  now: number,
  answers: Answers = {},
): SignOffForm {
  return {
    id: newId(now),
    answers: {
      judgements: Object.fromEntries(
        state.readiness.lines.map(({ competency }) => [competency.id, 'shown'] as const),
      ),
      decision: 'ready',
      reason: 'You wait, and you listen.',
      internalNote: '',
      otherwise: 'Seen elsewhere.',
      conditions: '',
      comfortAreas: ['diabetes'].filter((area) => state.areas[area]),
      noGoAreas: [],
      languages: ['en'],
      contactWays: ['phone'],
      capacity: 2,
      place: '',
      expiresOn: twelveMonthsAfter(dayAt(now, 'UTC')),
      ...answers,
    },
    evidence: evidenceOf(state),
    decisions: happenedIn(state),
    declaredName: by.name,
  }
}
