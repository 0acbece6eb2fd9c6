/** Many people at once: put in a cohort, or archived. One batch; the same form sent twice does nothing twice. */
import { isTaken, read, write, GuardFailed, type Query } from '#db/client.ts'
import { archiveMany, putInCohort } from '#db/people-together.ts'
import { guardCohortOf } from '#db/role-guards.ts'
import { chosenPeopleQuery, type ChosenPeople, type ChosenPerson } from '#db/roles.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { MOST_TOGETHER, problemTogether } from '#domain/people/together.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { auditedAs } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'

export interface TogetherWish {
  readonly programme: string
  readonly chosen: ChosenPeople
  /** How many rows were seen: with others, nothing happens before they were looked at. */
  readonly seen: number
  /** Made with the form. */
  readonly batch: string
}

export type DoneTogether =
  | NotAllowed
  | { readonly kind: 'done'; readonly changed: number; readonly not: number }
  /** This form was used before. */
  | { readonly kind: 'twice' }
  /** Others are meant now than were seen. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly reason: 'reason-missing' | 'reason-too-long' | 'cohort' }

/** @param cohort id of one of the programme, or null for none */
export async function putTogether(
  by: Person,
  wish: TogetherWish,
  cohort: string | null,
  now: number,
): Promise<DoneTogether> {
  if (!mayDecideIn(by, wish.programme)) return NOT_ALLOWED
  return changeAll(by, wish, now, `cohort-together:${wish.seen}`, (rows) => {
    const able = rows.filter((row) => problemTogether('cohort', row, cohort) === null)
    return {
      able,
      queries: [
        ...(cohort === null ? [] : [guardCohortOf(cohort, wish.programme)]),
        ...putInCohort(changeOf(by, wish, able, now), cohort),
      ],
    }
  })
}

export async function archiveTogether(
  by: Person,
  wish: TogetherWish,
  reason: string,
  now: number,
): Promise<DoneTogether> {
  if (!mayDecideIn(by, wish.programme)) return NOT_ALLOWED
  if (!reason.trim()) return { kind: 'refused', reason: 'reason-missing' }
  if (reason.length > 1000) return { kind: 'refused', reason: 'reason-too-long' }
  return changeAll(by, wish, now, `archived-together:${wish.seen}`, (rows) => {
    const able = rows.filter((row) => problemTogether('archive', row) === null)
    return { able, queries: archiveMany(changeOf(by, wish, able, now), reason.trim()) }
  })
}

/** That the copy was made is written down. */
export async function exportTogether(
  by: Person,
  { programme, chosen }: Pick<TogetherWish, 'programme' | 'chosen'>,
  language: Language,
  now: number,
): Promise<readonly ChosenPerson[] | NotAllowed> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const rows = await read(chosenPeopleQuery(programme, chosen, language, MOST_TOGETHER))
  await noteSeen(by.id, 'people-export', '', programme, now)
  return rows.slice(0, MOST_TOGETHER)
}

const changeOf = (
  by: Person,
  { programme }: TogetherWish,
  able: readonly ChosenPerson[],
  now: number,
) => ({
  programme,
  by: by.id,
  now,
  people: able.map(({ id }) => ({ person: id, auditId: newId(now) })),
})

async function changeAll(
  by: Person,
  { programme, chosen, seen, batch }: TogetherWish,
  now: number,
  act: string,
  of: (rows: readonly ChosenPerson[]) => {
    readonly able: readonly ChosenPerson[]
    readonly queries: readonly Query[]
  },
): Promise<DoneTogether> {
  const rows = await read(chosenPeopleQuery(programme, chosen, by.language, MOST_TOGETHER))
  if (rows.length !== seen || rows.length > MOST_TOGETHER) return { kind: 'changed' }
  const { able, queries } = of(rows)
  try {
    const results = await write([...queries, batchRow(by.id, programme, batch, act, now)])
    // The change is the last one before the row of the batch.
    const changed = results[queries.length - 1]?.rowsAffected ?? 0
    return { kind: 'done', changed, not: rows.length - able.length }
  } catch (error) {
    if (isTaken(error, 'audit')) return { kind: 'twice' }
    if (error instanceof GuardFailed) return { kind: 'refused', reason: 'cohort' }
    throw error
  }
}

/** Its id is the form's: a second sending of the same form breaks the whole batch. */
export const batchRow = (
  actor: string,
  programme: string,
  batch: string,
  act: string,
  now: number,
): Query => auditedAs({ id: batch, at: now, actor, act, subject: batch, programme })
