/** One record that was made elsewhere: read, and judged here by the course of today. */
import { z } from 'zod'
import { allSteps, findStep, type Course } from '#domain/course/course.ts'
import { ownWordsOf } from '#domain/course/session.ts'
import { formsOf } from '#domain/course/quiz.ts'
import { judgeAnswer } from '#domain/learning/answer-question.ts'
import { madeWhen, type DeviceClock } from '#domain/learning/device-clock.ts'
import { ratingMade } from '#domain/learning/rate-confidence.ts'
import { confidenceItem, LEAST_SURE, MOST_SURE, WHENS } from '#domain/learning/ratings.ts'
import type { LearningRecord, Made } from '#domain/learning/record.ts'
import { judgeCard } from '#domain/learning/judge-card.ts'
import { sayReply } from '#domain/learning/take-turn.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import {
  writeFields,
  writeNote,
  writeQuestion,
  writeReflection,
  type Written,
} from '#domain/learning/write.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { loadCompetencies, loadFormer } from '#server/course/load-course.ts'

const KINDS = [
  'lesson-opened',
  'lesson-read',
  'question-answered',
  'turn-taken',
  'session-ended',
  'reflection-sent',
  'exercise-saved',
  'note-saved',
  'card-sorted',
  'confidence-rated',
  'help-asked',
] as const
type Kind = (typeof KINDS)[number]

const uuid = z.string().refine(isUuid, 'not a UUID')
const slug = z.string().regex(/^[a-z0-9-]{1,100}$/)
const incoming = z.object({
  id: uuid,
  item: z.string().max(200),
  revision: z.int().min(1).max(1_000_000),
  kind: z.enum(KINDS),
  value: z.record(z.string().max(50), z.unknown()),
  madeAt: z.int().min(0).max(8.64e15),
})
const opened = z.object({ section: z.int().min(1).max(999) })
const answered = z.object({
  attempt: uuid,
  options: z.array(z.string().max(100)).max(20),
  right: z.boolean().optional().catch(undefined),
  form: z
    .string()
    .regex(/^[b-z]$/)
    .optional(),
})
const said = z.object({ run: uuid, step: z.int().min(0).max(200), reply: slug })
const ended = z.object({ run: uuid, ending: slug })
const text = z.string().max(100_000)
const reflected = z.object({ text, shared: z.boolean() })
const filled = z.object({ fields: z.record(slug, text) })
const noted = z.object({ text })
const asked = z.object({ page: z.string(), text })
const rated = z.object({
  when: z.enum(WHENS),
  ratings: z
    .record(z.string().max(100), z.int().min(LEAST_SURE).max(MOST_SURE))
    .refine((ratings) => Object.keys(ratings).length > 0, 'nothing is rated'),
})

/** @param differs an answer was judged otherwise than its device says */
export type ReadRecord =
  | { readonly kind: 'read'; readonly record: LearningRecord; readonly differs: boolean }
  | { readonly kind: 'refused'; readonly id: string | null; readonly why: string }

interface Sent {
  readonly item: string
  readonly revision: number
  readonly value: Record<string, unknown>
}

/** What was made, or why not, in words for whoever reads the answer of the call. */
type Judged = Made | string

export function readRecord(
  by: Person,
  course: Course,
  sent: unknown,
  clock: DeviceClock,
): ReadRecord {
  const parsed = incoming.safeParse(sent)
  if (!parsed.success) {
    const id = (sent as { id?: unknown } | null)?.id
    return { kind: 'refused', id: isUuid(id) ? id : null, why: 'malformed' }
  }
  const { id, kind, item: named, revision, value, madeAt } = parsed.data
  // A device that was away may still say the name that an item had.
  const item = loadFormer()[named] ?? named
  const made = READ[kind](course, { item, revision, value }, by)
  if (typeof made === 'string') return { kind: 'refused', id, why: made }
  const record: LearningRecord = {
    ...made,
    id,
    person: by.id,
    // What the device answered stays, but nobody has answered what is not written yet.
    revision: Math.min(revision, made.revision),
    madeAt: madeWhen(madeAt, clock),
    receivedAt: clock.now,
    source: 'queue',
  }
  const claimed = kind === 'question-answered' ? value['right'] : undefined
  const differs =
    made.kind === 'question-answered' &&
    typeof claimed === 'boolean' &&
    claimed !== made.value.right
  return { kind: 'read', record, differs }
}

