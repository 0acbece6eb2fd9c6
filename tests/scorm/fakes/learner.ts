/** Somebody who does the whole course in front of a recorder, with the player's own verbs. */
import { allSteps, type Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { exchangesOf, placeAfter } from '#domain/practice/road.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import {
  answerQuestion,
  applyAll,
  readLesson,
  recordsFrom,
  sayReply,
  type Made,
} from '#player/deeds.ts'
import type { Recorder } from '#player/recorder.ts'
import { sessionProgressOf } from '#player/scene.ts'
import { testClock } from '../walker.ts'

export interface Learner {
  progress(): Progress
  readLessons(): void
  /** One whole try. @param right false: wrong but at ★ questions, without which no try ends */
  takeQuizzes(right: boolean): void
  /** Says the first reply of each turn. @param turns of each session; all where left out */
  talk(turns?: number): void
}

export function learnerAt(recorder: Recorder, course: Course, start: Progress = {}): Learner {
  const clock = testClock(`learner-${Math.round(Object.keys(start).length)}`)
  let progress = start
  const done = (made: readonly Made[]): void => {
    const records = recordsFrom(made, clock)
    progress = applyAll(progress, records)
    recorder.record(records, progress)
  }

  function answer(quiz: Quiz, right: boolean): void {
    quiz.questions.forEach((question, index) => {
      const ids = question.options
        .filter((one) => one.right === (right || question.star))
        .map(({ id }) => id)
      const ticked = question.kind === 'several' ? ids : ids.slice(0, 1)
      const how = index === 0 ? 'new' : 'show'
      const said = answerQuestion(quiz, question, progress, how, ticked, clock.newId)
      if (said.kind === 'made') done(said.made)
    })
  }

  return {
    progress: () => progress,
    readLessons: () => {
      for (const step of allSteps(course)) if (step.kind === 'lesson') done([readLesson(step.item)])
    },
    takeQuizzes: (right) => {
      for (const step of allSteps(course)) if (step.kind === 'quiz') answer(step.item, right)
    },
    talk: (turns = Infinity) => {
      for (const step of allSteps(course)) {
        if (step.kind !== 'session') continue
        const session = step.item
        for (let count = 0; count < turns; count++) {
          const road = sessionProgressOf(progress, session.id)?.open?.road ?? []
          const place = placeAfter(session, exchangesOf(session, road))
          const reply = place?.kind === 'turn' ? place.turn.replies[0]?.id : null
          const said = sayReply(session, progress, road.length, reply ?? null, clock.newId)
          if (said.kind !== 'made') throw new Error(`Nothing to say in ${session.id}`)
          done(said.made)
          if (said.ended) break
        }
      }
    },
  }
}
