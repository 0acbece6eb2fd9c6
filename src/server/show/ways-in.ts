/** How somebody is reached, and which ways in they have. */
import { findPersonRow } from '#db/people.ts'
import type { Contact } from '#domain/people/contact.ts'
import { isTraineeOnly, type Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'

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
}

export async function showWaysIn(by: Person): Promise<WaysIn> {
  const row = await findPersonRow(by.id)
  const canMail = settings().mail !== null
  return {
    contact: { email: row?.email ?? '', phone: row?.phone ?? '' },
    hasPassword: row?.passwordHash !== null && row?.passwordHash !== undefined,
    byMail: canMail && isTraineeOnly(by),
    canMail,
    byCode: isTraineeOnly(by),
  }
}
