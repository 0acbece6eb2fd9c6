import { eq } from 'drizzle-orm'
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

export const upsertProgrammeRules = (row: typeof programmeRules.$inferInsert): Query => {
  const { programme: _, ...set } = row
  return database()
    .insert(programmeRules)
    .values(row)
    .onConflictDoUpdate({ target: programmeRules.programme, set })
}
