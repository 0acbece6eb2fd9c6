/** The pages of /help: all of them by for whom they are, or one. */
import type { Language } from '#domain/course/language.ts'
import type { HelpPage } from '#domain/help/help.ts'
import { AUDIENCES, type Audience } from '#domain/help/pages.ts'
import { varietyOf } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { loadHelp } from '#server/course/load-course.ts'

export interface ShownHelp {
  readonly audience: Audience
  readonly pages: readonly HelpPage[]
}

export function showHelp(language: Language, programme: Programme): readonly ShownHelp[] {
  const all = loadHelp(varietyOf(language, programme))
  return AUDIENCES.map((audience) => ({
    audience,
    pages: all.filter((page) => page.audience === audience),
  }))
}

/** Null where there is no such page. */
export function showHelpPage(
  slug: string | undefined,
  language: Language,
  programme: Programme,
): ShownHelpPage | null {
  const all = loadHelp(varietyOf(language, programme))
  const page = all.find((one) => one.slug === slug)
  return page
    ? { page, others: all.filter((one) => one.audience === page.audience && one !== page) }
    : null
}

export interface ShownHelpPage {
  readonly page: HelpPage
  /** Of the same people. */
  readonly others: readonly HelpPage[]
}