const READ: Readonly<Record<Kind, (course: Course, sent: Sent, by: Person) => Judged>> = {
  'lesson-read': (course, { item }) => {
    const step = findStep(course, item)
    if (step?.kind !== 'lesson') return 'no such lesson'
    return { kind: 'lesson-read', item, revision: step.item.revision, value: {} }
  },
  'lesson-opened': (course, { item, value }) => {
    const place = opened.safeParse(value)
    const step = findStep(course, item)
    if (!place.success || step?.kind !== 'lesson') return 'no such lesson, or malformed'
    return { kind: 'lesson-opened', item, revision: step.item.revision, value: place.data }
  },
  'question-answered': readAnswer,
  'turn-taken': readTurn,
  'session-ended': readEnding,
  'reflection-sent': (course, { item, value }) => {
    const said = reflected.safeParse(value)
    const step =
      findStep(course, item) ?? allSteps(course).find((one) => ownWordsOf(one.item.id) === item)
    if (!said.success || (step?.kind !== 'reflection' && step?.kind !== 'session'))
      return 'no such reflection, or malformed'
    if (step.kind === 'session' && step.item.id === item) return 'no such reflection, or malformed'
    const { revision } = step.item
    return written(writeReflection({ id: item, revision }, said.data.text, said.data.shared))
  },
  'exercise-saved': (course, { item, value }) => {
    const typed = filled.safeParse(value)
    const step = findStep(course, item)
    if (!typed.success || step?.kind !== 'exercise') return 'no such exercise, or malformed'
    return written(writeFields(step.item, typed.data.fields))
  },
  'note-saved': (course, { item, value }) => {
    const typed = noted.safeParse(value)
    const step = findStep(course, item)
    if (!typed.success || step?.kind !== 'lesson') return 'no such lesson, or malformed'
    return written(writeNote(step.item, typed.data.text))
  },
  'card-sorted': (course, { item, value }) => {
    const card = course.cards?.find(({ id }) => id === item)
    return (card && judgeCard(card, String(value['pile']))) ?? 'no such card, or malformed'
  },
  'confidence-rated': readRating,
  'help-asked': (_, { item, value }, by) => {
    const question = asked.safeParse(value)
    if (!question.success || item !== 'course') return 'malformed'
    if (programmesAs(by, 'trainee').length === 0) return 'only a trainee has a coordinator to ask'
    const { page, text } = question.data
    return written(writeQuestion(isPath(page) ? page : '/learn', text))
  },
}

const written = (answer: Written): Judged =>
  answer.kind === 'refused' ? answer.reason : answer.made

/** A page of ours without query; a question about anything else is about the course. */
const isPath = (page: string): boolean =>
  page.length <= 200 && /^\/(learn|record|resources|glossary|search)(\/[a-z0-9-]+){0,4}$/.test(page)

function readAnswer(course: Course, { item, revision, value }: Sent): Judged {
  const question = allSteps(course)
    .flatMap((step) => (step.kind === 'quiz' ? step.item.questions : []))
    .find(({ id }) => id === item)
  const answer = answered.safeParse(value)
  if (!question || !answer.success) return 'no such question, or malformed'
  const { attempt, options, form } = answer.data
  const judged = judgeAnswer(question, attempt, options, form)
  if (judged.kind === 'made') return judged.made
  // It was asked otherwise then. What was answered is kept; nobody here can say that it was right.
  const isGone = form !== undefined && formsOf(question).every(({ id }) => id !== form)
  if (judged.reason === 'no-such-option' && (isGone || revision < question.revision))
    return {
      kind: 'question-answered',
      item,
      revision: question.revision,
      value: {
        ...{ attempt, options: [...new Set(options)].sort(), right: false },
        ...(form ? { form } : {}),
      },
    }
  return judged.reason
}

const NO_TURN = 'no such turn, reply or ending'

function readTurn(course: Course, { item, revision, value }: Sent): Judged {
  const talk = said.safeParse(value)
  if (!talk.success) return NO_TURN
  const { run, step, reply: chosen } = talk.data
  const session = sessionsOf(course).find(({ id }) => id === item.slice(0, item.lastIndexOf('/')))
  const turn = session?.turns.find(({ id }) => id === item)
  const reply = turn?.replies.find(({ id }) => id === chosen)
  if (turn && reply) return sayReply(turn, reply, run, step)
  // As an earlier course had it: kept, and not judged.
  const now = turn?.revision ?? session?.revision ?? 0
  if (revision >= now || !/^[a-z0-9/-]+$/.test(item)) return NO_TURN
  return {
    kind: 'turn-taken',
    item,
    revision: now,
    value: { run, step, reply: chosen, verdicts: {} },
  }
}

function readEnding(course: Course, { item, revision, value }: Sent): Judged {
  const end = ended.safeParse(value)
  const session = sessionsOf(course).find(({ id }) => id === item)
  if (!end.success || !session) return NO_TURN
  const isThere = session.endings.some(({ id }) => id === end.data.ending)
  if (!isThere && revision >= session.revision) return NO_TURN
  return { kind: 'session-ended', item, revision: session.revision, value: end.data }
}

const sessionsOf = (course: Course) => course.modules.flatMap(({ sessions }) => sessions)

/** Taken whenever it arrives: what was said before the course may have waited on a device. */
function readRating(course: Course, { item, value }: Sent): Judged {
  const rating = rated.safeParse(value)
  const wrong = 'no such line, or malformed'
  if (!rating.success || item !== confidenceItem(rating.data.when)) return wrong
  const known = new Set(loadCompetencies(course.language).map(({ id }) => id))
  if (Object.keys(rating.data.ratings).some((id) => !known.has(id))) return wrong
  return ratingMade(rating.data.when, rating.data.ratings)
}
