/** The evidence at one moment: what a sign-off keeps, and what has changed since it was looked at. */
import type { Readiness } from './assess.ts'
import type { Evidence } from './evidence.ts'

export interface SnapshotLine {
  readonly competency: string
  readonly met: boolean
  readonly evidence: readonly Evidence[]
}

/** The readiness lines with what each rests on, ids and content revisions; JSON with a fixed order. */
export const evidenceOf = (readiness: Readiness): string =>
  JSON.stringify(
    readiness.lines.map((line): SnapshotLine => ({
      competency: line.competency.id,
      met: line.met,
      evidence: line.needs.flatMap((need) => need.evidence),
    })),
  )

/** Competencies whose line or evidence differs, in the order of `now`. @param before, now as `evidenceOf` gives them */
export function changedLines(before: string, now: string): string[] {
  if (before === now) return []
  const [old, fresh] = [read(before), read(now)]
  const gone = [...old.keys()].filter((id) => !fresh.has(id))
  return [...[...fresh.keys()].filter((id) => old.get(id) !== fresh.get(id)), ...gone]
}

const read = (snapshot: string): Map<string, string> =>
  new Map(readSnapshot(snapshot).map((line) => [line.competency, JSON.stringify(line)]))

/** @param snapshot as `evidenceOf` gives it, or '' */
export const readSnapshot = (snapshot: string): readonly SnapshotLine[] =>
  JSON.parse(snapshot || '[]') as SnapshotLine[]
