/** A coordinator takes a task, hands it to a colleague, puts it off until a day, or gives it back. */
import { GuardFailed, isTaken, read, write, type Query } from '#db/client.ts'
import { guardWaiting } from '#db/desk-waits.ts'
import { staffQuery } from '#db/people.ts'
import { guardHolds, insertHold } from '#db/task-holds.ts'
import { problemWithAgainOn, type AgainProblem } from '#domain/calendar/again-on.ts'
import type { Day } from '#domain/calendar/days.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { WAIT_REASONS, type Reason } from '#domain/readiness/attention.ts'
import { mayPutOff, type TaskAct } from '#domain/readiness/task.ts'
import { writeAbout } from '#server/access/write-about.ts'
import { audited } from '#server/trail/audited.ts'

const WHY_LENGTH = 300

export interface HoldForm {
  readonly id: string
  /** Null where nothing was chosen. */
  readonly act: TaskAct | null
  /** Person id of a colleague; only where it is handed on. */
  readonly to: string
  /** `YYYY-MM-DD` as typed; only where it is put off. */
  readonly untilOn: string
  readonly why: string
  /** How often it had been taken, handed on or put off when the form was opened. */
  readonly seen: number
}

export type HoldProblem =
  'act-missing' | 'to-missing' | 'why-missing' | 'too-long' | 'danger-waits' | AgainProblem

export type HoldOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else took it, handed it on or put it off since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly HoldProblem[] }
  | NotAllowed

/** @param about a trainee, or an application, invitation or request that waits @param task as the work list has it @param today `YYYY-MM-DD` by the programme's clock */
export async function holdTask(
  by: Person,
  about: { readonly id: string; readonly programme: string },
  task: { readonly reason: Reason; readonly since: number },
  form: HoldForm,
  today: Day,
  now: number,
): Promise<HoldOutcome> {
  if (!mayReadInternal(by, about)) return NOT_ALLOWED
  const { act, untilOn } = form
  const why = form.why.trim()
  const colleagues = await read(staffQuery([about.programme], ['coordinator'], 'en'))
  const isColleague = colleagues.some(({ id }) => id === form.to && id !== by.id)
  const problems: HoldProblem[] = []
  if (act === null) problems.push('act-missing')
  if (act === 'hand' && !isColleague) problems.push('to-missing')
  if (act === 'put-off') {
    const problem = problemWithAgainOn(untilOn, today)
    if (!mayPutOff(task.reason)) problems.push('danger-waits')
    else if (problem) problems.push(problem)
    if (!why) problems.push('why-missing')
  }
  if (why.length > WHY_LENGTH) problems.push('too-long')
  if (act === null || problems.length > 0) return { kind: 'refused', problems }
  const owners: Readonly<Record<TaskAct, string>> = {
    take: by.id,
    hand: form.to,
    'put-off': by.id,
    'give-back': '',
  }
  const key = { person: about.id, programme: about.programme, ...task }
  try {
    const written = await writeOf(about, task.reason, [
      guardHolds(key, form.id, form.seen),
      insertHold({
        id: form.id,
        ...key,
        owner: owners[act],
        untilOn: act === 'put-off' ? untilOn : null,
        why,
        by: by.id,
        at: now,
      }),
      audited(
        now,
        by.id,
        act === 'take'
          ? 'task-taken'
          : act === 'hand'
            ? 'task-handed'
            : act === 'put-off'
              ? 'task-put-off'
              : 'task-given-back',
        about.id,
        about.programme,
      ),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (!isTaken(error, 'task_holds')) throw error
  }
  return { kind: 'saved' }
}

/** Where the application, the invitation or the request is gone meanwhile, or stands in another programme, nothing is written. */
async function writeOf(
  about: { readonly id: string; readonly programme: string },
  reason: Reason,
  queries: readonly Query[],
): Promise<{ readonly kind: 'written' } | NotAllowed> {
  if (!WAIT_REASONS.some((one) => one === reason)) return writeAbout(about, queries)
  try {
    await write([guardWaiting(about), ...queries])
    return { kind: 'written' }
  } catch (error) {
    if (error instanceof GuardFailed && error.position === 0) return NOT_ALLOWED
    throw error
  }
}
