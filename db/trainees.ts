/** A trainee of a programme. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { database, guard, read, reading, type Query, type Reading } from './client.ts'
import { cohorts, people, roles } from './schema.ts'

/** Of lists of trainees. */
export const PAGE_SIZE = 50

export interface Trainee {
  readonly id: string
  readonly name: string
  /** Of the one where they are a trainee now, or were last. */
  readonly programme: string
  readonly language: string
  readonly signInName: string
  /** '' for none; only coordinators are shown it. */
  readonly email: string
  readonly phone: string
  /** When they left the programme, or null. */
  readonly archivedAt: number | null
}

/** Null where there is no such trainee in one of these programmes: foreign and absent ids look alike (R15). */
export const traineeQuery = (id: string, programmes: readonly string[]): Reading<Trainee | null> =>
  reading(
    database()
      .select({
        id: people.id,
        name: people.name,
        programme: roles.programme,
        language: people.language,
        signInName: people.signInName,
        email: people.email,
        phone: people.phone,
        archivedAt: roles.archivedAt,
      })
      .from(people)
      .innerJoin(roles, eq(roles.person, people.id))
      .where(and(eq(people.id, id), eq(roles.role, 'trainee'), isNull(people.disabledAt))),
    (rows) => {
      const active = rows.filter((row) => row.archivedAt === null)
      // Whoever moved to another programme is seen there; whoever left altogether stays readable where they were.
      const seen = active.length ? active : rows
      return seen.find((row) => programmes.includes(row.programme)) ?? null
    },
  )

export const findTrainee = (id: string, programmes: readonly string[]): Promise<Trainee | null> =>
  read(traineeQuery(id, programmes))

export interface EverTrainee {
  readonly id: string
  readonly name: string
  readonly programme: string
  /** False for who left, and where the account is closed. */
  readonly isHere: boolean
}

/** Somebody who is or was a trainee of one of these programmes, with a closed account too; null as in `traineeQuery`. */
export const everTraineeQuery = (
  id: string,
  programmes: readonly string[],
): Reading<EverTrainee | null> =>
  reading(
    database()
      .select({
        id: people.id,
        name: people.name,
        programme: roles.programme,
        archivedAt: roles.archivedAt,
        disabledAt: people.disabledAt,
      })
      .from(people)
      .innerJoin(roles, eq(roles.person, people.id))
      .where(
        and(
          eq(people.id, id),
          eq(roles.role, 'trainee'),
          inArray(roles.programme, [...programmes]),
        ),
      ),
    (rows) => {
      const found = rows.find((row) => row.archivedAt === null) ?? rows[0]
      if (!found) return null
      const { archivedAt, disabledAt, ...trainee } = found
      return { ...trainee, isHere: archivedAt === null && disabledAt === null }
    },
  )

/** For a batch: it fails where somebody is no trainee of the programme and never was. */
export const guardTrainee = (id: string, programme: string): Query =>
  guard(`EXISTS (SELECT 1 FROM roles WHERE person = ? AND programme = ? AND role = 'trainee')`, [
    id,
    programme,
  ])

/** Name of the cohort that a trainee belongs to, or null. */
export const cohortNameQuery = (person: string, programme: string): Reading<string | null> =>
  reading(
    database()
      .select({ name: cohorts.name })
      .from(roles)
      .innerJoin(cohorts, eq(cohorts.id, roles.cohort))
      .where(
        and(eq(roles.person, person), eq(roles.programme, programme), eq(roles.role, 'trainee')),
      ),
    ([row]) => row?.name ?? null,
  )
