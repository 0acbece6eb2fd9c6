/** A trainee of a programme. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { database } from './client.ts'
import { cohorts, people, roles } from './schema.ts'

/** Of lists of trainees. */
export const PAGE_SIZE = 50

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

/** Somebody who is or was a trainee of one of these programmes, with a closed account too; null as in `findTrainee`. */
export async function findEverTrainee(
  id: string,
  programmes: readonly string[],
): Promise<{ id: string; name: string; programme: string; isHere: boolean } | null> {
  if (programmes.length === 0) return null
  const rows = await database()
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
      and(eq(people.id, id), eq(roles.role, 'trainee'), inArray(roles.programme, [...programmes])),
    )
  const found = rows.find((row) => row.archivedAt === null) ?? rows[0]
  if (!found) return null
  const { archivedAt, disabledAt, ...trainee } = found
  return { ...trainee, isHere: archivedAt === null && disabledAt === null }
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
