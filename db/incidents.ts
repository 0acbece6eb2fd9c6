/** Incidents and complaints about mentors, with the steps that were taken. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { INCIDENT_KINDS, type IncidentKind } from '#domain/reviews/incident.ts'
import { database, flag, guard, meaning, rows, type Query, type Reading } from './client.ts'
import { incidents, incidentSteps } from './schema.ts'

export const insertIncident = (row: typeof incidents.$inferInsert): Query =>
  database().insert(incidents).values(row)
export const insertIncidentStep = (row: typeof incidentSteps.$inferInsert): Query =>
  database().insert(incidentSteps).values(row)

/** For a batch: it fails when somebody else wrote a step meanwhile, or ended it. */
export const guardSteps = (incident: string, but: string, seen: number): Query =>
  guard(
    `(SELECT count(*) FROM incident_steps WHERE incident = ?1 AND id <> ?2) <= ?3
      AND NOT EXISTS (SELECT 1 FROM incident_steps WHERE incident = ?1 AND id <> ?2 AND ends)`,
    [incident, but, seen],
  )

/** SQL of an incident `i`: its latest step's column. */
const LATEST = (column: string): string =>
  `(SELECT x.${column} FROM incident_steps x WHERE x.incident = i.id ORDER BY x.at DESC, x.id DESC LIMIT 1)`
/** SQL of an incident `i`: nobody ended it. */
export const IS_OPEN =
  'NOT EXISTS (SELECT 1 FROM incident_steps x WHERE x.incident = i.id AND x.ends)'

/** SQL of an open incident `i`: nothing was done yet, or its next step is due. @param today `YYYY-MM-DD` */
export const IS_DUE = (today: string): SQL =>
  sql`(${sql.raw(LATEST('id'))} IS NULL OR coalesce(${sql.raw(LATEST('next_on'))}, '9999') <= ${today})`

export interface Step {
  readonly id: string
  readonly at: number
  readonly byName: string
  readonly text: string
  /** Who looks after it from then on. */
  readonly ownerName: string
  /** `YYYY-MM-DD`, by which the next step is to be taken, or null. */
  readonly nextOn: string | null
  readonly ends: boolean
  /** What whom it concerns was told; '' for nothing. */
  readonly told: string
}

export interface Incident {
  readonly id: string
  readonly kind: IncidentKind
  /** `YYYY-MM-DD` */
  readonly happenedOn: string
  readonly text: string
  readonly writtenAt: number
  readonly writtenByName: string
  /** Person id of who looks after it now. */
  readonly owner: string
  readonly nextOn: string | null
  readonly isOpen: boolean
  /** Oldest first. */
  readonly steps: readonly Step[]
}

const STEP = {
  id: z.string(),
  at: z.number(),
  byName: z.string(),
  text: z.string(),
  ownerName: z.string(),
  nextOn: z.string().nullable(),
  ends: flag,
  told: z.string(),
}

/** About a person in a programme: open ones first, then the latest. */
export const incidentsQuery = (person: string, programme: string): Reading<Incident[]> =>
  meaning(
    rows(
      sql`SELECT i.id, i.kind, i.happened_on, i.text, i.written_at, b.name AS by_name,
        coalesce(${sql.raw(LATEST('owner'))}, i.owner) AS owner,
        CASE WHEN ${sql.raw(LATEST('id'))} IS NULL THEN i.next_on ELSE ${sql.raw(LATEST('next_on'))} END AS next_on,
        ${sql.raw(IS_OPEN)} AS open,
        (SELECT json_group_array(json_object('id', s.id, 'at', s.at, 'byName', s.by_name, 'text', s.text, 'ownerName', s.owner_name,
          'nextOn', s.next_on, 'ends', s.ends, 'told', s.told)) FROM (SELECT s.*, c.name AS by_name, o.name AS owner_name
          FROM incident_steps s JOIN people c ON c.id = s.by JOIN people o ON o.id = s.owner WHERE s.incident = i.id ORDER BY s.at, s.id) s) AS steps
      FROM incidents i JOIN people b ON b.id = i.written_by
      WHERE i.person = ${person} AND i.programme = ${programme} ORDER BY open DESC, i.written_at DESC, i.id DESC LIMIT 100`,
      {
        id: z.string(),
        kind: z.enum(INCIDENT_KINDS),
        happened_on: z.string(),
        text: z.string(),
        written_at: z.number(),
        by_name: z.string(),
        owner: z.string(),
        next_on: z.string().nullable(),
        open: flag,
        steps: z
          .string()
          .transform((text) => JSON.parse(text) as unknown)
          .pipe(z.array(z.object(STEP))),
      },
    ),
    (found) =>
      found.map((one) => ({
        id: one.id,
        kind: one.kind,
        happenedOn: one.happened_on,
        text: one.text,
        writtenAt: one.written_at,
        writtenByName: one.by_name,
        owner: one.owner,
        nextOn: one.next_on,
        isOpen: one.open,
        steps: one.steps,
      })),
  )
