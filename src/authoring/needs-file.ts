/** `content/needs.json` remembers what each line asked for at the last release, so that who was signed off before is told. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '#domain/calendar/days.ts'
import type { Competency, Need } from '#domain/readiness/competency.ts'
import { isCovered } from '#domain/readiness/earlier-needs.ts'
import type { Bench } from './bench.ts'

interface AskedLine {
  readonly needs: readonly Need[]
  /** Only where a release asked for more: what it had asked for, and the day of that release. */
  readonly before?: readonly Need[]
  readonly since?: Day
}
/** By competency id. */
export type AskedBefore = Readonly<Record<string, AskedLine>>

export interface ChangedNeeds {
  readonly id: string
  /** Null for a line that is new. */
  readonly before: readonly Need[] | null
  readonly needs: readonly Need[]
  readonly asksMore: boolean
}

const FILE = 'needs.json'

/** Null where none was written yet: then nothing is said about needs. @param folder path of `content/` */
export function readAsked(folder: string): AskedBefore | null {
  const file = path.join(folder, FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AskedBefore) : null
}

/** Lines whose needs are not as they were released. */
export function changedNeeds(
  asked: AskedBefore | null,
  lines: readonly Competency[],
): ChangedNeeds[] {
  if (!asked) return []
  return lines.flatMap(({ id, needs }) => {
    const before = asked[id]?.needs ?? null
    if (before && JSON.stringify(before) === JSON.stringify(needs)) return []
    return [{ id, before, needs, asksMore: !isCovered(needs, before ?? []) }]
  })
}

/** As the file stands after a release. @param today the day of the release */
export function releasedNeeds(
  asked: AskedBefore | null,
  lines: readonly Competency[],
  today: Day,
): AskedBefore {
  const changed = new Map(changedNeeds(asked, lines).map((one) => [one.id, one]))
  return Object.fromEntries(
    lines.map(({ id, needs }): [string, AskedLine] => {
      const change = changed.get(id)
      if (!change) return [id, asked?.[id] ?? { needs }]
      return [
        id,
        change.asksMore
          ? { needs, before: change.before ?? [], since: today }
          : { needs, ...stillMore(asked?.[id], needs) },
      ]
    }),
  )
}

/** What an earlier release had asked for, as long as more than that is asked, though less than since. */
function stillMore(line: AskedLine | undefined, needs: readonly Need[]): Partial<AskedLine> {
  const { before, since } = line ?? {}
  return before && since && !isCovered(needs, before) ? { before, since } : {}
}

export function checkAsked(
  bench: Bench,
  asked: AskedBefore | null,
  lines: readonly Competency[],
): void {
  for (const { id } of changedNeeds(asked, lines))
    bench.warning(
      'competencies.yaml',
      ['competencies', lines.findIndex((line) => line.id === id), 'needs'],
      `what "${id}" needs changed since the last release`,
      'look at whom it concerns and release it with "alongside course release"',
    )
}
