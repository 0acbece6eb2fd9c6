/** Lists of people with their history: what was uploaded, what was said of it, and whom it brought in. */
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { IMPORT_COLUMNS } from '#domain/people/import-columns.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { DAY_ORDERS } from '#domain/people/import-dates.ts'
import type { KnownPerson } from '#domain/people/import-matches.ts'
import {
  FOR_ALL,
  type ImportFault,
  type ImportSettings,
  type LeftOutLine,
} from '#domain/people/import-settings.ts'
import { ENCODINGS } from '#domain/people/list-bytes.ts'
import type { ImportedFact } from '#domain/people/imported.ts'
import { foldedName } from '#domain/people/names.ts'
import { database, guard, reading, rows, type Query, type Reading } from './client.ts'
import { importedFacts, importedPeople, importFiles, imports, people } from './schema.ts'

const settingsSchema = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  columns: z
    .object({ headings: z.boolean(), columns: z.array(z.enum(IMPORT_COLUMNS).nullable()) })
    .optional(),
  language: z.enum(LANGUAGES).default('en'),
  order: z.enum(DAY_ORDERS).optional(),
  forAll: z.enum(FOR_ALL).optional(),
  decisions: z.record(z.string(), z.string()).default({}),
})

const leftOutSchema = z.array(
  z.object({
    line: z.number(),
    cells: z.array(z.string()),
    why: z.array(
      z.object({
        problem: z.custom<ImportFault['problem']>((value) => typeof value === 'string'),
        column: z.number().nullable(),
        line: z.number().optional(),
      }),
    ),
  }),
)

export interface ImportRow {
  readonly id: string
  readonly programme: string
  readonly madeBy: string
  readonly madeByName: string
  readonly madeAt: number
  readonly settings: ImportSettings
  readonly lines: number
  readonly lastLine: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** Whom it made, and to whom who were here it added. */
  readonly made: number
  readonly added: number
}

const countOf = (made: boolean) =>
  sql<number>`(SELECT count(*) FROM imported_people WHERE import = ${imports.id} AND made = ${made ? 1 : 0})`

const FIELDS = {
  id: imports.id,
  programme: imports.programme,
  madeBy: imports.madeBy,
  madeByName: people.name,
  madeAt: imports.madeAt,
  settings: imports.settings,
  lines: imports.lines,
  lastLine: imports.lastLine,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
  made: countOf(true),
  added: countOf(false),
}

const parsed = <R extends { readonly settings: string }>(row: R) => ({
  ...row,
  settings: settingsSchema.parse(JSON.parse(row.settings)),
})

/** Newest first. */
export const importsQuery = (programme: string): Reading<ImportRow[]> =>
  reading(
    database()
      .select(FIELDS)
      .from(imports)
      .innerJoin(people, eq(people.id, imports.madeBy))
      .where(eq(imports.programme, programme))
      .orderBy(desc(imports.madeAt), desc(imports.id))
      .limit(50),
    (found) => found.map(parsed),
  )

export const importQuery = (id: string, programmes: readonly string[]): Reading<ImportRow | null> =>
  reading(
    database()
      .select(FIELDS)
      .from(imports)
      .innerJoin(people, eq(people.id, imports.madeBy))
      .where(and(eq(imports.id, id), inArray(imports.programme, [...programmes]))),
    ([row]) => (row ? parsed(row) : null),
  )

export interface ImportFile {
  /** The bytes, base64; '' once the import is done. */
  readonly body: string
  readonly leftOut: readonly LeftOutLine[]
}

/** Null where it was thrown away, or its time is over. */
export const importFileQuery = (id: string): Reading<ImportFile | null> =>
  reading(database().select().from(importFiles).where(eq(importFiles.import, id)), ([row]) =>
    row ? { body: row.body, leftOut: leftOutSchema.parse(JSON.parse(row.leftOut)) } : null,
  )

