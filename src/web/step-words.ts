/** How a step is named, and how long it takes. */
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
