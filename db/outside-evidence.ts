import { desc, eq } from 'drizzle-orm'
import type { OutsideEvidence, OutsideKind } from '#domain/readiness/evidence.ts'
import { database, type Query } from './client.ts'
import { outsideEvidence, people } from './schema.ts'

export interface SeenOutsideEvidence extends OutsideEvidence {
  readonly enteredAt: number
  readonly enteredByName: string
  readonly source: string
  /** `YYYY-MM-DD` */
  readonly happenedOn: string
}

export const insertOutsideEvidence = (row: typeof outsideEvidence.$inferInsert): Query =>
  database().insert(outsideEvidence).values(row)

/** Newest first. */
export async function listOutsideEvidence(person: string): Promise<SeenOutsideEvidence[]> {
  const rows = await database()
    .select({ row: outsideEvidence, enteredByName: people.name })
    .from(outsideEvidence)
    .innerJoin(people, eq(people.id, outsideEvidence.enteredBy))
    .where(eq(outsideEvidence.person, person))
    .orderBy(desc(outsideEvidence.enteredAt), desc(outsideEvidence.id))
  return rows.map(({ row, enteredByName }) => ({
    ...row,
    standsFor: row.standsFor as OutsideKind,
    enteredByName,
  }))
}
