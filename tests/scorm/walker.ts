/** Somebody who works through a course as chance has it, with the player's own verbs. */
import { allSteps, type Course } from '#domain/course/course.ts'
import { progressOf } from '#domain/learning/apply.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { inOrder, unitOf, type LearningRecord } from '#domain/learning/record.ts'
import { exchangesOf, placeAfter } from '#domain/practice/road.ts'
import type { Session } from '#domain/course/session.ts'
import { UNSURE, type Quiz } from '#domain/course/quiz.ts'
import {
  answerQuestion,
  applyAll,
  openLesson,
  readLesson,
  recordsFrom,
  sayReply,
  type Clock,
  type Made,
} from '#player/deeds.ts'
import { quizNow } from '#player/quiz-now.ts'
import { quizProgressOf, sessionProgressOf } from '#player/scene.ts'

/** A clock that goes on by a second, and ids in order. */
export function testClock(prefix = 'id'): Clock {
  let at = 1_790_000_000_000
  let id = 0
  return { now: () => (at += 1000), newId: () => `${prefix}-${String(++id).padStart(6, '0')}` }
}

export interface Walk {
  readonly records: readonly LearningRecord[]
  readonly progress: Progress
}

/** @param dice any whole numbers from 0; each is one thing that is done */
export function walk(
  course: Course,
  dice: readonly number[],
  start: Progress = {},
  clock: Clock = testClock(),
): Walk {
  const steps = allSteps(course)
  let progress = start
  const records: LearningRecord[] = []
  for (const die of dice) {
    const step = steps[die % steps.length]
    const rest = Math.floor(die / steps.length)
    const made: readonly Made[] =
      step?.kind === 'lesson'
        ? [rest % 3 === 0 ? openLesson(step.item, 1 + (rest % 7)) : readLesson(step.item)]
        : step?.kind === 'quiz'
          ? answer(step.item, progress, rest, clock)
          : step?.kind === 'session'
            ? talk(step.item, progress, rest, clock)
            : []
    const fresh = recordsFrom(made, clock)
    progress = applyAll(progress, fresh)
    records.push(...fresh)
  }
  return { records, progress }
}

function answer(quiz: Quiz, progress: Progress, die: number, { newId }: Clock): readonly Made[] {
  const have = quizProgressOf(progress, quiz.id)
  const how = have?.open || die % 5 === 0 ? 'again' : 'new'
  const { questions } = quizNow(quiz, have, how)
  const question = questions[die % questions.length]
  if (!question) return []
  const right = question.options.filter((one) => one.right).map(({ id }) => id)
  const wrong = question.options.filter((one) => !one.right).map(({ id }) => id)
  const ticked = [right, right, right, wrong.slice(0, 1), [UNSURE]][die % 7] ?? right
  const outcome = answerQuestion(quiz, question, progress, how, ticked, newId)
  return outcome.kind === 'made' ? outcome.made : []
}

function talk(
  session: Session,
  progress: Progress,
  die: number,
  { newId }: Clock,
): readonly Made[] {
  const road = sessionProgressOf(progress, session.id)?.open?.road ?? []
  const step = die % 4 === 0 ? Math.floor(road.length / 2) : road.length
  const place = placeAfter(session, exchangesOf(session, road.slice(0, step)))
  if (place?.kind !== 'turn') return []
  const reply = place.turn.replies[die % place.turn.replies.length]
  const said = sayReply(session, progress, step, reply?.id ?? null, newId)
  return said.kind === 'made' ? said.made : []
}

/** Progress as the platform computes it: from all records of each item, at once. */
export function computed(records: readonly LearningRecord[]): Progress {
  const units = new Map<string, LearningRecord[]>()
  for (const record of inOrder(records)) {
    const unit = unitOf(record.kind, record.item)
    units.set(unit, [...(units.get(unit) ?? []), record])
  }
  return Object.fromEntries(
    [...units].flatMap(([unit, all]) => {
      const state = progressOf(all)
      return state ? [[unit, state]] : []
    }),
  )
}
