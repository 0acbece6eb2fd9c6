/** Saves records and the progress computed from them in one write batch; the same record twice changes nothing (R29). */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseBusy, GuardFailed, isTaken, together, write, type Query } from '#db/client.ts'
import { insertAudit } from '#db/audit.ts'
import { guardAreas, personAreasQuery } from '#db/person-areas.ts'
import {
  guardRecordCount,
  insertRecord,
  mendRecord,
  overviewQuery,
  progressQuery,
  recordsQuery,
  recordsWithQuery,
  upsertOverview,
  upsertProgress,
  type Overview,
} from '#db/records.ts'
import { outsideEvidenceQuery } from '#db/outside-evidence.ts'
import { updateWaiting } from '#db/replies.ts'
import { updateLapses } from '#db/standing-history.ts'
import { findStep, type Course } from '#domain/course/course.ts'
import { progressOf } from '#domain/learning/apply.ts'
import { finishAttempts, type Ends } from '#domain/learning/finish-attempts.ts'
import type { ItemProgress, Progress } from '#domain/learning/progress.ts'
import { unitOf, type LearningRecord } from '#domain/learning/record.ts'
import type { OutsideEvidence } from '#domain/readiness/evidence.ts'
import { asIds } from '#domain/people/profile.ts'
import { courseOf } from '#server/course/course-of.ts'
import { newId } from '#server/trail/new-id.ts'
import { overviewOf } from './overview.ts'

export type Saved = 'accepted' | 'duplicate' | 'conflict'

/** How often another server may be faster. */
const RACES = 20

/** What a person sends at the same moment is saved one after the other. */
const turns = new Map<string, Promise<unknown>>()

/**
 * A quiz attempt that these answers complete is finished in the same batch.
 * @param records of one person
 * @param allOrNone true: all are new and all are saved, or none is
 * @returns one answer for each record, in order; `conflict`: the same id with another body is already there
 */
export function saveRecords(
  course: Course,
  person: string,
  records: readonly LearningRecord[],
  now: number,
  allOrNone = false,
): Promise<Saved[]> {
  const before = turns.get(person) ?? Promise.resolve()
  const saved = before.then(() => saveInTurn(course, person, records, now, allOrNone))
  const settled = saved.then(
    () => undefined,
    () => undefined,
  )
  turns.set(person, settled)
  void settled.then(() => {
    if (turns.get(person) === settled) turns.delete(person)
  })
  return saved
}

async function saveInTurn(
  course: Course,
  person: string,
  records: readonly LearningRecord[],
  now: number,
  allOrNone: boolean,
): Promise<Saved[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await saveOnce(course, person, records, now, allOrNone)
    } catch (error) {
      // Another server wrote about the same item, or the same record, in between: read again.
      const isRaced = error instanceof GuardFailed || isTaken(error, 'records')
      if (!isRaced) throw error
      if (attempt === RACES)
        throw new DatabaseBusy('Others wrote about the same again and again.', { cause: error })
      // Of random length, so that two servers do not meet at every step.
      await sleep(randomInt(5, 10 * 2 ** Math.min(attempt, 5) + 10))
    }
  }
}

async function saveOnce(
  course: Course,
  person: string,
  records: readonly LearningRecord[],
  now: number,
  allOrNone: boolean,
): Promise<Saved[]> {
  const units = [...new Set(records.map((record) => unitOf(record.kind, record.item)))]
  const { sent, ...before } = await together({
    sent: recordsWithQuery(records.map(({ id }) => id)),
    existing: recordsQuery(person, units),
    progress: progressQuery(person),
    overview: overviewQuery(person),
    outside: outsideEvidenceQuery(person),
    areas: personAreasQuery(person),
  })
  const known = new Map(sent.map((record) => [record.id, record]))
  const fresh: LearningRecord[] = []
  const answers = records.map((record): Saved => {
    const before = known.get(record.id)
    if (before) return isSame(before, record) ? 'duplicate' : 'conflict'
    known.set(record.id, record)
    fresh.push(record)
    return 'accepted'
  })
  const conflicts = records
    .filter((_, index) => answers[index] === 'conflict')
    .map((record) =>
      insertAudit({
        id: newId(now),
        at: now,
        actor: person,
        act: 'record-conflict',
        subject: record.id,
        programme: '',
      }),
    )
  const wanted = allOrNone && fresh.length < records.length ? [] : fresh
  const queries = [...conflicts, ...queriesFor(course, person, wanted, before, now)]
  if (queries.length) await write(queries)
  return answers
}

/** Whose it is, what it is about and what was done; when and over which way it came, and how it is judged today, may differ. */
const isSame = (a: LearningRecord, b: LearningRecord): boolean =>
  JSON.stringify([a.person, a.item, a.kind, doneIn(a)]) ===
  JSON.stringify([b.person, b.item, b.kind, doneIn(b)])

function doneIn({ kind, value }: LearningRecord): object {
  if (kind === 'question-answered') return { ...value, right: null }
  return kind === 'turn-taken' ? { ...value, verdicts: null } : value
}

const NO_ENDS: Ends = { made: [], mended: [] }

/** What was there before a batch. */
interface Before {
  /** Of the items that the batch is about. */
  readonly existing: readonly LearningRecord[]
  readonly progress: Progress
  readonly overview: Overview | null
  readonly outside: readonly OutsideEvidence[]
  /** Ids; whatever was sent may be about a pack that they have no more, and is kept. */
  readonly areas: readonly string[]
}

function queriesFor(
  course: Course,
  person: string,
  sent: readonly LearningRecord[],
  { existing, progress, overview, outside, areas }: Before,
  now: number,
): Query[] {
  if (sent.length === 0) return []
  const fresh = [...sent]
  const [own, whole] = [courseOf(course, areas), courseOf(course, null)]
  const units = [...new Set(fresh.map((record) => unitOf(record.kind, record.item)))]
  const changed: Record<string, ItemProgress> = {}
  const guards: Query[] = []
  const mends: Query[] = []
  const upserts = units.flatMap((unit) => {
    const known = [...existing, ...fresh].filter(
      (record) => unitOf(record.kind, record.item) === unit,
    )
    const step = findStep(whole, unit)
    const { made, mended } =
      step?.kind === 'quiz' ? finishAttempts(step.item, known, sent, () => newId(now)) : NO_ENDS
    // Of two with one id the last one counts.
    const all = [...new Map([...known, ...made, ...mended].map((one) => [one.id, one])).values()]
    fresh.push(...made)
    mends.push(...mended.map(mendRecord))
    guards.push(guardRecordCount(person, unit, all.length))
    const state = progressOf(all)
    if (!state) return []
    changed[unit] = state
    return [upsertProgress(person, unit, state, all.length)]
  })
  const after = overviewOf(own, person, { ...progress, ...changed }, fresh, overview, outside)
  return [
    ...fresh.map(insertRecord),
    ...mends,
    ...guards,
    guardAreas(person, asIds(areas)),
    ...upserts,
    upsertOverview(after),
    ...(after.lapsed || overview?.lapsed ? updateLapses(person, now) : []),
    ...(fresh.some(({ kind }) => kind === 'help-asked' || kind === 'reflection-sent')
      ? [updateWaiting(person)]
      : []),
  ]
}
