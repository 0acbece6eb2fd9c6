/** A sign-off as a coordinator goes through it: what the evidence says today, and what was answered so far. */
import { together } from '#db/client.ts'
import { profileQuery, valuesOf, type KeptField } from '#db/profiles.ts'
import { reviewsQuery } from '#db/reviews.ts'
import { draftQuery, type Draft } from '#db/sign-off-drafts.ts'
import type { SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/language.ts'
import { timeOf } from '#domain/learning/uuid.ts'
import { askedOf } from '#domain/readiness/earlier-needs.ts'
import { offerOfProfile } from '#domain/people/profile-offer.ts'
import { areaLacks, type AreaLack } from '#domain/readiness/area-grounds.ts'
import type { Happened } from '#domain/readiness/meanwhile.ts'
import { agreedCapacity, type Offer } from '#domain/readiness/offer.ts'
import { keepsOffer, keptLines, takenOver } from '#domain/readiness/renewal.ts'
import type { Answers, Ground } from '#domain/readiness/sign-off-journey.ts'
import { changedLines, evidenceOf } from '#domain/readiness/snapshot.ts'
import { findProgramme, loadCompetencies } from '#server/course/load-course.ts'
import { learnerFrom, learnerQueries } from '#server/learning/learner.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { seenOf } from '#server/readiness/begin-sign-off.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'
import { stateFrom, stateQueries, type TraineeState } from '#server/readiness/readiness.ts'
import { groundOf, happenedIn, happenedSinceIn } from '#server/readiness/sign-off.ts'

export interface ShownSignOff extends OpenRecord {
  readonly state: TraineeState
  /** What this coordinator has begun, or null. */
  readonly draft: Draft | null
  readonly ground: Ground
  /** Areas of the trainee's programme by slug. */
  readonly areas: Readonly<Record<string, string>>
  /** Those of them that cannot be offered, and why. */
  readonly lacks: readonly AreaLack[]
  /** What was agreed last is offered again, also after a decision that was not "ready". */
  readonly before: SeenSignOff | null
  /** What stands in the form of the offer: what was agreed last, and what they have said themselves since. */
  readonly suggested: Partial<Offer>
  /** What they say of areas in their own words; '' for nothing. */
  readonly areaWords: string
  /** How many people, as it was agreed last, or null. */
  readonly agreed: number | null
  /** The sign-off that this one renews, and what of it is not asked again; else null. */
  readonly renews: {
    readonly signOff: SeenSignOff
    /** Lines that did not change. */
    readonly kept: readonly string[]
    readonly keepsOffer: boolean
  } | null
  /** Answers that a new draft begins with. */
  readonly begins: Answers
  /** Fingerprint of what the page shows. */
  readonly seen: string
  /** Whether anything changed since the draft looked: then it is looked at anew before a decision is recorded. */
  readonly isStale: boolean
  /** What changed in the evidence since then, as `changedLines` gives it. */
  readonly changed: readonly string[]
  /** What others did since then, newest first. */
  readonly news: readonly Happened<SeenSignOff>[]
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
    profile: profileQuery(id),
  })
  const { draft, reviews } = found
  const learner = learnerFrom(id, course, found)
  const state = stateFrom(learner, found, language, now)
  const before = state.signOffs.find(({ decision }) => decision === 'ready') ?? null
  const evidence = evidenceOf(state)
  const byRule = groundOf(state, momentOf(programme, now))
  const of = findProgramme(programme, language)
  const areas = of?.areas ?? {}
  const named = byRule.openChecks.map((check) => of?.checks[check]?.name ?? check)
  const ground = { ...byRule, openChecks: named }
  const agreed = agreedCapacity(before, reviews)
  const { said, areaWords } = saidSince(found.profile, before?.decidedAt ?? 0, Object.keys(areas))
  const today = {
    ...{ met: ground.met, evidence, agreed, said },
    needs: askedOf(loadCompetencies(language)),
    areas: Object.keys(areas),
    grounded: Object.keys(ground.areas),
  }
  const renewed = renewedIn(state)
  const changed = draft ? changedLines(draft.evidence, evidence) : []
  const isNews = draft !== null && draft.decisions !== happenedIn(state)
  return {
    ...record,
    ...{ state, draft, ground, areas, before, agreed, changed, areaWords },
    lacks: areaLacks(Object.keys(areas), ground.areas, learner.course, learner.progress),
    suggested: { ...before?.offer, ...said },
    renews: renewed && {
      signOff: renewed,
      kept: keptLines(renewed, today),
      keepsOffer: keepsOffer(renewed, today),
    },
    begins: renewed ? takenOver(renewed, today) : {},
    seen: seenOf(state),
    isStale: changed.length > 0 || isNews,
    news: isNews
      ? happenedSinceIn(state, draft.decisions).filter(({ at }) => at >= timeOf(draft.id))
      : [],
  }
}

/** Of a person's profile what they said after a moment. @param areas slugs of the programme */
function saidSince(profile: readonly KeptField[], after: number, areas: readonly string[]) {
  const { areaWords, ...all } = offerOfProfile(valuesOf(profile), areas)
  const isNew = (field: KeptField['field']): boolean =>
    profile.some((one) => one.field === field && one.at > after)
  const said: Partial<Offer> = {
    ...(isNew('areas') ? { comfortAreas: all.comfortAreas } : {}),
    ...(isNew('notAreas') ? { noGoAreas: all.noGoAreas } : {}),
    ...(isNew('languages') ? { languages: all.languages } : {}),
    ...(isNew('place') ? { place: all.place } : {}),
  }
  return { said, areaWords }
}

/** What holds, or held until its day; who was stopped since, or had an incident, is looked at whole. */
function renewedIn({ told, signOffs, facts, incidents }: TraineeState): SeenSignOff | null {
  const renewed = told.inForce ?? (told.standing === 'expired' ? (signOffs[0] ?? null) : null)
  if (!renewed) return null
  const since = [...facts.stops.map(({ from }) => from), ...incidents]
  return since.some((at) => at >= renewed.decidedAt) ? null : renewed
}
