/** The register: mentors who are ready today, and who is not there any more. One query a page. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import { ABSENCES, type Absence } from '#domain/register/register.ts'
import type { Language } from '#domain/course/language.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import { flag, json, meaning, read, rows, type Reading } from './client.ts'
import { count, paged } from './engine/paged.ts'
import { byName, foldedHas } from './names.ts'
import { signedOff } from './register-rows.ts'

export const REGISTER_PAGE = 50

export interface Mentor {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly conditions: string
  readonly comfortAreas: readonly string[]
  readonly noGoAreas: readonly string[]
  readonly languages: readonly string[]
  readonly contactWays: readonly string[]
  /** As the latest support review says it, else the sign-off. */
  readonly capacity: number
  readonly place: string
  /** Milliseconds since 1970. */
  readonly decidedAt: number
  /** `YYYY-MM-DD`, the first day on which it no longer holds. */
  readonly expiresOn: string | null
  /** JSON: what each line asked for at the sign-off in force; '' in old rows (src/domain/readiness/earlier-needs.ts). */
  readonly needs: string
  /** Whether something harmful was seen that stands. Only coordinators read it. */
  readonly harm: boolean
}

export interface Absent {
  readonly id: string
  readonly name: string
  readonly absence: Absence
  /** When it began: milliseconds since 1970, a day `YYYY-MM-DD`, or null where nobody wrote it down. */
  readonly since: number | string | null
  /** What was said about it: the reason of a withdrawal, a decision, an archiving. */
  readonly reason: string
}

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

export interface MentorsPage {
  readonly rows: readonly Mentor[]
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
    SELECT page.*, totals.* FROM (
      SELECT (SELECT count(*) FROM found) AS total, (SELECT count(*) FROM known WHERE absence <> '') AS absent
    ) totals LEFT JOIN (
      SELECT *, row_number() OVER (ORDER BY ${byName('folded', language)}, id) AS spot FROM found
      ORDER BY ${byName('folded', language)}, id LIMIT ${size} OFFSET ${(page - 1) * size}
    ) page ON true ORDER BY page.spot`
  return meaning(
    paged(statement, MENTOR, { total: count, absent: count }),
    ({ rows: found, totals }) => ({ rows: found.map(toMentor), ...totals }),
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

export interface AbsentPage {
  readonly rows: readonly Absent[]
  readonly total: number
  /** How many are ready today. */
  readonly here: number
  readonly counts: Readonly<Record<Absence, number>>
}

/** Who left or stays away, latest first. @param absence only these; null for all @param page from 1 */
export function absentQuery(
  programme: string,
  absence: Absence | null,
  moment: Moment,
  page: number,
): Reading<AbsentPage> {
  const since = sql`CASE absence WHEN 'disabled' THEN disabled_at WHEN 'archived' THEN archived_at WHEN 'withdrawn' THEN withdrawn_at
    WHEN 'decided' THEN decided_at WHEN 'second-signature' THEN max(decided_at, second_since) WHEN 'commitment' THEN decided_at
    WHEN 'expired' THEN unixepoch(expires_on) * 1000 WHEN 'paused' THEN paused_at
    WHEN 'lapsed' THEN (SELECT max(l.lapsed_at) FROM lapses l WHERE l.person = known.id AND l.refreshed_at IS NULL) END`
  const reason = sql`CASE absence WHEN 'archived' THEN coalesce(archived_reason, '') WHEN 'withdrawn' THEN withdrawn_reason
    WHEN 'decided' THEN reason ELSE '' END`
  const sums = sql.join(
    ABSENCES.map((one) => sql.raw(`sum(absence = '${one}')`)),
    sql`, `,
  )
  const statement = sql`
    WITH known AS MATERIALIZED (${signedOff(programme, moment)})
    SELECT page.*, totals.* FROM (SELECT sum(absence = '') AS here, json_array(${sums}) AS counts FROM known) totals LEFT JOIN (
      SELECT id, name, absence, CASE absence WHEN 'expired' THEN expires_on ELSE ${since} END AS since, ${reason} AS reason,
        row_number() OVER (ORDER BY ${since} DESC, name, id) AS spot FROM known
      WHERE absence <> '' ${absence ? sql`AND absence = ${absence}` : sql``}
      ORDER BY spot LIMIT ${REGISTER_PAGE} OFFSET ${(page - 1) * REGISTER_PAGE}
    ) page ON true ORDER BY page.spot`
  const totals = { here: count, counts: json(z.array(count)) }
  return meaning(paged(statement, ABSENT, totals), ({ rows: found, totals: { here, counts } }) => {
    const all = counts.reduce((sum, n) => sum + n, 0)
    const of = (one: Absence): number => counts[ABSENCES.indexOf(one)] ?? 0
    return {
      rows: found,
      total: absence ? of(absence) : all,
      here,
      counts: Object.fromEntries(ABSENCES.map((one) => [one, of(one)])) as Record<Absence, number>,
    }
  })
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

const ids = json(z.array(z.coerce.string()))

/** As libSQL answers: column names, JSON as text. */
const MENTOR = {
  id: z.string(),
  name: z.string(),
  programme: z.string(),
  conditions: z.string(),
  comfort_areas: ids,
  no_go_areas: ids,
  languages: ids,
  contact_ways: ids,
  capacity: z.number(),
  place: z.string(),
  decided_at: z.number(),
  expires_on: z.string().nullable(),
  needs: z.string(),
  harm: flag,
}

const ABSENT = {
  id: z.string(),
  name: z.string(),
  absence: z.enum(ABSENCES),
  since: z.union([z.number(), z.string()]).nullable(),
  reason: z.string(),
}

const toMentor = (raw: z.infer<z.ZodObject<typeof MENTOR>>): Mentor => ({
  id: raw.id,
  name: raw.name,
  programme: raw.programme,
  conditions: raw.conditions,
  comfortAreas: raw.comfort_areas,
  noGoAreas: raw.no_go_areas,
  languages: raw.languages,
  contactWays: raw.contact_ways,
  capacity: raw.capacity,
  place: raw.place,
  decidedAt: raw.decided_at,
  expiresOn: raw.expires_on,
  needs: raw.needs,
  harm: raw.harm,
})
