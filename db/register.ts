/** The register: mentors who are ready today. One query a page. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import { flag, meaning, read, rows, type Reading } from './client.ts'
import { count, paged } from './engine/paged.ts'
import { byName, foldedHas } from './names.ts'
import { placesTaken } from './pairing-rows.ts'
import { MENTOR, toMentor, type Mentor } from './register-mentor.ts'
import { REGISTER_PAGE, signedOff, signedOffAmong } from './register-rows.ts'

/** JSON as it is kept writes each value in its own marks, so no row is taken apart for it. */
const holds = (column: string, id: string): SQL =>
  sql`instr(d.${sql.raw(column)}, ${JSON.stringify(id)}) > 0`

/**
 * Who of the register is found, of what is kept (register-kept.ts), as `d`. Who is comfortable with an area and has it among
 * the no-go areas too is not found by it.
 */
function foundIn(programme: string, wish: RegisterWish): SQL {
  const { area, language, contact, capacity, place } = wish
  return sql.join(
    [
      sql`FROM register_people d WHERE d.programme = ${programme} AND d.absence = ''`,
      ...(area ? [holds('areas', area)] : []),
      ...(language ? [holds('languages', language)] : []),
      ...(contact ? [holds('ways', contact)] : []),
      ...(capacity ? [sql`d.capacity >= ${capacity}`] : []),
      ...(place ? [foldedHas('d.place', place)] : []),
    ],
    sql` AND `,
  )
}

const nameIn = (language: Language): SQL => sql.raw(language === 'es' ? 'd.name_es' : 'd.name_en')

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

/**
 * By name, as the language orders names. Who stands there is read of what is kept, and what is said of them is worked out of
 * all rows: who is not ready any more is not shown, however old what is kept may be.
 * @param page from 1
 */
export function mentorsQuery(
  programme: string,
  wish: RegisterWish,
  language: Language,
  moment: Moment,
  page: number,
  size = REGISTER_PAGE,
): Reading<MentorsPage> {
  const counted = sql`SELECT count(*) ${foundIn(programme, wish)}`
  const statement = sql`
    WITH listed AS MATERIALIZED (SELECT d.person ${foundIn(programme, wish)}
      ORDER BY ${nameIn(language)}, d.person LIMIT ${size} OFFSET ${(page - 1) * size})
    SELECT page.*, ${sql.raw(placesTaken('page.id', 'page.programme', moment.today))} AS taken, totals.* FROM (
      SELECT (${counted}) AS total,
        (SELECT count(*) FROM register_people WHERE programme = ${programme} AND absence > '') AS absent
    ) totals LEFT JOIN (
      SELECT * FROM (${signedOffAmong(programme, moment, sql`(SELECT person FROM listed)`)}) WHERE absence = ''
    ) page ON true ORDER BY ${byName('page.folded', language)}, page.id`
  return meaning(
    paged(statement, { ...MENTOR, taken: z.number() }, { total: count, absent: count }),
    ({ rows: found, totals }) => ({
      rows: found.map((row) => ({ ...toMentor(row), taken: row.taken })),
      ...totals,
    }),
  )
}

export interface MentorsAfter {
  readonly mentors: readonly Mentor[]
  /** Id of the last one that was looked at; null at the end of the list. */
  readonly next: string | null
}

/**
 * In the order of `mentorsQuery`, from the one after somebody: whoever comes or goes meanwhile, nobody is missed or told twice.
 * @param after the id of the last one seen, or ''; an id that is nobody's ends the list
 */
export function mentorsAfterQuery(
  programme: string,
  wish: RegisterWish,
  language: Language,
  moment: Moment,
  after: string,
  size: number,
): Reading<MentorsAfter> {
  const name = nameIn(language)
  const beyond = after
    ? sql`AND (${name}, d.person) > (SELECT ${byName('last.folded', language)}, last.id FROM people last WHERE last.id = ${after})`
    : sql``
  // One more than is shown says whether there is another page.
  const listed = sql`SELECT d.person, ${name} AS name ${foundIn(programme, wish)} ${beyond} ORDER BY ${name}, d.person`
  const statement = sql`
    WITH listed AS MATERIALIZED (${listed} LIMIT ${size})
    SELECT page.*, totals.* FROM (
      SELECT (SELECT person FROM listed ORDER BY name DESC, person DESC LIMIT 1) AS last, EXISTS (${listed} LIMIT 1 OFFSET ${size}) AS more
    ) totals LEFT JOIN (
      SELECT * FROM (${signedOffAmong(programme, moment, sql`(SELECT person FROM listed)`)}) WHERE absence = ''
    ) page ON true ORDER BY ${byName('page.folded', language)}, page.id`
  return meaning(
    paged(statement, MENTOR, { last: z.string().nullable(), more: flag }),
    ({ rows: found, totals: { last, more } }) => ({
      mentors: found.map(toMentor),
      next: more ? last : null,
    }),
  )
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

const KINDS = ['area', 'language', 'contact'] as const

/** What the mentors of the register have, each once: what a filter can find. One look at the index for each of them. */
export const facetsQuery = (programme: string): Reading<RegisterFacets> =>
  meaning(
    rows(
      sql`WITH RECURSIVE each(kind, value) AS (
        SELECT k.value, (SELECT min(o.value) FROM register_offers o WHERE o.programme = ${programme} AND o.kind = k.value)
          FROM json_each(${JSON.stringify(KINDS)}) k
        UNION ALL SELECT each.kind, (SELECT min(o.value) FROM register_offers o
          WHERE o.programme = ${programme} AND o.kind = each.kind AND o.value > each.value) FROM each WHERE each.value IS NOT NULL
      ) SELECT kind, value FROM each WHERE value IS NOT NULL ORDER BY kind, value`,
      { kind: z.string(), value: z.string() },
    ),
    (found) => {
      const of = (kind: string): string[] =>
        found.flatMap((row) => (row.kind === kind ? [row.value] : []))
      return { areas: of('area'), languages: of('language'), contactWays: of('contact') }
    },
  )
