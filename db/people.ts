import { and, countDistinct, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import { foldedName } from '#domain/people/names.ts'
import { asSignInName, type Person, type Role } from '#domain/people/person.ts'
import { database, read, reading, type Query, type Reading } from './client.ts'
import { byName } from './names.ts'
import { people, roles } from './schema.ts'

export type PersonRow = typeof people.$inferSelect

/** The folded name is written here, with the name, and in `updateName`: nowhere else. */
export const insertPerson = (row: Omit<typeof people.$inferInsert, 'folded'>): Query =>
  database()
    .insert(people)
    .values({ ...row, folded: foldedName(row.name, row.signInName) })

export const insertRole = (row: typeof roles.$inferInsert): Query =>
  database().insert(roles).values(row).onConflictDoNothing()

export const updatePassword = (id: string, passwordHash: string): Query =>
  database().update(people).set({ passwordHash }).where(eq(people.id, id))

export const updateName = (
  { id, signInName }: Pick<PersonRow, 'id' | 'signInName'>,
  name: string,
): Query =>
  database()
    .update(people)
    .set({ name, folded: foldedName(name, signInName) })
    .where(eq(people.id, id))

export const updateLanguage = (id: string, language: Language): Query =>
  database().update(people).set({ language }).where(eq(people.id, id))

export const updateDisplay = (id: string, display: string): Query =>
  database().update(people).set({ display }).where(eq(people.id, id))

export const personRowQuery = (id: string): Reading<PersonRow | null> =>
  reading(database().select().from(people).where(eq(people.id, id)), ([row]) => row ?? null)

export const findPersonRow = (id: string): Promise<PersonRow | null> => read(personRowQuery(id))

/** @param signInName as typed; upper and lower case are the same */
export async function findBySignInName(signInName: string): Promise<PersonRow | null> {
  // Accounts of older versions stand as they were typed.
  const names = [asSignInName(signInName), signInName.trim().toLowerCase()]
  const [row] = await database().select().from(people).where(inArray(people.signInName, names))
  return row ?? null
}

export async function hasAdministrator(): Promise<boolean> {
  const [row] = await database()
    .select({ person: roles.person })
    .from(roles)
    .where(eq(roles.role, 'administrator'))
    .limit(1)
  return row !== undefined
}

/** Whether anybody has an account. */
export async function hasPeople(): Promise<boolean> {
  const [row] = await database().select({ id: people.id }).from(people).limit(1)
  return row !== undefined
}

/** Null for an unknown or disabled account. Roles that ended are left out, so a change acts on the next request (R17). */
export async function findPerson(id: string): Promise<Person | null> {
  const rows = await database()
    .select()
    .from(people)
    .leftJoin(roles, and(eq(roles.person, people.id), isNull(roles.archivedAt)))
    .where(and(eq(people.id, id), isNull(people.disabledAt)))
  return personOf(rows)
}

/** @param rows one person's, a row for each role */
export function personOf(
  rows: readonly { readonly people: PersonRow; readonly roles: typeof roles.$inferSelect | null }[],
): Person | null {
  const first = rows[0]?.people
  if (!first) return null
  return {
    id: first.id,
    name: first.name,
    signInName: first.signInName,
    language: first.language as Language,
    display: first.display,
    roles: rows.flatMap(({ roles: role }) =>
      role ? [{ role: role.role, programme: role.programme }] : [],
    ),
  }
}

/** Names by id, for lists of who did what. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** People with a role, by name. @param programmes only these; null for all */
export const staffQuery = (
  programmes: readonly string[] | null,
  staff: readonly Role[],
  language: Language,
): Reading<{ id: string; name: string; signInName: string; role: Role; programme: string }[]> =>
  reading(
    database()
      .select({
        id: people.id,
        name: people.name,
        signInName: people.signInName,
        role: roles.role,
        programme: roles.programme,
      })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.person))
      .where(
        and(
          inArray(roles.role, [...staff]),
          programmes ? inArray(roles.programme, [...programmes]) : undefined,
          isNull(people.disabledAt),
          isNull(roles.archivedAt),
        ),
      )
      .orderBy(byName('people.folded', language), people.id)
      .limit(500),
  )

export const listStaff = (
  ...asked: Parameters<typeof staffQuery>
): Promise<{ id: string; name: string; signInName: string; role: Role; programme: string }[]> =>
  read(staffQuery(...asked))

/** People who are in a programme now, whatever their role; an administrator is in none. */
export async function countPeopleByProgramme(): Promise<ReadonlyMap<string, number>> {
  const rows = await database()
    .select({ programme: roles.programme, people: countDistinct(roles.person) })
    .from(roles)
    .where(and(ne(roles.programme, ''), isNull(roles.archivedAt)))
    .groupBy(roles.programme)
  return new Map(rows.map(({ programme, people }) => [programme, people]))
}
