/** Words that a programme still lacks in a language that it wants to offer. */
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Local, ProgrammeFile } from './programme-file.ts'

/** Every field that is said once in each language, by its dotted name. */
const localsOf = (file: ProgrammeFile): (readonly [string, Local])[] => {
  const under = (path: string, all: Readonly<Record<string, Local>>) =>
    Object.entries(all).map(([id, words]) => [`${path}.${id}`, words] as const)
  return [
    ['name', file.name],
    ['organisation', file.organisation],
    ['contact.name', file.contact.name],
    ['contact.replies', file.contact.replies],
    ...file.crisis.flatMap(({ name, what }, index) => [
      [`crisis.${index}.name`, name] as const,
      [`crisis.${index}.what`, what] as const,
    ]),
    ...under('terms', file.terms),
    ...under('areas', file.areas),
    ...Object.entries(file.checks).flatMap(([id, { name, level, why }]) => [
      [`checks.${id}.name`, name] as const,
      ...(level ? [[`checks.${id}.level`, level] as const] : []),
      [`checks.${id}.why`, why] as const,
    ]),
  ]
}

/** @returns boxes without words, such as `contact.replies.es` */
export const missingWords = (file: ProgrammeFile): string[] =>
  localsOf(file).flatMap(([path, words]) =>
    file.languages.filter((language) => !words[language]).map((language) => `${path}.${language}`),
  )

/** What people can read: a language is offered once nothing of it is missing. The first one always is. */
export function offeredLanguages(file: ProgrammeFile): readonly Language[] {
  const missing = missingWords(file)
  const whole = LANGUAGES.filter(
    (language) =>
      file.languages.includes(language) && !missing.some((box) => box.endsWith(`.${language}`)),
  )
  return whole.length ? whole : file.languages.slice(0, 1)
}
