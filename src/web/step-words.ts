/** How a step is named, how long it takes, and where one goes on from it. */
import type { Step } from '#domain/course/course.ts'
import type { CourseWords } from '#i18n/en/course.ts'

/** A quiz bears its module's title; in a list its kind is enough. */
export const titleOf = (step: Step, words: CourseWords): string =>
  step.kind === 'quiz' ? words.quiz : step.item.title

/** In a list of many steps the title of a reflection, a whole question, would be a wall of words. */
export const shortTitleOf = (step: Step, words: CourseWords): string =>
  step.kind === 'reflection' ? words.reflection : titleOf(step, words)

/** Minutes; a question takes about half a minute. */
export function minutesOf(step: Step): number {
  if (step.kind === 'lesson' || step.kind === 'session') return step.item.minutes
  return step.kind === 'quiz' ? Math.ceil(step.item.questions.length / 2) + 1 : 5
}

/** Said once the whole course is done: what was done, and what comes now. */
export const ARRIVAL = '/learn/arrival'

/** The address of what comes next. @param next null once every required step is done */
export const onward = (next: Step | null): string => (next ? `/learn/${next.item.id}` : ARRIVAL)
