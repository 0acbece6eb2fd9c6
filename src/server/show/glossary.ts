/** Every word that the course explains, and where it is taught. */
import type { Course, GlossaryTerm } from '#domain/course/course.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'

export interface ExplainedWord extends GlossaryTerm {
  readonly id: string
  /** The same word in each other language. */
  readonly others: readonly { readonly language: Language; readonly term: string }[]
  /** In the order of the course. */
  readonly lessons: readonly TaughtIn[]
}

export interface TaughtIn {
  readonly id: string
  readonly title: string
  readonly module: string
  readonly shownIn: Language
  /** Whether whoever has no account may read it too. */
  readonly isSample: boolean
}

/** By the alphabet of the language. */
export function showGlossary(course: Course, programme: Pick<Programme, 'slug'>): ExplainedWord[] {
  const others = LANGUAGES.filter((language) => language !== course.language).map((language) => ({
    language,
    glossary: loadCourse(language, loadProgramme(programme.slug, language)).glossary,
  }))
  const lessons = course.modules.flatMap((module) =>
    module.lessons.map((lesson) => ({ lesson, module: module.title })),
  )
  return Object.entries(course.glossary)
    .map(([id, entry]) => ({
      ...entry,
      id,
      others: others.flatMap(({ language, glossary }) => {
        const term = glossary[id]?.term
        return term && term !== entry.term ? [{ language, term }] : []
      }),
      lessons: lessons.flatMap(({ lesson, module }, at) =>
        lesson.terms.includes(id)
          ? [
              {
                id: lesson.id,
                title: lesson.title,
                module,
                shownIn: lesson.shownIn,
                isSample: at === 0,
              },
            ]
          : [],
      ),
    }))
    .sort((a, b) => a.term.localeCompare(b.term, course.language))
}
