/** What can be chosen on the page that makes packages, and how it is typed there. */
import type { Language } from '#domain/course/language.ts'

export const SCOPES = ['whole', 'chosen', 'each'] as const
export const TRIES = ['0', '1', '2', '3', '5', '10'] as const
export const INTERACTIONS = ['preset', 'quiz', 'none'] as const

/** As it was typed, for showing it again. */
export interface TypedExport {
  readonly programme: string
  readonly language: string
  readonly standard: string
  readonly preset: string
  readonly scope: string
  readonly modules: readonly string[]
  readonly packs: readonly string[]
  readonly tries: string
  readonly interactions: string
  readonly sessions: boolean
  readonly media: boolean
}

export interface ExportChoices {
  readonly programmes: readonly { readonly slug: string; readonly name: string }[]
  /** About how many bytes the whole course has, packed. */
  readonly bytes: Readonly<Record<Language | 'both', number>>
  /** Of the clips. */
  readonly mediaBytes: number
}
