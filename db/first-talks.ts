/** First conversations with people who offered to mentor. */
import { desc, eq } from 'drizzle-orm'
import { database, guard, reading, type Query, type Reading } from './client.ts'
import { firstTalks, people } from './schema.ts'

export const insertFirstTalk = (row: typeof firstTalks.$inferInsert): Query =>
  database().insert(firstTalks).values(row)

/** For a batch: it fails when others than this coordinator have written down more talks than were seen. */
export const guardFirstTalks = (application: string, coordinator: string, seen: number): Query =>
  guard('(SELECT count(*) FROM first_talks WHERE application = ? AND coordinator <> ?) <= ?', [
    application,
    coordinator,
    seen,
  ])

export interface SeenFirstTalk {
  readonly talk: typeof firstTalks.$inferSelect
  readonly coordinatorName: string
}

/** Newest first, with the coordinator's name. */
export const firstTalksQuery = (application: string): Reading<SeenFirstTalk[]> =>
  reading(
    database()
      .select({ talk: firstTalks, coordinatorName: people.name })
      .from(firstTalks)
      .innerJoin(people, eq(people.id, firstTalks.coordinator))
      .where(eq(firstTalks.application, application))
      .orderBy(desc(firstTalks.at), desc(firstTalks.id)),
  )
