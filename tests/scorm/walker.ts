/** Somebody who works through a course as chance has it, with the player's own verbs. */
import { allSteps, type Course, type Lesson } from '#domain/course/course.ts'
import { UNSURE, type Quiz } from '#domain/course/quiz.ts'
import type { Session } from '#domain/course/session.ts'
import { answerQuestion } from '#domain/learning/answer-question.ts'
import { progressOf } from '#domain/learning/apply.ts'
import { quizProgressOf, sessionProgressOf, type Progress } from '#domain/learning/progress.ts'
import { keepPlace, readLesson } from '#domain/learning/read-lesson.ts'
import { inOrder, unitOf, type LearningRecord, type Made } from '#domain/learning/record.ts'
import { takeTurn } from '#domain/learning/take-turn.ts'
import { turnAt } from '#domain/practice/road.ts'
import { applyAll, recordsFrom, type Clock } from '#player/deeds.ts'
import { quizAt } from '#player/quiz-at.ts'

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
        ? lesson(step.item, progress, rest)
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

function lesson(item: Lesson, progress: Progress, die: number): readonly Made[] {
  if (die % 3 !== 0) return [readLesson(item)]
  const made = keepPlace(item, progress, 1 + (die % 7))
  return made ? [made] : []
}

function answer(quiz: Quiz, progress: Progress, die: number, { newId }: Clock): readonly Made[] {
  const have = quizProgressOf(progress, quiz.id)
  const how = have?.open || die % 5 === 0 ? 'again' : 'new'
  const now = quizAt(quiz, have, how)
  const { questions } = now
  const question = questions[die % questions.length]
  if (!question) return []
  const right = question.options.filter((one) => one.right).map(({ id }) => id)
  const wrong = question.options.filter((one) => !one.right).map(({ id }) => id)
  const ticked = [right, right, right, wrong.slice(0, 1), [UNSURE]][die % 7] ?? right
  const outcome = answerQuestion(quiz, question, have, now, { options: ticked }, newId)
  return outcome.kind === 'made' ? outcome.made : []
}

function talk(
  session: Session,
  progress: Progress,
  die: number,
  { newId }: Clock,
): readonly Made[] {
  const have = sessionProgressOf(progress, session.id)
  const road = have?.open?.road ?? []
  const step = die % 4 === 0 ? Math.floor(road.length / 2) : road.length
  const replies = turnAt(session, road, step)?.turn.replies ?? []
  const reply = replies[die % replies.length]?.id ?? null
  const run = have?.open?.id ?? newId()
  const said = takeTurn(session, have, { run, step, turn: null, reply })
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
