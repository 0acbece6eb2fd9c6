import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { fold } from '#domain/people/names.ts'
import type { AreaGrounds } from '#domain/readiness/area-grounds.ts'
import type { Judgements, Offer } from '#domain/readiness/offer.ts'
import type { SignOff } from '#domain/readiness/standing.ts'
import { toGrounds } from './area-grounds.ts'
import { certificateCode } from './certificate-code.ts'
import { database, guard, json, once, read, reading, type Query, type Reading } from './client.ts'
import { SECOND_SINCE } from './programme-rules.ts'
import {
  commitments,
  people,
  reissuedCertificates,
  secondSignatures,
  signOffs,
  withdrawals,
} from './schema.ts'

export interface SeenSignOff extends SignOff {
  readonly person: string
  readonly programme: string
  readonly decidedByName: string
  readonly reason: string
  readonly internalNote: string
  readonly otherwise: string
  readonly evidence: string
  readonly evidenceHash: string
  readonly withdrawnReason: string | null
  /** Person id, or null. */
  readonly withdrawnBy: string | null
  readonly decidedBy: string
  /** The name that the coordinator typed under the declaration; '' in old rows. */
  readonly declaredName: string
  /** JSON: what each line asked for then; '' in old rows (src/domain/readiness/earlier-needs.ts). */
  readonly needs: string
  readonly offer: Offer
  /** What each comfort area rests on; null where it was signed before there were area packs. */
  readonly areaGrounds: AreaGrounds | null
  readonly judgements: Judgements
  readonly secondSignedByName: string | null
  /** The name that the mentor typed under the commitment, or null. */
  readonly committedName: string | null
  /** The name with which the certificate was issued again last, or null. */
  readonly reissuedName: string | null
  /** Since when its programme asks for two signatures, or null. */
  readonly secondSince: number | null
}

/**
 * SQL of a row with person and programme.
 * Programmes are walls: a decision of a programme that somebody moved away from says nothing in the new one.
 * Who left everywhere keeps what was said last.
 */
export const isHere = (
  row: string,
): string => `EXISTS (SELECT 1 FROM roles t WHERE t.person = ${row}.person AND t.role = 'trainee'
  AND t.programme = ${row}.programme AND (t.archived_at IS NULL OR NOT EXISTS
    (SELECT 1 FROM roles a WHERE a.person = t.person AND a.role = 'trainee' AND a.archived_at IS NULL)))`
const HERE = isHere('sign_offs')

/** The only writer of a decision: what a search compares stands beside it. */
export const insertSignOff = (
  row: Omit<typeof signOffs.$inferInsert, 'foldedPlace' | 'certificateCode'>,
): Query =>
  database()
    .insert(signOffs)
    .values({
      ...row,
      foldedPlace: fold(row.place ?? ''),
      certificateCode: certificateCode(row.id),
    })

export const insertWithdrawal = (row: typeof withdrawals.$inferInsert): Query =>
  database().insert(withdrawals).values(row)

/**
 * Fails the batch when a decision about this person, a withdrawal, a stop or its end, or an incident came in between.
 * src/domain/readiness/meanwhile.ts counts the same.
 */
export const guardHappened = (person: string, expected: number): Query =>
  guard(
    `(SELECT count(*) FROM sign_offs WHERE person = ?1 AND ${HERE})
      + (SELECT count(*) FROM withdrawals JOIN sign_offs ON sign_offs.id = withdrawals.sign_off
        WHERE sign_offs.person = ?1 AND ${HERE})
      + (SELECT count(*) FROM stops s WHERE s.person = ?1 AND ${isHere('s')})
      + (SELECT count(*) FROM stop_ends e JOIN stops s ON s.id = e.stop WHERE s.person = ?1 AND ${isHere('s')})
      + (SELECT count(*) FROM incidents i WHERE i.person = ?1 AND ${isHere('i')}) = ?2`,
    [person, expected],
  )

export const insertSecondSignature = (row: typeof secondSignatures.$inferInsert): Query =>
  database().insert(secondSignatures).values(row)

/** With which name the certificate of a row of sign_offs was issued again last. */
export const REISSUED_NAME = `(SELECT c.name FROM reissued_certificates c WHERE c.sign_off = sign_offs.id
  ORDER BY c.issued_at DESC LIMIT 1)`

export const insertReissued = (row: typeof reissuedCertificates.$inferInsert): Query =>
  database().insert(reissuedCertificates).values(row)

export const insertCommitment = (row: typeof commitments.$inferInsert): Query =>
  database().insert(commitments).values(row)

/** For a batch: it fails unless this is the person's newest decision and was not withdrawn. */
export const guardNewest = (signOff: string, person: string): Query =>
  guard(
    `(SELECT id FROM sign_offs WHERE person = ? AND ${HERE} ORDER BY decided_at DESC, id DESC LIMIT 1) = ?
      AND NOT EXISTS (SELECT 1 FROM withdrawals WHERE sign_off = ?)`,
    [person, signOff, signOff],
  )

const second = alias(people, 'second')
const LIST = json(z.array(z.string()))
const JUDGEMENTS = json(z.record(z.string(), z.enum(['shown', 'not-yet'])))

/** Those of the programme that they are in, newest first. */
export const signOffsQuery = once((person: string): Reading<SeenSignOff[]> =>
  reading(selectSignOffs(person), (rows) => rows.map(toSignOff)),
)

export const listSignOffs = (person: string): Promise<SeenSignOff[]> => read(signOffsQuery(person))

const selectSignOffs = (person: string) =>
  database()
    .select({
      signOff: signOffs,
      withdrawal: withdrawals,
      decidedByName: people.name,
      secondSignedAt: secondSignatures.signedAt,
      secondSignedByName: second.name,
      committedAt: commitments.signedAt,
      committedName: commitments.declaredName,
      reissuedName: sql<string | null>`${sql.raw(REISSUED_NAME)}`,
      secondSince: sql<number | null>`${sql.raw(SECOND_SINCE('sign_offs.programme'))}`,
    })
    .from(signOffs)
    .innerJoin(people, eq(people.id, signOffs.decidedBy))
    .leftJoin(withdrawals, eq(withdrawals.signOff, signOffs.id))
    .leftJoin(secondSignatures, eq(secondSignatures.signOff, signOffs.id))
    .leftJoin(second, eq(second.id, secondSignatures.signedBy))
    .leftJoin(commitments, eq(commitments.signOff, signOffs.id))
    .where(and(eq(signOffs.person, person), sql.raw(HERE)))
    .orderBy(desc(signOffs.decidedAt), desc(signOffs.id))

type SignOffRow = Awaited<ReturnType<typeof selectSignOffs>>[number]

function toSignOff({ signOff, withdrawal, ...rest }: SignOffRow): SeenSignOff {
  const { comfortAreas, noGoAreas, languages, contactWays, capacity, place, ...row } = signOff
  return {
    ...row,
    ...rest,
    offer: {
      comfortAreas: LIST.parse(comfortAreas),
      noGoAreas: LIST.parse(noGoAreas),
      languages: LIST.parse(languages),
      contactWays: LIST.parse(contactWays),
      capacity,
      place,
    },
    areaGrounds: toGrounds(row.areaGrounds),
    judgements: JUDGEMENTS.parse(row.judgements),
    withdrawnAt: withdrawal?.withdrawnAt ?? null,
    withdrawnReason: withdrawal?.reason ?? null,
    withdrawnBy: withdrawal?.withdrawnBy ?? null,
  }
}
