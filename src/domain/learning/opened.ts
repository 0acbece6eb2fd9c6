import type { Course } from '#domain/course/course.ts'

/**
 * The course as it stands for somebody for whom a coordinator opened practice sessions: these need nothing first.
 * Sessions that a coordinator may not open are left as they are.
 * @param opened item ids
 */
export function withOpened(course: Course, opened: readonly string[]): Course {
  if (opened.length === 0) return course
  return {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      sessions: module.sessions.map((session) =>
        session.openedByCoordinator && opened.includes(session.id)
          ? { ...session, needs: [] }
          : session,
      ),
    })),
  }
}
