/** The searches over a course, each made when it is first asked for and kept as long as that course is. */
import type { Course } from '#domain/course/course.ts'
import { lessonParts, openParts, partsOf, teachingParts } from '#domain/search/parts.ts'
import type { SearchPart } from '#domain/search/parts.ts'
import { searchOver, type Search } from '#search/search.ts'

/** By what one may read, never one inside another: nothing is left out of an answer, since it is not in the index. */
const PARTS = {
  /** What stands open to everybody, and the lesson that is shown as a sample. */
  visitor: (course: Course): SearchPart[] => {
    const [module] = course.modules
    const [sample] = module?.lessons ?? []
    return [...(module && sample ? lessonParts(sample, module) : []), ...openParts(course)]
  },
  member: partsOf,
  teaching: teachingParts,
} as const

const made = new WeakMap<Course, Partial<Record<keyof typeof PARTS, Search>>>()

/** @param course as it was loaded, with its programme's words */
export function courseSearch(course: Course, who: keyof typeof PARTS): Search {
  const known = made.get(course) ?? {}
  const search = known[who] ?? searchOver(PARTS[who](course))
  made.set(course, { ...known, [who]: search })
  return search
}
