/**
 * What a check has found clean, by content: every file as it stood, and everything that decides about it.
 * Kept beside the packages, so that installing anew forgets it.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const CACHE = 'node_modules/.cache/alongside'
const NOT_OURS =
  /^(?:\.git|\.astro|node_modules|dist|data|data-demo|data-dev|test-results|playwright-report)$/
/** What decides about every file: tools and their versions, settings, types that are there without an import. */
const DECIDES =
  /^(?:package(?:-lock)?\.json|tsconfig(?:\.components)?\.json|eslint\.config\.js|\.oxlintrc\.json|biome\.json|\.prettier[a-z.]*|.*\.d\.ts)$/

/** Every file of the project, by its path. */
export const ourFiles = () =>
  readdirSync('.', { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.test(name))
    .flatMap((entry) => filesAt(entry, ''))

/** @param {import('node:fs').Dirent} entry @param {string} folder @returns {string[]} */
function filesAt(entry, folder) {
  const place = path.posix.join(folder, entry.name)
  if (entry.isFile()) return [place]
  return entry.isDirectory() ? filesIn(place) : []
}

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => filesAt(entry, folder))

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex')

/** @type {Map<string, string>} */
const hashes = new Map()

/** @param {string} file */
function hashOf(file) {
  const known = hashes.get(file)
  if (known) return known
  const made = createHash('sha256').update(readFileSync(file)).digest('hex')
  hashes.set(file, made)
  return made
}

/** One word for these files as they stand. @param {Iterable<string>} files */
export const asTheyStand = (files) =>
  hash(
    [...files]
      .sort()
      .map((file) => `${file} ${hashOf(file)}`)
      .join('\n'),
  )

/** One word for what decides about every file. */
export function whatDecides() {
  const generated = existsSync('.astro')
    ? filesIn('.astro').filter((file) => /\.d\.ts$/.test(file))
    : []
  const ours = ourFiles().filter((file) => DECIDES.test(file))
  return hash(`${process.version}\n${asTheyStand([...generated, ...ours])}`)
}

/** @param {string} check @returns {any} what was noted when it was clean the last time, or nothing */
export function foundClean(check) {
  try {
    return JSON.parse(readFileSync(path.join(CACHE, `${check}.json`), 'utf8'))
  } catch {
    return {}
  }
}

/** @param {string} check @param {object} what */
export function noteClean(check, what) {
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(path.join(CACHE, `${check}.json`), JSON.stringify(what))
}

/** Everything is asked again. */
export const forget = () => rmSync(CACHE, { recursive: true, force: true })
