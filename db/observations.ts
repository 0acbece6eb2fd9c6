import { desc, eq } from 'drizzle-orm'
import type { Observation } from '#domain/readiness/assess.ts'
import type { Level } from '#domain/readiness/competency.ts'
import { database, type Query } from './client.ts'
import { observations, observedLevels, people } from './schema.ts'

export interface SeenObservation extends Observation {
  readonly note: string
  readonly observerName: string
}

export const insertObservation = (
  row: typeof observations.$inferInsert,
  levels: Readonly<Record<string, Level>>,
): Query[] => [
  database().insert(observations).values(row),
  ...Object.entries(levels).map(([competency, level]) =>
    database().insert(observedLevels).values({ observation: row.id, competency, level }),
  ),
]

/** Newest first. */
export async function listObservations(person: string): Promise<SeenObservation[]> {
  const rows = await database()
    .select({ seen: observations, level: observedLevels, observerName: people.name })
    .from(observations)
    .innerJoin(people, eq(people.id, observations.observer))
    .leftJoin(observedLevels, eq(observedLevels.observation, observations.id))
    .where(eq(observations.person, person))
    .orderBy(desc(observations.observedAt), desc(observations.id))
  const found = new Map<string, SeenObservation & { levels: Record<string, Level> }>()
  for (const { seen, level, observerName } of rows) {
    const { id, observedAt, note } = seen
    const one = found.get(id) ?? { id, observedAt, note, observerName, levels: {} }
    if (level) one.levels[level.competency] = level.level as Level
    found.set(id, one)
  }
  return [...found.values()]
}

export async function findObservation(id: string): Promise<{ person: string } | null> {
  const [row] = await database()
    .select({ person: observations.person })
    .from(observations)
    .where(eq(observations.id, id))
  return row ?? null
}
