/** Everything that can be said about `content/` without rendering it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Course, Pack } from '#domain/course/course.ts'
import { changesBetween, hasChanges, type Former, type Ledger } from '#domain/course/ledger.ts'
import type { Signs } from '#domain/course/signs.ts'
import type { Variety } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Competency, RolePlay } from '#domain/readiness/competency.ts'
import { Bench } from './bench.ts'
import { saidIn } from './country-english.ts'
import { checkHumans, checkRolePlays } from './check-competencies.ts'
import { checkIds, checkNeeds } from './check-graph.ts'
import { checkPeople } from './check-people.ts'
import { checkSigns } from './check-signs.ts'
import { checkLessons } from './check-lessons.ts'
import { checkAge, compileFacts, type CompiledFacts } from './compile-facts.ts'
import { checkCards, compileCards } from './compile-cards.ts'
import { compileCourse } from './compile.ts'
import { checkPacks, compilePacks } from './compile-packs.ts'
import { withPortraits } from './compile-portraits.ts'
import { withRecordings } from './compile-recordings.ts'
import { compileCompetencies, compileProgrammes, compileRolePlays } from './compile-programmes.ts'
import { compileSigns } from './compile-signs.ts'
import { formerIds } from './former.ts'
import { checkLedger, ledgerOf } from './ledger.ts'
import { changedNeeds, checkAsked, readAsked, type ChangedNeeds } from './needs-file.ts'
import type { Problem } from './problem.ts'
import { readContent, type Source } from './read.ts'
import { countryFile, courseFile } from './schema.ts'
import { withFormer } from '#domain/course/moved.ts'
import { typeset, typesetCourse } from './typeset.ts'

export interface Compiled {
  readonly problems: readonly Problem[]
  readonly courses: Partial<Record<Variety, Course>>
  /** What goes with an area: as in the courses, by language. */
  readonly packs: Record<Language, readonly Pack[]>
  readonly programmes: Record<Language, Programme[]>
  readonly competencies: Record<Language, Competency[]>
  readonly rolePlays: Record<Language, RolePlay[]>
  /** Lines whose needs are not as they were released. */
  readonly changedNeeds: readonly ChangedNeeds[]
  /** For those who teach and review it, never for trainees. */
  readonly facts: CompiledFacts
  /** How what is written in English is said in the United Kingdom. */
  readonly british: Readonly<Record<string, string>>
  /** What the course says today. */
  readonly ledger: Ledger
  /** What was last released. */
  readonly released: Ledger
  /** New id by former id, as authors say it with `was:`. */
  readonly former: Former
  /** False where the course says anything that is not released: that is never built. */
  readonly isReleased: boolean
}

export interface CompileOptions {
  /** True: example contact details are errors. */
  readonly production?: boolean
  /** `YYYY-MM-DD`: facts that nobody looked at for a year are warned of. Never in a test by the clock. */
  readonly today?: string
  /** Rendered MDX; the source text stands in for it where only the check is wanted. */
  readonly htmlOf?: (path: string, signs: Signs | null) => string
}

