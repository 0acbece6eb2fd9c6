/** Several invitations made again: who gets a new one, and how, before anything is sent. */
import { read } from '#db/client.ts'
import { linksQuery, unusedInvitationsQuery, type LinkRow, type Reach } from '#db/links.ts'
import { mayInvite } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { unreachable } from '#server/people/mail-letters.ts'
import { mayMakeAgain } from '#server/people/resend-invitation.ts'

export interface InviteAgain {
  readonly mailed: readonly LinkRow[]
  readonly handed: readonly LinkRow[]
  /** How many of those that were chosen were used or withdrawn meanwhile. */
  readonly not: number
}

export type ChosenInvitations =
  | { readonly kind: 'some'; readonly ids: readonly string[] }
  | { readonly kind: 'all'; readonly state: 'waiting' | 'expired' }

/** A form takes no more fields than 500. */
const MOST = 400

/** Null where some of the reach is not theirs. */
export async function showInviteAgain(
  by: Person,
  reach: Reach,
  chosen: ChosenInvitations,
  now: number,
): Promise<InviteAgain | null> {
  const { programmes, roles } = reach
  if (!programmes.every((one) => roles.every((role) => mayInvite(by, role, one)))) return null
  const found = await read(
    chosen.kind === 'all'
      ? unusedInvitationsQuery(reach, chosen.state, now, MOST)
      : linksQuery(chosen.ids.slice(0, MOST)),
  )
  const able = found.filter(
    (link) => mayMakeAgain(by, reach, link) && link.usedAt === null && link.withdrawnAt === null,
  )
  const apart = await unreachable(
    able.map(({ email }) => email),
    now,
  )
  const isMailed = ({ email }: LinkRow): boolean =>
    email !== '' && settings().mail !== null && !apart.has(email)
  return {
    mailed: able.filter(isMailed),
    handed: able.filter((link) => !isMailed(link)),
    not: (chosen.kind === 'all' ? found.length : chosen.ids.length) - able.length,
  }
}
