/** The About page: who must confirm how many points before anybody relies on the course here, and none of the points. */
import { byExpert } from '#domain/course/facts.ts'
import type { Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { loadToConfirm } from '#server/course/load-course.ts'

export interface About {
  readonly asked: readonly { readonly who: string; readonly points: number }[]
}

export const showAbout = ({ country }: Pick<Programme, 'country'>, language: Language): About => ({
  asked: byExpert(loadToConfirm(language), country).map(({ who, facts }) => ({
    who,
    points: facts.length,
  })),
})
