/** The page of one decision: what was decided, what it rests on, and what comes next. */
import { listSignOffs, type SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/language.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { readAsked } from '#domain/readiness/earlier-needs.ts'
import { keptLines } from '#domain/readiness/renewal.ts'
import { readSnapshot } from '#domain/readiness/snapshot.ts'
import { inForceAt, openOf } from '#domain/readiness/standing.ts'
import { findProgramme, loadCompetencies } from '#server/course/load-course.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

export interface ShownDecision {
  readonly signOff: SeenSignOff
  /** Whether nothing was decided since, and it was not withdrawn: only then something comes next. */
  readonly isLast: boolean
  readonly next: 'other' | 'second-signature' | 'commitment' | 'ready'
  /** Until when what was decided before still holds, `YYYY-MM-DD`: this one is a renewal. */
  readonly holdsUntil: string | null
  /** Lines that rest on what the "ready" before it rested on, and were shown then as now; null where there is none. */
  readonly asBefore: { readonly decidedAt: number; readonly lines: readonly string[] } | null
  readonly competencies: readonly Competency[]
  /** Areas of the trainee's programme by slug. */
  readonly areas: Readonly<Record<string, string>>
}

/** Null for one that is not there, or not this trainee's. @param id as it stands in the address */
export async function showDecision(
  { trainee }: OpenRecord,
  id: string | undefined,
  language: Language,
  now: number,
): Promise<ShownDecision | null> {
  const signOffs = await listSignOffs(trainee.id)
  const signOff = signOffs.find((one) => one.id === id)
  if (!signOff) return null
  const { secondSince } = signOff
  const timeZone = timeZoneOf(signOff.programme)
  const facts = { signOffs, asked: [], lapses: [], pauses: [], secondSince, timeZone }
  const isReady = signOff.decision === 'ready'
  const holding = isReady ? inForceAt(facts, now) : null
  const waits = openOf(signOff, facts, now) === 'second-signature'
  return {
    signOff,
    isLast: signOff.withdrawnAt === null && signOff.id === signOffs[0]?.id,
    next: !isReady
      ? 'other'
      : waits
        ? 'second-signature'
        : signOff.committedAt === null
          ? 'commitment'
          : 'ready',
    holdsUntil: holding && holding.id !== signOff.id ? holding.expiresOn : null,
    asBefore: isReady ? sinceBefore(signOff, signOffs) : null,
    competencies: loadCompetencies(language),
    areas: findProgramme(trainee.programme, language)?.areas ?? {},
  }
}

/** @param signOffs newest first */
function sinceBefore(
  signOff: SeenSignOff,
  signOffs: readonly SeenSignOff[],
): ShownDecision['asBefore'] {
  const before = signOffs
    .slice(signOffs.findIndex(({ id }) => id === signOff.id) + 1)
    .find(({ decision }) => decision === 'ready')
  if (!before || signOff.needs === '') return null
  const met = readSnapshot(signOff.evidence).flatMap((line) => (line.met ? [line.competency] : []))
  const today = { met, evidence: signOff.evidence, needs: readAsked(signOff.needs) }
  const lines = keptLines(before, today).filter((line) => signOff.judgements[line] === 'shown')
  return { decidedAt: before.decidedAt, lines }
}
