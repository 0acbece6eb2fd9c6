import { and, countDistinct, eq, getTableColumns, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Language } from '#domain/course/language.ts'
import type { Contact } from '#domain/people/contact.ts'
import { ALIKE, foldedName, lookOf } from '#domain/people/names.ts'
import { asSignInName, type Person, type Role } from '#domain/people/person.ts'
import { database, read, reading, rows, type Query, type Reading } from './client.ts'
import { byName } from './names.ts'
import { passkeys, people, roles } from './schema.ts'

export type PersonRow = typeof people.$inferSelect

/** The folded name is written here, with the name, and in `updateName`: nowhere else. */
export const insertPerson = (row: Omit<typeof people.$inferInsert, 'folded'>): Query =>
  database()
    .insert(people)
    .values({ ...row, folded: foldedName(row.name, row.signInName) })

export const insertRole = (row: typeof roles.$inferInsert): Query =>
  database().insert(roles).values(row).onConflictDoNothing()

/** @param heldUntil see the schema; left out, it stays as it is */
export const updatePassword = (
  id: string,
  passwordHash: string,
  heldUntil?: number | null,
): Query =>
  database()
    .update(people)
    .set({ passwordHash, ...(heldUntil === undefined ? {} : { passwordHeldUntil: heldUntil }) })
    .where(eq(people.id, id))

export const updateSignInName = (id: string, signInName: string, name: string): Query =>
  database()
    .update(people)
    .set({ signInName, folded: foldedName(name, signInName) })
    .where(eq(people.id, id))

/** @param heldUntil see the schema; left out, it stays as it is */
export const updateContact = (id: string, contact: Contact, heldUntil?: number | null): Query =>
  database()
    .update(people)
    .set({ ...contact, ...(heldUntil === undefined ? {} : { contactHeldUntil: heldUntil }) })
    .where(eq(people.id, id))

/** What mails codes stays as it is. */
export const updatePhone = (id: string, phone: string): Query =>
  database().update(people).set({ phone }).where(eq(people.id, id))

export const setPhoneWhereNone = (id: string, phone: string): Query =>
  database()
    .update(people)
    .set({ phone })
    .where(and(eq(people.id, id), eq(people.phone, '')))

/** Ways that somebody made in a session which a code of staff opened: they go. */
export const dropHeldWays = (id: string, now: number): readonly Query[] => [
  database()
    .update(people)
    .set({ passwordHash: null, passwordHeldUntil: null })
    .where(and(eq(people.id, id), gt(people.passwordHeldUntil, now))),
  database()
    .update(people)
    .set({ email: '', phone: '', contactHeldUntil: null })
    .where(and(eq(people.id, id), gt(people.contactHeldUntil, now))),
  database()
    .delete(passkeys)
    .where(and(eq(passkeys.person, id), gt(passkeys.heldUntil, now))),
]

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

/** @param but whoever asks for it @returns whether somebody else has this sign-in name, or one that looks like it */
export async function isLookAlike(signInName: string, but = ''): Promise<boolean> {
  const named = await findBySignInName(signInName)
  if (named && named.id !== but) return true
  return (await lookAlikeQuery(signInName, but)).length > 0
}

export const lookAlikeQuery = (signInName: string, but: string) =>
  database()
    .select({ id: people.id })
    .from(people)
    .where(and(sql`${LOOK} = ${lookOf(signInName)}`, ne(people.id, but)))
    .limit(1)

/** As `lookOf` makes it, of the second line of `folded`; the index of migration 0032 has the same words. */
const LOOK = sql.raw(
  ALIKE.reduce(
    (text, [one, other]) => `replace(${text}, '${one}', '${other}')`,
    'substr(folded, instr(folded, char(10)) + 1)',
  ),
)

/** Whether they came in once by what was mailed there: anybody may say that an address is theirs. */
const HAS_PROVEN =
  'EXISTS (SELECT 1 FROM proven_addresses v WHERE v.person = people.id AND v.email = people.email)'

export interface ReachedPerson extends PersonRow {
  readonly hasProven: boolean
}

/** Open accounts of whoever is reached at this address, first those who proved it; several may share one. @param email lower case */
export async function findByEmail(email: string): Promise<ReachedPerson[]> {
  const found = await database()
    .select({ ...getTableColumns(people), hasProven: sql<number>`${sql.raw(HAS_PROVEN)}` })
    .from(people)
    .where(and(eq(people.email, email), ne(people.email, ''), isNull(people.disabledAt)))
    .orderBy(sql.raw(`${HAS_PROVEN} DESC`), people.id)
    .limit(5)
  return found.map((row) => ({ ...row, hasProven: row.hasProven > 0 }))
}

/**
 * Whether an account holds nothing yet but the way in by which it was made: no password, no passkey, no first lesson, no words
 * of theirs, and no role of staff, with which it would open what others wrote.
 */
export async function isJustInvited(id: string): Promise<boolean> {
  const [found] = await read(
    rows(
      sql`SELECT EXISTS (SELECT 1 FROM people WHERE id = ${id} AND password_hash IS NULL AND disabled_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM passkeys WHERE person = ${id})
        AND NOT EXISTS (SELECT 1 FROM roles WHERE person = ${id} AND role <> 'trainee')
        AND NOT EXISTS (SELECT 1 FROM records WHERE person = ${id}
          AND kind IN ('lesson-read', 'reflection-sent', 'exercise-saved', 'quiz-finished', 'session-ended')) AS yes`,
      { yes: z.number() },
    ),
  )
  return found?.yes === 1
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

export interface Reachable {
  readonly account: Person
  /** '' for none. */
  readonly email: string
}

/** Of several accounts that let somebody in, by id: who they are, and where mail reaches them. */
export const reachableQuery = (ids: readonly string[]): Reading<ReadonlyMap<string, Reachable>> =>
  reading(
    database()
      .select()
      .from(people)
      .leftJoin(roles, and(eq(roles.person, people.id), isNull(roles.archivedAt)))
      .where(
        and(
          sql`${people.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
          isNull(people.disabledAt),
        ),
      ),
    (found) =>
      new Map(
        [...Map.groupBy(found, (row) => row.people.id)].flatMap(([id, rows]) => {
          const account = personOf(rows)
          return account ? [[id, { account, email: rows[0]?.people.email ?? '' }]] : []
        }),
      ),
  )

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

/** Who was here first, erased or not: a backup of this installation knows them. Null where nobody is. */
export const oldestPerson = async (): Promise<string | null> => {
  const [row] = await database()
    .select({ id: people.id })
    .from(people)
    .orderBy(people.createdAt, people.id)
    .limit(1)
  return row?.id ?? null
}

export const knowsPerson = async (id: string): Promise<boolean> =>
  (await database().select({ id: people.id }).from(people).where(eq(people.id, id))).length > 0
