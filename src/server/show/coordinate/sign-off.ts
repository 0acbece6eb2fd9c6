/** A sign-off as a coordinator goes through it: what the evidence says today, and what was answered so far. */
import { together } from '#db/client.ts'
import { reviewsQuery } from '#db/reviews.ts'
import { draftQuery, type Draft } from '#db/sign-off-drafts.ts'
import type { SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/language.ts'
import { agreedCapacity } from '#domain/readiness/offer.ts'
import type { Ground } from '#domain/readiness/sign-off-journey.ts'
import { changedLines, evidenceOf } from '#domain/readiness/snapshot.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { learnerFrom, learnerQueries } from '#server/learning/learner.ts'
import { momentOf } from '#server/calendar/clock.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'
import { stateFrom, stateQueries, type TraineeState } from '#server/readiness/readiness.ts'
import { decisionsIn, groundOf, hashOfEvidence } from '#server/readiness/sign-off.ts'

export interface ShownSignOff extends OpenRecord {
  readonly state: TraineeState
  /** What this coordinator has begun, or null. */
  readonly draft: Draft | null
  readonly ground: Ground
  /** Areas of the trainee's programme by slug. */
  readonly areas: Readonly<Record<string, string>>
  /** What was agreed last is offered again, also after a decision that was not "ready". */
  readonly before: SeenSignOff | null
  /** How many people, as it was agreed last, or null. */
  readonly agreed: number | null
  /** Fingerprint of the evidence of today. */
  readonly seen: string
  /** What changed since the draft looked at the evidence, as `changedLines` gives it. */
  readonly changed: readonly string[]
  /** The newest decision, where it came after the draft looked; else null. */
  readonly decidedSince: SeenSignOff | null
}

export async function showSignOff(
  record: OpenRecord,
  language: Language,
  now: number,
): Promise<ShownSignOff> {
  const { by, trainee, course } = record
  const { id, programme } = trainee
  const found = await together({
    ...learnerQueries(id),
    ...stateQueries(id),
    draft: draftQuery(by.id, id),
    reviews: reviewsQuery(id, programme),
  })
  const { draft, reviews } = found
  const state = stateFrom(learnerFrom(id, course, found), found, language, now)
  const before = state.signOffs.find(({ decision }) => decision === 'ready') ?? null
  const evidence = evidenceOf(state)
  const isDecided = draft !== null && draft.decisions !== decisionsIn(state.signOffs)
  return {
    ...record,
    state,
    draft,
    ground: groundOf(state, momentOf(programme, now).today),
    areas: findProgramme(programme, language)?.areas ?? {},
    before,
    agreed: agreedCapacity(before, reviews),
    seen: hashOfEvidence(evidence),
    changed: draft ? changedLines(draft.evidence, evidence) : [],
    decidedSince: isDecided ? (state.signOffs[0] ?? null) : null,
  }
}
