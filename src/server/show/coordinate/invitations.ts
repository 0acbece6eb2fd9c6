/** Invitations that nobody used or withdrew, those that somebody looks after. */
import { together } from '#db/client.ts'
import {
  findLinks,
  INVITATIONS_PAGE,
  invitationsQuery,
  type Reach,
  type WaitingInvitation,
} from '#db/links.ts'
import { mayInvite } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

export interface InvitationsPage {
  readonly state: 'waiting' | 'expired'
  /** Only one is shown, which was looked for. */
  readonly isOnly: boolean
  readonly rows: readonly WaitingInvitation[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** Whether they are of more than one programme. */
  readonly several: boolean
}

/** @param page from 1 @returns null where some of the reach is not theirs */
export async function showInvitations(
  by: Person,
  reach: Reach,
  asked: { readonly state: string | null; readonly page: number; readonly only?: string | null },
  now: number,
): Promise<InvitationsPage | null> {
  const { programmes, roles } = reach
  if (!programmes.every((one) => roles.every((role) => mayInvite(by, role, one)))) return null
  const only = asked.only ?? null
  const found = only === null ? null : (await findLinks([only]))[0]
  const isEnded = found ? found.expiresAt <= now : asked.state === 'expired'
  const state = isEnded ? 'expired' : 'waiting'
  return {
    state,
    isOnly: only !== null,
    ...(await together(invitationsQuery(reach, state, now, asked.page, only))),
    page: asked.page,
    pageSize: INVITATIONS_PAGE,
    several: programmes.length > 1,
  }
}
