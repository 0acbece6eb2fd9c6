/** How much was seen of somebody when their evidence was read: a decision is written only while it is still all. */
import { z } from 'zod'
import { sql } from 'drizzle-orm'
import { guard, meaning, read, rows, type Query } from './client.ts'

/** Each grows with what is written; nothing of it is changed. */
export interface EvidenceSeen {
  readonly observations: number
  readonly talks: number
  readonly outside: number
}

const COUNTS = `(SELECT count(*) FROM observations WHERE person = ?1) = ?2
  AND (SELECT count(*) FROM talks WHERE person = ?1) = ?3
  AND (SELECT count(*) FROM outside_evidence WHERE person = ?1) = ?4`

/** Fails the batch where more was seen of them, or less. */
export const guardEvidence = (person: string, seen: EvidenceSeen): Query =>
  guard(COUNTS, [person, seen.observations, seen.talks, seen.outside])

/** What `guardEvidence` compares, now. */
export const countEvidence = async (person: string): Promise<EvidenceSeen> =>
  read(
    meaning(
      rows(
        sql`SELECT (SELECT count(*) FROM observations WHERE person = ${person}) AS observations,
          (SELECT count(*) FROM talks WHERE person = ${person}) AS talks,
          (SELECT count(*) FROM outside_evidence WHERE person = ${person}) AS outside`,
        { observations: z.number(), talks: z.number(), outside: z.number() },
      ),
      ([counted]) => counted ?? { observations: 0, talks: 0, outside: 0 },
    ),
  )
