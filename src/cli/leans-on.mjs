/**
 * What files lean on: themselves, and every file of ours that one of them names in quotes, however far.
 * Too many rather than too few: a path that is only spoken of counts like one that is imported or started.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const QUOTED = /(['"`])([#\w./@-]+\.\w+)\1/g
const READ = /\.(?:ts|mjs|js|astro)$/

/** @type {Map<string, readonly string[]>} */
const named = new Map()

/**
 * @param {readonly string[]} files paths below the project's folder, which is where the process stands
 * @returns {Set<string>}
 */
export function leansOn(files) {
  const found = new Set(files)
  for (const file of found) for (const next of namedIn(file)) found.add(next)
  return found
}

/** @param {string} file @returns {readonly string[]} */
function namedIn(file) {
  if (!READ.test(file)) return []
  const known = named.get(file)
  if (known) return known
  const paths = [...readFileSync(file, 'utf8').matchAll(QUOTED)].flatMap(([, , text = '']) =>
    [fromRooms(text), path.posix.join(path.posix.dirname(file), text), text].filter(isOurs),
  )
  named.set(file, paths)
  return paths
}

/** As `imports` of package.json says. @param {string} text */
const fromRooms = (text) =>
  text.startsWith('#') ? text.replace(/^#(?!(?:db|content|tests)\/)/, 'src/').replace('#', '') : ''

/** @param {string} file */
const isOurs = (file) =>
  file !== '' &&
  !file.startsWith('..') &&
  !file.startsWith('/') &&
  !file.includes('node_modules') &&
  existsSync(file) &&
  statSync(file).isFile()
