/** Puts a programme's words into a compiled course. */
import type { Course } from '#domain/course/course.ts'
import { escape } from '#domain/text/escape.ts'
import type { Programme } from './programme.ts'

const TERM = /\{\{([a-z0-9-]+)\}\}/g
/** With what stands before a word that opens a sentence; a cell of a table or a line of a list is none. */
const TERM_IN_PLACE = /(<p>|[.!?]\s+)?\{\{([a-z0-9-]+)\}\}/g
const ONLY = /<!--only:([a-z]+)-->([\s\S]*?)<!--end-only-->/g

/** Which terms stand in a text, each once. */
export const termsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(TERM)].map(([, term = '']) => term))].sort()

/** Plain text in, plain text out; an unknown term stays visible as its name. */
export const fillText = (text: string, terms: Programme['terms']): string =>
  text.replace(TERM_IN_PLACE, (_, before: string | undefined, term: string) =>
    inPlace(before, terms[term] ?? term),
  )

/** Lesson HTML in, lesson HTML out; passages of the other country go. */
export const fillHtml = (html: string, programme: Programme): string =>
  html
    .replace(ONLY, (_, country: string, inner: string) =>
      country === programme.country ? inner : '',
    )
    .replace(TERM_IN_PLACE, (_, before: string | undefined, term: string) =>
      inPlace(before, escape(programme.terms[term] ?? term)),
    )

/** A sentence begins with a capital, also with a programme's word. */
const inPlace = (before: string | undefined, word: string): string =>
  before === undefined ? word : before + word.charAt(0).toUpperCase() + word.slice(1)

/** The same course with every slot filled. Revisions and ids are untouched. */
export function fillCourse(course: Course, programme: Programme): Course {
  const fill = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return key === 'html' ? fillHtml(value, programme) : fillText(value, programme.terms)
    if (Array.isArray(value)) return value.map((entry) => fill(entry))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [name, fill(entry, name)]),
      )
    return value
  }
  return fill(course) as Course
}
