import type { TraineeRow } from '#db/trainees.ts'
import { standingAt, type Span, type Standing } from '#domain/readiness/standing.ts'

/** Standing for a list, from the latest decision and the person's overview. */
export function standingOfRow(
  row: Omit<TraineeRow, 'joinedAt' | 'done' | 'lastItem' | 'lastAt'> & {
    readonly lapsed?: boolean
  },
  now: number,
): Standing {
  const signOffs =
    row.decision === null || row.decidedAt === null
      ? []
      : [
          {
            id: '',
            decision: row.decision,
            decidedAt: row.decidedAt,
            conditions: row.conditions ?? '',
            expiresOn: row.expiresOn,
            withdrawnAt: row.withdrawnAt,
            secondSignedAt: row.secondSignedAt,
            committedAt: row.committedAt,
          },
        ]
  const since = (time: number | null): Span[] =>
    time === null ? [] : [{ from: time, until: null }]
  return standingAt(
    {
      signOffs,
      asked: row.askedAt === null ? [] : [row.askedAt],
      lapses: since(row.lapsed ? 0 : null),
      pauses: since(row.pausedAt),
      secondSince: row.secondSince,
    },
    now,
  )
}
