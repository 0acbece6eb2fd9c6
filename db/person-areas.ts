/** What somebody would talk about: their course, their profile, a sign-off and pairing read it here and nowhere else. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { filled, guard, meaning, rows, type Query, type Reading } from './client.ts'

/** SQL: the areas of a person as a JSON array in the order in which they were chosen. @param person SQL of an id */
export const areasNow = (person: string): string =>
  `(SELECT json_group_array(a.area) FROM (SELECT area FROM person_areas WHERE person = ${person} AND left_at IS NULL ORDER BY id) a)`

/** As a value of the profile: '' for none. */
export const areasAsField = (person: string): string => `nullif(${areasNow(person)}, '[]')`

const areasOf = meaning(
  rows(
    sql`SELECT area FROM person_areas WHERE person = ${sql.placeholder('person')} AND left_at IS NULL ORDER BY id`,
    { area: z.string() },
  ),
  (found): readonly string[] => found.map(({ area }) => area),
)

/** Ids of the areas that they have now. */
export const personAreasQuery = (person: string): Reading<readonly string[]> =>
  filled(areasOf, { person })

export interface AreaSpell {
  readonly area: string
  readonly chosenAt: number
  readonly chosenBy: string
  readonly leftAt: number | null
  readonly leftBy: string | null
}

/** Each time that an area was chosen, also those that were taken back; the oldest first. */
export const areaSpellsQuery = (person: string): Reading<readonly AreaSpell[]> =>
  rows(
    sql`SELECT area, chosen_at AS "chosenAt", chosen_by AS "chosenBy", left_at AS "leftAt", left_by AS "leftBy"
      FROM person_areas WHERE person = ${person} ORDER BY id`,
    {
      area: z.string(),
      chosenAt: z.number(),
      chosenBy: z.string(),
      leftAt: z.number().nullable(),
      leftBy: z.string().nullable(),
    },
  )

/** Exactly these from now on. Their line in lists is stale until it is counted again. @param ids a JSON array, '' for none */
export function putAreas(person: string, ids: string, by: string, at: number): Query[] {
  const chosen = ids || '[]'
  return [
    {
      sql: `UPDATE person_areas SET left_at = ?, left_by = ? WHERE person = ? AND left_at IS NULL
        AND area NOT IN (SELECT value FROM json_each(?))`,
      args: [at, by, person, chosen],
    },
    ...addAreas(person, chosen, by, at),
  ]
}

/** Those that they never had and the others stay; nothing where they have said of areas before. */
export const putAreasWhereNone = (person: string, ids: string, by: string, at: number): Query[] =>
  addAreas(
    person,
    ids || '[]',
    by,
    at,
    `AND NOT EXISTS (SELECT 1 FROM profile_fields f WHERE f.person = ?1 AND f.field = 'areas')`,
  )

const addAreas = (person: string, ids: string, by: string, at: number, only = ''): Query[] => [
  {
    sql: `INSERT INTO person_areas (person, area, chosen_at, chosen_by)
      SELECT ?1, j.value, ?2, ?3 FROM json_each(?4) j WHERE NOT EXISTS (
        SELECT 1 FROM person_areas a WHERE a.person = ?1 AND a.area = j.value AND a.left_at IS NULL) ${only}
      GROUP BY j.value ORDER BY min(j.key)`,
    args: [person, at, by, ids],
  },
  { sql: `UPDATE overviews SET course_shape = '' WHERE person = ?`, args: [person] },
]

/** For a batch: it fails where they have others by now. @param ids as `areasAsField` gives them */
export const guardAreas = (person: string, ids: string): Query =>
  guard(`coalesce(${areasAsField('?1')}, '') = ?2`, [person, ids])
