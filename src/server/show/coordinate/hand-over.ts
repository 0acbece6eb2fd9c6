/** The page on which a coordinator hands over all that is theirs: from whom, to whom, and what that would be. */
import { read, together } from '#db/client.ts'
import {
  handedPeopleQuery,
  handedTasksQuery,
  MOST_HANDED,
  type HandedPerson,
  type HandedTask,
} from '#db/hand-over.ts'
import { staffQuery } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'
import { seenOf } from '#server/tasks/hand-over.ts'

export interface ShownHandOver {
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  /** Person id: who was asked for, else who looks. */
  readonly from: string
  /** Null until a colleague was chosen. */
  readonly to: { readonly id: string; readonly name: string } | null
  readonly tasks: readonly HandedTask[]
  readonly people: readonly HandedPerson[]
  /** There are others, which do not go with these. */
  readonly hasMore: boolean
  /** Fingerprint of both. */
  readonly seen: string
}

/** @param asked as it stands in the address */
export async function showHandOver(
  by: Person,
  programme: string,
  asked: { readonly from: string | null; readonly to: string | null },
  language: Language,
  now: number,
): Promise<ShownHandOver | null> {
  if (!mayDecideIn(by, programme)) return null
  await freshDesk([programme], now)
  const staff = await read(staffQuery([programme], ['coordinator'], language))
  const from = staff.find(({ id }) => id === asked.from)?.id ?? by.id
  const to = staff.find(({ id }) => id === asked.to && id !== from) ?? null
  const between = { programme, from, to: to?.id ?? '', by: by.id }
  const { tasks, people } = await together({
    tasks: handedTasksQuery(between),
    people: handedPeopleQuery(between),
  })
  const hasMore = Math.max(tasks.length, people.length) >= MOST_HANDED
  return { staff, from, to, tasks, people, hasMore, seen: seenOf(tasks, people) }
}
