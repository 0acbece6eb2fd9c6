import type { Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { assessReadiness, type Readiness } from './assess.ts'
import type { OutsideEvidence } from './evidence.ts'
import type { Competency } from './competency.ts'

/** True where a ★ rule that a line leans on was revised since it was passed. */
export const hasLapsedLine = (readiness: Readiness): boolean =>
  readiness.lines.some((line) => line.needs.some((need) => need.lapsed === true))

/** The same from what a list can know of a person: only quizzes lapse, and only outside evidence covers for them. */
export const isLapsed = (
  competencies: readonly Competency[],
  course: Course,
  progress: Progress,
  outside: readonly OutsideEvidence[],
): boolean =>
  hasLapsedLine(
    assessReadiness(competencies, {
      course,
      progress,
      outside,
      observations: [],
      talks: [],
      answers: [],
    }),
  )