export const insertImport = (
  row: {
    readonly id: string
    readonly programme: string
    readonly madeBy: string
    readonly madeAt: number
    readonly settings: ImportSettings
  },
  body: string,
): readonly Query[] => [
  database()
    .insert(imports)
    .values({ ...row, settings: JSON.stringify(row.settings) }),
  database().insert(importFiles).values({ import: row.id, body, uploadedAt: row.madeAt }),
]

/** For a batch: it fails once it has begun, or where somebody said something else meanwhile. */
export const guardNotBegun = (id: string): Query =>
  guard(`EXISTS (SELECT 1 FROM imports WHERE id = ? AND started_at IS NULL)`, [id])

export const updateImportSettings = (id: string, settings: ImportSettings): Query =>
  database()
    .update(imports)
    .set({ settings: JSON.stringify(settings) })
    .where(eq(imports.id, id))

/** Of one that has not begun: nothing is left of it. */
export const deleteImport = (id: string): readonly Query[] => [
  database().delete(importFiles).where(eq(importFiles.import, id)),
  database()
    .delete(imports)
    .where(and(eq(imports.id, id), isNull(imports.startedAt))),
]

export const beginImport = (id: string, lines: number, startedAt: number): Query =>
  database().update(imports).set({ lines, startedAt }).where(eq(imports.id, id))

/** For a batch: it fails when these lines were dealt with already. */
export const guardLastLine = (id: string, lastLine: number): Query =>
  guard(
    `EXISTS (SELECT 1 FROM imports WHERE id = ? AND started_at IS NOT NULL AND finished_at IS NULL AND last_line = ?)`,
    [id, lastLine],
  )

export const updateLastLine = (id: string, lastLine: number): Query =>
  database().update(imports).set({ lastLine }).where(eq(imports.id, id))

/** Which lines brought somebody in. */
export const importedLinesQuery = (id: string): Reading<ReadonlySet<number>> =>
  reading(
    database()
      .select({ line: importedPeople.line })
      .from(importedPeople)
      .where(eq(importedPeople.import, id)),
    (found) => new Set(found.map(({ line }) => line)),
  )

/** What was uploaded goes; what was left out stays for a while. */
export const finishImport = (
  id: string,
  leftOut: readonly LeftOutLine[],
  finishedAt: number,
): readonly Query[] => [
  database().update(imports).set({ finishedAt, settings: '{}' }).where(eq(imports.id, id)),
  database()
    .update(importFiles)
    .set({ body: '', leftOut: JSON.stringify(leftOut) })
    .where(eq(importFiles.import, id)),
]

export interface ComingIn {
  /** Person id. */
  readonly id: string
  readonly line: number
  /** False where they are here already: only what the list says of them is added. */
  readonly made: boolean
  readonly signInName: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly language: string
  readonly cohort: string | null
  readonly facts: readonly (ImportedFact & { readonly id: string })[]
  /** Of the row in the audit. */
  readonly auditId: string
}

