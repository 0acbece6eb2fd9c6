/** A coordinator says what was done about something harmful that was seen, a concern, a hard time or a pause whose day is over: so that it leaves the list. */
import { GuardFailed, isTaken } from '#db/client.ts'
import { guardFollowUps, insertFollowUp, type FollowMatter } from '#db/follow-ups.ts'
import { takeUnowned } from '#db/task-holds.ts'
import { problemWithAgainOn, type AgainProblem } from '#domain/calendar/again-on.ts'
import type { Day } from '#domain/calendar/days.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { isCalled } from '#domain/readiness/danger.ts'
import { audited } from '#server/trail/audited.ts'
import { TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { writeAbout } from '#server/access/write-about.ts'

export interface FollowUpForm {
  readonly id: string
  readonly text: string
  /** `YYYY-MM-DD`, or '' where it is settled. */
  readonly againOn: string
  /** Only of a danger: whoever says it looks after it, and it stays on the list. */
  readonly staysOpen?: boolean
  /** How many were there when the form was opened. */
  readonly seen: number
}

export type FollowUpProblem = 'text-missing' | 'too-long' | 'stays-or-day' | AgainProblem

export type FollowUpOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else did something about it since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly FollowUpProblem[] }
  | NotAllowed

/** @param today `YYYY-MM-DD` */
export async function followUp(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  matter: Pick<FollowMatter, 'kind' | 'about'>,
  form: FollowUpForm,
  today: Day,
  now: number,
): Promise<FollowUpOutcome> {
  if (!mayReadInternal(coordinator, trainee)) return NOT_ALLOWED
  const problems: FollowUpProblem[] = []
  const text = form.text.trim()
  const againOn = form.againOn.trim()
  if (!text) problems.push('text-missing')
  if (text.length > TEXT_LENGTH) problems.push('too-long')
  // A pause goes on until its person ends it: without a day nobody would ever ask again.
  const staysOpen = form.staysOpen === true && isCalled(matter.kind)
  if (staysOpen && againOn) problems.push('stays-or-day')
  else if (againOn || matter.kind === 'pause') {
    const problem = problemWithAgainOn(againOn, today)
    if (problem) problems.push(problem)
  }
  if (problems.length) return { kind: 'refused', problems }
  const about = { person: trainee.id, programme: trainee.programme }
  try {
    const written = await writeAbout(trainee, [
      guardFollowUps(matter.about, form.id, form.seen),
      insertFollowUp({
        id: form.id,
        kind: matter.kind,
        about: matter.about,
        person: trainee.id,
        programme: trainee.programme,
        coordinator: coordinator.id,
        at: now,
        text,
        againOn: againOn || null,
        staysOpen,
      }),
      ...(staysOpen && isCalled(matter.kind)
        ? [takeUnowned({ id: form.id, ...about, reason: matter.kind }, coordinator.id, now)]
        : []),
      audited(now, coordinator.id, `followed-up:${matter.kind}`, trainee.id, trainee.programme),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (!isTaken(error, 'follow_ups')) throw error
  }
  return { kind: 'saved' }
}
