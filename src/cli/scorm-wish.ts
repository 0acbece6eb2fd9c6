/** Reads what `alongside scorm export` is asked for; what cannot be is refused with the choices. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { isDay } from '#domain/calendar/days.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { packsOf } from '#domain/course/packs.ts'
import { isStandard, STANDARDS } from '#domain/packages/packed.ts'
import type { Built } from '#scorm/build/built.ts'
import type { ExportWish } from '#scorm/build/export.ts'
import { isPreset, PRESETS } from '#domain/packages/presets.ts'
import { Misuse } from './command.ts'
import type { Given } from './given.ts'

export function readWish(given: Given, built: Built): { wish: ExportWish; out: string } {
  const languages = readLanguages(given.text('language') ?? '')
  const [first = 'en'] = languages
  const standard = given.text('standard') ?? ''
  if (!isStandard(standard)) throw choice('--standard', standard, STANDARDS)
  const programmes = built.programmes[first].map(({ slug }) => slug)
  const programme = given.text('programme') ?? ''
  if (!programmes.includes(programme)) throw choice('--programme', programme, programmes)
  const preset = given.text('preset') ?? 'generic'
  if (!isPreset(preset)) throw choice('--preset', preset, PRESETS)
  const interactions = given.text('interactions') ?? 'preset'
  if (interactions !== 'preset' && interactions !== 'none' && interactions !== 'quiz')
    throw choice('--interactions', interactions, ['none', 'quiz'])
  const tries = given.text('tries') ?? '0'
  if (!/^\d{1,2}$/.test(tries))
    throw new Misuse(`--tries: "${tries}" is not a whole number from 0 to 99`)
  const date = given.text('date')
  if (date !== undefined && !isDay(date))
    throw new Misuse(`--date: "${date}" is not a day such as 2026-11-21`)
  const perModule = given.is('per-module')
  return {
    wish: {
      programme,
      languages,
      standard,
      modules: readModules(given.text('modules'), built, first),
      packs: readPacks(given.text('packs'), built, first),
      perModule,
      preset,
      tries: Number(tries),
      interactions,
      sessions: given.is('sessions'),
      media: given.is('media'),
      ...(date === undefined ? {} : { builtOn: date }),
    },
    out: perModule ? readNewFolder(given.text('out')) : readFile(given),
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

function readPacks(given: string | undefined, built: Built, language: Language): string[] {
  const known = packsOf(built.courses[language]).map(({ slug }) => slug)
  if (given === 'all') return known
  const packs = given?.split(',').map((slug) => slug.trim()) ?? []
  const stranger = packs.find((slug) => !known.includes(slug))
  if (stranger !== undefined) throw choice('--packs', stranger, [...known, 'all'])
  return packs
}

function readFile(given: Given): string {
  const out = given.text('out')
  if (!out?.endsWith('.zip')) throw new Misuse('--out: name a file that ends with .zip')
  readFolder(path.dirname(out))
  if (existsSync(out) && !statSync(out).isFile()) throw new Misuse(`--out: ${out} is not a file`)
  refuseToReplace([out], given)
  return out
}

/** What is there stays there, unless somebody says otherwise. @throws Misuse naming the files */
export function refuseToReplace(files: readonly string[], given: Given): void {
  const there = given.is('overwrite') ? [] : files.filter((file) => existsSync(file))
  if (there.length)
    throw new Misuse(
      `--out: ${there.join(', ')} is there already. Name another, or say --overwrite to replace it`,
    )
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
