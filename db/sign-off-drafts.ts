/** Sign-offs that a coordinator has begun: one for each coordinator and trainee. */
import { and, eq } from 'drizzle-orm'
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
  /** How many decisions and withdrawals there were then. */
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

/** Begins one, or looks at the evidence anew: what was answered stays. */
export const upsertDraft = (row: Omit<typeof signOffDrafts.$inferInsert, 'answers'>): Query => {
  const { changedAt, evidence, decisions } = row
  return database()
    .insert(signOffDrafts)
    .values({ ...row, answers: '{}' })
    .onConflictDoUpdate({
      target: [signOffDrafts.coordinator, signOffDrafts.person],
      set: { changedAt, evidence, decisions },
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
