/** What people did under an id that an author changed (`was:` in the content) stands under the new one from now on. */
import { write, type Query } from '#db/client.ts'
import { insertRecord } from '#db/records.ts'
import { attemptsWithKept, peopleUnder, renameItem, updateValue } from '#db/renames.ts'
import type { Former } from '#domain/course/ledger.ts'
import { underNewNames } from '#domain/course/moved.ts'
import { rebuildProgress } from '#server/learning/rebuild-progress.ts'
import { audited } from '#server/trail/audited.ts'
import { endsOfMoved, quizzesWithMoved } from './moved-ends.ts'

/** At every start; finds nothing to do where it was done. @returns how many people it touched */
export async function followRenames(former: Former, now: number): Promise<number> {
  const people = Object.keys(former).length ? await peopleUnder(former) : []
  if (people.length === 0) return 0
  const kept = (await attemptsWithKept(people)).flatMap(({ id, value }) =>
    Object.keys(value.kept).some((one) => former[one] !== undefined)
      ? [updateValue({ id, value: { ...value, kept: underNewNames(value.kept, former) } })]
      : [],
  )
  const items = Object.entries(former).flatMap(([from, to]) => renameItem(from, to))
  const ends: Query[] = []
  const moves = quizzesWithMoved(former)
  for (const person of people)
    ends.push(...(await endsOfMoved(person, moves, former)).map(insertRecord))
  await write([
    ...items,
    ...kept,
    ...ends,
    audited(now, '', `items-renamed:${people.length}`, '', ''),
  ])
  for (const person of people) await rebuildProgress(person)
  return people.length
}
