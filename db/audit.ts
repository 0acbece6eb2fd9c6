import { desc, eq } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { audit } from './schema.ts'

export type AuditRow = typeof audit.$inferSelect

export const insertAudit = (row: AuditRow): Query => database().insert(audit).values(row)

/** Newest first. */
export const listAudit = (subject: string, limit = 100): Promise<AuditRow[]> =>
  database()
    .select()
    .from(audit)
    .where(eq(audit.subject, subject))
    .orderBy(desc(audit.at))
    .limit(limit)
