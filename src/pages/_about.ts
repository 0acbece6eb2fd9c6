/** How a page is called when somebody asks about it. */
import { findStep, type Course } from '#domain/course/course.ts'
import type { Words } from '#i18n/words.ts'
import { titleOf } from './learn/_steps.ts'

/** @param path of ours, without query */
export function nameOfPage(path: string, course: Course, words: Words): string {
  const parts = path.split('/').filter(Boolean)
  if (parts[0] === 'learn' && parts.length >= 3) {
    const step = findStep(course, `${parts[1]}/${parts[2]}`)
    if (step) return `${step.module.title}: ${titleOf(step, words.course)}`
  }
  if (parts[0] === 'resources' && parts[1])
    return course.resources.find(({ slug }) => slug === parts[1])?.title ?? words.learn.resources
  if (path === '/record') return words.learn.recordTitle
  if (path === '/resources') return words.learn.resources
  return words.learn.tasks
}

/** Only pages of the course can be asked about; anything else is the start page. */
export const askablePage = (path: string): string =>
  /^\/(learn(\/[a-z0-9-]+){0,4}|record|resources(\/[a-z0-9-]+)?)$/.test(path) && path.length <= 200
    ? path
    : '/learn'
