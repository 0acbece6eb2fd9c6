/** Mentors who let the holder of their code see that they are mentors today. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { database, reading, type Query, type Reading } from './client.ts'
import { commitments, people, publicChecks, roles, signOffs } from './schema.ts'
import { REISSUED_NAME } from './sign-offs.ts'

/** Opens it, or opens it again. */
export const openCheck = (row: {
  code: string
  person: string
  signOff: string
  openedAt: number
}): Query =>
  database()
    .insert(publicChecks)
    .values(row)
    .onConflictDoUpdate({
      target: publicChecks.code,
      set: { openedAt: row.openedAt, closedAt: null },
    })

/** Closes every check page of a person, those of earlier sign-offs too. */
export const closeChecks = (person: string, closedAt: number): Query =>
  database()
    .update(publicChecks)
    .set({ closedAt })
    .where(and(eq(publicChecks.person, person), isNull(publicChecks.closedAt)))

/** Codes of a person's check pages that are open. */
export const openCodesQuery = (person: string): Reading<string[]> =>
  reading(
    database()
      .select({ code: publicChecks.code })
      .from(publicChecks)
      .where(and(eq(publicChecks.person, person), isNull(publicChecks.closedAt))),
    (rows) => rows.map(({ code }) => code),
  )

export interface PublicCheck {
  readonly person: string
  readonly name: string
  /** The name that the mentor typed under the commitment, or null. */
  readonly committedName: string | null
  readonly reissuedName: string | null
  readonly programme: string
  /** When the sign-off of this code was decided. */
  readonly signedOffAt: number
}

/**
 * Null for unknown, closed, disabled and left alike. Of the programme that the code is about: what another one
 * decided says nothing here.
 */
export async function findPublicCheck(code: string): Promise<PublicCheck | null> {
  const [row] = await database()
    .select({
      person: people.id,
      name: people.name,
      committedName: commitments.declaredName,
      reissuedName: sql<string | null>`${sql.raw(REISSUED_NAME)}`,
      programme: roles.programme,
      signedOffAt: signOffs.decidedAt,
    })
    .from(publicChecks)
    .innerJoin(signOffs, eq(signOffs.id, publicChecks.signOff))
    .leftJoin(commitments, eq(commitments.signOff, signOffs.id))
    .innerJoin(people, and(eq(people.id, publicChecks.person), isNull(people.disabledAt)))
    .innerJoin(
      roles,
      and(
        eq(roles.person, people.id),
        eq(roles.role, 'trainee'),
        eq(roles.programme, signOffs.programme),
        isNull(roles.archivedAt),
      ),
    )
    .where(and(eq(publicChecks.code, code), isNull(publicChecks.closedAt)))
  return row ?? null
}
