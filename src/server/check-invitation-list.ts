/** A list against what is known: cohorts, invitations that wait, and who has an account already. */
import { listCohorts } from '#db/cohorts.ts'
import { accountsUnder, waitingAddresses } from '#db/links.ts'
import type { Around } from '#domain/people/invitation-list.ts'
import { readInvitationList, type ReadList } from './read-invitation-list.ts'

/** @param text as pasted; nothing is written */
export async function checkInvitationList(
  text: string,
  wish: Pick<Around, 'language' | 'columns' | 'sameNames'> & { readonly programme: string },
  now: number,
): Promise<ReadList> {
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
  if (read.kind !== 'checked') return read
  const addresses = read.rows.map(({ email }) => email).filter(Boolean)
  return readInvitationList(text, { ...around, accounts: await accountsUnder(addresses) })
}
