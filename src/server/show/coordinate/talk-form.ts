/** The form in which a coordinator writes down a talk about a competency. */
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { packOfArea } from '#domain/course/packs.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { kindsOf } from '#domain/readiness/evidence-rules.ts'
import { loadCompetencies } from '#server/course/load-course.ts'

export interface TalkForm {
  /** Areas of the programme that have no pack: by id, with their names. */
  readonly areas: readonly { readonly value: string; readonly text: string }[]
  /** All of them: first those that a talk can show. */
  readonly lines: readonly Competency[]
}

/** @param course of the person @param areas of their programme, by id */
export function showTalkForm(
  language: Language,
  course: Course,
  areas: Readonly<Record<string, string>>,
): TalkForm {
  const all = loadCompetencies(language)
  const isShown = (one: Competency): boolean => kindsOf(one).has('talk')
  const without = Object.entries(areas).filter(([area]) => !packOfArea(course, area))
  return {
    areas: without.map(([value, text]) => ({ value, text })),
    lines: [...all.filter(isShown), ...all.filter((one) => !isShown(one))],
  }
}
