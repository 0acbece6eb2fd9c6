/** A page of /help, as it was drawn at the build. */
import type { Language } from '#domain/course/language.ts'
import type { Person } from '#domain/people/person.ts'
import { sectionsOf, type SearchPart } from '#domain/search/parts.ts'
import type { Audience } from './pages.ts'

export interface HelpPage {
  readonly slug: string
  readonly audience: Audience
  readonly title: string
  /** What stands above its first heading, as one line. */
  readonly summary: string
  /** Without its title. */
  readonly html: string
  readonly headings: readonly { readonly id: string; readonly title: string }[]
  /** English where nobody has said it in the reader's language. */
  readonly shownIn: Language
}

export const helpParts = (pages: readonly HelpPage[]): SearchPart[] =>
  pages.flatMap(({ slug, title, html, shownIn }) =>
    sectionsOf(html).map((section): SearchPart => ({
      ...section,
      key: `help/${slug}#${section.anchor}`,
      kind: 'help',
      id: slug,
      module: '',
      title,
      shownIn,
    })),
  )

/**
 * Nothing in it is a secret, and each page is open to whoever has its address. In a search trainees find what is for them:
 * a paper of a learning system's settings only stands in their way.
 */
export function isFor(audience: Audience, person: Person | null): boolean {
  if (!person || audience === 'everybody' || audience === 'trainees') return true
  return person.roles.some(({ role }) => role !== 'trainee')
}
