/** Somebody on the coordinator's home. */
import { z } from 'zod'
import {
  DANGERS,
  PERSON_REASONS,
  type PersonReason,
  type Tab,
} from '#domain/readiness/attention.ts'
import { STANDINGS, type Standing } from '#domain/readiness/standing.ts'
import { flag, json } from './client.ts'
import type { Apart } from './tasks.ts'

export interface HomeRow {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly joinedAt: number
  /** Required steps done. */
  readonly done: number
  /** Of how many; 0 where nobody counted yet: then their areas say it. */
  readonly steps: number
  readonly areas: readonly string[]
  readonly lastItem: string
  /** Null where they have not started. */
  readonly lastAt: number | null
  readonly askedAt: number | null
  readonly standing: Standing
  /** Of the sign-off in force, else of the newest: `YYYY-MM-DD`, or null. */
  readonly expiresOn: string | null
  readonly cohortName: string | null
  readonly helpAt: number | null
  readonly reflectionAt: number | null
  readonly pausedAt: number | null
  /** Item id of a ★ question, or ''. */
  readonly stuckOn: string
  readonly reasons: readonly PersonReason[]
  /** When something harmful was seen first that stands. */
  readonly harmAt: number | null
  /** Since when the oldest concern is open, and when the review with low well-being was. */
  readonly concernAt: number | null
  readonly lowAt: number | null
  /** `YYYY-MM-DD`: the earliest day that something agreed was to be done by, and the day of the end of the pause. */
  readonly actionDue: string | null
  readonly pauseUntil: string | null
  /** True where they named no day. */
  readonly pauseIsOpen: boolean
  /** In which tabs this person stands. */
  readonly tabs: readonly Tab[]
  /** Null for who is here; who left stays on the list for as long as a danger or a question is open. */
  readonly gone: 'left' | 'disabled' | null
  readonly isInDanger: boolean
  /** Where somebody else of the programme has the same name. */
  readonly apart: Apart | null
}

/** As libSQL answers: column names, 0 and 1. */
export const ROW = {
  id: z.string(),
  name: z.string(),
  programme: z.string(),
  joined_at: z.number(),
  cohort_name: z.string().nullable(),
  done: z.number(),
  steps: z.number(),
  areas: json(z.array(z.string())),
  last_item: z.string(),
  last_at: z.number().nullable(),
  asked_at: z.number().nullable(),
  help_at: z.number().nullable(),
  reflection_at: z.number().nullable(),
  stuck_on: z.string(),
  paused_at: z.number().nullable(),
  standing: z.enum(STANDINGS),
  expires_on: z.string().nullable(),
  ready: flag,
  harm_at: z.number().nullable(),
  concern_at: z.number().nullable(),
  low_at: z.number().nullable(),
  action_due: z.string().nullable(),
  pause_until: z.string().nullable(),
  pause_open: flag.nullable(),
  archived_at: z.number().nullable(),
  disabled_at: z.number().nullable(),
  namesakes: z.number(),
  contact: z.string(),
  /** In the order of PERSON_REASONS. */
  reasons: json(z.array(flag)),
}
type Raw = z.infer<z.ZodObject<typeof ROW>>

export function toRow(raw: Raw): HomeRow {
  const reasons = PERSON_REASONS.filter((_, at) => raw.reasons[at])
  const isReady = raw.ready
  return {
    isInDanger: DANGERS.some((one) => reasons.includes(one)),
    id: raw.id,
    name: raw.name,
    programme: raw.programme,
    joinedAt: raw.joined_at,
    cohortName: raw.cohort_name,
    done: raw.done,
    steps: raw.steps,
    areas: raw.areas,
    lastItem: raw.last_item,
    lastAt: raw.last_at || null,
    askedAt: raw.asked_at,
    helpAt: raw.help_at,
    reflectionAt: raw.reflection_at,
    pausedAt: raw.paused_at,
    stuckOn: raw.stuck_on,
    standing: raw.standing,
    expiresOn: raw.expires_on,
    reasons,
    harmAt: raw.harm_at,
    concernAt: raw.concern_at,
    lowAt: raw.low_at,
    actionDue: raw.action_due,
    pauseUntil: raw.pause_until,
    pauseIsOpen: raw.pause_open === true,
    tabs: [
      ...(reasons.length ? (['needs'] as const) : isReady ? [] : (['waiting'] as const)),
      ...(isReady ? (['ready'] as const) : []),
    ],
    apart: raw.namesakes < 2 ? null : { contact: raw.contact, joinedAt: raw.joined_at },
    gone: raw.disabled_at !== null ? 'disabled' : raw.archived_at !== null ? 'left' : null,
  }
}
