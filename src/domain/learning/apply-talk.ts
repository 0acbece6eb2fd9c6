/** What a reply and an ending change in the progress of a practice session. */
import { principlesWith, type SessionProgress } from '#domain/practice/run.ts'
import type { Memory } from './memory.ts'
import type { RecordOf } from './record.ts'

export const NEW_SESSION: SessionProgress = { kind: 'session', open: null, ended: [] }

/** Taking an earlier step again cuts the road there. */
export function turned(
  { have: session, beside }: Memory<SessionProgress>,
  record: RecordOf<'turn-taken'>,
): Memory {
  const { run: id, step, reply, verdicts } = record.value
  const turn = record.item.slice(record.item.lastIndexOf('/') + 1)
  const known = [session.open, ...session.ended].find((run) => run?.id === id)
  const before = known?.road ?? beside.roads[id] ?? []
  const road = [...before.slice(0, step), { turn, reply, verdicts }]
  // The run that was begun last is open: one that was left behind does not come back.
  const left = before.length === 0 && session.open?.id !== id ? session.open : null
  const open = left ? null : session.open
  const roads = left ? { ...beside.roads, [left.id]: left.road } : beside.roads
  if (session.ended.some((run) => run.id === id)) {
    const crossed = principlesWith('crossed', road)
    const ended = session.ended.map((run) => (run.id === id ? { ...run, road, crossed } : run))
    return { have: { ...session, open, ended }, beside: { ...beside, roads } }
  }
  if (beside.roads[id])
    return { have: { ...session, open }, beside: { ...beside, roads: { ...roads, [id]: road } } }
  return { have: { ...session, open: { id, road } }, beside: { ...beside, roads } }
}

/** A run ends once. */
export function ended(
  memory: Memory<SessionProgress>,
  record: RecordOf<'session-ended'>,
): Memory<SessionProgress> {
  const { have: session, beside } = memory
  const { run: id, ending } = record.value
  if (session.ended.some((run) => run.id === id)) return memory
  const { [id]: behind, ...roads } = beside.roads
  const wasOpen = session.open?.id === id
  const road = (wasOpen ? session.open.road : behind) ?? []
  const crossed = principlesWith('crossed', road)
  return {
    have: {
      ...session,
      open: wasOpen ? null : session.open,
      ended: [...session.ended, { id, road, ending, endedBy: record.id, crossed }],
    },
    beside: { ...beside, roads },
  }
}
