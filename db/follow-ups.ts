/** What coordinators did about what worries them: harmful things that were seen, concerns, low well-being, pauses that are over, questions of who is gone. */
import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { LOW_WELLBEING, PAUSE_ASKED_AFTER } from '#domain/readiness/attention.ts'
import { database, flag, guard, read, reading, rows, type Query, type Reading } from './client.ts'
import { standingHarms } from './harms.ts'
import { WAITS } from './replies.ts'
import { followUps, people } from './schema.ts'

/** What coordinators say something about; an action is ticked instead. */
export type FollowUpKind = (typeof followUps.$inferSelect)['kind']

export interface FollowUp {
  readonly id: string
  readonly about: string
  readonly text: string
  readonly at: number
  /** `YYYY-MM-DD`, from which day on it waits again; null where it is settled. */
  readonly againOn: string | null
  /** Somebody looks after it and it goes on. */
  readonly staysOpen: boolean
  readonly coordinatorName: string
}

/** True where nothing was done about it, somebody looks after it and it goes on, or its day has come again. @param about SQL of an id @param today `YYYY-MM-DD` */
export const waitsAgain = (about: string, today: string): SQL =>
  sql`coalesce((SELECT CASE WHEN f.stays_open THEN '' ELSE coalesce(f.again_on, '9999') END FROM follow_ups f WHERE f.about = ${sql.raw(about)}
    ORDER BY f.at DESC, f.id DESC LIMIT 1), '') <= ${today}`

/** SQL of a record `m` of a pause: the day after which somebody asks, also where its person named none. */
export const PAUSE_ENDS_TEXT = `coalesce(m.value ->> 'until', date(m.made_at / 1000, 'unixepoch', '+${PAUSE_ASKED_AFTER} days'))`
export const PAUSE_ENDS = sql.raw(PAUSE_ENDS_TEXT)

/**
 * SQL that joins the questions `m` without an answer of whoever left (role `t`) or whose account `p` is closed: no answer
 * reaches them, so a coordinator says what was done. Whoever moved on to another programme has theirs there.
 */
export const GONE_ASKED = sql.raw(`roles t JOIN people p ON p.id = t.person AND t.role = 'trainee'
    AND (p.disabled_at IS NOT NULL OR t.archived_at IS NOT NULL)
    AND (t.archived_at IS NULL OR NOT EXISTS (
      SELECT 1 FROM roles u WHERE u.person = t.person AND u.role = 'trainee' AND u.archived_at IS NULL))
  JOIN records m ON m.person = t.person AND m.kind = 'help-asked' AND ${WAITS}`)

/** Something about a person that worries, whether or not anything was done. */
export interface Matter {
  /** `action`: something agreed in a review, past its day; it is ticked there. */
  readonly kind: FollowUpKind | 'action'
  /** Id of the observation, the note, the review, the pairing, the record of the pause or the question, or the action. */
  readonly about: string
  /** When it was seen, written, held or begun, milliseconds since 1970. */
  readonly at: number
  /** What was said that could do harm, words of the concern, the question or the action, or what stayed with the mentor; '' for a pause. */
  readonly text: string
  /** Who wrote it; '' for a pause, a question and an action. */
  readonly author: string
  /** Only `wellbeing`: 1 or 2. */
  readonly wellbeing: number | null
  /** `YYYY-MM-DD`: of a pause the day on which they meant to be back, if they named one, of an action the one by which it was to be done. */
  readonly until: string | null
  /** Whether it waits for a coordinator today. */
  readonly waits: boolean
}

/**
 * Everything harmful that was seen and is not lifted, every concern, the latest review where well-being is low, a pause and an action whose day is over, and of who is gone every
 * question without an answer: what waits first, then the oldest.
 * @param programme programmes are walls @param today `YYYY-MM-DD`
 */
export const mattersOf = (person: string, programme: string, today: string): Promise<Matter[]> =>
  read(mattersQuery(person, programme, today))

