/** The form in which a coordinator enters what was shown elsewhere. */
import type { Language } from '#domain/course/language.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { loadCompetencies } from '#server/course/load-course.ts'

export interface OutsideForm {
  readonly lines: readonly Competency[]
}

export const showOutsideForm = (language: Language): OutsideForm => ({
  lines: loadCompetencies(language),
})
