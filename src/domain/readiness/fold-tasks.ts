/** Of one page of the work list: what one act does for all is one line, where its first one stands. */
import type { Reason } from './attention.ts'

/** Fewer stand each by itself. */
const LEAST = 3

interface Foldable {
  readonly reason: Reason
  /** Null where it is nobody's. */
  readonly owner: { readonly id: string } | null
  /** Put off until then, or null. */
  readonly untilOn: string | null
}

/** One by itself, or at least three. */
export type TaskLine<T> = readonly [T] | readonly [T, T, T, ...T[]]

/** Invitations that nobody used are made again together; whoever's they are, and put off until when, keeps them apart. */
export function foldTasks<T extends Foldable>(tasks: readonly T[]): TaskLine<T>[] {
  const keyOf = ({ reason, owner, untilOn }: T): string | null =>
    reason === 'invitation' ? `${owner?.id ?? ''} ${untilOn ?? ''}` : null
  const groups = Map.groupBy(tasks, keyOf)
  return tasks.flatMap((task): TaskLine<T>[] => {
    const key = keyOf(task)
    const group = key === null ? [] : (groups.get(key) ?? [])
    const [first, second, third, ...others] = group
    if (group.length < LEAST || !first || !second || !third) return [[task]]
    return task === first ? [[first, second, third, ...others]] : []
  })
}
