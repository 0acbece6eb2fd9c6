import { desc, eq } from 'drizzle-orm'
import type { SignOff } from '#domain/readiness/standing.ts'
import { database, guard, type Query } from './client.ts'
import { people, signOffs, withdrawals } from './schema.ts'

export interface SeenSignOff extends SignOff {
  readonly person: string
  readonly programme: string
  readonly decidedByName: string
  readonly reason: string
  readonly internalNote: string
  readonly otherwise: string
  readonly evidence: string
  readonly evidenceHash: string
  readonly withdrawnReason: string | null
}

export const insertSignOff = (row: typeof signOffs.$inferInsert): Query =>
  database().insert(signOffs).values(row)

export const insertWithdrawal = (row: typeof withdrawals.$inferInsert): Query =>
  database().insert(withdrawals).values(row)

/** Fails the batch when another decision about this person came in between. */
export const guardSignOffCount = (person: string, expected: number): Query =>
  guard(
    '(SELECT count(*) FROM sign_offs WHERE person = ?) + (SELECT count(*) FROM withdrawals JOIN sign_offs ON sign_offs.id = withdrawals.sign_off WHERE sign_offs.person = ?) = ?',
    [person, person, expected],
  )

/** Newest first. */
export async function listSignOffs(person: string): Promise<SeenSignOff[]> {
  const rows = await database()
    .select({ signOff: signOffs, withdrawal: withdrawals, decidedByName: people.name })
    .from(signOffs)
    .innerJoin(people, eq(people.id, signOffs.decidedBy))
    .leftJoin(withdrawals, eq(withdrawals.signOff, signOffs.id))
    .where(eq(signOffs.person, person))
    .orderBy(desc(signOffs.decidedAt), desc(signOffs.id))
  return rows.map(({ signOff, withdrawal, decidedByName }) => ({
    ...signOff,
    decidedByName,
    withdrawnAt: withdrawal?.withdrawnAt ?? null,
    withdrawnReason: withdrawal?.reason ?? null,
  }))
}
