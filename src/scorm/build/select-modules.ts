/** A package may carry a part of the course. */
import type { Course } from '#domain/course/course.ts'
import { withShared } from '#domain/course/packs.ts'

export type Selection =
  | {
      readonly kind: 'selected'
      readonly course: Course
      /** Ids of practice sessions that need a module which is not in the package. */
      readonly leftOut: readonly string[]
    }
  | { readonly kind: 'unknown'; readonly slugs: readonly string[] }

/** @param slugs of modules; empty for the whole course. The order is the course's own. */
export function selectModules(course: Course, slugs: readonly string[]): Selection {
  if (slugs.length === 0) return { kind: 'selected', course, leftOut: [] }
  const unknown = slugs.filter((slug) => !course.modules.some((module) => module.slug === slug))
  if (unknown.length) return { kind: 'unknown', slugs: unknown }
  const chosen = course.modules
    .filter(({ slug }) => slugs.includes(slug))
    .map((module) => withShared(course, module, slugs))
  const all = chosen.flatMap(({ sessions }) => sessions)
  const left = all.filter(({ needs }) => needs.some((need) => !slugs.includes(need)))
  const here = all.filter((session) => !left.includes(session)).map(({ id }) => id)
  return {
    kind: 'selected',
    course: {
      ...course,
      modules: chosen.map((module) => ({
        ...module,
        ...(module.shared ? { shared: module.shared.filter((id) => here.includes(id)) } : {}),
        sessions: module.sessions.filter((session) => !left.includes(session)),
      })),
    },
    leftOut: left.map(({ id }) => id),
  }
}

/** One module as a course of its own. What comes first is up to the learning system, so its sessions need nothing. */
export function moduleAlone(course: Course, slug: string): Course | null {
  const found = course.modules.find((one) => one.slug === slug)
  const module = found && withShared(course, found, [])
  return module
    ? {
        ...course,
        title: `${course.title}: ${module.title}`,
        summary: module.summary,
        modules: [
          {
            ...module,
            sessions: module.sessions.map((session) => ({ ...session, needs: [] })),
          },
        ],
      }
    : null
}
