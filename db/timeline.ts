/** What happened with one trainee, newest first: one query a page over every kind of row. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { DEEDS, TIMELINE_KINDS, type TimelineKind } from '#domain/learning/timeline.ts'
import { meaning, read, rows, type Reading } from './client.ts'

const TIMELINE_PAGE = 20

export interface TimelineRow {
  readonly kind: TimelineKind
  readonly id: string
  readonly at: number
  /** Item id, competency, decision …: what it is about, by kind. */
  readonly about: string
  /** Who of the staff did it; null where it was the trainee. */
  readonly by: string | null
}

export interface TimelinePage {
  readonly rows: readonly TimelineRow[]
  readonly hasMore: boolean
}

/**
 * Only what is for the trainee's eyes too: reflections that are shared, notes of kind `shared`.
 * What somebody did and the evidence of it go with them to another programme; decisions, reviews and notes do not.
 * @param page from 1
 */
export function timelineQuery(
  person: string,
  programme: string,
  page: number,
): Reading<TimelinePage> {
  const deeds = sql.join(
    DEEDS.map((kind) => sql`${kind}`),
    sql`, `,
  )
  const found = rows(
    sql`
    SELECT e.kind, e.id, e.at, e.about, people.name AS "by" FROM (
      SELECT kind, id, made_at AS at, item AS about, NULL AS actor FROM records
        WHERE person = ${person} AND kind IN (${deeds})
        AND (kind <> 'reflection-sent' OR json_extract(value, '$.shared') = 1)
      UNION ALL SELECT 'observation', id, observed_at, coalesce(amends, ''), observer FROM observations WHERE person = ${person}
      UNION ALL SELECT 'talk', id, held_at, CASE WHEN competency = '' THEN areas ELSE competency END, coordinator FROM talks WHERE person = ${person}
      UNION ALL SELECT 'outside', id, entered_at, competency, entered_by FROM outside_evidence WHERE person = ${person}
      UNION ALL SELECT 'reply', id, replied_at, record, coordinator FROM replies WHERE person = ${person}
      UNION ALL SELECT 'sign-off', id, decided_at, decision, decided_by FROM sign_offs
        WHERE person = ${person} AND programme = ${programme}
      UNION ALL SELECT 'withdrawal', w.sign_off, w.withdrawn_at, '', w.withdrawn_by FROM withdrawals w
        JOIN sign_offs s ON s.id = w.sign_off WHERE s.person = ${person} AND s.programme = ${programme}
      UNION ALL SELECT 'review', id, held_at, next_on, coordinator FROM support_reviews
        WHERE person = ${person} AND programme = ${programme}
      UNION ALL SELECT 'note', id, written_at, '', author FROM notes
        WHERE person = ${person} AND programme = ${programme} AND kind = 'shared'
      UNION ALL SELECT 'session-opened', session, opened_at, session, opened_by FROM opened_sessions WHERE person = ${person}
    ) e LEFT JOIN people ON people.id = e.actor
    ORDER BY e.at DESC, e.id DESC LIMIT ${TIMELINE_PAGE + 1} OFFSET ${(page - 1) * TIMELINE_PAGE}`,
    {
      kind: z.enum(TIMELINE_KINDS),
      id: z.string(),
      at: z.number(),
      about: z.string(),
      by: z.string().nullable(),
    },
  )
  return meaning(found, (all) => ({
    rows: all.slice(0, TIMELINE_PAGE),
    hasMore: all.length > TIMELINE_PAGE,
  }))
}

export const listTimeline = (
  person: string,
  programme: string,
  page: number,
): Promise<TimelinePage> => read(timelineQuery(person, programme, page))
