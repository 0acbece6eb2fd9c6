import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { OUTSIDE_KINDS, type OutsideEvidence } from '#domain/readiness/evidence.ts'
import { database, once, read, reading, type Query, type Reading } from './client.ts'
import { outsideEvidence, people } from './schema.ts'

export interface SeenOutsideEvidence extends OutsideEvidence {
  readonly enteredAt: number
  readonly enteredByName: string
  readonly source: string
  /** `YYYY-MM-DD` */
  readonly happenedOn: string
}

export const OUTSIDE_KIND = z.enum(OUTSIDE_KINDS)

export const insertOutsideEvidence = (row: typeof outsideEvidence.$inferInsert): Query =>
  database().insert(outsideEvidence).values(row)

/** Newest first. */
export const outsideEvidenceQuery = once((person: string): Reading<SeenOutsideEvidence[]> =>
  reading(
    database()
      .select({ row: outsideEvidence, enteredByName: people.name })
      .from(outsideEvidence)
      .innerJoin(people, eq(people.id, outsideEvidence.enteredBy))
      .where(eq(outsideEvidence.person, person))
      .orderBy(desc(outsideEvidence.enteredAt), desc(outsideEvidence.id)),
    (rows) =>
      rows.map(({ row, enteredByName }) => ({
        ...row,
        standsFor: OUTSIDE_KIND.parse(row.standsFor),
        enteredByName,
      })),
  ),
)

export const listOutsideEvidence = (person: string): Promise<SeenOutsideEvidence[]> =>
  read(outsideEvidenceQuery(person))
