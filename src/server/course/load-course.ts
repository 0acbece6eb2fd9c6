/** The compiled course, filled with a programme's words. Read once; while developing, whenever it changed. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { courseDir } from '#settings.ts'
import { courseFolder } from './course-folder.ts'
import type { Course, Lesson } from '#domain/course/course.ts'
import type { OpenFacts, ToConfirm } from '#domain/course/facts.ts'
import type { Language } from '#domain/course/language.ts'
import type { Former } from '#domain/course/ledger.ts'
import type { HelpPage } from '#domain/help/help.ts'
import { fillCourse, fillHtml, termsIn } from '#domain/programme/fill-words.ts'
import { varietyOf, type Variety } from '#domain/programme/locale.ts'
import type { Role } from '#domain/people/person.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Competency, RolePlay } from '#domain/readiness/competency.ts'
import { fileOf } from '#programme-file/in-language.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { withEdited } from './edited-programmes.ts'
import { editedProgrammes } from './programme-files.ts'
import { ProgrammeRefused } from './programme-refused.ts'

const cache = new Map<string, { readonly changedAt: number; readonly value: unknown }>()

function loadFile<T>(name: string): T {
  const known = cache.get(name)
  // A build never changes, and asking the disk is a tenth of what a page costs.
  if (known && courseDir() === undefined) return known.value as T
  const file = path.join(courseFolder(), `${name}.json`)
  const changedAt = statSync(file).mtimeMs
  if (known?.changedAt === changedAt) return known.value as T
  const value = JSON.parse(readFileSync(file, 'utf8')) as T
  cache.set(name, { changedAt, value })
  return value
}

type Shipped = Record<Language, Programme[]>
let merged:
  { readonly from: Shipped; readonly edited: unknown; readonly value: Shipped } | undefined

/** The shipped programmes, each under what an administrator made of it (programme-files.ts). */
export function loadProgrammes(language: Language): readonly Programme[] {
  const from = loadFile<Shipped>('programmes')
  const edited = editedProgrammes()
  if (merged?.from !== from || merged.edited !== edited)
    merged = { from, edited, value: withEdited(from) }
  return merged.value[language]
}

/** A programme as it came with the course, whatever was made of it here. */
export function shippedFile(slug: string): ProgrammeFile | null {
  const { en, es } = loadFile<Shipped>('programmes')
  const [inEnglish, inSpanish] = [en, es].map((all) => all.find((one) => one.slug === slug))
  return inEnglish && inSpanish ? fileOf(inEnglish, inSpanish) : null
}

/** A programme as it stands; null where there is no such programme. */
export function fileOfProgramme(slug: string): ProgrammeFile | null {
  const edited = editedProgrammes().get(slug)
  if (!edited) return shippedFile(slug)
  // A term that came with a later version of the course is taken from the shipped file.
  const began = shippedFile(slug) ?? shippedFile(edited.madeFrom ?? '')
  return { ...edited, terms: { ...began?.terms, ...edited.terms } }
}

/** Those that take people in. */
export const openProgrammes = (language: Language): readonly Programme[] =>
  loadProgrammes(language).filter(({ state }) => state === 'open')

/** Nobody is in a draft; an archived programme takes no more trainees in, but who looks after those in it may change. */
export function takesIn(slug: string, role: Role): boolean {
  const state = findProgramme(slug, 'en')?.state
  return state !== 'draft' && !(state === 'archived' && role === 'trainee')
}

/** Null where there is no such programme. */
export const findProgramme = (slug: string, language: Language): Programme | null =>
  loadProgrammes(language).find((programme) => programme.slug === slug) ?? null

/** Null also for one that takes nobody in. */
export const findOpenProgramme = (slug: string, language: Language): Programme | null =>
  openProgrammes(language).find((programme) => programme.slug === slug) ?? null

/** @throws ProgrammeRefused where there is no such programme: never another one's crisis lines */
export function loadProgramme(slug: string, language: Language): Programme {
  const programme = findProgramme(slug, language)
  if (!programme) throw new ProgrammeRefused(`There is no programme "${slug}".`)
  return programme
}

/** The course as it was compiled, with slots for a programme's words. */
export const loadUnfilled = (language: Language): Course => loadFile<Course>(language)

const filled = new Map<
  string,
  { readonly from: Course; readonly programme: Programme; readonly course: Course }
>()

export function loadCourse(language: Language, programme: Programme): Course {
  const variety = varietyOf(language, programme)
  const from = loadFile<Course>(variety)
  const key = `${variety} ${programme.slug}`
  const known = filled.get(key)
  if (known?.from === from && known.programme === programme) return known.course
  const course = fillCourse(from, programme)
  filled.set(key, { from, programme, course })
  return course
}

/** The lesson that uses most of a programme's words, with these words: what an administrator looks at before saving. */
export function sampleLesson(language: Language, programme: Programme): Lesson | null {
  const lessons = loadFile<Course>(varietyOf(language, programme)).modules.flatMap(
    (module) => module.lessons,
  )
  const most = lessons.reduce<Lesson | null>(
    (best, lesson) =>
      best && termsIn(best.html).length >= termsIn(lesson.html).length ? best : lesson,
    null,
  )
  return most && { ...most, html: fillHtml(most.html, programme) }
}

export const loadCompetencies = (language: Language): readonly Competency[] =>
  loadFile<Record<Language, Competency[]>>('competencies')[language]

export const loadRolePlays = (language: Language): readonly RolePlay[] =>
  loadFile<Record<Language, RolePlay[]>>('role-plays')[language]

/** For those who teach, for the print for experts, and counted on the About page: never for trainees. */
export const loadToConfirm = (language: Language): readonly ToConfirm[] =>
  loadFile<OpenFacts>('facts')[language]

/** Each page of /help, in its order. */
export const loadHelp = (variety: Variety): readonly HelpPage[] =>
  loadFile<Record<Variety, HelpPage[]>>('help')[variety]

/** New id by former id. */
export const loadFormer = (): Former => loadFile<Former>('former')
