/** Words that whoever guesses somebody's password tries first: their name, ours, those of the programmes. */
import { LANGUAGES } from '#domain/course/language.ts'
import { loadProgrammes } from '#server/course/load-course.ts'

export const wordsAround = (name: string): readonly string[] => [
  name,
  'alongside',
  ...LANGUAGES.flatMap((language) => loadProgrammes(language).map((one) => one.name)),
]
