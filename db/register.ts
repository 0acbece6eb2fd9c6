/** The register: mentors who are ready today, and who is not there any more. One query a page. */
import { sql, type SQL } from 'drizzle-orm'
import type { Moment } from '#domain/calendar/days.ts'
import { ABSENCES, type Absence } from '#domain/register/register.ts'
import type { Language } from '#domain/course/language.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import { database } from './client.ts'
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

/** By name, as the language orders names. @param page from 1 */
export async function listMentors(
  programme: string,
  wish: RegisterWish,
  language: Language,
  moment: Moment,
  page: number,
  size = REGISTER_PAGE,
): Promise<{ rows: Mentor[]; total: number; absent: number }> {
  // The totals stand beside each row, and alone where the page has none.
  const rows = await database().all<RawMentor & Totals>(sql`
    WITH known AS MATERIALIZED (${signedOff(programme, moment)}),
      found AS MATERIALIZED (SELECT * FROM known WHERE ${matching(wish)})
    SELECT page.*, totals.* FROM (
      SELECT (SELECT count(*) FROM found) AS total, (SELECT count(*) FROM known WHERE absence <> '') AS absent
    ) totals LEFT JOIN (
      SELECT *, row_number() OVER (ORDER BY ${byName('folded', language)}, id) AS spot FROM found
      ORDER BY ${byName('folded', language)}, id LIMIT ${size} OFFSET ${(page - 1) * size}
    ) page ON true ORDER BY page.spot`)
  const [first] = rows
  return {
    rows: rows.filter(({ id }) => id).map(toMentor),
    total: first?.total ?? 0,
    absent: first?.absent ?? 0,
  }
}

/**
 * In the order of `listMentors`, from the one after somebody: whoever comes or goes meanwhile, nobody is missed or told twice.
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
  const rows = await database().all<RawMentor>(
    sql`SELECT * FROM (${signedOff(programme, moment)}) WHERE ${matching(wish)} ${beyond} ORDER BY ${name}, id LIMIT ${size}`,
  )
  return rows.map(toMentor)
}

/** Null for everybody who is not ready today, here. */
export async function findMentor(
  id: string,
  programme: string,
  moment: Moment,
): Promise<Mentor | null> {
  const [row] = await database().all<RawMentor>(
    sql`SELECT * FROM (${signedOff(programme, moment, sql`AND t.person = ${id}`)}) WHERE absence = ''`,
  )
  return row ? toMentor(row) : null
}

/** Who left or stays away, latest first. @param absence only these; null for all @param page from 1 */
export async function listAbsent(
  programme: string,
  absence: Absence | null,
  moment: Moment,
  page: number,
): Promise<{ rows: Absent[]; total: number; here: number; counts: Record<Absence, number> }> {
  const since = sql`CASE absence WHEN 'disabled' THEN disabled_at WHEN 'archived' THEN archived_at WHEN 'withdrawn' THEN withdrawn_at
    WHEN 'decided' THEN decided_at WHEN 'second-signature' THEN max(decided_at, second_since) WHEN 'commitment' THEN decided_at
    WHEN 'expired' THEN unixepoch(expires_on) * 1000 WHEN 'paused' THEN paused_at
    WHEN 'lapsed' THEN (SELECT max(l.lapsed_at) FROM lapses l WHERE l.person = known.id AND l.refreshed_at IS NULL) END`
  const reason = sql`CASE absence WHEN 'archived' THEN coalesce(archived_reason, '') WHEN 'withdrawn' THEN withdrawn_reason
    WHEN 'decided' THEN reason ELSE '' END`
  const sums = sql.join(
    ABSENCES.map((one) => sql.raw(`sum(absence = '${one}') AS "n_${one}"`)),
    sql`, `,
  )
  const rows = await database().all<Absent & Record<string, number>>(sql`
    WITH known AS MATERIALIZED (${signedOff(programme, moment)})
    SELECT page.*, totals.* FROM (SELECT sum(absence = '') AS here, ${sums} FROM known) totals LEFT JOIN (
      SELECT id, name, absence, CASE absence WHEN 'expired' THEN expires_on ELSE ${since} END AS since, ${reason} AS reason,
        row_number() OVER (ORDER BY ${since} DESC, name, id) AS spot FROM known
      WHERE absence <> '' ${absence ? sql`AND absence = ${absence}` : sql``}
      ORDER BY spot LIMIT ${REGISTER_PAGE} OFFSET ${(page - 1) * REGISTER_PAGE}
    ) page ON true ORDER BY page.spot`)
  const [first] = rows
  const counts = Object.fromEntries(
    ABSENCES.map((one) => [one, Number(first?.[`n_${one}`] ?? 0)]),
  ) as Record<Absence, number>
  const all = ABSENCES.reduce((sum, one) => sum + counts[one], 0)
  return {
    rows: rows
      .filter(({ id }) => id)
      .map(({ id, name, absence, since, reason }) => ({ id, name, absence, since, reason })),
    total: absence ? counts[absence] : all,
    here: Number(first?.['here'] ?? 0),
    counts,
  }
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
  const rows = await database().all<{ id: string; name: string; total: number }>(sql`
    SELECT id, name, count(*) OVER () AS total FROM (${signedOff(programme, moment)}) here
    WHERE absence = '' AND NOT EXISTS (SELECT 1 FROM second_signatures g WHERE g.sign_off = here.sign_off)
    ORDER BY ${byName('folded', language)}, id LIMIT ${limit}`)
  return { rows: rows.map(({ id, name }) => ({ id, name })), total: rows[0]?.total ?? 0 }
}

export interface RegisterFacets {
  readonly areas: readonly string[]
  readonly languages: readonly string[]
  readonly contactWays: readonly string[]
}

/** What the mentors of the register have, each once: what a filter can find. */
export async function registerFacets(programme: string, moment: Moment): Promise<RegisterFacets> {
  const rows = await database().all<{ kind: string; value: string }>(sql`
    WITH here AS MATERIALIZED (SELECT * FROM (${signedOff(programme, moment)}) WHERE absence = '')
    SELECT DISTINCT 'area' AS kind, value FROM here, json_each(here.comfort_areas)
    UNION SELECT DISTINCT 'language', value FROM here, json_each(here.languages)
    UNION SELECT DISTINCT 'contact', value FROM here, json_each(here.contact_ways)
    ORDER BY 1, 2`)
  const of = (kind: string): string[] =>
    rows.flatMap((row) => (row.kind === kind ? [String(row.value)] : []))
  return { areas: of('area'), languages: of('language'), contactWays: of('contact') }
}

interface Totals {
  readonly total: number
  readonly absent: number
}

/** As libSQL answers: column names, JSON as text. */
interface RawMentor {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly conditions: string
  readonly comfort_areas: string
  readonly no_go_areas: string
  readonly languages: string
  readonly contact_ways: string
  readonly capacity: number
  readonly place: string
  readonly decided_at: number
  readonly expires_on: string | null
}

const toMentor = (raw: RawMentor): Mentor => ({
  id: raw.id,
  name: raw.name,
  programme: raw.programme,
  conditions: raw.conditions,
  comfortAreas: idsIn(raw.comfort_areas),
  noGoAreas: idsIn(raw.no_go_areas),
  languages: idsIn(raw.languages),
  contactWays: idsIn(raw.contact_ways),
  capacity: raw.capacity,
  place: raw.place,
  decidedAt: raw.decided_at,
  expiresOn: raw.expires_on,
})

const idsIn = (json: string): string[] => (JSON.parse(json) as unknown[]).map(String)
