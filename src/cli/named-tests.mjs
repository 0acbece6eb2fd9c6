/** Which tests the words after `npm test --` name: files, or folders with all that is in them. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { leansOn } from './leans-on.mjs'

/** Whose tests they are, by where they stand. */
const WHOSE = {
  browser: /^tests\/e2e\/.*\.spec\.ts$/,
  hard: /^tests\/hard\/.*\.test\.ts$/,
  all: /^tests\/(?!e2e\/|hard\/).*\.test\.ts$/,
}

/**
 * @param {readonly string[]} words
 * @returns {{ browser: string[], hard: string[], all: string[], pattern: string | null, problems: string[] }}
 * paths of test files; a regular expression of the words that their titles must contain; a sentence for each word that names none
 */
export function namedTests(words) {
  const rest = [...words]
  const files = new Set()
  const problems = []
  let pattern = null
  while (rest.length) {
    const word = rest.shift() ?? ''
    if (word === '-t' && rest.length) pattern = escaped(rest.shift() ?? '')
    else if (word.startsWith('-')) problems.push(`${word}: there are -t WORDS, --hard and --bench.`)
    else {
      const found = testsAt(word)
      for (const file of found) files.add(file)
      if (!found.length) problems.push(whyNone(word))
    }
  }
  if (pattern !== null && !files.size && !problems.length)
    for (const file of testsAt('tests')) files.add(file)
  const of = (kind) => [...files].filter((file) => WHOSE[kind].test(file)).sort()
  return { browser: of('browser'), hard: of('hard'), all: of('all'), pattern, problems }
}

/** Node 20 has no RegExp.escape. @param {string} text */
const escaped = (text) => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

/** True when one of them reads what is built, or starts a program that does. @param {readonly string[]} files */
export const needBuild = (files) => leansOn(files).has('src/builds.mjs')

/** The long ones only where they are named themselves. @param {string} place @returns {string[]} */
function testsAt(place) {
  const below = path.relative(process.cwd(), path.resolve(place)).replaceAll('\\', '/')
  if (below === '') return testsAt('tests')
  if (!/^tests(?:\/|$)/.test(below) || !existsSync(place)) return []
  if (statSync(place).isDirectory())
    return readdirSync(place)
      .filter((name) => below !== 'tests' || name !== 'hard')
      .flatMap((name) => testsAt(path.posix.join(below, name)))
  return Object.values(WHOSE).some((whose) => whose.test(below)) ? [below] : []
}

/** @param {string} word */
function whyNone(word) {
  if (/^(?:\.\/)?tests\/bench\b/.test(word)) return `${word}: measured by npm run bench.`
  return existsSync(word)
    ? `${word}: there are no tests in it. Name files or folders below tests/.`
    : `${word}: there is no such file or folder. Tests stand below tests/, those of the browser in tests/e2e/.`
}
