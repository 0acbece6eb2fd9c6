/**
 * `npm test`: everything that must hold, cheapest first, stopping at the first failure. Runs on Node 20.
 * --hard adds tests/hard, --bench runs tests/bench; every other word goes to vitest (npm test -- tests/db).
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { refuseOldNode, ROOT } from './modern-node.mjs'
import { build, installIfNeeded, runTool } from './prepare.mjs'

const VITEST = 'test-results/vitest.json'
const PLAYWRIGHT = 'test-results/playwright.json'

refuseOldNode()
process.chdir(ROOT)
const OWN = ['--hard', '--bench']
const given = process.argv.slice(2).filter((word) => word !== '--')
const own = given.filter((word) => OWN.includes(word))
const forVitest = given.filter((word) => !OWN.includes(word))

// The browser tests read it too.
if (own.includes('--hard')) process.env.HARD = '1'

installIfNeeded()
if (own.includes('--bench')) bench()
else test()

function test() {
  for (const file of [VITEST, PLAYWRIGHT]) rmSync(file, { force: true })
  const projects = ['--project', 'all', ...(own.includes('--hard') ? ['--project', 'hard'] : [])]
  // `astro check` begins with `astro sync`, which makes the types that tsc needs.
  step('Types', ['node_modules/astro/bin/astro.mjs', 'check'])
  step('Lint', ['node_modules/eslint/bin/eslint.js', '.'])
  step('Format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
  // Components, which Prettier's plugin robs of their comments (docs/decisions/formatters.md).
  step(null, ['node_modules/@biomejs/biome/bin/biome', 'format', '.'])
  heading('Build')
  build()
  step('Tests', ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...forVitest])
  if (readdirIfThere('tests/e2e').some((name) => name.endsWith('.spec.ts')))
    step('Tests in a browser', ['node_modules/@playwright/test/cli.js', 'test'])
  end(0)
}

function bench() {
  heading('Build')
  build()
  for (const name of readdirIfThere('tests/bench').filter((name) => name.endsWith('.ts')))
    step(name, [`tests/bench/${name}`])
}

/** @param {string | null} name null goes on under the last heading */
function step(name, args) {
  if (name) heading(name)
  const run = runTool(args, 'inherit')
  if (run.status !== 0) end(run.status ?? 1)
}

function heading(name) {
  console.log(`\n== ${name}`)
}

/** Says in one line how many tests ran, then ends the process. */
function end(status) {
  const vitest = read(VITEST)
  const browser = read(PLAYWRIGHT)?.stats
  const passed = (vitest?.numPassedTests ?? 0) + (browser?.expected ?? 0)
  const failed = (vitest?.numFailedTests ?? 0) + (browser?.unexpected ?? 0) + (browser?.flaky ?? 0)
  const skipped =
    (vitest?.numPendingTests ?? 0) + (vitest?.numTodoTests ?? 0) + (browser?.skipped ?? 0)
  // A step without tests of its own (types, lint) that fails is one failure.
  console.log(`\n${passed} passed, ${failed || (status ? 1 : 0)} failed, ${skipped} skipped`)
  process.exit(status)
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function readdirIfThere(folder) {
  return existsSync(folder) ? readdirSync(folder) : []
}
