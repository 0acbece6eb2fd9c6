/** Records that were made elsewhere: checked, judged here again, saved once. */
import { z } from 'zod'
import type { Course } from '#domain/course/course.ts'
import type { Person } from '#domain/people/person.ts'
import { noteSync } from '#server/seen/sync-counts.ts'
import { courseOf } from '#server/course/course-of.ts'
import { readRecord } from './read-record.ts'
import { saveRecords } from './save-records.ts'

const time = z.int().min(0).max(8.64e15)
const body = z.object({
  records: z.array(z.unknown()).min(1).max(500),
  sentAt: time.optional(),
  since: time.optional(),
})
const SEND = 'send {"records": [1 to 500 of them]}'
/** Whoever syncs more often than this has a device that went wrong. */
const PER_MINUTE = 60
const MINUTE = 60_000

export type RecordAnswer =
  | { readonly id: string; readonly status: 'accepted' | 'duplicate' }
  /** Kept, now or before, but judged otherwise than its device says. */
  | { readonly id: string; readonly status: 'differs'; readonly right: boolean }
  | { readonly id: string | null; readonly status: 'refused'; readonly why: string }

export type Received =
  | { readonly kind: 'malformed'; readonly error: string }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'answered'; readonly records: readonly RecordAnswer[] }

export async function receiveRecords(
  by: Person,
  course: Course,
  sent: unknown,
  now: number,
): Promise<Received> {
  const list = body.safeParse(sent)
  if (!list.success) return { kind: 'malformed', error: SEND }
  if (tooOften(by.id, now)) return { kind: 'too-many' }
  const { records, sentAt = null, since = null } = list.data
  // What was done in a pack counts and stays, also where it was taken back meanwhile.
  const whole = courseOf(course, null)
  const read = records.map((one) => readRecord(by, whole, one, { now, sentAt, since }))
  const good = read.flatMap((one) => (one.kind === 'read' ? [one.record] : []))
  const saved = good.length ? await saveRecords(course, by.id, good, now) : []
  let next = 0
  const answers = read.map((one): RecordAnswer => {
    if (one.kind === 'refused') return { id: one.id, status: 'refused', why: one.why }
    const { id, kind, value } = one.record
    const status = saved[next++]
    if (status === 'conflict' || status === undefined)
      return { id, status: 'refused', why: 'another record has this id' }
    return one.differs && kind === 'question-answered'
      ? { id, status: 'differs', right: value.right }
      : { id, status }
  })
  noteSync(answers.map(({ status }) => status))
  return { kind: 'answered', records: answers }
}

const recent = new Map<string, { readonly until: number; count: number }>()

/** Counted in this process: it protects the database; what is refused waits on its device. */
function tooOften(person: string, now: number): boolean {
  if (recent.size > 5000) for (const [key, { until }] of recent) if (until < now) recent.delete(key)
  const known = recent.get(person)
  const current = known && known.until > now ? known : { until: now + MINUTE, count: 0 }
  current.count++
  recent.set(person, current)
  return current.count > PER_MINUTE
}
