/** Invitations that nobody used or withdrew, those that somebody looks after. */
import { together } from '#db/client.ts'
import {
  INVITATIONS_PAGE,
  invitationsQuery,
  type Reach,
  type WaitingInvitation,
} from '#db/links.ts'
import { mayInvite } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

export interface InvitationsPage {
  readonly state: 'waiting' | 'expired'
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
  asked: { readonly state: string | null; readonly page: number },
  now: number,
): Promise<InvitationsPage | null> {
  const { programmes, roles } = reach
  if (!programmes.every((one) => roles.every((role) => mayInvite(by, role, one)))) return null
  const state = asked.state === 'expired' ? 'expired' : 'waiting'
  return {
    state,
    ...(await together(invitationsQuery(reach, state, now, asked.page))),
    page: asked.page,
    pageSize: INVITATIONS_PAGE,
    several: programmes.length > 1,
  }
}
