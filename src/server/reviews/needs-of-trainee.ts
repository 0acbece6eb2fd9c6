/**
 * What of a trainee waits for a coordinator, in the order of the record's list: the reasons of the coordinators' home, which
 * db/home-reasons.ts says of everybody at once; tests/server/reasons.test.ts holds the two together.
 */
import { isFollowed, type FollowMatter, type Matter } from '#db/follow-ups.ts'
import type { Incident } from '#db/incidents.ts'
import type { PairingNeeds } from '#db/pairing-needs.ts'
import type { Overview } from '#db/records.ts'
import type { ReviewLine } from '#db/reviews.ts'
import type { Trainee } from '#db/trainees.ts'
import { dayAt, type Day } from '#domain/calendar/days.ts'
import { findStep, type Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { IDLE_AFTER, isExpiring } from '#domain/readiness/attention.ts'
import { isCheckDue } from '#domain/readiness/checks.ts'
import {
  decidedStandingAt,
  inForceAt,
  isMatchable,
  mentorsUnder,
  standingAt,
  standingWithoutPause,
} from '#domain/readiness/standing.ts'
import { isReviewDue, remindedBy } from '#domain/reviews/rhythm.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'
import type { TraineeState } from '#server/readiness/readiness.ts'

export type TraineeNeed =
  | { readonly kind: 'matter'; readonly matter: FollowMatter }
  /** Milliseconds since 1970. */
  | {
      readonly kind: 'stopped' | 'help' | 'reflection' | 'sign-off' | 'unreached' | 'data'
      readonly since: number
    }
  /** `of`: the only one that waits; null where there are several. */
  | {
      readonly kind: 'incident' | 'incident-open'
      readonly since: number
      readonly of: string | null
    }
  | { readonly kind: 'second-signature' | 'lapsed' | 'on-hold' | 'check' | 'review' | 'idle' }
  /** `of`: the proposal that it is about. */
  | { readonly kind: 'pairing' | 'proposal' | 'check-in'; readonly of: string | null }
  | { readonly kind: 'stuck'; readonly question: string }
  /** `YYYY-MM-DD`: the day by which it was to be done. */
  | { readonly kind: 'action'; readonly text: string; readonly until: string }
  /** `YYYY-MM-DD` */
  | { readonly kind: 'expires'; readonly on: string; readonly isPast: boolean }

export interface NeedsGround {
  /** Person id of who looks. */
  readonly by: string
  readonly trainee: Pick<Trainee, 'id' | 'archivedAt'>
  readonly state: TraineeState
  readonly overview: Overview | null
  readonly progress: Progress
  readonly matters: readonly Matter[]
  readonly reviewLine: ReviewLine | null
  readonly incidents: readonly Incident[]
  readonly pairing: PairingNeeds
  /** Since when mail does not reach them, milliseconds, or null. */
  readonly unreachedSince: number | null
  /** Since when they wait for an answer about their data, milliseconds, or null. */
  readonly dataSince: number | null
  /** By the programme's clock, also where nobody decided anything yet. */
  readonly programmeDay: Day
  /** The programme's clock. */
  readonly timeZone: string
  readonly course: Course
}

export function needsOf(
  {
    by,
    trainee,
    state,
    overview,
    progress,
    matters,
    reviewLine,
    incidents,
    pairing,
    unreachedSince,
    dataSince,
    programmeDay,
    timeZone,
    course,
  }: NeedsGround,
  now: number,
): TraineeNeed[] {
  const { facts, told } = state
  const today = dayAt(now, facts.timeZone)
  // Of who left only a danger and a question are left.
  const isHere = trainee.archivedAt === null
  const noted = { nextOn: reviewLine?.nextOn ?? null, meetings: meetingsOf({ progress }) }
  const ground = remindedBy(facts, noted, now)
  const ends = mentorsUnder(facts, now)?.expiresOn ?? null
  const stop = facts.stops.find(({ until }) => until === null)
  // A pause hides nothing that others have to do.
  const decided = decidedStandingAt(facts, now)
  const asks = standingWithoutPause(facts, now) === 'waiting-for-sign-off'
  const mayBeStuck = state.pausedSince === null && decided !== 'not-this-role'
  const question = mayBeStuck ? stuckOn(overview, course) : ''
  // Nobody reads here what worries others about them.
  const waiting = matters.filter(({ waits }) => waits && by !== trainee.id)
  const followed = waiting.filter(isFollowed)
  const worries = isHere ? followed : followed.filter(({ kind }) => kind !== 'pause')
  const worrying = worries.map((matter) => ({ kind: 'matter', matter }) as const)
  const open = by === trainee.id ? [] : incidents.filter(({ isOpen }) => isOpen)
  const isDue = ({ steps, nextOn }: Incident): boolean =>
    steps.length === 0 || (nextOn !== null && nextOn <= programmeDay)
  const happened = (['incident', 'incident-open'] as const).flatMap((kind) => {
    const some = open.filter((one) => isDue(one) === (kind === 'incident'))
    const since = Math.min(...some.map((one) => one.writtenAt))
    return some.length
      ? [{ kind, since, of: some.length === 1 ? (some[0]?.id ?? null) : null }]
      : []
  })
  const onRegister = isHere && isMatchable(standingAt(facts, now))
  // Whoever is not ready any more has people who count on them.
  const calls =
    pairing.pairedAt !== null && !onRegister
      ? [{ kind: 'pairing', of: pairing.paired } as const]
      : []
  // Nobody answers what they asked themselves.
  const asked =
    dataSince === null || by === trainee.id ? [] : [{ kind: 'data', since: dataSince } as const]
  if (!isHere) return [...worrying, ...happened, ...calls, ...asked]
  const { standing, joinedAt } = state
  const isLearning = standing === 'in-training' || standing === 'more-practice'
  const worked = overview?.lastAt || joinedAt
  const isIdle = isLearning && worked !== null && worked < now - IDLE_AFTER
  const mayBeDue = !['on-hold', 'withdrawn', 'not-this-role'].includes(decided)
  const checkIsDue =
    mayBeDue && isCheckDue(facts.checks, now, timeZone, inForceAt(facts, now) !== null)
  return [
    ...worrying,
    ...happened,
    ...calls,
    ...(pairing.acceptedAt !== null && onRegister
      ? [{ kind: 'proposal', of: pairing.accepted } as const]
      : []),
    ...(pairing.checkInAt === null ? [] : [{ kind: 'check-in', of: pairing.checkIn } as const]),
    ...asked,
    ...(stop ? [{ kind: 'stopped', since: stop.from } as const] : []),
    ...(overview?.helpAt ? [{ kind: 'help', since: overview.helpAt } as const] : []),
    ...(overview?.reflectionAt
      ? [{ kind: 'reflection', since: overview.reflectionAt } as const]
      : []),
    ...(asks && overview?.askedAt ? [{ kind: 'sign-off', since: overview.askedAt } as const] : []),
    // Whoever decided cannot sign a second time.
    ...(told.needsSecond && told.newest?.decidedBy !== by
      ? [{ kind: 'second-signature' } as const]
      : []),
    ...(decided === 'lapsed' ? [{ kind: 'lapsed' } as const] : []),
    ...(decided === 'on-hold' ? [{ kind: 'on-hold' } as const] : []),
    ...(checkIsDue ? [{ kind: 'check' } as const] : []),
    ...(unreachedSince === null ? [] : [{ kind: 'unreached', since: unreachedSince } as const]),
    ...(question ? [{ kind: 'stuck', question } as const] : []),
    ...waiting.flatMap(({ kind, text, until }) =>
      kind === 'action' ? [{ kind, text, until: until ?? '' } as const] : [],
    ),
    ...(ground && isReviewDue(ground, today) ? [{ kind: 'review' } as const] : []),
    ...(ends !== null && isExpiring(ends, today)
      ? [{ kind: 'expires', on: ends, isPast: today >= ends } as const]
      : []),
    ...(isIdle ? [{ kind: 'idle' } as const] : []),
  ]
}

/** The words of the question that they cannot get past; '' for none. */
function stuckOn(overview: Overview | null, course: Course): string {
  const id = overview?.stuckOn
  const quiz = id ? findStep(course, id.slice(0, id.lastIndexOf('/'))) : null
  if (quiz?.kind !== 'quiz') return ''
  return quiz.item.questions.find((question) => question.id === id)?.ask ?? ''
}
