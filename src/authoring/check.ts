/** Everything that can be said about `content/` without rendering it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LANGUAGES, type Course, type Language } from '#domain/course/course.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { Bench } from './bench.ts'
import { checkIds, checkNeeds } from './check-graph.ts'
import { checkLessons } from './check-lessons.ts'
import { compileCourse, type HtmlOf } from './compile.ts'
import { compileCompetencies, compileProgrammes } from './compile-programmes.ts'
import { checkLedger, ledgerOf, type Ledger } from './ledger.ts'
import type { Problem } from './problem.ts'
import { readContent } from './read.ts'

export interface Compiled {
  readonly problems: readonly Problem[]
  readonly courses: Partial<Record<Language, Course>>
  readonly programmes: Record<Language, Programme[]>
  readonly competencies: Record<Language, Competency[]>
  /** What the course says today. */
  readonly ledger: Ledger
  /** What was last released. */
  readonly released: Ledger
}

export interface CompileOptions {
  /** True: example contact details are errors. */
  readonly production?: boolean
  /** Rendered MDX; the source text stands in for it where only the check is wanted. */
  readonly htmlOf?: HtmlOf
}

/** @param folder path of `content/` */
export function compileContent(folder: string, options: CompileOptions = {}): Compiled {
  const { source, problems } = readContent(folder)
  const bench = new Bench(source, problems)
  const htmlOf = options.htmlOf ?? ((file) => source.get(file)?.body ?? '')
  const programmes = inEach((language) =>
    compileProgrammes(bench, language, options.production ?? false),
  )
  const competencies = inEach((language) => compileCompetencies(bench, language))
  const courses: Partial<Record<Language, Course>> = {}
  for (const language of LANGUAGES) {
    const course = compileCourse(bench, language, htmlOf)
    if (course) courses[language] = course
  }
  const released = readLedger(folder)
  let ledger: Ledger = {}
  if (courses.en) {
    checkIds(bench, courses.en)
    const isWhole = ![...bench.unread].some((path) => path.startsWith('en/'))
    if (isWhole) checkNeeds(bench, courses.en, competencies.en)
    checkLessons(bench, { course: courses.en, isWhole, programmes: programmes.en, folder })
    const english = compileCourse(new Bench(source), 'en', (file) => source.get(file)?.body ?? '')
    ledger = english ? ledgerOf(english) : {}
    checkLedger(bench, released, ledger)
  }
  return { problems: once(bench.problems), courses, programmes, competencies, ledger, released }
}

const inEach = <T>(make: (language: Language) => T): Record<Language, T> => ({
  en: make('en'),
  es: make('es'),
})

/** The structure is read once for each language, so its problems are found more than once. */
const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

export function readLedger(folder: string): Ledger {
  const file = path.join(folder, 'ledger.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger) : {}
}
