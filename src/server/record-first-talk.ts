/** A coordinator writes down the first conversation with somebody who offered. */
import { insertFirstTalk, type ApplicationRow } from '#db/applications.ts'
import { write } from '#db/client.ts'
import type { Outcome } from '#domain/people/application.ts'
import type { Person } from '#domain/people/person.ts'
import { audited, isDouble } from './audited.ts'

export interface FirstTalkForm {
  readonly id: string
  readonly outcome: Outcome | null
  readonly message: string
  readonly internalNote: string
}

export type FirstTalkOutcome =
  | { readonly kind: 'saved' }
  | {
      readonly kind: 'refused'
      readonly problems: readonly ('outcome-missing' | 'message-missing' | 'too-long')[]
    }

/** Append-only: a later conversation is a new row, and the latest one counts. */
export async function recordFirstTalk(
  coordinator: Person,
  application: ApplicationRow,
  form: FirstTalkForm,
  now: number,
): Promise<FirstTalkOutcome> {
  const problems: ('outcome-missing' | 'message-missing' | 'too-long')[] = []
  if (!form.outcome) problems.push('outcome-missing')
  if (!form.message.trim()) problems.push('message-missing')
  if ([form.message, form.internalNote].some((text) => text.length > 4000))
    problems.push('too-long')
  if (!form.outcome || problems.length) return { kind: 'refused', problems }
  try {
    await write([
      insertFirstTalk({
        id: form.id,
        application: application.id,
        coordinator: coordinator.id,
        at: now,
        outcome: form.outcome,
        message: form.message.trim(),
        internalNote: form.internalNote.trim(),
      }),
      audited(
        now,
        coordinator.id,
        `first-talk:${form.outcome}`,
        application.id,
        application.programme,
      ),
    ])
  } catch (error) {
    if (!isDouble(error)) throw error
  }
  return { kind: 'saved' }
}
