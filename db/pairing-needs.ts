/**
 * What of pairings waits for a coordinator, told by mentor: calls because the mentor is not ready any more, a yes that has to
 * go on, and how it goes after the first and the third meeting.
 */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { meaning, rows, type Reading } from './client.ts'
import { isAccepted, isOngoing } from './pairing-rows.ts'

/** ` AND …` about a column with a person id. */
type Among = (column: string) => SQL

const nth = (n: number): string =>
  `(SELECT g.at FROM meetings g WHERE g.pairing = y.id AND g.taken_back_at IS NULL ORDER BY g.at, g.id LIMIT 1 OFFSET ${n - 1})`
const had = (...after: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM check_ins c WHERE c.pairing = y.id AND c."after" IN (${after.map((one) => `'${one}'`).join()}))`

/** Of each mentor with open pairings: since when there is one, and since when a check-in is due, or NULL; as `checkInDue` says it. */
export const pairedIn = (programme: string, among: Among): SQL => sql`
  SELECT y.mentor AS person, min(y.at) AS at, min(CASE
      WHEN NOT ${sql.raw(had('third'))} AND ${sql.raw(nth(3))} IS NOT NULL THEN ${sql.raw(nth(3))}
      WHEN NOT ${sql.raw(had('first', 'third'))} THEN ${sql.raw(nth(1))} END) AS check_in_at
  FROM pairings y WHERE y.programme = ${programme} AND ${sql.raw(isOngoing('y'))} ${among('y.mentor')} GROUP BY y.mentor`

/** Of each mentor who said yes: since when the first of these waits for the other side, or to be connected. */
export const acceptedIn = (programme: string, among: Among): SQL => sql`
  SELECT x.mentor AS person, min(a.at) AS at FROM proposals x JOIN proposal_answers a ON a.proposal = x.id AND a.answer = 'yes'
  WHERE x.programme = ${programme} AND ${sql.raw(isAccepted('x'))} ${among('x.mentor')} GROUP BY x.mentor`

export interface PairingNeeds {
  /** Milliseconds, or null: the oldest open pairing. */
  readonly pairedAt: number | null
  readonly checkInAt: number | null
  readonly acceptedAt: number | null
  /** Ids of proposals that these are about, the oldest of each, for links; null for none. */
  readonly paired: string | null
  readonly checkIn: string | null
  readonly accepted: string | null
}

const NONE: PairingNeeds = {
  ...{ pairedAt: null, checkInAt: null, acceptedAt: null },
  ...{ paired: null, checkIn: null, accepted: null },
}

export const pairingNeedsQuery = (person: string, programme: string): Reading<PairingNeeds> => {
  const theirs = (column: string): SQL => sql`AND ${sql.raw(column)} = ${person}`
  return meaning(
    rows(
      sql`SELECT p.at AS pairedAt, p.check_in_at AS checkInAt, a.at AS acceptedAt,
        (SELECT y.proposal FROM pairings y WHERE y.mentor = ${person} AND y.programme = ${programme} AND ${sql.raw(isOngoing('y'))} ORDER BY y.at, y.id LIMIT 1) AS paired,
        (SELECT y.proposal FROM pairings y JOIN meetings g ON g.pairing = y.id WHERE y.mentor = ${person} AND y.programme = ${programme}
          AND g.taken_back_at IS NULL AND g.at = p.check_in_at AND ${sql.raw(isOngoing('y'))} LIMIT 1) AS checkIn,
        (SELECT x.id FROM proposals x JOIN proposal_answers b ON b.proposal = x.id WHERE x.mentor = ${person} AND x.programme = ${programme}
          AND b.at = a.at AND ${sql.raw(isAccepted('x'))} LIMIT 1) AS accepted
      FROM (SELECT 1) LEFT JOIN (${pairedIn(programme, theirs)}) p ON true LEFT JOIN (${acceptedIn(programme, theirs)}) a ON true`,
      {
        pairedAt: z.number().nullable(),
        checkInAt: z.number().nullable(),
        acceptedAt: z.number().nullable(),
        paired: z.string().nullable(),
        checkIn: z.string().nullable(),
        accepted: z.string().nullable(),
      },
    ),
    (found) => found[0] ?? NONE,
  )
}
