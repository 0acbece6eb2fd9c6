/** What must be confirmed before people rely on the course here: a list to take along to each expert. */
import { allSteps, type Course } from '#domain/course/course.ts'
import { byExpert, type ToConfirm } from '#domain/course/facts.ts'
import { mayTeach, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { loadToConfirm } from '#server/course/load-course.ts'
import type { Language } from '#domain/course/language.ts'

export interface ConfirmList {
  readonly who: string
  readonly facts: readonly {
    readonly what: string
    readonly why: string
    /** Pages of the course that rest on it. */
    readonly where: readonly { readonly href: string; readonly title: string }[]
  }[]
}

/** @param programme whose country counts */
export function showToConfirm(
  by: Person,
  course: Course,
  { programme, language }: { readonly programme: Programme; readonly language: Language },
): readonly ConfirmList[] | NotAllowed {
  if (!mayTeach(by)) return NOT_ALLOWED
  const pages = pagesOf(course)
  const placesOf = ({ usedIn }: ToConfirm) => usedIn.flatMap((id) => pages.get(id) ?? [])
  return byExpert(loadToConfirm(language), programme.country).map(({ who, facts }) => ({
    who,
    facts: facts.map((fact) => ({ what: fact.what, why: fact.why, where: placesOf(fact) })),
  }))
}

function pagesOf(course: Course): Map<string, { href: string; title: string }> {
  const steps = allSteps(course).map(({ item }) => [item.id, `/learn/${item.id}`, item.title])
  const resources = course.resources.map(({ slug, title }) => [
    `resources/${slug}`,
    `/resources/${slug}`,
    title,
  ])
  const teaching = course.teaching.map(({ slug, title }) => [
    `teaching/${slug}`,
    `/coordinate/teaching/${slug}`,
    title,
  ])
  return new Map(
    [...steps, ...resources, ...teaching].map(([id = '', href = '', title = '']) => [
      id,
      { href, title },
    ]),
  )
}
