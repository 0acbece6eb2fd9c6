/** A coordinator writes down the first conversation with somebody who offered. */
import type { ApplicationRow } from '#db/applications.ts'
import { guardNotJoined } from '#db/application-joins.ts'
import { guardFirstTalks, insertFirstTalk } from '#db/first-talks.ts'
import { GuardFailed, write, isTaken } from '#db/client.ts'
import { closeForm } from '#db/open-forms.ts'
import { problemWithAgainOn, type AgainProblem } from '#domain/calendar/again-on.ts'
import type { Outcome } from '#domain/people/application.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { momentOf } from '#server/calendar/clock.ts'

export interface FirstTalkForm {
  readonly id: string
  readonly outcome: Outcome | null
  readonly message: string
  readonly internalNote: string
  /** Only `later`: `YYYY-MM-DD`, from which day on it waits again. */
  readonly againOn: string
  /** How many talks of others the form showed. */
  readonly seen: number
}

export type FirstTalkProblem = 'outcome-missing' | 'message-missing' | 'too-long' | AgainProblem

export type FirstTalkOutcome =
  | NotAllowed
  | { readonly kind: 'saved' }
  /** Another coordinator wrote down a talk since the form was opened: nothing is saved before it was seen. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly FirstTalkProblem[] }

/** Append-only: a later conversation is a new row, and the latest one counts. */
export async function recordFirstTalk(
  coordinator: Person,
  application: ApplicationRow,
  form: FirstTalkForm,
  now: number,
): Promise<FirstTalkOutcome> {
  if (!mayDecideIn(coordinator, application.programme)) return NOT_ALLOWED
  const problems: FirstTalkProblem[] = []
  if (!form.outcome) problems.push('outcome-missing')
  if (!form.message.trim()) problems.push('message-missing')
  if ([form.message, form.internalNote].some((text) => text.length > 4000))
    problems.push('too-long')
  const isLater = form.outcome === 'later'
  const again = isLater
    ? problemWithAgainOn(form.againOn.trim(), momentOf(application.programme, now).today)
    : null
  if (again) problems.push(again)
  if (!form.outcome || problems.length) return { kind: 'refused', problems }
  try {
    await write([
      guardNotJoined(application.id),
      guardFirstTalks(application.id, coordinator.id, form.seen),
      insertFirstTalk({
        id: form.id,
        application: application.id,
        coordinator: coordinator.id,
        at: now,
        outcome: form.outcome,
        message: form.message.trim(),
        internalNote: form.internalNote.trim(),
        againOn: isLater ? form.againOn.trim() : null,
      }),
      closeForm(application.id, coordinator.id),
      audited(
        now,
        coordinator.id,
        `first-talk:${form.outcome}`,
        application.id,
        application.programme,
      ),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (!isTaken(error, 'first_talks')) throw error
  }
  return { kind: 'saved' }
}
