import type { Query } from '#db/client.ts'
import { insertMail } from '#db/outbox.ts'
import { settings } from '#settings.ts'
import { newId } from '#server/trail/new-id.ts'

/** What tells somebody that something became of their account. */
export interface ToOwner {
  readonly recipient: string
  readonly subject: string
  readonly text: string
}

/** For the batch of what it tells about. @param mail null where they have no address */
export const tellOwner = (mail: ToOwner | null, now: number): readonly Query[] =>
  mail && settings().mail
    ? [insertMail({ id: newId(now), ...mail, createdAt: now, nextTryAt: now })]
    : []
