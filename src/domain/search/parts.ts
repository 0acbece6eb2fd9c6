/** The course as a search sees it: a lesson or resource by its headings, sessions, and the words that are explained. */
import type { Course, Lesson, Module, Resource } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { Session } from '#domain/course/session.ts'
import { plainText } from '#domain/text/plain.ts'

export type PartKind = 'lesson' | 'session' | 'resource' | 'term' | 'teaching' | 'own' | 'help'

export interface SearchPart {
  /** Of one part among all. */
  readonly key: string
  readonly kind: PartKind
  /** Id of the item; of a term the id in the glossary, of a page of help its slug. */
  readonly id: string
  /** Title of the module; empty where it belongs to none. */
  readonly module: string
  readonly title: string
  /** Empty for what stands above the first heading. */
  readonly heading: string
  /** Id of the heading; empty for what stands above the first one. */
  readonly anchor: string
  readonly text: string
  readonly shownIn: Language
}

/** What whoever has an account may read, trainees among them. Questions and turns are left out: they would give themselves away. */
export const partsOf = (course: Course): SearchPart[] => [
  ...course.modules.flatMap((module) => [
    ...module.lessons.flatMap((lesson) => lessonParts(lesson, module)),
    ...module.sessions.map((session) => sessionPart(session, module)),
  ]),
  ...openParts(course),
]

/** What stands open to everybody besides the sample lesson. */
export const openParts = (course: Course): SearchPart[] => [
  ...course.resources.flatMap((page) => pageParts(page, 'resource')),
  ...Object.entries(course.glossary).map(([id, { term, meaning }]): SearchPart => ({
    key: `word-${id}`,
    kind: 'term',
    id,
    module: '',
    title: term,
    heading: '',
    anchor: '',
    text: meaning,
    shownIn: course.language,
  })),
]

/** Only for whoever may teach. */
export const teachingParts = (course: Course): SearchPart[] =>
  course.teaching.flatMap((page) => pageParts(page, 'teaching'))

export const lessonParts = (lesson: Lesson, module: Pick<Module, 'title'>): SearchPart[] =>
  sectionsOf(lesson.html).map((section) => ({
    ...section,
    key: `${lesson.id}#${section.anchor}`,
    kind: 'lesson',
    id: lesson.id,
    module: module.title,
    title: lesson.title,
    shownIn: lesson.shownIn,
  }))

const sessionPart = (session: Session, module: Module): SearchPart => ({
  key: session.id,
  kind: 'session',
  id: session.id,
  module: module.title,
  title: session.title,
  heading: '',
  anchor: '',
  text: `${session.with} ${session.scene}`,
  shownIn: session.shownIn,
})

const pageParts = (page: Resource, kind: 'resource' | 'teaching'): SearchPart[] =>
  sectionsOf(page.html).map((section) => ({
    ...section,
    key: `${page.id}#${section.anchor}`,
    kind,
    id: page.id,
    module: '',
    title: page.title,
    shownIn: page.shownIn,
  }))

const HEADING = /<h2(?: id="([^"]*)")?[^>]*>([\s\S]*?)<\/h2>/g

type Section = Pick<SearchPart, 'heading' | 'anchor' | 'text'>

/** What stands above the first heading of the second level, and under each of them. */
export function sectionsOf(html: string): Section[] {
  const headings = [...html.matchAll(HEADING)]
  const first = html.slice(0, headings[0]?.index ?? html.length)
  const above = plainText(first)
  return [
    ...(above || headings.length === 0 ? [{ heading: '', anchor: '', text: above }] : []),
    ...headings.map(({ 0: whole, 1: anchor = '', 2: title = '', index }, n) => ({
      heading: plainText(title),
      anchor,
      text: plainText(html.slice(index + whole.length, headings[n + 1]?.index ?? html.length)),
    })),
  ]
}
