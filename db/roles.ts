/** Who has which role where: lists for coordinators and administrators, and their changes. */
import { and, asc, count, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import type { Role } from '#domain/people/person.ts'
import { database, read, reading, together, type Query, type Reading } from './client.ts'
import { byName, nameHas } from './names.ts'
import { cohorts, people, roles } from './schema.ts'

export type RoleRow = typeof roles.$inferSelect

export interface PersonInRole {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly disabledAt: number | null
  readonly role: Role
  readonly programme: string
  readonly cohort: string | null
  readonly cohortName: string | null
  readonly since: number
  readonly archivedAt: number | null
}

export interface PeopleFilter {
  readonly programme: string
  readonly role: Role | null
  /** Cohort id, 'none' for outside every cohort, '' for all. */
  readonly cohort: string
  /** True: those who left; null: everybody. */
  readonly archived: boolean | null
  readonly search: string
  /** Of who looks: names are ordered by it. */
  readonly language: Language
  /** From 1. */
  readonly page: number
}

/** When the newest role beyond that of a trainee was given to somebody; null for none. Milliseconds since 1970. */
export const staffSinceQuery = (person: string): Reading<number | null> =>
  reading(
    database()
      .select({ at: sql<number | null>`max(${roles.createdAt})` })
      .from(roles)
      .where(and(eq(roles.person, person), ne(roles.role, 'trainee'), isNull(roles.archivedAt))),
    ([row]) => row?.at ?? null,
  )

export const PEOPLE_PAGE = 50

/** One page of the people of a programme, by name, and how many there are. */
export function peopleQuery(filter: PeopleFilter): {
  rows: Reading<PersonInRole[]>
  total: Reading<number>
} {
  const here = within(filter)
  const rows = database()
    .select(IN_ROLE)
    .from(roles)
    .innerJoin(people, eq(people.id, roles.person))
    .leftJoin(cohorts, eq(cohorts.id, roles.cohort))
    .where(here)
    .orderBy(byName('people.folded', filter.language), asc(people.id), asc(roles.role))
    .limit(PEOPLE_PAGE)
    .offset((filter.page - 1) * PEOPLE_PAGE)
  const counted = database().select({ n: count() }).from(roles).$dynamic()
  // Everybody's own row only for what is asked of it.
  const named = filter.search ? counted.innerJoin(people, eq(people.id, roles.person)) : counted
  const total = named.where(here)
  return { rows: reading(rows), total: reading(total, ([row]) => row?.n ?? 0) }
}

const within = (filter: Omit<PeopleFilter, 'language' | 'page'>) =>
  and(
    eq(roles.programme, filter.programme),
    filter.role ? eq(roles.role, filter.role) : undefined,
    filter.archived === null
      ? undefined
      : filter.archived
        ? isNotNull(roles.archivedAt)
        : isNull(roles.archivedAt),
    filter.cohort === 'none' ? isNull(roles.cohort) : undefined,
    filter.cohort && filter.cohort !== 'none' ? eq(roles.cohort, filter.cohort) : undefined,
    filter.search ? nameHas('people', filter.search) : undefined,
  )

const IN_ROLE = {
  id: people.id,
  name: people.name,
  signInName: people.signInName,
  disabledAt: people.disabledAt,
  role: roles.role,
  programme: roles.programme,
  cohort: roles.cohort,
  cohortName: cohorts.name,
  since: roles.createdAt,
  archivedAt: roles.archivedAt,
}

/** Some people of a programme, or all that a filter finds. */
export type ChosenPeople =
  | { readonly kind: 'some'; readonly ids: readonly string[] }
  | { readonly kind: 'all'; readonly filter: Omit<PeopleFilter, 'language' | 'page' | 'programme'> }

export type ChosenPerson = PersonInRole & { readonly email: string; readonly phone: string }

/** A row for each role, by name. @param most so many rows and one more, so that it can be said that there are more */
export const chosenPeopleQuery = (
  programme: string,
  chosen: ChosenPeople,
  language: Language,
  most: number,
): Reading<ChosenPerson[]> =>
  reading(
    database()
      .select({ ...IN_ROLE, email: people.email, phone: people.phone })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.person))
      .leftJoin(cohorts, eq(cohorts.id, roles.cohort))
      .where(
        chosen.kind === 'all'
          ? within({ ...chosen.filter, programme })
          : and(
              eq(roles.programme, programme),
              sql`${roles.person} IN (SELECT value FROM json_each(${JSON.stringify(chosen.ids)}))`,
            ),
      )
      .orderBy(byName('people.folded', language), asc(people.id), asc(roles.role))
      .limit(most + 1),
  )

