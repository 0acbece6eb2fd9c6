/** Records that were made elsewhere: checked, graded here again, saved once. */
import { z } from 'zod'
import { allSteps, findStep, type Course } from '#domain/course/course.ts'
import { judgeAnswer } from '#domain/learning/answer-question.ts'
import { ratingMade } from '#domain/learning/rate-confidence.ts'
import { confidenceItem, LEAST_SURE, MOST_SURE, WHENS } from '#domain/learning/ratings.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { sayReply } from '#domain/learning/take-turn.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { loadCompetencies, loadFormer } from '#server/course/load-course.ts'
import { saveRecords } from './save-records.ts'

const uuid = z.string().refine(isUuid, 'not a UUID')
const incoming = z.object({
  id: uuid,
  item: z.string().max(200),
  revision: z.int().min(1).max(1_000_000),
  kind: z.enum([
    'lesson-opened',
    'lesson-read',
    'question-answered',
    'turn-taken',
    'session-ended',
    'confidence-rated',
  ]),
  value: z.record(z.string().max(50), z.unknown()),
  madeAt: z.int().min(0).max(8.64e15),
})
const body = z.object({ records: z.array(z.unknown()).min(1).max(500) })
const opened = z.object({ section: z.int().min(1).max(999) })
const answered = z.object({ attempt: uuid, options: z.array(z.string().max(100)).max(20) })
const said = z.object({ run: uuid, step: z.int().min(0).max(200), reply: z.string().max(100) })
const ended = z.object({ run: uuid, ending: z.string().max(100) })
const rated = z.object({
  when: z.enum(WHENS),
  ratings: z
    .record(z.string().max(100), z.int().min(LEAST_SURE).max(MOST_SURE))
    .refine((ratings) => Object.keys(ratings).length > 0, 'nothing is rated'),
})

export type RecordAnswer =
  | { readonly id: string | null; readonly status: 'accepted' | 'duplicate' }
  | { readonly id: string | null; readonly status: 'refused'; readonly why: string }

export type Received =
  | { readonly kind: 'malformed'; readonly error: string }
  | { readonly kind: 'answered'; readonly records: readonly RecordAnswer[] }

export async function receiveRecords(
  person: string,
  course: Course,
  sent: unknown,
  now: number,
): Promise<Received> {
  const list = body.safeParse(sent)
  if (!list.success) return { kind: 'malformed', error: 'send {"records": [1 to 500 of them]}' }
  const read = list.data.records.map((one) => readRecord(person, course, one, now))
  const good = read.flatMap((one) => (typeof one === 'object' && 'person' in one ? [one] : []))
  const saved = good.length ? await saveRecords(course, person, good, now) : []
  let next = 0
  return {
    kind: 'answered',
    records: read.map((one): RecordAnswer => {
      if (!('person' in one)) return one
      const status = saved[next++]
      return status === 'conflict' || status === undefined
        ? { id: one.id, status: 'refused', why: 'another record has this id' }
        : { id: one.id, status }
    }),
  }
}

function readRecord(
  person: string,
  course: Course,
  sent: unknown,
  now: number,
): LearningRecord | Extract<RecordAnswer, { status: 'refused' }> {
  const parsed = incoming.safeParse(sent)
  if (!parsed.success) {
    const id = (sent as { id?: unknown } | null)?.id
    return { id: isUuid(id) ? id : null, status: 'refused', why: 'malformed' }
  }
  const { kind, item: named, value, ...head } = parsed.data
  // A device that was away may still say the name that an item had.
  const item = loadFormer()[named] ?? named
  const made = { ...head, item, person, receivedAt: now, source: 'queue' as const }
  const refused = (why: string) => ({ id: head.id, status: 'refused', why }) as const
  if (kind === 'lesson-read')
    return findStep(course, item)?.kind === 'lesson'
      ? { ...made, kind, value: {} }
      : refused('no such lesson')
  if (kind === 'lesson-opened') {
    const place = opened.safeParse(value)
    return place.success && findStep(course, item)?.kind === 'lesson'
      ? { ...made, kind, value: place.data }
      : refused('no such lesson, or malformed')
  }
  if (kind === 'question-answered') {
    const question = allSteps(course)
      .flatMap((step) => (step.kind === 'quiz' ? step.item.questions : []))
      .find(({ id }) => id === item)
    const answer = answered.safeParse(value)
    if (!question || !answer.success) return refused('no such question, or malformed')
    const judged = judgeAnswer(question, answer.data.attempt, answer.data.options)
    // What the device says of it stays, above all the revision that was answered.
    return judged.kind === 'refused' ? refused(judged.reason) : { ...judged.made, ...made }
  }
  if (kind === 'confidence-rated')
    return readRating(course, made, value) ?? refused('no such line, or malformed')
  return readTalk(course, made, kind, value) ?? refused('no such turn, reply or ending')
}

function readTalk(
  course: Course,
  made: Omit<LearningRecord, 'kind' | 'value'>,
  kind: 'turn-taken' | 'session-ended',
  value: Record<string, unknown>,
): LearningRecord | null {
  const sessions = course.modules.flatMap((module) => module.sessions)
  if (kind === 'session-ended') {
    const end = ended.safeParse(value)
    const session = sessions.find(({ id }) => id === made.item)
    const ending = session?.endings.some(({ id }) => end.success && id === end.data.ending)
    return end.success && ending ? { ...made, kind, value: end.data } : null
  }
  const turn = sessions.flatMap((session) => session.turns).find(({ id }) => id === made.item)
  const talk = said.safeParse(value)
  const reply = talk.success ? turn?.replies.find(({ id }) => id === talk.data.reply) : undefined
  if (!talk.success || !turn || !reply) return null
  return { ...sayReply(turn, reply, talk.data.run, talk.data.step), ...made }
}

/** Taken whenever it arrives: what was said before the course may have waited on a device. */
function readRating(
  course: Course,
  made: Omit<LearningRecord, 'kind' | 'value'>,
  value: Record<string, unknown>,
): LearningRecord | null {
  const rating = rated.safeParse(value)
  if (!rating.success || made.item !== confidenceItem(rating.data.when)) return null
  const known = new Set(loadCompetencies(course.language).map(({ id }) => id))
  if (Object.keys(rating.data.ratings).some((id) => !known.has(id))) return null
  return { ...ratingMade(rating.data.when, rating.data.ratings), ...made }
}
