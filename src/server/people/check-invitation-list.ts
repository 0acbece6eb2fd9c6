/** A list against what is known: cohorts, invitations that wait, and who has an account already. */
import { listCohorts } from '#db/cohorts.ts'
import { accountsUnder, waitingAddresses } from '#db/links.ts'
import type { Around } from '#domain/people/invitation-list.ts'
import { mayInvite, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { unreachable } from './mail-letters.ts'
import { readInvitationList, type ReadList } from './read-invitation-list.ts'

export interface CheckedAgainst {
  readonly list: ReadList
  /** Addresses to which nothing can be mailed from here: their links are handed over. */
  readonly unreachable: ReadonlySet<string>
}

/** @param text as pasted; nothing is written */
export async function checkInvitationList(
  by: Person,
  text: string,
  wish: Pick<Around, 'language' | 'columns' | 'sameNames'> & { readonly programme: string },
  now: number,
): Promise<CheckedAgainst | NotAllowed> {
  if (!mayInvite(by, 'trainee', wish.programme)) return NOT_ALLOWED
  const [cohorts, waiting] = await Promise.all([
    listCohorts([wish.programme]),
    waitingAddresses(wish.programme, now),
  ])
  const around = {
    ...wish,
    cohort: null,
    cohorts: cohorts.filter(({ archivedAt }) => archivedAt === null),
    waiting,
  }
  const read = readInvitationList(text, { ...around, accounts: new Set() })
  if (read.kind !== 'checked') return { list: read, unreachable: new Set() }
  const addresses = read.rows.map(({ email }) => email).filter(Boolean)
  return {
    list: readInvitationList(text, { ...around, accounts: await accountsUnder(addresses) }),
    unreachable: await unreachable(addresses, now),
  }
}
