import { eq, sql } from 'drizzle-orm'
import { LONG_WAIT_DAYS } from '#domain/pairing/waits.ts'
import { DANGER_HOURS } from '#domain/readiness/danger.ts'
import type { IncidentTold } from '#domain/reviews/incident.ts'
import { database, guard, read, reading, type Query, type Reading } from './client.ts'
import { programmeRules } from './schema.ts'

export interface ProgrammeRules {
  /** A sign-off counts only when another coordinator has signed too. */
  readonly secondSignature: boolean
  /** Attendance at group sessions is shown as evidence; it never counts as a need. */
  readonly groupSessionsCount: boolean
  /** After so many hours without a word about it, a danger goes by mail to everybody; left out, it stays as it is. */
  readonly dangerHours?: number
  /** What whom an incident concerns is told at its end; left out, it stays as it is. */
  readonly incidentTold?: IncidentTold
  /** Whether people and facilities may ask for a mentor by themselves; left out, it stays as it is. */
  readonly requestsOpen?: boolean
  /** A request for a mentor that waits so many days stands on the work list; left out, it stays as it is. */
  readonly longWaitDays?: number
}

const DEFAULT_RULES: ProgrammeRules = { secondSignature: false, groupSessionsCount: false }

export interface RulesNow extends ProgrammeRules {
  /** Which version of the rules this is: hidden in each form that changes them; 0 before the first change. */
  readonly version: number
  /** From when the programme asks for two signatures, or null. */
  readonly secondSince: number | null
  readonly dangerHours: number
  readonly incidentTold: IncidentTold
  readonly requestsOpen: boolean
  readonly longWaitDays: number
}

export const programmeRulesQuery = (programme: string): Reading<RulesNow> =>
  reading(
    database().select().from(programmeRules).where(eq(programmeRules.programme, programme)),
    ([row]) =>
      row
        ? {
            secondSignature: row.secondSignature,
            groupSessionsCount: row.groupSessionsCount,
            dangerHours: row.dangerHours,
            incidentTold: row.incidentTold,
            requestsOpen: row.requestsOpen,
            longWaitDays: row.longWaitDays,
            version: row.changedAt,
            secondSince: row.secondSignature ? (row.secondSince ?? row.changedAt) : null,
          }
        : {
            ...DEFAULT_RULES,
            dangerHours: DANGER_HOURS,
            incidentTold: 'outline',
            requestsOpen: false,
            longWaitDays: LONG_WAIT_DAYS,
            version: 0,
            secondSince: null,
          },
  )

export const findProgrammeRules = (programme: string): Promise<RulesNow> =>
  read(programmeRulesQuery(programme))

/** For a batch: it fails when somebody else changed the rules since that version. */
export const guardRules = (programme: string, version: number): Query =>
  guard('coalesce((SELECT changed_at FROM programme_rules WHERE programme = ?), 0) = ?', [
    programme,
    version,
  ])

/**
 * From when two signatures are asked for is kept once that day has come, while the rule stays on.
 * @param from milliseconds since 1970; that of the change where none is given
 */
export const upsertProgrammeRules = (
  row: Omit<typeof programmeRules.$inferInsert, 'secondSince'>,
  from: number | null,
): Query => {
  const { programme: _, ...set } = row
  const kept = sql`coalesce(${programmeRules.secondSince}, ${programmeRules.changedAt})`
  const stays =
    from === null
      ? sql`CASE WHEN ${programmeRules.secondSignature} THEN ${kept} ELSE ${row.changedAt} END`
      : sql`CASE WHEN ${programmeRules.secondSignature} AND ${kept} <= ${row.changedAt} THEN ${kept} ELSE ${from} END`
  return database()
    .insert(programmeRules)
    .values({ ...row, secondSince: row.secondSignature ? (from ?? row.changedAt) : null })
    .onConflictDoUpdate({
      target: programmeRules.programme,
      set: { ...set, secondSince: row.secondSignature ? stays : null },
    })
}

/** SQL: since when the programme of `programme` asks for two signatures, or NULL. */
export const SECOND_SINCE = (programme: string): string =>
  `(SELECT CASE WHEN r.second_signature THEN coalesce(r.second_since, r.changed_at) END FROM programme_rules r WHERE r.programme = ${programme})`

/** Programmes that take requests for a mentor from people and facilities. */
export async function listAskable(): Promise<string[]> {
  const found = await database()
    .select({ programme: programmeRules.programme })
    .from(programmeRules)
    .where(eq(programmeRules.requestsOpen, true))
  return found.map(({ programme }) => programme)
}

/** SQL: after how many days somebody waits too long for a mentor in the programme of `programme`. */
export const LONG_WAIT_OF = (programme: string): string =>
  `coalesce((SELECT r.long_wait_days FROM programme_rules r WHERE r.programme = ${programme}), ${LONG_WAIT_DAYS})`
