/** The coordinator's inbox: one query a page, whatever the number of people. */
import { sql } from 'drizzle-orm'
import { database } from './client.ts'
import { OPEN_FOR } from './open-forms.ts'
import { WAITS } from './replies.ts'

export const INBOX_TABS = ['questions', 'reflections', 'answered'] as const
export type InboxTab = (typeof INBOX_TABS)[number]
export const INBOX_PAGE = 50

export interface InboxRow {
  /** Record id. */
  readonly id: string
  readonly person: string
  readonly name: string
  readonly kind: 'help-asked' | 'reflection-sent'
  readonly item: string
  /** JSON of the record's value. */
  readonly value: string
  readonly madeAt: number
  /** Null while it waits. */
  readonly repliedAt: number | null
  readonly accepted: number | null
  /** Another coordinator who has the form of the answer open, or null. */
  readonly writer: string | null
}

export interface InboxPage {
  readonly rows: readonly InboxRow[]
  /** How many wait, by tab. */
  readonly questions: number
  readonly reflections: number
  readonly hasMore: boolean
}

const KIND = { questions: 'help-asked', reflections: 'reflection-sent' } as const
const COLUMN = { questions: 'help_at', reflections: 'reflection_at' } as const

/**
 * Oldest first where they wait, newest first where they were answered.
 * @param page from 1 @param viewer person id of who looks @param person only this trainee's; '' for all
 */
export async function listInbox(
  programme: string,
  tab: InboxTab,
  page: number,
  viewer: string,
  now: number,
  person = '',
): Promise<InboxPage> {
  const writer = sql`(SELECT q.name FROM open_forms f JOIN people q ON q.id = f.person
    WHERE f.about = m.id AND f.person <> ${viewer} AND f.opened_at > ${now - OPEN_FOR} ORDER BY f.opened_at LIMIT 1)`
  const here = sql`roles t JOIN people p ON p.id = t.person AND p.disabled_at IS NULL`
  // CROSS JOIN: the few who wait are found first, then who they are.
  const whoWaits = sql`overviews o CROSS JOIN roles t ON t.person = o.person JOIN people p ON p.id = o.person AND p.disabled_at IS NULL`
  const isHere = sql`t.programme = ${programme} AND t.role = 'trainee' AND t.archived_at IS NULL${person ? sql` AND p.id = ${person}` : sql``}`
  const limit = sql`LIMIT ${INBOX_PAGE + 1} OFFSET ${(page - 1) * INBOX_PAGE}`
  const list =
    tab === 'answered'
      ? sql`SELECT m.id, m.person, p.name, m.kind, m.item, m.value, m.made_at AS madeAt, r.replied_at AS repliedAt, r.accepted, NULL AS writer
          FROM ${here} JOIN replies r ON r.person = p.id JOIN records m ON m.id = r.record
          WHERE ${isHere} ORDER BY r.replied_at DESC, r.id DESC ${limit}`
      : sql`SELECT m.id, m.person, p.name, m.kind, m.item, m.value, m.made_at AS madeAt, NULL AS repliedAt, NULL AS accepted, ${writer} AS writer
          FROM ${whoWaits} JOIN records m ON m.person = p.id AND m.kind = ${KIND[tab]}
          WHERE o.${sql.raw(COLUMN[tab])} IS NOT NULL AND ${isHere} AND ${sql.raw(WAITS)} ORDER BY m.made_at, m.id ${limit}`
  const counts = sql`SELECT coalesce(sum(m.kind = 'help-asked'), 0) AS questions, coalesce(sum(m.kind = 'reflection-sent'), 0) AS reflections
    FROM ${whoWaits} JOIN records m ON m.person = p.id AND m.kind IN ('help-asked', 'reflection-sent')
    WHERE (o.help_at IS NOT NULL OR o.reflection_at IS NOT NULL) AND ${isHere} AND ${sql.raw(WAITS)}`
  const [rows, count] = await Promise.all([
    database().all<InboxRow>(list),
    database().get<{ questions: number; reflections: number }>(counts),
  ])
  return {
    rows: rows.slice(0, INBOX_PAGE),
    questions: count?.questions ?? 0,
    reflections: count?.reflections ?? 0,
    hasMore: rows.length > INBOX_PAGE,
  }
}
