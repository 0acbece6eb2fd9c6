/** Somebody who does the whole course in front of a recorder, with the player's own verbs. */
import { allSteps, type Course } from '#domain/course/course.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import { answerQuestion } from '#domain/learning/answer-question.ts'
import { quizProgressOf, sessionProgressOf, type Progress } from '#domain/learning/progress.ts'
import { readLesson } from '#domain/learning/read-lesson.ts'
import type { Made } from '#domain/learning/record.ts'
import { takeTurn } from '#domain/learning/take-turn.ts'
import { turnAt } from '#domain/practice/road.ts'
import { applyAll, recordsFrom } from '#player/deeds.ts'
import { quizAt } from '#player/quiz-at.ts'
import type { Recorder } from '#player/recorder.ts'
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
      const options = question.kind === 'several' ? ids : ids.slice(0, 1)
      const how = index === 0 ? 'new' : 'show'
      const have = quizProgressOf(progress, quiz.id)
      const now = quizAt(quiz, have, how)
      const said = answerQuestion(quiz, question, have, now, { options }, clock.newId)
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
          const have = sessionProgressOf(progress, session.id)
          const [road, run] = [have?.open?.road ?? [], have?.open?.id ?? clock.newId()]
          const reply = turnAt(session, road, road.length)?.turn.replies[0]?.id ?? null
          const said = takeTurn(session, have, { run, step: road.length, turn: null, reply })
          if (said.kind !== 'made') throw new Error(`Nothing to say in ${session.id}`)
          done(said.made)
          if (said.ended) break
        }
      }
    },
  }
}
