/** The form in which a coordinator writes down a talk about a competency. */
import type { Language } from '#domain/course/language.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { kindsOf } from '#domain/readiness/evidence-rules.ts'
import { loadCompetencies } from '#server/course/load-course.ts'

export interface TalkForm {
  /** All of them: first those that a talk can show. */
  readonly lines: readonly Competency[]
}

export function showTalkForm(language: Language): TalkForm {
  const all = loadCompetencies(language)
  const isShown = (one: Competency): boolean => kindsOf(one).has('talk')
  return { lines: [...all.filter(isShown), ...all.filter((one) => !isShown(one))] }
}
