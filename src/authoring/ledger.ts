/** The ledger remembers hash and revision of every item, so that no change of meaning slips through. */
import { allSteps, type Course } from '#domain/course/course.ts'
import type { Bench } from './bench.ts'
import { hashOf } from './read.ts'

export interface LedgerEntry {
  readonly revision: number
  readonly hash: string
  /** True for what lapses the competencies that lean on it when its revision is raised. */
  readonly star: boolean
}
export type Ledger = Readonly<Record<string, LedgerEntry>>

/** What the English course says today, item by item. Questions and turns are items of their own. */
export function ledgerOf(course: Course): Ledger {
  const entries: [string, LedgerEntry][] = []
  const add = (id: string, revision: number, star: boolean, meaning: unknown): void => {
    entries.push([id, { revision, hash: hashOf(JSON.stringify(meaning)), star }])
  }
  for (const { kind, item } of allSteps(course)) {
    if (kind === 'quiz')
      for (const question of item.questions)
        add(question.id, question.revision, question.star, question)
    else if (kind === 'session') {
      const { turns, ...head } = item
      add(item.id, item.revision, item.star, head)
      for (const turn of turns) add(turn.id, turn.revision, item.star, turn)
    } else add(item.id, item.revision, kind === 'lesson' && item.star, { ...item, revision: 0 })
  }
  for (const resource of course.resources) add(resource.id, resource.revision, false, resource)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Items that changed without saying whether the meaning did. */
export function unreleased(before: Ledger, now: Ledger): string[] {
  return Object.entries(now)
    .filter(([id, entry]) => {
      const old = before[id]
      return old && old.hash !== entry.hash && old.revision === entry.revision
    })
    .map(([id]) => id)
}

export function checkLedger(bench: Bench, before: Ledger, now: Ledger): void {
  const changed = unreleased(before, now)
  for (const id of changed)
    bench.warning(
      'ledger.json',
      id,
      'it changed since the last release',
      'raise its revision if the meaning changed, else release it with "alongside course release --wording ' +
        id +
        '"',
    )
  for (const [id, entry] of Object.entries(now)) {
    const old = before[id]
    if (old && entry.revision < old.revision)
      bench.error(
        'ledger.json',
        id,
        `revision ${entry.revision} is older than the released ${old.revision}`,
        'never lower a revision',
      )
  }
}