export const mattersQuery = (person: string, programme: string, today: string): Reading<Matter[]> =>
  rows(
    sql`
    SELECT 'harm' AS kind, o.id AS about, o.observed_at AS at, group_concat(l.harm, char(10)) AS text, a.name AS author,
      NULL AS wellbeing, NULL AS until, ${waitsAgain('o.id', today)} AS waits
    FROM ${standingHarms(programme, sql`JOIN people a ON a.id = o.observer`)} AND o.person = ${person} GROUP BY o.id
    UNION ALL SELECT 'concern', n.id, n.written_at, n.text, a.name, NULL, NULL, ${waitsAgain('n.id', today)}
    FROM notes n JOIN people a ON a.id = n.author
    WHERE n.person = ${person} AND n.programme = ${programme} AND n.kind = 'concern'
    UNION ALL SELECT 'wellbeing', v.id, v.held_at, v.stayed, a.name, v.wellbeing, NULL, ${waitsAgain('v.id', today)}
    FROM support_reviews v JOIN people a ON a.id = v.coordinator
    WHERE v.wellbeing <= ${LOW_WELLBEING} AND v.id = (SELECT l.id FROM support_reviews l WHERE l.person = ${person}
      AND l.programme = ${programme} ORDER BY l.held_at DESC, l.id DESC LIMIT 1)
    UNION ALL SELECT 'pause', m.id, m.made_at, '', '', NULL, m.value ->> 'until', ${waitsAgain('m.id', today)}
    FROM overviews o JOIN records m ON m.person = o.person AND m.made_at = o.paused_at AND m.kind = 'paused'
    WHERE o.person = ${person} AND ${PAUSE_ENDS} < ${today}
    UNION ALL SELECT 'help', m.id, m.made_at, m.value ->> 'text', '', NULL, NULL, ${waitsAgain('m.id', today)}
    FROM ${GONE_ASKED} WHERE t.person = ${person} AND t.programme = ${programme}
    UNION ALL SELECT 'bereaved', y.id, e.at, '', '', NULL, NULL, ${waitsAgain('y.id', today)}
    FROM pairings y JOIN pairing_ends e ON e.pairing = y.id AND e.why = 'died'
    WHERE y.mentor = ${person} AND y.programme = ${programme}
    UNION ALL SELECT 'action', a.id, v.held_at, a.text, '', NULL, a.due_on, 1
    FROM support_reviews v JOIN review_actions a ON a.review = v.id AND a.done_at IS NULL AND a.due_on < ${today}
    WHERE v.person = ${person} AND v.programme = ${programme}
    ORDER BY waits DESC, at`,
    {
      kind: z.enum(['harm', 'concern', 'wellbeing', 'pause', 'help', 'bereaved', 'action']),
      about: z.string(),
      at: z.number(),
      text: z.string(),
      author: z.string(),
      wellbeing: z.number().nullable(),
      until: z.string().nullable(),
      waits: flag,
    },
  )

export type FollowMatter = Matter & { readonly kind: FollowUpKind }
export const isFollowed = (matter: Matter): matter is FollowMatter => matter.kind !== 'action'

export const insertFollowUp = (row: typeof followUps.$inferInsert): Query =>
  database().insert(followUps).values(row)

/** For a batch: it fails when somebody else wrote one about it meanwhile. */
export const guardFollowUps = (about: string, but: string, seen: number): Query =>
  guard('(SELECT count(*) FROM follow_ups WHERE about = ? AND id <> ?) <= ?', [about, but, seen])

/**
 * All about a person, oldest first.
 * @param programme null where they are shown beside what they are about: a pause goes along to another programme
 */
export const followUpsQuery = (person: string, programme: string | null): Reading<FollowUp[]> =>
  reading(
    select()
      .where(
        and(
          eq(followUps.person, person),
          programme === null ? undefined : eq(followUps.programme, programme),
        ),
      )
      .orderBy(asc(followUps.at), asc(followUps.id)),
  )

const select = () =>
  database()
    .select({
      id: followUps.id,
      about: followUps.about,
      text: followUps.text,
      at: followUps.at,
      againOn: followUps.againOn,
      staysOpen: followUps.staysOpen,
      coordinatorName: people.name,
    })
    .from(followUps)
    .innerJoin(people, eq(people.id, followUps.coordinator))
    .$dynamic()
