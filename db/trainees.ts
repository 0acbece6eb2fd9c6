/** Lists of trainees: one query a page, whatever the number of people. */
import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { database } from './client.ts'
import { byName } from './names.ts'
import { nameMatches } from './people.ts'
import { SECOND_SINCE } from './programme-rules.ts'
import {
  cohorts,
  commitments,
  overviews,
  people,
  roles,
  secondSignatures,
  signOffs,
  withdrawals,
} from './schema.ts'

export interface TraineeRow {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly joinedAt: number
  /** Required steps done. */
  readonly done: number
  readonly lastItem: string
  /** Null where they have not started. */
  readonly lastAt: number | null
  readonly askedAt: number | null
  readonly pausedAt: number | null
  /** The latest decision, or null. */
  readonly decision: 'ready' | 'more-practice' | 'not-this-role' | null
  readonly decidedAt: number | null
  readonly conditions: string | null
  readonly expiresOn: string | null
  readonly withdrawnAt: number | null
  readonly secondSignedAt: number | null
  /** Since when the programme asks for two signatures, or null. */
  readonly secondSince: number | null
  /** When the mentor signed the commitment of this decision, or null. */
  readonly committedAt: number | null
}

export const PAGE_SIZE = 50

const latest = sql`${signOffs.id} = (SELECT s.id FROM sign_offs s WHERE s.person = ${people.id} AND s.programme = ${roles.programme} ORDER BY s.decided_at DESC, s.id DESC LIMIT 1)`

/** @param page from 1 @param search part of a name; '' for all */
export async function listTrainees(
  programme: string,
  search: string,
  page: number,
): Promise<{ rows: TraineeRow[]; total: number }> {
  const here = and(
    eq(roles.programme, programme),
    eq(roles.role, 'trainee'),
    isNull(roles.archivedAt),
    isNull(people.disabledAt),
    search ? nameMatches(search) : undefined,
  )
  const [rows, [total]] = await Promise.all([
    database()
      .select({
        id: people.id,
        name: people.name,
        programme: roles.programme,
        joinedAt: roles.createdAt,
        done: overviews.done,
        lastItem: overviews.lastItem,
        lastAt: overviews.lastAt,
        askedAt: overviews.askedAt,
        pausedAt: overviews.pausedAt,
        decision: signOffs.decision,
        decidedAt: signOffs.decidedAt,
        conditions: signOffs.conditions,
        expiresOn: signOffs.expiresOn,
        withdrawnAt: withdrawals.withdrawnAt,
        secondSignedAt: secondSignatures.signedAt,
        secondSince: sql<number | null>`${sql.raw(SECOND_SINCE('roles.programme'))}`,
        committedAt: commitments.signedAt,
      })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.person))
      .leftJoin(overviews, eq(overviews.person, people.id))
      .leftJoin(signOffs, latest)
      .leftJoin(withdrawals, eq(withdrawals.signOff, signOffs.id))
      .leftJoin(secondSignatures, eq(secondSignatures.signOff, signOffs.id))
      .leftJoin(commitments, eq(commitments.signOff, signOffs.id))
      .where(here)
      .orderBy(
        desc(sql`coalesce(${overviews.askedAt}, 0) > coalesce(${signOffs.decidedAt}, 0)`),
        byName('people.name'),
        asc(people.id),
      )
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    database()
      .select({ n: count() })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.person))
      .where(here),
  ])
  return {
    rows: rows.map((row) => ({ ...row, done: row.done ?? 0, lastItem: row.lastItem ?? '' })),
    total: total?.n ?? 0,
  }
}

/** Null where there is no such trainee in one of these programmes: foreign and absent ids look alike (R15). */
export async function findTrainee(
  id: string,
  programmes: readonly string[],
): Promise<{
  id: string
  name: string
  programme: string
  language: string
  signInName: string
} | null> {
  const rows = await database()
    .select({
      id: people.id,
      name: people.name,
      programme: roles.programme,
      language: people.language,
      signInName: people.signInName,
      archivedAt: roles.archivedAt,
    })
    .from(people)
    .innerJoin(roles, eq(roles.person, people.id))
    .where(and(eq(people.id, id), eq(roles.role, 'trainee'), isNull(people.disabledAt)))
  const active = rows.filter((row) => row.archivedAt === null)
  // Whoever moved to another programme is seen there; whoever left altogether stays readable where they were.
  return (active.length ? active : rows).find((row) => programmes.includes(row.programme)) ?? null
}

/** Name of the cohort that a trainee belongs to, or null. */
export async function cohortOf(person: string, programme: string): Promise<string | null> {
  const [row] = await database()
    .select({ name: cohorts.name })
    .from(roles)
    .innerJoin(cohorts, eq(cohorts.id, roles.cohort))
    .where(and(eq(roles.person, person), eq(roles.programme, programme), eq(roles.role, 'trainee')))
  return row?.name ?? null
}
