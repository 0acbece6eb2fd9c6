import type { TraineeRow } from '#db/trainees.ts'
import { standingAt, type Standing } from '#domain/readiness/standing.ts'

/** Standing for a list, from the latest decision and the person's overview. */
export function standingOfRow(
  row: TraineeRow & { readonly lapsed?: boolean },
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
          },
        ]
  return standingAt(
    {
      signOffs,
      askedAt: row.askedAt,
      lapsed: row.lapsed ?? false,
      pausedSince: row.pausedAt ?? null,
    },
    now,
  )
}
