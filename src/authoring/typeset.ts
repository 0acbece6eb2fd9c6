/** The one place where the course gets its quotation marks: when it is compiled, so that no item counts as changed by them. */
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { typographic } from '#domain/text/typographic.ts'
import { hashOf } from './read.ts'
import { sayWithin } from './words-within.ts'

/** Words of a programme, a competency, a role play. */
export const typeset = <T>(words: T, language: Language): T =>
  sayWithin(words, language, (text, shown, line) => typographic(plain(text), shown, line))

/** With a release of its own, since what people see is another. */
export function typesetCourse({ release: _, ...course }: Course): Course {
  const set = typeset(course, course.language)
  return { ...set, release: hashOf(JSON.stringify(set)) }
}

/** As MDX may write them. */
const plain = (text: string): string =>
  text.replaceAll(/&(?:quot|#34|#x22);/gi, '"').replaceAll(/&(?:apos|#39|#x27);/gi, "'")
