/** Types, lint and format: asked again only about what may have changed since it was found clean. */
import { existsSync } from 'node:fs'
import { asTheyStand, CACHE, foundClean, noteClean, ourFiles, whatDecides } from './found-clean.mjs'
import { leansOn } from './leans-on.mjs'

const CODE = /\.(?:[cm]?[jt]sx?|astro)$/
const TYPED = /\.(?:[cm]?[jt]sx?|astro|json)$/
/** What only `astro check` reads, or makes types from. */
const BY_ASTRO = /\.astro$|^src\/content\.config\.ts$|^astro\.config\.mjs$/
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs'
const KNIP = 'node_modules/knip/bin/knip.js'
const BIOME = 'node_modules/@biomejs/biome/bin/biome'

/**
 * @typedef {object} Check
 * @property {string[][]} runs tools with their words; none where nothing changed
 * @property {() => void} done notes that all of them were content
 */

/**
 * `astro check` reads everything; where only what no component leans on has changed, tsc reads the rest alone.
 * @returns {Check}
 */
function types() {
  const files = ourFiles()
  const leaned = leansOn(files.filter((file) => BY_ASTRO.test(file)))
  const before = foundClean('types')
  const isThere = existsSync('.astro/types.d.ts')
  const stand = () => ({
    decides: whatDecides(),
    components: asTheyStand(leaned),
    all: asTheyStand(files.filter((file) => TYPED.test(file))),
  })
  const now = stand()
  const isKnown = isThere && before.decides === now.decides && before.components === now.components
  if (isKnown && before.all === now.all) return { runs: [], done: () => {} }
  return {
    runs: [
      isKnown
        ? [
            'node_modules/typescript/bin/tsc',
            '--noEmit',
            '--incremental',
            '--tsBuildInfoFile',
            `${CACHE}/tsc`,
          ]
        : ['node_modules/astro/bin/astro.mjs', 'check'],
    ],
    // `astro check` makes types itself (astro sync), so they are looked at again.
    done: () => noteClean('types', stand()),
  }
}

/**
 * What ESLint says about a file depends on the types of what it imports, so a file is asked again with all that it leans on.
 * @returns {Check}
 */
function lint() {
  const files = ourFiles().filter((file) => CODE.test(file))
  const now = {
    decides: whatDecides(),
    files: Object.fromEntries(files.map((file) => [file, asTheyStand(leansOn([file]))])),
  }
  const before = foundClean('lint')
  const known = before.decides === now.decides ? before.files : {}
  const open = files.filter((file) => known[file] !== now.files[file])
  const all = open.length === files.length
  return {
    runs: open.length
      ? [['node_modules/eslint/bin/eslint.js', ...(all ? ['.'] : ['--no-warn-ignored', ...open])]]
      : [],
    done: () => noteClean('lint', now),
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
export const CHECKS = { Types: types, Lint: lint, 'Dead exports': dead, Format: format }
