/** The form of a support review: what stands in it, and which field a problem belongs to. */
import type { Day } from '#domain/calendar/days.ts'
import { MOST_ACTIONS, MOST_PEOPLE } from '#domain/reviews/review-limits.ts'
import { usualNextReview } from '#domain/reviews/rhythm.ts'
import type { ReviewForm, ReviewProblem } from '#server/reviews/write-review.ts'
import { line, shownThen, text, typedIn, uuid, whole, type Box } from './typed.ts'

/** Which of the things agreed, from 0. */
export const ACTIONS: readonly number[] = Array.from({ length: MOST_ACTIONS }, (_, n) => n)

const within = (least: number, most: number) =>
  whole.transform((n) => (n >= least && n <= most ? n : null))

const FIELDS = {
  id: uuid,
  seen: shownThen,
  day: line,
  wentWell: text,
  stayed: text,
  skill: text,
  wellbeing: within(1, 5),
  capacity: within(0, MOST_PEOPLE),
  nextOn: line,
}
/** Of each thing agreed. */
const ACTION_FIELDS: Readonly<Record<string, typeof text>> = Object.fromEntries(
  ACTIONS.flatMap((n) => ['action', 'due', 'lesson'].map((name) => [`${name}-${n}`, text])),
)
const isField = (name: string): name is keyof typeof FIELDS => name in FIELDS

export interface TypedReview {
  readonly isSent: boolean
  readonly values: ReviewForm
  readonly problems: Record<string, string>
  box(name: string): Box
}

export function typedReview(post: App.Locals['post'], today: Day): TypedReview {
  const form = typedIn(post, FIELDS, { day: today, nextOn: usualNextReview(today) })
  const agreed = typedIn(post, ACTION_FIELDS)
  const actions = ACTIONS.map((n) => ({
    text: agreed.raw(`action-${n}`),
    dueOn: agreed.raw(`due-${n}`).trim(),
    lesson: agreed.raw(`lesson-${n}`),
  }))
  const { isSent, values, problems } = form
  return {
    isSent,
    values: { ...values, actions },
    problems,
    box: (name) =>
      isField(name) ? form.box(name) : { ...agreed.box(name), problem: problems[name] },
  }
}

const PLACES: Readonly<Record<ReviewProblem, string>> = {
  oneself: 'wentWell',
  'text-missing': 'wentWell',
  'too-long': 'wentWell',
  'day-malformed': 'day',
  'day-future': 'day',
  'wellbeing-missing': 'wellbeing',
  'capacity-missing': 'capacity',
  'next-malformed': 'nextOn',
  'next-past': 'nextOn',
  'next-too-far': 'nextOn',
  'action-text': 'action-',
  'action-day': 'due-',
}

/** @param index of the thing agreed that the problem is about, from 0 */
export const placeOfProblem = (problem: ReviewProblem, index: number | undefined): string =>
  `${PLACES[problem]}${index ?? ''}`
