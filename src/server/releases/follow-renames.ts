/** What people did under an id that an author changed (`was:` in the content) stands under the new one from now on. */
import { write } from '#db/client.ts'
import {
  attemptsWithKept,
  peopleUnder,
  renameItem,
  updateValue,
  type AttemptWithKept,
} from '#db/renames.ts'
import type { Former } from '#domain/course/ledger.ts'
import { audited } from '#server/trail/audited.ts'
import { rebuildProgress } from '#server/learning/rebuild-progress.ts'

/** At every start; finds nothing to do where it was done. @returns how many people it touched */
export async function followRenames(former: Former, now: number): Promise<number> {
  const people = Object.keys(former).length ? await peopleUnder(former) : []
  if (people.length === 0) return 0
  const kept = (await attemptsWithKept(people)).flatMap((attempt) =>
    Object.keys(attempt.value.kept).some((id) => former[id] !== undefined)
      ? [updateValue(renamed(attempt, former))]
      : [],
  )
  const items = Object.entries(former).flatMap(([from, to]) => renameItem(from, to))
  await write([...items, ...kept, audited(now, '', `items-renamed:${people.length}`, '', '')])
  for (const person of people) await rebuildProgress(person)
  return people.length
}

function renamed({ id, value }: AttemptWithKept, former: Former): AttemptWithKept {
  const kept = Object.entries(value.kept).map(
    ([was, revision]) => [former[was] ?? was, revision] as const,
  )
  return { id, value: { ...value, kept: Object.fromEntries(kept) } }
}
