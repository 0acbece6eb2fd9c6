/** The evidence at one moment: what a sign-off keeps, and what has changed since it was looked at. */
import type { Readiness } from './assess.ts'
import { EVIDENCE_KINDS, type Evidence } from './evidence.ts'
import {
  isListOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isText,
  isYesNo,
  parsedAs,
  type Is,
} from '#domain/json/is.ts'
import { isLevel } from './competency.ts'

export interface SnapshotLine {
  readonly competency: string
  readonly met: boolean
  readonly evidence: readonly (Evidence | Came)[]
  /** Id of the observation in which something harmful was seen that stands. */
  readonly harm?: string
}

/** That somebody came to a group session, by its id. */
interface Came {
  readonly kind: 'attendance'
  readonly id: string
}

const isEvidence: Is<Evidence> = isObjectOf(
  { kind: isOneOf(EVIDENCE_KINDS), id: isText, about: isText, revision: isNumber },
  { level: isLevel },
)
const isCame: Is<Came> = isObjectOf({ kind: isOneOf(['attendance']), id: isText })

/** In snapshots of every version before, too. */
const isSnapshot: Is<readonly SnapshotLine[]> = isListOf(
  isObjectOf(
    {
      competency: isText,
      met: isYesNo,
      evidence: isListOf((one): one is Evidence | Came => isCame(one) || isEvidence(one)),
    },
    { harm: isText },
  ),
)

/** Stands in a snapshot after the competencies: it is looked at, and no line needs it. */
export const GROUP_SESSIONS = 'group-sessions'

interface State {
  readonly readiness: Readiness
  /** Group sessions that the programme shows as evidence; ids in a fixed order. */
  readonly attended: readonly { readonly id: string }[]
}

/** The readiness lines with what each rests on, ids and content revisions; JSON with a fixed order. */
export function evidenceOf({ readiness, attended }: State): string {
  const lines = readiness.lines.map((line): SnapshotLine => ({
    competency: line.competency.id,
    met: line.met,
    evidence: line.needs.flatMap((need) => need.evidence),
    ...(line.harm ? { harm: line.harm.observation } : {}),
  }))
  const came = attended.map(({ id }): Came => ({ kind: 'attendance', id }))
  if (came.length > 0) lines.push({ competency: GROUP_SESSIONS, met: true, evidence: came })
  return JSON.stringify(lines)
}

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
  parsedAs(isSnapshot, snapshot || '[]', 'A snapshot of evidence')
