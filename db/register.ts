/** The register: mentors who are ready today. One query a page. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import { meaning, read, rows, type Reading } from './client.ts'
import { count, paged } from './engine/paged.ts'
import { byName, foldedHas } from './names.ts'
import { placesTaken } from './pairing-rows.ts'
import { MENTOR, toMentor, type Mentor } from './register-mentor.ts'
import { REGISTER_PAGE, signedOff } from './register-rows.ts'

const holds = (column: string, id: string): SQL =>
  sql`EXISTS (SELECT 1 FROM json_each(${sql.raw(column)}) WHERE value = ${id})`

/** Who is comfortable with an area and has it among the no-go areas too is not found by it. */
function matching({ area, language, contact, capacity, place }: RegisterWish): SQL {
  return sql.join(
    [
      sql`absence = ''`,
      ...(area ? [holds('comfort_areas', area), sql`NOT ${holds('no_go_areas', area)}`] : []),
      ...(language ? [holds('languages', language)] : []),
      ...(contact ? [holds('contact_ways', contact)] : []),
      ...(capacity ? [sql`capacity >= ${capacity}`] : []),
      ...(place ? [foldedHas('folded_place', place)] : []),
    ],
    sql` AND `,
  )
}

export interface ListedMentor extends Mentor {
  /** How many of the places are taken: by open pairings, and by what the mentor is asked about or said yes to. */
  readonly taken: number
}

export interface MentorsPage {
  readonly rows: readonly ListedMentor[]
  readonly total: number
  /** How many are not there any more, whatever is looked for. */
  readonly absent: number
}

/** By name, as the language orders names. @param page from 1 */
export function mentorsQuery(
  programme: string,
  wish: RegisterWish,
  language: Language,
  moment: Moment,
  page: number,
  size = REGISTER_PAGE,
): Reading<MentorsPage> {
  const statement = sql`
    WITH known AS MATERIALIZED (${signedOff(programme, moment)}),
      found AS MATERIALIZED (SELECT * FROM known WHERE ${matching(wish)})
    SELECT page.*, ${sql.raw(placesTaken('page.id', 'page.programme', moment.today))} AS taken, totals.* FROM (
      SELECT (SELECT count(*) FROM found) AS total, (SELECT count(*) FROM known WHERE absence <> '') AS absent
    ) totals LEFT JOIN (
      SELECT *, row_number() OVER (ORDER BY ${byName('folded', language)}, id) AS spot FROM found
      ORDER BY ${byName('folded', language)}, id LIMIT ${size} OFFSET ${(page - 1) * size}
    ) page ON true ORDER BY page.spot`
  return meaning(
    paged(statement, { ...MENTOR, taken: z.number() }, { total: count, absent: count }),
    ({ rows: found, totals }) => ({
      rows: found.map((row) => ({ ...toMentor(row), taken: row.taken })),
      ...totals,
    }),
  )
}

/**
 * In the order of `mentorsQuery`, from the one after somebody: whoever comes or goes meanwhile, nobody is missed or told twice.
 * @param after the id of the last one seen, or ''; an id that is nobody's ends the list
 */
export async function mentorsAfter(
  programme: string,
  wish: RegisterWish,
  language: Language,
  moment: Moment,
  after: string,
  size: number,
): Promise<Mentor[]> {
  const name = byName('folded', language)
  const beyond = after
    ? sql`AND (${name}, id) > (SELECT ${byName('last.folded', language)}, last.id FROM people last WHERE last.id = ${after})`
    : sql``
  const found = await read(
    rows(
      sql`SELECT * FROM (${signedOff(programme, moment)}) WHERE ${matching(wish)} ${beyond} ORDER BY ${name}, id LIMIT ${size}`,
      MENTOR,
    ),
  )
  return found.map(toMentor)
}

/** Null for everybody who is not ready today, here. */
export async function findMentor(
  id: string,
  programme: string,
  moment: Moment,
): Promise<Mentor | null> {
  const [row] = await read(
    rows(
      sql`SELECT * FROM (${signedOff(programme, moment, sql`AND t.person = ${id}`)}) WHERE absence = ''`,
      MENTOR,
    ),
  )
  return row ? toMentor(row) : null
}

/**
 * Who stands in the register today and would leave it where a second signature counted: their sign-off has none.
 * By name; the first of them, and how many there are.
 */
export async function listOneSignature(
  programme: string,
  moment: Moment,
  language: Language,
  limit: number,
): Promise<{ rows: { id: string; name: string }[]; total: number }> {
  const found = await read(
    rows(
      sql`
    SELECT id, name, count(*) OVER () AS total FROM (${signedOff(programme, moment)}) here
    WHERE absence = '' AND NOT EXISTS (SELECT 1 FROM second_signatures g WHERE g.sign_off = here.sign_off)
    ORDER BY ${byName('folded', language)}, id LIMIT ${limit}`,
      { id: z.string(), name: z.string(), total: z.number() },
    ),
  )
  return { rows: found.map(({ id, name }) => ({ id, name })), total: found[0]?.total ?? 0 }
}

export interface RegisterFacets {
  readonly areas: readonly string[]
  readonly languages: readonly string[]
  readonly contactWays: readonly string[]
}

/** What the mentors of the register have, each once: what a filter can find. */
export const facetsQuery = (programme: string, moment: Moment): Reading<RegisterFacets> =>
  meaning(
    rows(
      sql`
    WITH here AS MATERIALIZED (SELECT * FROM (${signedOff(programme, moment)}) WHERE absence = '')
    SELECT DISTINCT 'area' AS kind, value FROM here, json_each(here.comfort_areas)
    UNION SELECT DISTINCT 'language', value FROM here, json_each(here.languages)
    UNION SELECT DISTINCT 'contact', value FROM here, json_each(here.contact_ways)
    ORDER BY 1, 2`,
      { kind: z.string(), value: z.coerce.string() },
    ),
    (found) => {
      const of = (kind: string): string[] =>
        found.flatMap((row) => (row.kind === kind ? [row.value] : []))
      return { areas: of('area'), languages: of('language'), contactWays: of('contact') }
    },
  )
