/** Mentors who let the holder of their code see that they are mentors today. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database, type Query } from './client.ts'
import { SECOND_SINCE } from './programme-rules.ts'
import {
  commitments,
  overviews,
  people,
  publicChecks,
  roles,
  secondSignatures,
  signOffs,
  withdrawals,
} from './schema.ts'
import type { TraineeRow } from './trainees.ts'

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

export interface PublicCheck extends Omit<TraineeRow, 'joinedAt' | 'done' | 'lastItem' | 'lastAt'> {
  readonly lapsed: boolean
  /** When the sign-off of this code was decided. */
  readonly signedOffAt: number
}

const certified = alias(signOffs, 'certified')
/** The newest decision of the programme that the code is about: another one's says nothing here. */
const latest = sql`${signOffs.id} = (SELECT s.id FROM sign_offs s WHERE s.person = ${people.id} AND s.programme = ${roles.programme} ORDER BY s.decided_at DESC, s.id DESC LIMIT 1)`

/** Null for unknown, closed, disabled and left alike. */
export async function findPublicCheck(code: string): Promise<PublicCheck | null> {
  const [row] = await database()
    .select({
      id: people.id,
      name: people.name,
      programme: roles.programme,
      askedAt: overviews.askedAt,
      pausedAt: overviews.pausedAt,
      lapsed: overviews.lapsed,
      decision: signOffs.decision,
      decidedAt: signOffs.decidedAt,
      conditions: signOffs.conditions,
      expiresOn: signOffs.expiresOn,
      withdrawnAt: withdrawals.withdrawnAt,
      secondSignedAt: secondSignatures.signedAt,
      secondSince: sql<number | null>`${sql.raw(SECOND_SINCE('roles.programme'))}`,
      committedAt: commitments.signedAt,
      signedOffAt: certified.decidedAt,
    })
    .from(publicChecks)
    .innerJoin(certified, eq(certified.id, publicChecks.signOff))
    .innerJoin(people, and(eq(people.id, publicChecks.person), isNull(people.disabledAt)))
    .innerJoin(
      roles,
      and(
        eq(roles.person, people.id),
        eq(roles.role, 'trainee'),
        eq(roles.programme, certified.programme),
        isNull(roles.archivedAt),
      ),
    )
    .innerJoin(signOffs, latest)
    .leftJoin(overviews, eq(overviews.person, people.id))
    .leftJoin(withdrawals, eq(withdrawals.signOff, signOffs.id))
    .leftJoin(secondSignatures, eq(secondSignatures.signOff, signOffs.id))
    .leftJoin(commitments, eq(commitments.signOff, signOffs.id))
    .where(and(eq(publicChecks.code, code), isNull(publicChecks.closedAt)))
  return row ? { ...row, lapsed: row.lapsed ?? false } : null
}