/** @param folder path of `content/` */
export function compileContent(folder: string, options: CompileOptions = {}): Compiled {
  const { source, problems: unreadable } = readContent(folder)
  const bench = new Bench(source, unreadable)
  const signs = inEach((language) => compileSigns(bench, language))
  const htmlOf = (file: string): string =>
    options.htmlOf?.(file, signs[file.startsWith('es/') ? 'es' : 'en']) ??
    source.get(file)?.body ??
    ''
  const programmes = inEach((language) =>
    compileProgrammes(bench, language, options.production ?? false),
  )
  const asked = readAsked(folder)
  const competencies = inEach((language) => compileCompetencies(bench, language, asked ?? {}))
  const rolePlays = inEach((language) => compileRolePlays(bench, language))
  const courses: Partial<Record<Variety, Course>> = {}
  const packs = inEach((language) => compilePacks(bench, language, htmlOf))
  for (const language of LANGUAGES) {
    const course = compileCourse(bench, language, htmlOf)
    if (!course) continue
    const withPacks = packs[language].length ? { ...course, packs: packs[language] } : course
    const cards = compileCards(bench, language, course, packs[language])
    const whole = cards.length ? { ...withPacks, cards } : withPacks
    courses[language] = withRecordings(bench, folder, withPortraits(bench, folder, whole))
  }
  const british = britishWords(bench)
  if (courses.en) courses['en-GB'] = saidIn(courses.en, british)
  const released = readLedger(folder)
  let ledger: Ledger = {}
  let former: Former = {}
  if (courses.en) {
    checkIds(bench, courses.en)
    const isWhole = isRead(bench)
    if (isWhole) checkPacks(bench, courses.en, packs.en, programmes.en)
    if (isWhole) checkCards(bench, courses.en, packs.en)
    if (isWhole) checkNeeds(bench, courses.en, competencies.en)
    checkHumans(bench, competencies.en)
    checkRolePlays(bench, competencies.en, rolePlays.en)
    checkAsked(bench, asked, competencies.en)
    checkPeople(bench)
    checkSigns(bench)
    checkLessons(bench, {
      course: courses.en,
      packs: packs.en,
      isWhole,
      programmes: programmes.en,
      signs: signs.en,
      folder,
    })
    const bodyOf = (file: string): string => source.get(file)?.body ?? ''
    const english = compileCourse(new Bench(source), 'en', bodyOf)
    ledger = english
      ? ledgerOf(english, compilePacks(new Bench(source), 'en', bodyOf), courses.en.cards)
      : {}
    const ids = english
      ? [...Object.keys(ledger), ...quizIds(english), ...quizIds({ modules: packs.en })]
      : []
    former = formerIds(source, ids)
    // An item of a file that could not be read is not lost.
    if (isWhole) checkLedger(bench, released, ledger, { former, gone: goneOf(source) })
  }
  const facts = compileFacts(bench, Boolean(courses.en) && isRead(bench))
  if (options.today && facts.file) checkAge(bench, facts.file, options.today)
  const problems = once(bench.problems)
  const needs = changedNeeds(asked, competencies.en)
  const isReleased = !hasChanges(changesBetween(released, ledger, former)) && needs.length === 0
  return {
    problems,
    courses: Object.fromEntries(
      Object.entries(courses).map(([variety, course]) => [
        variety,
        withFormer(typesetCourse(course), former),
      ]),
    ),
    packs: typesetEach(packs),
    programmes: typesetEach(programmes),
    competencies: typesetEach(competencies),
    rolePlays: typesetEach(rolePlays),
    changedNeeds: needs,
    facts: { ...facts, open: typesetEach(facts.open) },
    british,
    ledger,
    released,
    former,
    isReleased,
  }
}

/** None where nobody wrote any: then the course is said as it is written. */
function britishWords(bench: Bench): Readonly<Record<string, string>> {
  const path = 'countries/uk.yaml'
  return (bench.source.has(path) && bench.read(path, countryFile)?.words) || {}
}

/** False where a file of the course could not be read: what it holds is unknown. */
const isRead = (bench: Bench): boolean => ![...bench.unread].some((path) => path.startsWith('en/'))

/** A quiz is no item of the ledger, but what people did in it stands under its id. */
const quizIds = ({ modules }: Pick<Course, 'modules'>): string[] =>
  modules.flatMap(({ quiz }) => (quiz ? [quiz.id] : []))

/** Ids that the author says were taken out on purpose. */
function goneOf(source: Source): readonly string[] {
  const read = courseFile.safeParse(source.get('en/course.yaml')?.data)
  return read.success ? read.data.gone : []
}

const typesetEach = <T>(words: Record<Language, T>): Record<Language, T> =>
  inEach((language) => typeset(words[language], language))

const inEach = <T>(make: (language: Language) => T): Record<Language, T> => ({
  en: make('en'),
  es: make('es'),
})

/** The structure is read once for each language, so its problems are found more than once. */
const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

function readLedger(folder: string): Ledger {
  const file = path.join(folder, 'ledger.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger) : {}
}
