import { guard, GuardFailed, write } from '#db/client.ts'
import { findLink, isWithin, linkIsUnused, withdrawLink, type Reach } from '#db/links.ts'
import { mayInvite } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

/** Nothing happens for a link out of reach, or one that was used or withdrawn meanwhile. */
export async function withdrawInvitation(
  by: Person,
  reach: Reach,
  id: string,
  now: number,
): Promise<boolean> {
  const link = await findLink(id)
  if (!link?.role || !isWithin(link, reach) || !mayInvite(by, link.role, link.programme))
    return false
  try {
    await write([
      guard(linkIsUnused.sql, [id]),
      withdrawLink(id, now),
      audited(now, by.id, 'invitation-withdrawn', id, link.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return false
    throw error
  }
  return true
}
