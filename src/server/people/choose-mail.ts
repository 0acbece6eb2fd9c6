/** What somebody wants by mail: their own to say, whatever their roles. */
import { write } from '#db/client.ts'
import { putNoticeWish } from '#db/notices.ts'
import { kindsFor, type DigestWish, type NoticeKind } from '#domain/people/notices.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

/**
 * That they say so counts for the address that they see there, and for one that came back before.
 * @param digest null for who gets none
 */
export async function chooseMail(
  by: Person,
  wanted: readonly NoticeKind[],
  digest: DigestWish | null,
  now: number,
): Promise<void> {
  const kinds = kindsFor(by)
  const wishes = kinds.map((kind) =>
    kind === 'digest' && digest
      ? putNoticeWish({ person: by.id, kind, isOn: digest.isOn, digest, at: now })
      : putNoticeWish({ person: by.id, kind, isOn: wanted.includes(kind), at: now }),
  )
  if (wishes.length > 0) await write([...wishes, audited(now, by.id, 'mail-chosen', by.id, '')])
}
