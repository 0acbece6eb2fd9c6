/** A whole module on paper. */
import { findModule, type Course, type Module } from '#domain/course/course.ts'
import { toConfirmIn, type ToConfirm } from '#domain/course/facts.ts'
import { noteIn } from '#domain/learning/progress.ts'
import type { Language } from '#domain/course/language.ts'
import { mayTeach } from '#domain/people/may.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { loadToConfirm } from '#server/course/load-course.ts'
import type { OwnLearner } from '#server/learning/learner.ts'

export interface PrintedModule {
  readonly module: Module
  readonly courseTitle: string
  readonly glossary: Course['glossary']
  /** For experts who read it: none where a trainee prints it. */
  readonly toConfirm: readonly ToConfirm[]
  /** What its reader noted for themselves, by id of the lesson. */
  readonly notes: ReadonlyMap<string, string>
}

/** Null where the course has no such module. */
export function showPrintedModule(
  { course, progress, by }: OwnLearner,
  slug: string,
  { programme, language }: { readonly programme: Programme; readonly language: Language },
): PrintedModule | null {
  const module = findModule(course, slug)
  return (
    module && {
      module,
      courseTitle: course.title,
      glossary: course.glossary,
      toConfirm: mayTeach(by)
        ? toConfirmIn(loadToConfirm(language), module.slug, programme.country)
        : [],
      notes: new Map(module.lessons.map(({ id }) => [id, noteIn(progress, id)])),
    }
  )
}
