import { desc, eq } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { people, talks } from './schema.ts'

export type TalkRow = typeof talks.$inferSelect & { readonly coordinatorName: string }

export const insertTalk = (row: typeof talks.$inferInsert): Query =>
  database().insert(talks).values(row)

/** Newest first. */
export async function listTalks(person: string): Promise<TalkRow[]> {
  const rows = await database()
    .select({ talk: talks, coordinatorName: people.name })
    .from(talks)
    .innerJoin(people, eq(people.id, talks.coordinator))
    .where(eq(talks.person, person))
    .orderBy(desc(talks.heldAt), desc(talks.id))
  return rows.map(({ talk, coordinatorName }) => ({ ...talk, coordinatorName }))
}
