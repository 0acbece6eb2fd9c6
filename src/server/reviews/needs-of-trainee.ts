/** What of a trainee waits for a coordinator, in the order of the record's list. */
import { isFollowed, type FollowMatter, type Matter } from '#db/follow-ups.ts'
import type { Overview } from '#db/records.ts'
import type { ReviewLine } from '#db/reviews.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { findStep, type Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { isExpiring } from '#domain/readiness/attention.ts'
import { isReviewDue, meetingsSince, mentorsUnder, reviewsGoOn } from '#domain/reviews/rhythm.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'
import type { TraineeState } from '#server/readiness/readiness.ts'

export type TraineeNeed =
  | { readonly kind: 'matter'; readonly matter: FollowMatter }
  /** Milliseconds since 1970. */
  | { readonly kind: 'help' | 'reflection' | 'sign-off'; readonly since: number }
  | { readonly kind: 'second-signature' | 'lapsed' | 'review' }
  | { readonly kind: 'stuck'; readonly question: string }
  /** `YYYY-MM-DD`: the day by which it was to be done. */
  | { readonly kind: 'action'; readonly text: string; readonly until: string }
  /** `YYYY-MM-DD` */
  | { readonly kind: 'expires'; readonly on: string; readonly isPast: boolean }

export interface NeedsGround {
  /** Person ids of who looks and of whom it is about. */
  readonly by: string
  readonly trainee: string
  readonly state: TraineeState
  readonly overview: Overview | null
  readonly progress: Progress
  readonly matters: readonly Matter[]
  readonly reviewLine: ReviewLine | null
  readonly course: Course
}

export function needsOf(
  { by, trainee, state, overview, progress, matters, reviewLine, course }: NeedsGround,
  now: number,
): TraineeNeed[] {
  const { timeZone } = state.facts
  const today = dayAt(now, timeZone)
  const { newest, inForce, needsSecond } = state.told
  // As the coordinator's home counts: by what holds, else by what was decided last.
  const under = inForce ?? mentorsUnder(state.signOffs)
  const reviewIsDue =
    under !== null &&
    reviewsGoOn(state.standing) &&
    isReviewDue(
      {
        decidedAt: under.decidedAt,
        nextOn: reviewLine?.nextOn ?? null,
        meetings: meetingsSince(under.decidedAt, meetingsOf({ progress }), timeZone),
        timeZone,
      },
      today,
    )
  const expires = under?.expiresOn && isExpiring(under.expiresOn, today) ? under.expiresOn : null
  // Nobody reads here what worries others about them.
  const waiting = matters.filter(({ waits }) => waits && by !== trainee)
  const question = stuckOn(overview, course)
  return [
    ...waiting.filter(isFollowed).map((matter) => ({ kind: 'matter', matter }) as const),
    // The inbox answers who is here; who is gone has it above.
    ...(overview?.helpAt && !matters.some(({ kind }) => kind === 'help')
      ? [{ kind: 'help', since: overview.helpAt } as const]
      : []),
    ...(overview?.reflectionAt
      ? [{ kind: 'reflection', since: overview.reflectionAt } as const]
      : []),
    ...(state.standing === 'waiting-for-sign-off' && overview?.askedAt
      ? [{ kind: 'sign-off', since: overview.askedAt } as const]
      : []),
    // Whoever decided cannot sign a second time.
    ...(needsSecond && newest?.decidedBy !== by ? [{ kind: 'second-signature' } as const] : []),
    ...(state.standing === 'lapsed' ? [{ kind: 'lapsed' } as const] : []),
    ...(question ? [{ kind: 'stuck', question } as const] : []),
    ...waiting.flatMap(({ kind, text, until }) =>
      kind === 'action' ? [{ kind, text, until: until ?? '' } as const] : [],
    ),
    ...(reviewIsDue ? [{ kind: 'review' } as const] : []),
    ...(expires === null
      ? []
      : [{ kind: 'expires', on: expires, isPast: today >= expires } as const]),
  ]
}

/** The words of the question that they cannot get past; '' for none. */
function stuckOn(overview: Overview | null, course: Course): string {
  const id = overview?.stuckOn
  const quiz = id ? findStep(course, id.slice(0, id.lastIndexOf('/'))) : null
  if (quiz?.kind !== 'quiz') return ''
  return quiz.item.questions.find((question) => question.id === id)?.ask ?? ''
}
