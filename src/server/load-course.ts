/** The compiled course, filled with a programme's words. Read once; while developing, whenever it changed. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Course, Language } from '#domain/course/course.ts'
import { fillCourse } from '#domain/programme/fill-words.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { settings } from '#settings.ts'

const folder = (): string => process.env['COURSE_DIR'] ?? 'dist/course'
const cache = new Map<string, { readonly changedAt: number; readonly value: unknown }>()

function loadFile<T>(name: string): T {
  const file = path.join(folder(), `${name}.json`)
  const changedAt = statSync(file).mtimeMs
  const known = cache.get(name)
  if (known?.changedAt === changedAt) return known.value as T
  const value = JSON.parse(readFileSync(file, 'utf8')) as T
  cache.set(name, { changedAt, value })
  return value
}

export const loadProgrammes = (language: Language): readonly Programme[] =>
  loadFile<Record<Language, Programme[]>>('programmes')[language]

/** Null where there is no such programme. */
export const findProgramme = (slug: string, language: Language): Programme | null =>
  loadProgrammes(language).find((programme) => programme.slug === slug) ?? null

/** The default programme where the slug is unknown: a visitor without account. */
export function loadProgramme(slug: string, language: Language): Programme {
  const programme =
    findProgramme(slug, language) ??
    findProgramme(settings().defaultProgramme, language) ??
    loadProgrammes(language)[0]
  if (!programme) throw new Error('content/programmes has no programme')
  return programme
}

const filled = new Map<string, { readonly from: Course; readonly course: Course }>()

export function loadCourse(language: Language, programme: Programme): Course {
  const from = loadFile<Course>(language)
  const key = `${language} ${programme.slug}`
  const known = filled.get(key)
  if (known?.from === from) return known.course
  const course = fillCourse(from, programme)
  filled.set(key, { from, course })
  return course
}

export const loadCompetencies = (language: Language): readonly Competency[] =>
  loadFile<Record<Language, Competency[]>>('competencies')[language]
