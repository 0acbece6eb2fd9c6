/** Mentors who let the holder of their code see that they are mentors today. */
import { and, eq, isNull } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { people, publicChecks, roles, signOffs } from './schema.ts'

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

export async function isCheckOpen(code: string): Promise<boolean> {
  const [row] = await database()
    .select({ code: publicChecks.code })
    .from(publicChecks)
    .where(and(eq(publicChecks.code, code), isNull(publicChecks.closedAt)))
  return row !== undefined
}

export interface PublicCheck {
  readonly person: string
  readonly name: string
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
      programme: roles.programme,
      signedOffAt: signOffs.decidedAt,
    })
    .from(publicChecks)
    .innerJoin(signOffs, eq(signOffs.id, publicChecks.signOff))
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
