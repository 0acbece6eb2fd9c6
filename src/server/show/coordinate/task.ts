/** The page on which a coordinator takes a task, hands it on or puts it off. */
import { read, together } from '#db/client.ts'
import { staffQuery } from '#db/people.ts'
import { waitingSubjectQuery } from '#db/desk-waits.ts'
import { holdsQuery, type Hold } from '#db/task-holds.ts'
import { taskQuery, type Task } from '#db/tasks.ts'
import { everTraineeQuery } from '#db/trainees.ts'
import type { Day } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayReadInternal } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { isReason } from '#domain/readiness/attention.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'

export interface ShownTask {
  /** A trainee, or the application, invitation or request that waits. */
  readonly about: { readonly id: string; readonly name: string; readonly programme: string }
  /** Null where it is done. */
  readonly task: Task | null
  /** Newest first. */
  readonly holds: readonly Hold[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** By the programme's clock. */
  readonly today: Day
}

/** Of a person, an application or a request, else of an invitation's link. */
const isId = (id: string): boolean => isUuid(id) || /^[0-9a-f]{64}$/.test(id)

/** @param id, reason as they stand in the address */
export async function showTask(
  by: Person,
  id: string | undefined,
  reason: string | null,
  language: Language,
  now: number,
): Promise<ShownTask | null> {
  const programmes = programmesAs(by, 'coordinator')
  if (id === undefined || !isId(id) || !isReason(reason)) return null
  const { trainee, waiting } = await together({
    trainee: everTraineeQuery(id, programmes),
    waiting: waitingSubjectQuery(id, programmes),
  })
  const about = trainee ?? waiting
  if (!about || !mayReadInternal(by, about)) return null
  const { programme } = about
  const { today } = momentOf(programme, now)
  await freshDesk([programme], now)
  const viewer = { programme, viewer: by.id, mayDecide: true }
  const { task, staff } = await together({
    task: taskQuery(viewer, about.id, reason, today),
    staff: staffQuery([programme], ['coordinator'], language),
  })
  const key = { person: about.id, programme, reason, since: task?.since ?? 0 }
  return {
    about,
    task,
    holds: task ? await read(holdsQuery(key)) : [],
    colleagues: staff.filter((one) => one.id !== by.id),
    today,
  }
}
