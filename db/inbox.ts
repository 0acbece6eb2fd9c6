/** The coordinator's inbox: one query a page, whatever the number of people. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { flag, json, meaning, rows, type Reading } from './client.ts'
import { count } from './engine/paged.ts'
import { OPEN_FOR } from './open-forms.ts'
import { WAITS } from './replies.ts'

export const INBOX_TABS = ['questions', 'reflections', 'answered'] as const
export type InboxTab = (typeof INBOX_TABS)[number]
export const INBOX_PAGE = 50

const ROW = {
  /** Record id. */
  id: z.string(),
  person: z.string(),
  name: z.string(),
  kind: z.enum(['help-asked', 'reflection-sent']),
  item: z.string(),
  /** Of the record: the page that a question is about, and what was written. */
  value: json(z.object({ page: z.string().default(''), text: z.string().default('') })),
  madeAt: z.number(),
  /** Null while it waits. */
  repliedAt: z.number().nullable(),
  accepted: flag.nullable(),
  /** Another coordinator who has the form of the answer open, or null. */
  writer: z.string().nullable(),
}
export type InboxRow = Readonly<z.infer<z.ZodObject<typeof ROW>>>

/** How many wait, by tab. */
export interface InboxCounts {
  readonly questions: number
  readonly reflections: number
}

const KIND = { questions: 'help-asked', reflections: 'reflection-sent' } as const
const COLUMN = { questions: 'help_at', reflections: 'reflection_at' } as const

/**
 * Oldest first where they wait, newest first where they were answered.
 * One row more than a page says whether there is another one.
 * @param page from 1 @param viewer person id of who looks @param person only this trainee's; '' for all
 */
export function inboxQuery(
  programme: string,
  tab: InboxTab,
  page: number,
  viewer: string,
  now: number,
  person = '',
): { rows: Reading<InboxRow[]>; counts: Reading<InboxCounts> } {
  const writer = sql`(SELECT q.name FROM open_forms f JOIN people q ON q.id = f.person
    WHERE f.about = m.id AND f.person <> ${viewer} AND f.opened_at > ${now - OPEN_FOR} ORDER BY f.opened_at LIMIT 1)`
  const here = sql`roles t JOIN people p ON p.id = t.person AND p.disabled_at IS NULL`
  // CROSS JOIN: the few who wait are found first, then who they are, then what they wrote; else all records are read.
  const whoWaits = sql`overviews o CROSS JOIN roles t ON t.person = o.person JOIN people p ON p.id = o.person AND p.disabled_at IS NULL
    CROSS JOIN records m ON m.person = o.person`
  const isHere = sql`t.programme = ${programme} AND t.role = 'trainee' AND t.archived_at IS NULL${person ? sql` AND p.id = ${person}` : sql``}`
  const limit = sql`LIMIT ${INBOX_PAGE + 1} OFFSET ${(page - 1) * INBOX_PAGE}`
  const list =
    tab === 'answered'
      ? sql`SELECT m.id, m.person, p.name, m.kind, m.item, m.value, m.made_at AS madeAt, r.replied_at AS repliedAt, r.accepted, NULL AS writer
          FROM ${here} CROSS JOIN replies r ON r.person = p.id CROSS JOIN records m ON m.id = r.record
          WHERE ${isHere} ORDER BY r.replied_at DESC, r.id DESC ${limit}`
      : sql`SELECT m.id, m.person, p.name, m.kind, m.item, m.value, m.made_at AS madeAt, NULL AS repliedAt, NULL AS accepted, ${writer} AS writer
          FROM ${whoWaits} AND m.kind = ${KIND[tab]}
          WHERE o.${sql.raw(COLUMN[tab])} IS NOT NULL AND ${isHere} AND ${sql.raw(WAITS)} ORDER BY m.made_at, m.id ${limit}`
  // One by one: each kind has its own index of who waits.
  const waiting = (of: keyof typeof KIND): SQL => sql`(SELECT count(*)
    FROM ${whoWaits} AND m.kind = ${KIND[of]}
    WHERE o.${sql.raw(COLUMN[of])} IS NOT NULL AND ${isHere} AND ${sql.raw(WAITS)})`
  const counts = sql`SELECT ${waiting('questions')} AS questions, ${waiting('reflections')} AS reflections`
  return {
    rows: rows(list, ROW),
    counts: meaning(
      rows(counts, { questions: count, reflections: count }),
      ([one]) => one ?? { questions: 0, reflections: 0 },
    ),
  }
}
