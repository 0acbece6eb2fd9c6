/** The section of a lesson that an address asks for. */
import { sectionNamed } from '#domain/course/cards.ts'
import { findStep } from '#domain/course/course.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { courseOf } from './course-of.ts'
import { loadCourse } from './load-course.ts'

/**
 * Whoever changes the language, or follows a link of somebody who reads another one, finds the same section.
 * @param part id of its heading, in any language; null for none
 * @returns 0 for none
 */
export function sectionAsked(
  lesson: string,
  part: string | null,
  language: Language,
  programme: Programme,
): number {
  if (!part) return 0
  for (const one of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const step = findStep(courseOf(loadCourse(one, programme), null), lesson)
    const section = step?.kind === 'lesson' ? sectionNamed(step.item.html, part) : 0
    if (section) return section
  }
  return 0
}
