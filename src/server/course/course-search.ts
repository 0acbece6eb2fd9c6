/** The searches over a course, each made when it is first asked for and kept as long as that course is. */
import type { Course } from '#domain/course/course.ts'
import { helpParts, isFor, type HelpPage } from '#domain/help/help.ts'
import type { Person } from '#domain/people/person.ts'
import { packsIn, packsOf, wholeCourse } from '#domain/course/packs.ts'
import { lessonParts, openParts, partsOf, teachingParts } from '#domain/search/parts.ts'
import type { SearchPart } from '#domain/search/parts.ts'
import { searchOver, type Search } from '#search/search.ts'

/** By what one may read, never one inside another: nothing is left out of an answer, since it is not in the index. Packs are in it for members, and those that one does not have are passed over. */
const PARTS = {
  /** What stands open to everybody, and the lesson that is shown as a sample. */
  visitor: (course: Course): SearchPart[] => {
    const [module] = course.modules
    const [sample] = module?.lessons ?? []
    return [...(module && sample ? lessonParts(sample, module) : []), ...openParts(course)]
  },
  member: (course: Course): SearchPart[] => partsOf(wholeCourse(course)),
  teaching: teachingParts,
} as const

/** By what every choice of packs of a course has in common. */
const made = new WeakMap<object, Partial<Record<keyof typeof PARTS, Search>>>()

/** @param course as it was loaded, with its programme's words */
export function courseSearch(course: Course, who: keyof typeof PARTS): Search {
  const kept = course.packs ?? course
  const known = made.get(kept) ?? {}
  const search = known[who] ?? searchOver(PARTS[who](course))
  made.set(kept, { ...known, [who]: search })
  const others = packsOf(course).filter((pack) => !packsIn(course).includes(pack))
  return (query) => search(query, ({ id }) => !others.some(({ slug }) => id.startsWith(`${slug}/`)))
}

const madeOfHelp = new WeakMap<readonly HelpPage[], Search>()

/** The pages of help that are for this reader. @param pages as they were loaded */
export function helpSearch(pages: readonly HelpPage[], person: Person | null): Search {
  const search = madeOfHelp.get(pages) ?? searchOver(helpParts(pages))
  madeOfHelp.set(pages, search)
  const slugs = new Set(
    pages.filter(({ audience }) => isFor(audience, person)).map(({ slug }) => slug),
  )
  return (query) => search(query, ({ id }) => slugs.has(id))
}
