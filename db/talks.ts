import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { database, json, read, reading, type Query, type Reading } from './client.ts'
import { people, talks } from './schema.ts'

export interface TalkRow extends Omit<typeof talks.$inferSelect, 'areas'> {
  readonly coordinatorName: string
  /** Ids. */
  readonly areas: readonly string[]
}

export const insertTalk = ({ areas, ...row }: Omit<TalkRow, 'coordinatorName'>): Query =>
  database()
    .insert(talks)
    .values({ ...row, areas: JSON.stringify(areas) })

const AREAS = json(z.array(z.string()))

/** Newest first. */
const talksQuery = (person: string): Reading<TalkRow[]> =>
  reading(
    database()
      .select({ talk: talks, coordinatorName: people.name })
      .from(talks)
      .innerJoin(people, eq(people.id, talks.coordinator))
      .where(eq(talks.person, person))
      .orderBy(desc(talks.heldAt), desc(talks.id)),
    (rows) =>
      rows.map(({ talk, coordinatorName }) => ({
        ...talk,
        areas: AREAS.parse(talk.areas),
        coordinatorName,
      })),
  )

export const listTalks = (person: string): Promise<TalkRow[]> => read(talksQuery(person))
