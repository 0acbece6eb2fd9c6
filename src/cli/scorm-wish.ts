/** Reads what `alongside scorm export` is asked for; what cannot be is refused with the choices. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '#domain/course/course.ts'
import { isStandard, STANDARDS } from '#domain/course/packed.ts'
import type { Built } from '#scorm/build/built.ts'
import type { ExportWish } from '#scorm/build/export.ts'
import { isPreset, PRESETS } from '#scorm/build/presets.ts'

export const USAGE = `alongside scorm export --programme NAME --language ${LANGUAGES.join('|')}|both --standard ${STANDARDS.join('|')} --out FILE.zip
  A file that is there already is replaced, once the new one is whole.
  --modules a,b,c        only these modules; the whole course when left out
  --per-module           one package for each module; --out then names a folder, which is made where it is missing
  --preset NAME          ${PRESETS.join(', ')}; generic when left out
  --tries N              after N finished tries at a quiz without a pass the learning system is told, as the preset decides; 0 (never) when left out
  --interactions WHAT    none or quiz: whether single answers of quizzes are told; the preset decides when left out
  --sessions             tell that a practice session has ended; never what was said in it
  --media                pack the clips too; else only their words
  --date YYYY-MM-DD      the day that the package names as its own; the day of the release when left out`

/** Something was asked for that cannot be. */
export class Misuse extends Error {}

export function readWish(args: string[], built: Built): { wish: ExportWish; out: string } {
  const values = parse(args)
  const languages = readLanguages(values.language ?? '')
  const [first = 'en'] = languages
  const standard = values.standard ?? ''
  if (!isStandard(standard)) throw choice('--standard', standard, STANDARDS)
  const programmes = built.programmes[first].map(({ slug }) => slug)
  const programme = values.programme ?? ''
  if (!programmes.includes(programme)) throw choice('--programme', programme, programmes)
  const preset = values.preset ?? 'generic'
  if (!isPreset(preset)) throw choice('--preset', preset, PRESETS)
  const interactions = values.interactions ?? 'preset'
  if (interactions !== 'preset' && interactions !== 'none' && interactions !== 'quiz')
    throw choice('--interactions', interactions, ['none', 'quiz'])
  const tries = values.tries ?? '0'
  if (!/^\d{1,2}$/.test(tries))
    throw new Misuse(`--tries: "${values.tries}" is not a whole number from 0 to 99`)
  if (values.date !== undefined && !isDay(values.date))
    throw new Misuse(`--date: "${values.date}" is not a day such as 2026-11-21`)
  const perModule = values['per-module'] ?? false
  return {
    wish: {
      programme,
      languages,
      standard,
      modules: readModules(values.modules, built, first),
      perModule,
      preset,
      tries: Number(tries),
      interactions,
      sessions: values.sessions ?? false,
      media: values.media ?? false,
      ...(values.date === undefined ? {} : { builtOn: values.date }),
    },
    out: perModule ? readNewFolder(values.out) : readFile(values.out),
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args,
      options: {
        programme: text,
        language: text,
        standard: text,
        out: text,
        modules: text,
        'per-module': flag,
        preset: text,
        tries: text,
        interactions: text,
        sessions: flag,
        media: flag,
        date: text,
      },
    }).values
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error))
  }
}

const choice = (option: string, given: string, choices: readonly string[]): Misuse =>
  new Misuse(
    `${option}: ${given ? `there is no "${given}"` : 'nothing is given'}. Choose ${choices.join(', ')}`,
  )

function readLanguages(given: string): readonly Language[] {
  if (given === 'both') return LANGUAGES
  const language = LANGUAGES.find((one) => one === given)
  if (!language) throw choice('--language', given, [...LANGUAGES, 'both'])
  return [language]
}

function readModules(given: string | undefined, built: Built, language: Language): string[] {
  const known = built.courses[language].modules.map(({ slug }) => slug)
  if (given === undefined) return []
  const modules = given.split(',').map((slug) => slug.trim())
  const stranger = modules.find((slug) => !known.includes(slug))
  if (stranger !== undefined) throw choice('--modules', stranger, known)
  return modules
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

function readFile(out: string | undefined): string {
  if (!out?.endsWith('.zip')) throw new Misuse('--out: name a file that ends with .zip')
  readFolder(path.dirname(out))
  if (existsSync(out) && !statSync(out).isFile()) throw new Misuse(`--out: ${out} is not a file`)
  return out
}

/** It need not be there yet: it is made when the packages are. */
function readNewFolder(out: string | undefined): string {
  if (!out) throw new Misuse('--out: name a folder')
  readFolder(path.dirname(out))
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new Misuse(`--out: ${out} is not a folder`)
  return out
}

function readFolder(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Misuse(`--out: there is no folder ${folder}`)
}
