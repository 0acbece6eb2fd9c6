/** What is known of a person beside their work: a row for each field. */
import { and, eq, isNull, lte, ne, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { isProfileField, type ProfileField, type ProfileValues } from '#domain/people/profile.ts'
import { database, guard, meaning, once, rows, type Query, type Reading } from './client.ts'
import { areasAsField, guardAreas, putAreas, putAreasWhereNone } from './person-areas.ts'
import { profileFields } from './schema.ts'

export interface KeptField {
  readonly field: ProfileField
  readonly value: string
  /** Who said so last: person id and name. */
  readonly by: string
  readonly byName: string
  readonly at: number
  /** What stood there before, while the person has not seen that somebody else changed it. */
  readonly before: string
  readonly toldAt: number | null
}

export const profileQuery = once((person: string): Reading<KeptField[]> =>
  fieldsWhere(sql`f.person = ${person}`),
)

/** Only what somebody else said for them last. */
export const changedForQuery = once((person: string): Reading<KeptField[]> =>
  fieldsWhere(sql`f.person = ${person} AND f."by" <> f.person`),
)

/** Areas stand in rows of their own; here is only who said so last. */
const VALUE = `CASE f.field WHEN 'areas' THEN coalesce(${areasAsField('f.person')}, '') ELSE f.value END`

const fieldsWhere = (condition: SQL): Reading<KeptField[]> =>
  meaning(
    rows(
      sql`SELECT f.field, ${sql.raw(VALUE)} AS value, f."by", b.name AS "byName", f.at, f.before, f.told_at AS "toldAt"
        FROM profile_fields f JOIN people b ON b.id = f."by" WHERE ${condition}`,
      {
        field: z.string(),
        value: z.string(),
        by: z.string(),
        byName: z.string(),
        at: z.number(),
        before: z.string(),
        toldAt: z.number().nullable(),
      },
    ),
    // What a later version kept is not ours to show.
    (found) =>
      found.flatMap(({ field, ...row }) => (isProfileField(field) ? [{ field, ...row }] : [])),
  )

export const valuesOf = (kept: readonly KeptField[]): ProfileValues =>
  Object.fromEntries(kept.map(({ field, value }) => [field, value]))

/** One's own words: nothing is to be told of it. */
export const putOwn = (person: string, field: ProfileField, said: string, at: number): Query[] => {
  const value = inField(field, said)
  return [
    ...(field === 'areas' ? putAreas(person, said, person, at) : []),
    database()
      .insert(profileFields)
      .values({ person, field, value, by: person, at })
      .onConflictDoUpdate({
        target: [profileFields.person, profileFields.field],
        set: { value, by: person, at, before: '', toldAt: null },
      }),
  ]
}

const inField = (field: ProfileField, said: string): string => (field === 'areas' ? '' : said)

/** What they said elsewhere: only where nothing stands yet. */
export const putWhereNone = (
  person: string,
  field: ProfileField,
  said: string,
  by: string,
  at: number,
): Query[] => [
  ...(field === 'areas' ? putAreasWhereNone(person, said, by, at) : []),
  database()
    .insert(profileFields)
    .values({ person, field, value: inField(field, said), by, at })
    .onConflictDoNothing(),
]

/** Changed for somebody: what stood there stays until they have seen it; of several changes the first. */
export const putFor = (
  person: string,
  field: ProfileField,
  { value: said, before, by, at }: Pick<KeptField, 'value' | 'before' | 'by' | 'at'>,
): Query[] => {
  const value = inField(field, said)
  return [
    ...(field === 'areas' ? putAreas(person, said, by, at) : []),
    database()
      .insert(profileFields)
      .values({ person, field, value, by, at, before })
      .onConflictDoUpdate({
        target: [profileFields.person, profileFields.field],
        set: {
          value,
          by,
          at,
          before: sql`CASE WHEN ${profileFields.by} <> ${person} AND ${profileFields.toldAt} IS NULL THEN ${profileFields.before} ELSE ${before} END`,
          toldAt: null,
        },
      }),
  ]
}

/** For a batch: it fails where the field holds something else by now. */
export const guardField = (person: string, field: ProfileField, value: string): Query =>
  field === 'areas' ? guardAreas(person, value) : guardText(person, field, value)

const guardText = (person: string, field: ProfileField, value: string): Query =>
  guard(`coalesce((SELECT value FROM profile_fields WHERE person = ? AND field = ?), '') = ?`, [
    person,
    field,
    value,
  ])

export const guardPhone = (person: string, phone: string): Query =>
  guard('(SELECT phone FROM people WHERE id = ?) = ?', [person, phone])

/** They have seen what others changed up to then. @param upTo milliseconds since 1970: the newest that they were shown */
export const markProfileSeen = (person: string, upTo: number, now: number): Query =>
  database()
    .update(profileFields)
    .set({ toldAt: now, before: '' })
    .where(
      and(
        eq(profileFields.person, person),
        ne(profileFields.by, person),
        isNull(profileFields.toldAt),
        lte(profileFields.at, upTo),
      ),
    )
