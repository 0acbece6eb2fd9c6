import { eq, sql } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { programmeRules } from './schema.ts'

export interface ProgrammeRules {
  /** A sign-off counts only when another coordinator has signed too. */
  readonly secondSignature: boolean
  /** Attendance at group sessions is shown as evidence; it never counts as a need. */
  readonly groupSessionsCount: boolean
}

export const DEFAULT_RULES: ProgrammeRules = { secondSignature: false, groupSessionsCount: false }

export async function findProgrammeRules(programme: string): Promise<ProgrammeRules> {
  const [row] = await database()
    .select({
      secondSignature: programmeRules.secondSignature,
      groupSessionsCount: programmeRules.groupSessionsCount,
    })
    .from(programmeRules)
    .where(eq(programmeRules.programme, programme))
  return row ?? DEFAULT_RULES
}

/** Since when two signatures are asked for is kept while the rule stays on. */
export const upsertProgrammeRules = (
  row: Omit<typeof programmeRules.$inferInsert, 'secondSince'>,
): Query => {
  const { programme: _, ...set } = row
  const stays = sql`CASE WHEN ${programmeRules.secondSignature} THEN coalesce(${programmeRules.secondSince}, ${programmeRules.changedAt}) ELSE ${row.changedAt} END`
  return database()
    .insert(programmeRules)
    .values({ ...row, secondSince: row.secondSignature ? row.changedAt : null })
    .onConflictDoUpdate({
      target: programmeRules.programme,
      set: { ...set, secondSince: row.secondSignature ? stays : null },
    })
}

/** SQL: since when the programme of `programme` asks for two signatures, or NULL. */
export const SECOND_SINCE = (programme: string): string =>
  `(SELECT CASE WHEN r.second_signature THEN coalesce(r.second_since, r.changed_at) END FROM programme_rules r WHERE r.programme = ${programme})`
