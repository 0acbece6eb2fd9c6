/**
 * `npm test`: everything that must hold, cheapest first, stopping at the first failure. Runs on Node 20.
 * `npm test -- PATH…` runs only the tests that the paths name, -t WORDS of these only the ones with WORDS in the title.
 * --hard adds tests/hard, --bench measures (tests/bench/run.ts), --pictures takes the pictures of docs/ (tests/pictures).
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { CHECKS } from './gate.mjs'
import { refuseOldNode, ROOT } from './modern-node.mjs'
import { namedTests, needBuild } from './named-tests.mjs'
import { failedIn, filesToAskAgain, flakyIn, joined } from './second-go.mjs'
import { beginTool, build, buildIfNeeded, installIfNeeded, runTool } from './prepare.mjs'

const VITEST = 'test-results/vitest.json'
const PLAYWRIGHT = 'test-results/playwright.json'
const VITEST_AGAIN = 'test-results/vitest-again.json'
const VITEST_RUN = ['node_modules/vitest/vitest.mjs', 'run']
const NOT_HARD = ['--project', '!hard']
const READ = 'test-results/read.txt'
const READERS = ['lint', 'dead exports', 'format']

/** @type {string[]} what failed first and passed when it was asked once more */
const neededTwo = []

refuseOldNode()
process.chdir(ROOT)
const OWN = ['--hard', '--bench', '--pictures']
const given = process.argv.slice(2).filter((word) => word !== '--')
const own = given.filter((word) => OWN.includes(word))
const words = given.filter((word) => !OWN.includes(word))
const named = namedTests(own.includes('--bench') ? [] : words)
if (named.problems.length) {
  for (const problem of named.problems) console.error(problem)
  process.exit(2)
}

// The browser tests read it too.
if (own.includes('--hard')) process.env.HARD = '1'
// Not the settings of whoever lives in this folder.
process.env.ALONGSIDE_CONFIG ??= 'none'

installIfNeeded()
if (own.includes('--bench')) bench()
else if (own.includes('--pictures')) takePictures()
else {
  for (const file of [VITEST, VITEST_AGAIN, PLAYWRIGHT]) rmSync(file, { force: true })
  if (words.length) testNamed(named)
  else await testAll()
}

async function testAll() {
  const beside = beginReading()
  gate('Types of components', CHECKS.Types)
  gate('Types and rules of everything else', CHECKS.Code)
  heading('Build')
  build()
  await testBeside(beside)
  step('Tests in a browser', ['node_modules/@playwright/test/cli.js', 'test'])
  end(0)
}

/** What only reads takes the second core from the beginning; what it says is told when it is its turn. */
function beginReading() {
  mkdirSync('test-results', { recursive: true })
  const said = openSync(READ, 'w')
  const { ended } = beginTool(['src/cli/check.mjs', ...READERS], said)
  closeSync(said)
  return {
    ended,
    async end() {
      heading('Lint, dead exports, format')
      const status = await ended
      process.stdout.write(readFileSync(READ, 'utf8'))
      if (status !== 0) end(status)
    },
  }
}

/** The tests need not wait for what only reads. If it finds something, they need not go on. */
async function testBeside(reading) {
  heading('Tests')
  const tests = beginTool([...VITEST_RUN, ...(own.includes('--hard') ? [] : NOT_HARD)], 'inherit')
  const wasClean = await Promise.race([
    tests.ended.then(() => true),
    reading.ended.then((status) => (status === 0 ? tests.ended.then(() => true) : false)),
  ])
  if (!wasClean) tests.stop()
  const status = await tests.ended
  if (wasClean && status !== 0 && !askAgain()) end(status)
  await reading.end()
}

/** Only where it is decided what lands. @returns whether all that failed has passed now */
function askAgain() {
  const first = process.env.CI ? read(VITEST) : undefined
  const files = first ? filesToAskAgain(first) : []
  if (!files.length) return false
  heading('Once more, alone, what failed')
  const names = files.map((file) => path.relative(ROOT, file))
  const run = runTool([...VITEST_RUN, ...names, `--outputFile.json=${VITEST_AGAIN}`], 'inherit')
  if (run.status !== 0) return false
  neededTwo.push(...failedIn(first))
  writeFileSync(VITEST, JSON.stringify(joined(first, read(VITEST_AGAIN))))
  return true
}

/** @param {string} name @param {() => import('./gate.mjs').Check} check */
function gate(name, check) {
  heading(name)
  const { runs, done } = check()
  for (const run of runs) step(null, run)
  done()
  if (!runs.length) console.log('Nothing changed since this was found clean.')
}

/** Without types, lint and format; the build that is there will do where it is newer than what it is made from. */
function testNamed({ all, hard, browser, pattern }) {
  if (browser.length || needBuild([...all, ...hard])) buildIfNeeded({ orOlder: false })
  if (all.length || hard.length) {
    const only = pattern === null ? [] : ['-t', pattern]
    // What is named is all that runs; without a name of theirs the long ones are not even looked for.
    step('Tests', [...VITEST_RUN, ...(hard.length ? [] : NOT_HARD), ...all, ...hard, ...only])
  }
  if (browser.length) {
    const only = pattern === null ? [] : ['--pass-with-no-tests', '-g', pattern]
    step('Tests in a browser', [
      'node_modules/@playwright/test/cli.js',
      'test',
      ...browser,
      ...only,
    ])
  }
  end(0)
}

/** It names its own parts, and ends with whoever started it. */
function bench() {
  process.env.BENCH_STARTER = '1'
  process.exit(runTool(['tests/bench/run.ts', ...words], 'inherit').status ?? 1)
}

function takePictures() {
  buildIfNeeded({ orOlder: false })
  process.env.PICTURES = '1'
  step('Pictures', ['node_modules/@playwright/test/cli.js', 'test'])
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
  const drawn = read(PLAYWRIGHT)
  const browser = drawn?.stats
  const passed = (vitest?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0)
  const failed = (vitest?.numFailedTests ?? 0) + (browser?.unexpected ?? 0)
  const skipped =
    (vitest?.numPendingTests ?? 0) + (vitest?.numTodoTests ?? 0) + (browser?.skipped ?? 0)
  // Words in no title are a slip of the pen, not a success.
  if (!status && passed + failed === 0) {
    console.error('\nNo test ran: no title has the words after -t.')
    status = 1
  }
  neededTwo.push(...flakyIn(drawn ?? {}))
  if (neededTwo.length) {
    console.log(`\n${neededTwo.length} failed first and passed when asked once more:`)
    for (const name of neededTwo) console.log(`- ${name}`)
  }
  // A step without tests of its own (types, lint) that fails is one failure.
  console.log(`\n${passed} passed, ${failed || (status ? 1 : 0)} failed, ${skipped} skipped`)
  process.exit(status)
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
