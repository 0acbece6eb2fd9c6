/** Mail that waits: written in the batch of what it tells about, sent later by the server. */
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { outbox } from './schema.ts'

export type MailRow = typeof outbox.$inferSelect

/** After this many tries a mail is given up; the invitation stays and can be handed over. */
export const MOST_TRIES = 8

export const insertMail = (row: typeof outbox.$inferInsert): Query =>
  database().insert(outbox).values(row)

/** What may be sent now, oldest first. */
export const listWaitingMail = (now: number, limit = 20): Promise<MailRow[]> =>
  database()
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lte(outbox.nextTryAt, now)))
    .orderBy(asc(outbox.nextTryAt))
    .limit(limit)

/** The text goes with the sending: it holds a one-time link. */
export const markMailSent = (id: string, sentAt: number): Query =>
  database().update(outbox).set({ sentAt, text: '', problem: '' }).where(eq(outbox.id, id))

export const markMailFailed = (
  id: string,
  set: Pick<MailRow, 'tries' | 'nextTryAt' | 'problem'>,
): Query => database().update(outbox).set(set).where(eq(outbox.id, id))
