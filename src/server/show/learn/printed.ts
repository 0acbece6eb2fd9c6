/** A whole module on paper. */
import { findModule, type Course, type Module } from '#domain/course/course.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface PrintedModule {
  readonly module: Module
  readonly courseTitle: string
  readonly glossary: Course['glossary']
}

/** Null where the course has no such module. */
export function showPrintedModule({ course }: Learner, slug = ''): PrintedModule | null {
  const module = findModule(course, slug)
  return module && { module, courseTitle: course.title, glossary: course.glossary }
}