/** Every role of a person, ended ones too. */
export const rolesOfQuery = (person: string): Reading<RoleRow[]> =>
  reading(
    database().select().from(roles).where(eq(roles.person, person)).orderBy(asc(roles.createdAt)),
  )

/** Programmes of which somebody is or was a trainee. */
export const traineeProgrammesQuery = (person: string): Reading<string[]> =>
  reading(
    database()
      .select({ programme: roles.programme })
      .from(roles)
      .where(and(eq(roles.person, person), eq(roles.role, 'trainee')))
      .orderBy(asc(roles.programme)),
    (rows) => rows.map(({ programme }) => programme),
  )

export const rolesOf = (person: string): Promise<RoleRow[]> => read(rolesOfQuery(person))

export interface Account {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly disabledAt: number | null
}

const ACCOUNT = {
  id: people.id,
  name: people.name,
  signInName: people.signInName,
  disabledAt: people.disabledAt,
}

/** Null for an unknown id. */
export const accountQuery = (id: string): Reading<Account | null> =>
  reading(database().select(ACCOUNT).from(people).where(eq(people.id, id)), ([row]) => row ?? null)

/** One page of all accounts, by name. */
export function listAccounts(
  search: string,
  language: Language,
  page: number,
): Promise<{ readonly rows: readonly Account[]; readonly total: number }> {
  const here = search ? nameHas('people', search) : undefined
  return together({
    rows: reading(
      database()
        .select(ACCOUNT)
        .from(people)
        .where(here)
        .orderBy(byName('people.folded', language), asc(people.id))
        .limit(PEOPLE_PAGE)
        .offset((page - 1) * PEOPLE_PAGE),
    ),
    total: reading(
      database().select({ n: count() }).from(people).where(here),
      ([row]) => row?.n ?? 0,
    ),
  })
}

const isRole = (person: string, role: Role, programme: string) =>
  and(eq(roles.person, person), eq(roles.role, role), eq(roles.programme, programme))

/** Gives a role, or gives it back to somebody who had it before. */
export const grantRole = (row: {
  person: string
  role: Role
  programme: string
  createdAt: number
  cohort?: string | null
}): Query =>
  database()
    .insert(roles)
    .values(row)
    .onConflictDoUpdate({
      target: [roles.person, roles.role, roles.programme],
      set: { archivedAt: null, archivedReason: null, cohort: row.cohort ?? null },
    })

export const endRole = (
  person: string,
  role: Role,
  programme: string,
  archivedAt: number,
  archivedReason: string,
): Query =>
  database()
    .update(roles)
    .set({ archivedAt, archivedReason })
    .where(and(isRole(person, role, programme), isNull(roles.archivedAt)))

export const restoreRole = (person: string, role: Role, programme: string): Query =>
  database()
    .update(roles)
    .set({ archivedAt: null, archivedReason: null })
    .where(isRole(person, role, programme))

export const updateCohortOf = (person: string, programme: string, cohort: string | null): Query =>
  database()
    .update(roles)
    .set({ cohort })
    .where(isRole(person, 'trainee', programme))

export const updateDisabled = (person: string, disabledAt: number | null): Query =>
  database().update(people).set({ disabledAt }).where(eq(people.id, person))
