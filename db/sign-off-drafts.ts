/** Sign-offs that a coordinator has begun: one for each coordinator and trainee. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Answers } from '#domain/readiness/sign-off-journey.ts'
import { DECISIONS } from '#domain/readiness/standing.ts'
import { database, json, reading, type Query, type Reading } from './client.ts'
import { signOffDrafts } from './schema.ts'

export interface Draft {
  /** The id that the sign-off will have. */
  readonly id: string
  readonly changedAt: number
  /** JSON snapshot of the evidence that was looked at. */
  readonly evidence: string
  /** How much had happened then: `happened` of src/domain/readiness/meanwhile.ts. */
  readonly decisions: number
  readonly answers: Answers
}

const text = z.string().exactOptional()
const list = z.array(z.string()).exactOptional()
const ANSWERS = json(
  z.object({
    judgements: z.record(z.string(), z.enum(['shown', 'not-yet'])).exactOptional(),
    decision: z.enum(DECISIONS).exactOptional(),
    reason: text,
    internalNote: text,
    otherwise: text,
    conditions: text,
    comfortAreas: list,
    noGoAreas: list,
    languages: list,
    contactWays: list,
    capacity: z.number().exactOptional(),
    place: text,
    expiresOn: text,
  }),
)

const ofPair = (coordinator: string, person: string) =>
  and(eq(signOffDrafts.coordinator, coordinator), eq(signOffDrafts.person, person))

export const draftQuery = (coordinator: string, person: string): Reading<Draft | null> =>
  reading(database().select().from(signOffDrafts).where(ofPair(coordinator, person)), ([row]) =>
    row ? { ...row, answers: ANSWERS.parse(row.answers) } : null,
  )

/** What is asked again: null takes the answer away. */
export interface Forgotten {
  readonly judgements?: Readonly<Record<string, null>>
  readonly decision?: null
}

/** Begins one, or looks at the evidence anew: what was answered stays, but for what is asked again. */
export const upsertDraft = (
  row: Omit<typeof signOffDrafts.$inferInsert, 'answers'>,
  begins: Answers,
  forgotten: Forgotten,
): Query => {
  const { changedAt, evidence, decisions } = row
  return database()
    .insert(signOffDrafts)
    .values({ ...row, answers: JSON.stringify(begins) })
    .onConflictDoUpdate({
      target: [signOffDrafts.coordinator, signOffDrafts.person],
      set: {
        ...{ changedAt, evidence, decisions },
        answers: sql`json_patch(answers, ${JSON.stringify(forgotten)})`,
      },
    })
}

/** Adds to what was answered; other fields stay as they are, also when two pages save at once. */
export const updateDraft = (
  id: string,
  coordinator: string,
  answers: Answers,
  changedAt: number,
): Query => ({
  sql: 'UPDATE sign_off_drafts SET answers = json_patch(answers, ?), changed_at = ? WHERE id = ? AND coordinator = ?',
  args: [JSON.stringify(answers), changedAt, id, coordinator],
})

export const deleteDraft = (coordinator: string, person: string): Query =>
  database().delete(signOffDrafts).where(ofPair(coordinator, person))
