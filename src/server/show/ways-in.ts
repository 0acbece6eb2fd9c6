/** How somebody is reached, and which ways in they have. */
import { together } from '#db/client.ts'
import { findPersonRow, personRowQuery } from '#db/people.ts'
import type { Contact } from '#domain/people/contact.ts'
import { isTraineeOnly, type Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { factorIn, factorReadings, type OwnFactor } from './factor.ts'

/** Only for its owner, for mail to them, and for their coordinators. */
export async function showContact({ id }: Pick<Person, 'id'>): Promise<Contact> {
  const row = await findPersonRow(id)
  return { email: row?.email ?? '', phone: row?.phone ?? '' }
}

export interface WaysIn {
  readonly contact: Contact
  readonly hasPassword: boolean
  /** Whether a code can be mailed from here, and to somebody like them. */
  readonly byMail: boolean
  /** Whether mail is sent from here at all. */
  readonly canMail: boolean
  /** Whether a coordinator can make a code for them. */
  readonly byCode: boolean
  /** What they have for the second step; null for whoever is asked for none. */
  readonly factor: OwnFactor | null
}

export async function showWaysIn(by: Person): Promise<WaysIn> {
  const { row, ...found } = await together({ row: personRowQuery(by.id), ...factorReadings(by) })
  const canMail = settings().mail !== null
  return {
    contact: { email: row?.email ?? '', phone: row?.phone ?? '' },
    hasPassword: row?.passwordHash !== null && row?.passwordHash !== undefined,
    byMail: canMail && isTraineeOnly(by),
    canMail,
    byCode: isTraineeOnly(by),
    factor: factorIn(by, found),
  }
}
