/** Types, lint and format: asked again only about what may have changed since it was found clean. */
import { existsSync } from 'node:fs'
import { asTheyStand, CACHE, foundClean, noteClean, ourFiles, whatDecides } from './found-clean.mjs'
import { leansOn } from './leans-on.mjs'

const CODE = /\.[cm]?[jt]s$/
const COMPONENT = /\.astro$/
/** What only `astro check` reads, or makes types from. */
const BY_ASTRO = /\.astro$|^src\/content\.config\.ts$|^astro\.config\.mjs$/
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs'
const KNIP = 'node_modules/knip/bin/knip.js'
const BIOME = 'node_modules/@biomejs/biome/bin/biome'
const OXLINT = ['node_modules/oxlint/bin/oxlint', '--type-aware', '--type-check']
const ESLINT = ['node_modules/eslint/bin/eslint.js', '--no-warn-ignored']

/**
 * @typedef {object} Check
 * @property {string[][]} runs tools with their words; none where nothing changed
 * @property {() => void} done notes that all of them were content
 */

/**
 * The types of components; `astro check` reads all of them, or none where nothing that one leans on has changed.
 * @returns {Check}
 */
function types() {
  const stand = () => ({
    decides: whatDecides(),
    components: asTheyStand(leansOn(ourFiles().filter((file) => BY_ASTRO.test(file)))),
  })
  const now = stand()
  const before = foundClean('types')
  const isClean =
    existsSync('.astro/types.d.ts') &&
    before.decides === now.decides &&
    before.components === now.components
  return {
    runs: isClean
      ? []
      : [['node_modules/astro/bin/astro.mjs', 'check', '--tsconfig', 'tsconfig.components.json']],
    // `astro check` makes types itself (astro sync), so they are looked at again.
    done: () => noteClean('types', stand()),
  }
}

/**
 * The types of everything else, and what rules say about them. That depends on the types of what a file imports,
 * so a file is asked again with all that it leans on.
 * @returns {Check}
 */
function code() {
  const { runs, done } = ofChanged(
    'code',
    (file) => CODE.test(file),
    (file) => asTheyStand(leansOn([file])),
    (open, all) => [...OXLINT, ...(all ? [] : open)],
  )
  const isSynced = existsSync('.astro/types.d.ts')
  return {
    runs: isSynced || !runs.length ? runs : [['node_modules/astro/bin/astro.mjs', 'sync'], ...runs],
    done,
  }
}

/**
 * What components may do, and what may read a form: a file by itself.
 * @returns {Check}
 */
const lint = () =>
  ofChanged(
    'lint',
    (file) => COMPONENT.test(file) || /^src\/.*\.ts$/.test(file),
    (file) => asTheyStand([file]),
    (open, all) => [...ESLINT, ...(all ? ['src'] : open)],
  )

/**
 * @param {string} name
 * @param {(file: string) => boolean} concerns
 * @param {(file: string) => string} standOf
 * @param {(open: string[], all: boolean) => string[]} runOf
 * @returns {Check}
 */
function ofChanged(name, concerns, standOf, runOf) {
  const files = ourFiles().filter(concerns)
  const now = {
    decides: whatDecides(),
    files: Object.fromEntries(files.map((file) => [file, standOf(file)])),
  }
  const before = foundClean(name)
  const known = before.decides === now.decides ? before.files : {}
  const open = files.filter((file) => known[file] !== now.files[file])
  return {
    runs: open.length ? [runOf(open, open.length === files.length)] : [],
    done: () => noteClean(name, now),
  }
}

/** @returns {Check} */
function format() {
  const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/prettier`]
  return {
    runs: [
      [PRETTIER, '--check', '--log-level', 'warn', ...cache, '.'],
      // Components, which Prettier's plugin robs of their comments (docs/decisions/formatters.md).
      [BIOME, 'format', '.'],
    ],
    done: () => {},
  }
}

/**
 * Exports that nobody uses, files that nobody imports, dependencies that nobody needs (knip.json).
 * @returns {Check}
 */
function dead() {
  return {
    runs: [
      [KNIP, '--no-progress', '--no-config-hints', '--cache', '--cache-location', `${CACHE}/knip`],
    ],
    done: () => {},
  }
}

/** Cheap to dear; each is asked when it is its turn, since types may be made on the way. */
export const CHECKS = { Types: types, Code: code, Lint: lint, 'Dead exports': dead, Format: format }
