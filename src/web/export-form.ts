/** The form that makes a package. */
import type { Language } from '#domain/course/language.ts'
import type { TypedExport } from '#domain/packages/export-choices.ts'
import { several, text, typedIn } from './typed.ts'

const yes = text.transform((value) => value === 'yes')

const FIELDS = {
  programme: text,
  language: text,
  standard: text,
  preset: text,
  scope: text,
  modules: several,
  packs: several,
  tries: text,
  interactions: text,
  sessions: yes,
  media: yes,
}

/** @param programme whose words it offers first @param language the one that it offers first */
export function typedExport(
  post: App.Locals['post'],
  programme: string,
  language: Language,
): { readonly isSent: boolean; readonly values: TypedExport } {
  return typedIn(post, FIELDS, {
    programme,
    language,
    standard: '1.2',
    preset: 'generic',
    scope: 'whole',
    tries: '0',
    interactions: 'preset',
  })
}
