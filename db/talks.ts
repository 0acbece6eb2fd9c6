import { desc, eq } from 'drizzle-orm'
import { database, read, reading, type Query, type Reading } from './client.ts'
import { people, talks } from './schema.ts'

export type TalkRow = typeof talks.$inferSelect & { readonly coordinatorName: string }

export const insertTalk = (row: typeof talks.$inferInsert): Query =>
  database().insert(talks).values(row)

/** Newest first. */
const talksQuery = (person: string): Reading<TalkRow[]> =>
  reading(
    database()
      .select({ talk: talks, coordinatorName: people.name })
      .from(talks)
      .innerJoin(people, eq(people.id, talks.coordinator))
      .where(eq(talks.person, person))
      .orderBy(desc(talks.heldAt), desc(talks.id)),
    (rows) => rows.map(({ talk, coordinatorName }) => ({ ...talk, coordinatorName })),
  )

export const listTalks = (person: string): Promise<TalkRow[]> => read(talksQuery(person))