/** Some lines at once: as many statements for one as for many. */
export function insertComingIn(
  { id, programme, by, now }: { id: string; programme: string; by: string; now: number },
  coming: readonly ComingIn[],
): readonly Query[] {
  const made = JSON.stringify(
    coming
      .filter((one) => one.made)
      .map((one) => ({ ...one, facts: undefined, folded: foldedName(one.name, one.signInName) })),
  )
  const all = JSON.stringify(coming.map((one) => ({ ...one, facts: undefined })))
  const facts = JSON.stringify(
    coming.flatMap((one) => one.facts.map((fact) => ({ ...fact, person: one.id }))),
  )
  const col = (name: string): string => `j.value ->> '${name}'`
  return [
    {
      sql: `INSERT INTO people (id, sign_in_name, name, language, email, phone, created_at, folded)
        SELECT ${['id', 'signInName', 'name', 'language', 'email', 'phone'].map(col).join(', ')}, ?, ${col('folded')} FROM json_each(?) j`,
      args: [now, made],
    },
    {
      sql: `INSERT INTO roles (person, role, programme, created_at, cohort)
        SELECT ${col('id')}, 'trainee', ?, ?, ${col('cohort')} FROM json_each(?) j`,
      args: [programme, now, made],
    },
    {
      sql: `INSERT INTO imported_people (import, line, person, made)
        SELECT ?, ${col('line')}, ${col('id')}, ${col('made')} FROM json_each(?) j`,
      args: [id, all],
    },
    {
      sql: `INSERT INTO imported_facts (id, person, programme, import, kind, text, place, day, until_day)
        SELECT ${col('id')}, ${col('person')}, ?, ?, ${['kind', 'text', 'place', 'day', 'untilDay'].map(col).join(', ')}
        FROM json_each(?) j WHERE true ON CONFLICT DO NOTHING`,
      args: [programme, id, facts],
    },
    {
      // Into the profile, where nothing stands yet: the person is told of it there, and may change it.
      sql: `INSERT OR IGNORE INTO profile_fields (person, field, value, "by", at)
        SELECT ${col('person')}, CASE ${col('kind')} WHEN 'place' THEN 'place' ELSE 'languageWords' END, substr(${col('text')}, 1, 200), ?, ?
        FROM json_each(?) j WHERE ${col('kind')} IN ('place', 'languages')`,
      args: [by, now, facts],
    },
    {
      sql: `INSERT INTO audit (id, at, actor, act, subject, programme)
        SELECT ${col('auditId')}, ?, ?, CASE WHEN ${col('made')} THEN 'imported' ELSE 'import-added' END, ${col('id')}, ? FROM json_each(?) j`,
      args: [now, by, programme, all],
    },
  ]
}

interface SoughtPeople {
  readonly programme: string
  /** Whom it brought in itself does not count. */
  readonly importId: string
  /** As `fold` gives them. */
  readonly names: readonly string[]
  /** Lower case. */
  readonly emails: readonly string[]
}

/** People of a programme, those who left it too, with one of these names or addresses. */
const sought = ({ programme, importId, names, emails }: SoughtPeople) => sql`FROM (
    SELECT q.id FROM json_each(${JSON.stringify(names)}) n CROSS JOIN people q
      ON q.folded >= n.value || char(10) AND q.folded < n.value || char(11)
    UNION SELECT q.id FROM json_each(${JSON.stringify(emails)}) e CROSS JOIN people q ON q.email = e.value) found
  JOIN people p ON p.id = found.id
  WHERE EXISTS (SELECT 1 FROM roles r WHERE r.person = p.id AND r.programme = ${programme} AND r.role = 'trainee')
    AND NOT EXISTS (SELECT 1 FROM imported_people i WHERE i.person = p.id AND i.import = ${importId})`

export const knownPeopleQuery = (who: SoughtPeople): Reading<KnownPerson[]> =>
  rows(sql`SELECT p.id, p.name, p.email, p.phone ${sought(who)} ORDER BY p.id`, {
    id: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
  })

/** For a batch: it fails when somebody like them came since. @param known ids of those who were seen */
export const guardNobodyElse = (who: SoughtPeople, known: readonly string[]): Query =>
  guard(
    sql`NOT EXISTS (SELECT 1 ${sought(who)} AND p.id NOT IN (SELECT value FROM json_each(${JSON.stringify(known)})))`,
  )

export type SeenFact = ImportedFact & {
  readonly id: string
  readonly importedAt: number
  readonly importedBy: string
}

/** What lists said of somebody, in order of the days that they name. */
export const importedFactsQuery = (person: string, programme: string): Reading<SeenFact[]> =>
  reading(
    database()
      .select({
        id: importedFacts.id,
        kind: importedFacts.kind,
        text: importedFacts.text,
        place: importedFacts.place,
        day: importedFacts.day,
        untilDay: importedFacts.untilDay,
        importedAt: imports.madeAt,
        importedBy: people.name,
      })
      .from(importedFacts)
      .innerJoin(imports, eq(imports.id, importedFacts.import))
      .innerJoin(people, eq(people.id, imports.madeBy))
      .where(and(eq(importedFacts.person, person), eq(importedFacts.programme, programme)))
      .orderBy(importedFacts.day, importedFacts.id)
      .limit(200),
  )
