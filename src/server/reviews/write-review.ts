/** A coordinator writes a support review; the mentor reads it. Concerns are notes of their own. */
import { GuardFailed, write, isTaken } from '#db/client.ts'
import {
  guardReviews,
  insertReview,
  insertReviewAction,
  listReviews,
  updateActionDone,
} from '#db/reviews.ts'
import { isDay, plusDays, type Day } from '#domain/calendar/days.ts'
import { findStep, type Course } from '#domain/course/course.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { problemWithDay, TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { newId } from '#server/trail/new-id.ts'
import { writeAbout } from '#server/access/write-about.ts'

export interface ReviewForm {
  readonly id: string
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly wentWell: string
  readonly stayed: string
  readonly skill: string
  /** 1 to 5, or null. */
  readonly wellbeing: number | null
  /** 0 to MOST_PEOPLE, or null. */
  readonly capacity: number | null
  readonly nextOn: string
  /** How many reviews of others the form showed or knew of. */
  readonly seen: number
  readonly actions: readonly {
    readonly text: string
    readonly dueOn: string
    /** Item id of a lesson, or ''. */
    readonly lesson: string
  }[]
}

export type ReviewProblem =
  | 'text-missing'
  | 'day-malformed'
  | 'day-future'
  | 'wellbeing-missing'
  | 'capacity-missing'
  | 'next-malformed'
  | 'next-past'
  | 'next-too-far'
  | 'too-long'
  | 'oneself'
  | 'action-text'
  | 'action-day'

export type ReviewOutcome =
  | { readonly kind: 'saved' }
  /** Another coordinator wrote one since the form was opened: the latest one counts, so nothing is saved before it was seen. */
  | { readonly kind: 'meanwhile' }
  | {
      readonly kind: 'refused'
      /** With the number of the action from 0, where it is about one. */
      readonly problems: readonly (readonly [ReviewProblem, number?])[]
    }
  | NotAllowed

/** The same form sent twice is saved once. */
export async function writeReview(
  coordinator: Person,
  mentor: { readonly id: string; readonly programme: string },
  course: Course,
  form: ReviewForm,
  now: number,
): Promise<ReviewOutcome> {
  if (!mayDecideIn(coordinator, mentor.programme)) return NOT_ALLOWED
  const problems = problemsWith(coordinator, mentor.id, form, momentOf(mentor.programme, now).today)
  const { wellbeing, capacity } = form
  if (problems.length || wellbeing === null || capacity === null)
    return { kind: 'refused', problems }
  // Noon is the same day in every programme's time zone.
  const heldAt = Math.min(now, Date.parse(`${form.day}T12:00:00Z`))
  try {
    const written = await writeAbout(mentor, [
      guardReviews(mentor.id, mentor.programme, coordinator.id, form.seen),
      insertReview({
        id: form.id,
        person: mentor.id,
        programme: mentor.programme,
        coordinator: coordinator.id,
        heldAt,
        wentWell: form.wentWell.trim(),
        stayed: form.stayed.trim(),
        skill: form.skill.trim(),
        wellbeing,
        capacity,
        nextOn: form.nextOn,
      }),
      ...form.actions.filter(isUsed).map(({ text, dueOn, lesson }) =>
        insertReviewAction({
          id: newId(now),
          review: form.id,
          text: text.trim(),
          dueOn,
          lesson: findStep(course, lesson)?.kind === 'lesson' ? lesson : '',
          doneAt: null,
        }),
      ),
      audited(now, coordinator.id, 'review-written', mentor.id, mentor.programme),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (!isTaken(error, 'support_reviews')) throw error
  }
  return { kind: 'saved' }
}

export type FinishOutcome =
  | { readonly kind: 'done' }
  /** It was agreed in none of the mentor's reviews that who acts may read. */
  | { readonly kind: 'not-there' }
  | NotAllowed

/** Marks something agreed as done: a coordinator, or the mentor themself. */
export async function finishAction(
  by: Person,
  mentor: { readonly id: string; readonly programme: string },
  action: string,
  now: number,
): Promise<FinishOutcome> {
  const isOwn = by.id === mentor.id
  if (!isOwn && !mayDecideIn(by, mentor.programme)) return NOT_ALLOWED
  const reviews = await listReviews(mentor.id, isOwn ? null : mentor.programme)
  const found = reviews.flatMap(({ actions }) => actions).find(({ id }) => id === action)
  if (!found) return { kind: 'not-there' }
  if (found.doneAt === null)
    await write([
      updateActionDone(action, now),
      audited(now, by.id, 'review-action-done', mentor.id, mentor.programme),
    ])
  return { kind: 'done' }
}

type Action = ReviewForm['actions'][number]
const isUsed = ({ text, dueOn, lesson }: Action): boolean => Boolean(text.trim() || dueOn || lesson)

function problemsWith(
  coordinator: Person,
  mentor: string,
  form: ReviewForm,
  today: Day,
): (readonly [ReviewProblem, number?])[] {
  const problems: (readonly [ReviewProblem, number?])[] = []
  const day = problemWithDay(form.day, today)
  if (coordinator.id === mentor) problems.push(['oneself'])
  if (day) problems.push([day])
  if (!form.wentWell.trim()) problems.push(['text-missing'])
  if ([form.wentWell, form.stayed, form.skill].some((text) => text.length > TEXT_LENGTH))
    problems.push(['too-long'])
  if (form.wellbeing === null) problems.push(['wellbeing-missing'])
  if (form.capacity === null) problems.push(['capacity-missing'])
  form.actions.forEach((action, index) => {
    if (!isUsed(action)) return
    if (!action.text.trim() || action.text.length > 500) problems.push(['action-text', index])
    if (!isDay(action.dueOn)) problems.push(['action-day', index])
  })
  if (!isDay(form.nextOn)) problems.push(['next-malformed'])
  else if (form.nextOn <= form.day || form.nextOn < today) problems.push(['next-past'])
  else if (form.nextOn > plusDays(today, 366)) problems.push(['next-too-far'])
  return problems
}
