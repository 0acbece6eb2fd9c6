/** How to reach whoever asked by themselves. Nothing else reads this table, and nothing joins it to anything. */
import { eq } from 'drizzle-orm'
import type { ReachedBy } from '#domain/pairing/request.ts'
import { database, type Query } from './client.ts'
import { requestContacts } from './schema.ts'

export interface RequestContact {
  readonly way: string
  readonly contact: string
}

export const putRequestContact = (row: {
  readonly request: string
  readonly way: ReachedBy
  readonly contact: string
  readonly at: number
}): Query => {
  const { request: _, at: _at, ...set } = row
  return database()
    .insert(requestContacts)
    .values(row)
    .onConflictDoUpdate({ target: requestContacts.request, set })
}

export const deleteRequestContact = (request: string): Query =>
  database().delete(requestContacts).where(eq(requestContacts.request, request))

export async function findRequestContact(request: string): Promise<RequestContact | null> {
  const [row] = await database()
    .select({ way: requestContacts.way, contact: requestContacts.contact })
    .from(requestContacts)
    .where(eq(requestContacts.request, request))
  return row ?? null
}
