/** Observed role plays. A finished one is never changed; an amendment is a row of its own, and both are kept. */
import { desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { Observation, SeenHarm } from '#domain/readiness/evidence.ts'
import type { Level } from '#domain/readiness/competency.ts'
import { database, once, read, reading, type Query, type Reading } from './client.ts'
import { observations, observedLevels, people } from './schema.ts'

export interface SeenObservation extends Observation {
  readonly note: string
  readonly observer: string
  readonly observerName: string
  /** Person id, or null. */
  readonly secondObserver: string | null
  readonly secondObserverName: string | null
  /** What the observer wrote about single lines, by competency. */
  readonly lineNotes: Readonly<Record<string, string>>
  readonly traineeNote: string
  /** Id of the observation that this one stands in the place of, or null. */
  readonly amends: string | null
  readonly amendReason: string
  /** Id of the observation that stands in the place of this one, or null: it no longer counts. */
  readonly amendedBy: string | null
  readonly writtenAt: number
  readonly harms: Readonly<Record<string, SeenHarm>>
}

/** @param notes, harms by competency; only of lines that have a level */
export const insertObservation = (
  row: typeof observations.$inferInsert,
  levels: Readonly<Record<string, Level>>,
  notes: Readonly<Record<string, string>> = {},
  harms: Readonly<Record<string, SeenHarm>> = {},
): Query[] => [
  database().insert(observations).values(row),
  ...Object.entries(levels).map(([competency, level]) =>
    database()
      .insert(observedLevels)
      .values({
        observation: row.id,
        competency,
        level,
        note: notes[competency] ?? '',
        harm: harms[competency]?.said ?? '',
        liftedAt: harms[competency]?.liftedAt ?? 0,
      }),
  ),
]

const second = alias(people, 'second')
const LEVEL = z.literal([0, 1, 2, 3])

/** Newest first; those that were amended too. */
export const observationsQuery = once((person: string): Reading<SeenObservation[]> =>
  reading(selectObservations(person), withLevels),
)

export const listObservations = (person: string): Promise<SeenObservation[]> =>
  read(observationsQuery(person))

const selectObservations = (person: string) =>
  database()
    .select({
      seen: observations,
      level: observedLevels,
      observerName: people.name,
      secondObserverName: second.name,
    })
    .from(observations)
    .innerJoin(people, eq(people.id, observations.observer))
    .leftJoin(second, eq(second.id, observations.secondObserver))
    .leftJoin(observedLevels, eq(observedLevels.observation, observations.id))
    .where(eq(observations.person, person))
    .orderBy(desc(observations.observedAt), desc(observations.id))

function withLevels(rows: Awaited<ReturnType<typeof selectObservations>>): SeenObservation[] {
  const amendedBy = new Map(rows.map(({ seen }) => [seen.amends, seen.id]))
  const found = new Map<
    string,
    SeenObservation & {
      levels: Record<string, Level>
      lineNotes: Record<string, string>
      harms: Record<string, SeenHarm>
    }
  >()
  for (const { seen, level, observerName, secondObserverName } of rows) {
    const one = found.get(seen.id) ?? {
      ...seen,
      // Rows from before the desk have no time of writing.
      writtenAt: seen.writtenAt || seen.observedAt,
      observerName,
      secondObserverName,
      amendedBy: amendedBy.get(seen.id) ?? null,
      levels: {},
      lineNotes: {},
      harms: {},
    }
    if (level) {
      one.levels[level.competency] = LEVEL.parse(level.level)
      if (level.note) one.lineNotes[level.competency] = level.note
      if (level.harm)
        one.harms[level.competency] = { said: level.harm, liftedAt: LEVEL.parse(level.liftedAt) }
    }
    found.set(seen.id, one)
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
