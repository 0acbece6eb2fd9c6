/** What happens while somebody decides: decisions of others, stops, incidents. Each is counted, and the newest are named. */
import type { Span } from '#domain/calendar/spans.ts'
import type { SignOff } from './standing.ts'

export type Happened<T extends SignOff> =
  | { readonly kind: 'decided' | 'withdrawn'; readonly at: number; readonly signOff: T }
  | { readonly kind: 'stopped' | 'stop-ended' | 'incident'; readonly at: number }

export interface Past<T extends SignOff> {
  readonly signOffs: readonly T[]
  readonly stops: readonly Span[]
  /** When each was written. */
  readonly incidents: readonly number[]
}

/** Newest first. db/sign-offs.ts (`guardHappened`) counts the same in a batch. */
export function happened<T extends SignOff>({ signOffs, stops, incidents }: Past<T>) {
  const all: Happened<T>[] = [
    ...signOffs.flatMap((signOff): Happened<T>[] => [
      { kind: 'decided', at: signOff.decidedAt, signOff },
      ...(signOff.withdrawnAt === null
        ? []
        : [{ kind: 'withdrawn' as const, at: signOff.withdrawnAt, signOff }]),
    ]),
    ...stops.flatMap(({ from, until }): Happened<T>[] => [
      { kind: 'stopped', at: from },
      ...(until === null ? [] : [{ kind: 'stop-ended' as const, at: until }]),
    ]),
    ...incidents.map((at) => ({ kind: 'incident' as const, at })),
  ]
  return all.sort((a, b) => b.at - a.at)
}

/** What came since as many had happened, newest first. @param then how many, when the evidence was looked at */
export const happenedSince = <T extends SignOff>(
  past: Past<T>,
  then: number,
): readonly Happened<T>[] => {
  const all = happened(past)
  return all.slice(0, Math.max(0, all.length - then))
}
