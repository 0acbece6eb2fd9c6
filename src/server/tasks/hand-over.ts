/** A coordinator gives all that is theirs, or a colleague's, to a colleague: for a holiday, or for good. */
import { createHash } from 'node:crypto'
import { GuardFailed, together, write } from '#db/client.ts'
import {
  guardTheirs,
  handedPeopleQuery,
  handedTasksQuery,
  insertAudits,
  insertHandedPeople,
  insertHandedTasks,
  type HandedPerson,
  type HandedTask,
} from '#db/hand-over.ts'
import { staffQuery } from '#db/people.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { newId } from '#server/trail/new-id.ts'

export interface HandOverForm {
  /** Person ids of coordinators of the programme. */
  readonly from: string
  readonly to: string
  /** Whether the people whom they look after go too. */
  readonly forGood: boolean
  readonly why: string
  /** Fingerprint of what the preview showed. */
  readonly seen: string
}

export type HandOverProblem = 'to-missing' | 'too-long' | 'nothing'

export type HandOverOutcome =
  | { readonly kind: 'saved'; readonly tasks: number; readonly people: number }
  /** What was shown is not what there is any more. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly HandOverProblem[] }
  | NotAllowed

const WHY_LENGTH = 300

export async function handOver(
  by: Person,
  programme: string,
  form: HandOverForm,
  now: number,
): Promise<HandOverOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const between = { programme, from: form.from, to: form.to, by: by.id }
  const { tasks, people, staff } = await together({
    tasks: handedTasksQuery(between),
    people: handedPeopleQuery(between),
    staff: staffQuery([programme], ['coordinator'], 'en'),
  })
  const why = form.why.trim()
  const isStaff = (id: string): boolean => staff.some((one) => one.id === id)
  const going = form.forGood ? people : []
  const problems: HandOverProblem[] = []
  if (!isStaff(form.from) || !isStaff(form.to) || form.from === form.to) problems.push('to-missing')
  else if (tasks.length + going.length === 0) problems.push('nothing')
  if (why.length > WHY_LENGTH) problems.push('too-long')
  if (problems.length > 0) return { kind: 'refused', problems }
  if (form.seen !== seenOf(tasks, people)) return { kind: 'meanwhile' }
  const named = <T extends object>(all: readonly T[]) =>
    all.map((one) => ({ ...one, id: newId(now) }))
  try {
    await write([
      guardTheirs(between, tasks),
      insertHandedTasks(between, named(tasks), why, now),
      insertHandedPeople(between, named(going), now),
      insertAudits(named(tasks), 'task-handed', between, now),
      insertAudits(named(going), 'own-coordinator-set', between, now),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    throw error
  }
  return { kind: 'saved', tasks: tasks.length, people: going.length }
}

/** Fingerprint of what is handed over. */
export const seenOf = (tasks: readonly HandedTask[], people: readonly HandedPerson[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        tasks.map(({ person, reason, since, untilOn }) => [person, reason, since, untilOn]),
        people.map(({ person }) => person),
      ]),
    )
    .digest('hex')
