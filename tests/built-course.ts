/** The course as the built server shows it, with a programme's words. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { courseFolder } from '#server/course/course-folder.ts'
import { sessionsAsked, stepsOf, type Course, type Step } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { fillCourse } from '#domain/programme/fill-words.ts'
import { varietyOf } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Competency, RolePlay } from '#domain/readiness/competency.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(courseFolder(), `${name}.json`), 'utf8'))

export function courseOf(language: Language, programme = 'kidney'): Course {
  const programmes = (read('programmes') as Record<Language, Programme[]>)[language]
  const found = programmes.find(({ slug }) => slug === programme)
  if (!found) throw new Error(`no programme ${programme}`)
  return fillCourse(read(varietyOf(language, found)) as Course, found)
}

export const competenciesIn = (language: Language): readonly Competency[] =>
  (read('competencies') as Record<Language, Competency[]>)[language]

export const rolePlaysIn = (language: Language): readonly RolePlay[] =>
  (read('role-plays') as Record<Language, RolePlay[]>)[language]

/** What somebody is led through who goes on and on: of the sessions as many as are asked, in their order. */
export const stepsOnTheWay = (course: Course): Step[] =>
  course.modules.flatMap((module) => {
    const sessions = module.sessions.slice(0, sessionsAsked(module))
    return stepsOf(module).filter((step) => step.kind !== 'session' || sessions.includes(step.item))
  })
