import { insertAudit } from '#db/audit.ts'
import { write } from '#db/client.ts'
import { findLink, withdrawLink } from '#db/links.ts'
import type { Person } from '#domain/people/person.ts'
import { newId } from './new-id.ts'

/** Nothing happens for a link of another programme, or one that was used. */
export async function withdrawInvitation(
  by: Person,
  programmes: readonly string[],
  id: string,
  now: number,
): Promise<void> {
  const link = await findLink(id)
  if (link?.kind !== 'invitation' || !programmes.includes(link.programme)) return
  await write([
    withdrawLink(id, now),
    insertAudit({
      id: newId(now),
      at: now,
      actor: by.id,
      act: 'invitation-withdrawn',
      subject: id,
      programme: link.programme,
    }),
  ])
}
