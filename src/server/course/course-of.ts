/** The course of somebody with certain areas. The same object for the same packs, so that what is made of it is made once. */
import type { Course } from '#domain/course/course.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { courseWith, packsIn, wholeCourse } from '#domain/course/packs.ts'

/** Of one course; people choose alike, and whatever is not here is put together again. */
const MOST = 50
const made = new WeakMap<Course, Map<string, Course>>()

/** @param areas ids of areas; null for whoever teaches, and reads every pack */
export function courseOf(course: Course, areas: readonly string[] | null): Course {
  const of = areas ? courseWith(course, areas) : wholeCourse(course)
  const key = packsIn(of)
    .map(({ slug }) => slug)
    .join()
  const known = made.get(course) ?? new Map<string, Course>()
  made.set(course, known)
  const before = known.get(key)
  if (before) return before
  if (known.size >= MOST) known.clear()
  known.set(key, of)
  return of
}

/** Staff read every pack: they meet people of each area. A visitor reads none. */
export const courseFor = (person: Pick<Person, 'roles' | 'areas'> | null, course: Course): Course =>
  courseOf(course, person && isStaff(person) ? null : (person?.areas ?? []))
