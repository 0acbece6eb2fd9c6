/** What the forms of the course do, as records: the same rules as on the platform (server/, one verb per file). */
import type { Lesson } from '#domain/course/course.ts'
import { apply } from '#domain/learning/apply.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { Deed, LearningRecord } from '#domain/learning/record.ts'
import { exchangesOf, placeAfter } from '#domain/practice/road.ts'
import type { Session } from '#domain/course/session.ts'
import { finishOf, isRight, readChoice, type Choice } from '#domain/quiz/grade.ts'
import type { Question, Quiz } from '#domain/course/quiz.ts'
import type { Place } from './place.ts'
import { quizNow } from './quiz-now.ts'
import { quizProgressOf, sessionProgressOf } from './scene.ts'

export type Made = Deed & { readonly item: string; readonly revision: number }

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A UUIDv7. */
  readonly newId: () => string
}

/** The learner of a package has no account of ours. */
const PERSON = 'me'

export function recordsFrom(made: readonly Made[], { now, newId }: Clock): LearningRecord[] {
  const at = now()
  return made.map((one) => ({
    ...one,
    id: newId(),
    person: PERSON,
    madeAt: at,
    receivedAt: at,
    source: 'scorm',
  }))
}

export const applyAll = (progress: Progress, records: readonly LearningRecord[]): Progress =>
  records.reduce(apply, progress)

export const readLesson = (lesson: Lesson): Made => ({
  kind: 'lesson-read',
  item: lesson.id,
  revision: lesson.revision,
  value: {},
})

export const openLesson = (lesson: Lesson, section: number): Made => ({
  kind: 'lesson-opened',
  item: lesson.id,
  revision: lesson.revision,
  value: { section },
})

export type Answered =
  | { readonly kind: 'made'; readonly made: readonly Made[] }
  | { readonly kind: 'refused'; readonly reason: Extract<Choice, { kind: 'refused' }>['reason'] }

/** The answer that completes an attempt finishes it. */
export function answerQuestion(
  quiz: Quiz,
  question: Question,
  progress: Progress,
  how: Extract<Place, { kind: 'question' }>['how'],
  ticked: readonly string[],
  newId: () => string,
): Answered {
  const choice = readChoice(question, ticked)
  if (choice.kind === 'refused') return choice
  const before = quizProgressOf(progress, quiz.id)
  const { attempt, isFinished } = quizNow(quiz, before, how)
  const id = attempt?.id ?? newId()
  const right = isRight(question, choice.options)
  const earlier = attempt?.answers[question.id]
  const answer = {
    firstRight: earlier?.firstRight ?? right,
    options: choice.options,
    right,
    tries: (earlier?.tries ?? 0) + 1,
    revision: question.revision,
  }
  const answers = { ...attempt?.answers, [question.id]: answer }
  const result = isFinished ? null : finishOf(quiz, before, { id, answers })
  const made: Made[] = [
    {
      kind: 'question-answered',
      item: question.id,
      revision: question.revision,
      value: { attempt: id, options: choice.options, right },
    },
  ]
  if (result)
    made.push({
      kind: 'quiz-finished',
      item: quiz.id,
      revision: quiz.revision,
      value: { attempt: id, ...result },
    })
  return { kind: 'made', made }
}

export type Said =
  | {
      readonly kind: 'made'
      readonly made: readonly Made[]
      readonly run: string
      readonly ended: boolean
    }
  | { readonly kind: 'refused'; readonly reason: 'blank' | 'no-such-reply' }
  /** The road leads nowhere here: only where the course was edited. */
  | { readonly kind: 'lost' }

/** @param step place in the road, from 0; taking an earlier step again cuts the road there */
export function sayReply(
  session: Session,
  progress: Progress,
  step: number,
  reply: string | null,
  newId: () => string,
): Said {
  const open = sessionProgressOf(progress, session.id)?.open ?? null
  const place = placeAfter(session, exchangesOf(session, (open?.road ?? []).slice(0, step)))
  if (place?.kind !== 'turn') return { kind: 'lost' }
  if (!reply) return { kind: 'refused', reason: 'blank' }
  const said = place.turn.replies.find(({ id }) => id === reply)
  if (!said) return { kind: 'refused', reason: 'no-such-reply' }
  const run = open?.id ?? newId()
  const made: Made[] = [
    {
      kind: 'turn-taken',
      item: place.turn.id,
      revision: place.turn.revision,
      value: { run, step, reply: said.id, verdicts: said.verdicts },
    },
  ]
  if (said.way.kind === 'end')
    made.push({
      kind: 'session-ended',
      item: session.id,
      revision: session.revision,
      value: { run, ending: said.way.ending },
    })
  return { kind: 'made', made, run, ended: said.way.kind === 'end' }
}
