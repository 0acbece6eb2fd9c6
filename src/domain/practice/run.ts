/** What somebody has done of a practice session: its runs, and the road of each. */
import type { Principle } from '#domain/course/item.ts'
import type { Verdict } from '#domain/course/session.ts'

export interface RoadStep {
  readonly turn: string
  readonly reply: string
  readonly verdicts: Readonly<Partial<Record<Principle, Verdict>>>
}

export interface Run {
  readonly id: string
  readonly road: readonly RoadStep[]
}

export interface EndedRun extends Run {
  readonly ending: string
  /** Id of the record that ended it. */
  readonly endedBy: string
  readonly crossed: readonly Principle[]
}

export interface SessionProgress {
  readonly kind: 'session'
  readonly open: Run | null
  /** Oldest first. */
  readonly ended: readonly EndedRun[]
}

/** The principles that have this verdict anywhere on the road, each once. */
export function principlesWith(verdict: Verdict, road: readonly RoadStep[]): Principle[] {
  const found = road.flatMap((step) =>
    Object.entries(step.verdicts)
      .filter(([, given]) => given === verdict)
      .map(([principle]) => principle as Principle),
  )
  return [...new Set(found)]
}

/** The ended run with the fewest crossed, then the fewest missed principles; the later one where they are equal. */
export function bestRun(progress: SessionProgress): EndedRun | null {
  const weight = (run: EndedRun): number =>
    run.crossed.length * 100 + principlesWith('missed', run.road).length
  return progress.ended.reduce<EndedRun | null>(
    (best, run) => (best === null || weight(run) <= weight(best) ? run : best),
    null,
  )
}
