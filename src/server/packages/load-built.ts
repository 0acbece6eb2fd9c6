/** What packages are made of, read once; the programmes as an administrator edited them. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Language } from '#domain/course/language.ts'
import { courseFolder } from '#server/course/course-folder.ts'
import { readBuilt, type Built } from '#scorm/build/built.ts'
import { loadProgrammes } from '#server/course/load-course.ts'

let known: { readonly changedAt: number; readonly built: Built } | undefined

/** @throws Error where the build has not run: then no page could be served either */
export function loadBuilt(): Built {
  const folder = path.dirname(courseFolder())
  const changedAt = statSync(path.join(folder, 'course', 'en.json')).mtimeMs
  if (known?.changedAt !== changedAt) {
    const built = readBuilt(folder)
    if (!built) throw new Error('The player of the packages is not built. Run: npm run build')
    known = { changedAt, built }
  }
  const programmes = { en: whereSomebodyIs('en'), es: whereSomebodyIs('es') }
  return { ...known.built, programmes }
}

/** A draft has neither people nor contacts of its own yet. */
const whereSomebodyIs = (language: Language) =>
  loadProgrammes(language).filter(({ state }) => state !== 'draft')
