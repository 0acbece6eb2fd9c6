/** Inviting one person: into which cohorts, and from which offer to mentor. */
import { findApplication } from '#db/applications.ts'
import { listCohorts, type CohortRow } from '#db/cohorts.ts'
import { accountsUnder } from '#db/links.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { isEmail, programmesAs, type Person } from '#domain/people/person.ts'

/** Somebody who offered to mentor. */
export interface Offered {
  /** Of the application. */
  readonly id: string
  readonly name: string
  /** '' where they left another contact. */
  readonly email: string
  readonly language: string
  readonly programme: string
}

export interface InviteShown {
  readonly from: Offered | null
  readonly programmes: readonly string[]
  /** Of these programmes, archived ones left out. */
  readonly cohorts: readonly CohortRow[]
}

/** @param application id, or null for somebody new @returns null for a foreign and an absent application alike (R15) */
export async function showInvite(
  by: Person,
  application: string | null,
): Promise<InviteShown | null> {
  const coordinates = programmesAs(by, 'coordinator')
  if (coordinates.length === 0) return null
  const from = application ? await offeredIn(application, coordinates) : null
  if (coordinates.length === 0 || (application && !from)) return null
  const programmes = from ? [from.programme] : coordinates
  const cohorts = await listCohorts(programmes)
  return { from, programmes, cohorts: cohorts.filter(({ archivedAt }) => archivedAt === null) }
}

async function offeredIn(id: string, programmes: readonly string[]): Promise<Offered | null> {
  const found = isUuid(id) ? await findApplication(id, programmes) : null
  if (!found) return null
  const { name, language, programme } = found
  const contact = found.contact.toLowerCase()
  return { id, name, email: isEmail(contact) ? contact : '', language, programme }
}

/** Whether somebody has an account under an address, as it was typed into the form of an invitation. */
export const hasAccount = async (address: string): Promise<boolean> =>
  isEmail(address) && (await accountsUnder([address])).size > 0
