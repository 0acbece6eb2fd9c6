/** Prints a practice session as a script to read aloud. */
import { compileContent, type Compiled } from '#authoring/check.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Session } from '#domain/course/session.ts'
import { fillCourse } from '#domain/programme/fill-words.ts'
import { varietyOf } from '#domain/programme/locale.ts'
import { CouldNot } from './command.ts'
import type { Given } from './given.ts'
import { chosen, namedSession } from './named-session.ts'
import { screenplayOf } from './screenplay.ts'

export function run(given: Given): number {
  const wanted = chosen('language', given.text('language') ?? 'en', [...LANGUAGES, 'both'])
  const compiled = compileContent('content')
  const [name = ''] = given.words
  const programme = given.text('programme')
  const told = (wanted === 'both' ? LANGUAGES : [wanted]).map((language) => ({
    language,
    session: sessionIn(compiled, language, programme, name),
  }))
  for (const line of screenplayOf(told, given.is('reasons'))) console.log(line)
  return 0
}

function sessionIn(
  { programmes, courses }: Compiled,
  language: Language,
  asked: string | undefined,
  name: string,
): Session {
  const all = programmes[language]
  const slug =
    asked &&
    chosen(
      'programme',
      asked,
      all.map((one) => one.slug),
    )
  const programme = all.find((one) => one.slug === slug) ?? all[0]
  const course = programme && courses[varietyOf(language, programme)]
  if (!course) throw new CouldNot('The course cannot be read: course check says why.')
  return namedSession(fillCourse(course, programme), name)
}
