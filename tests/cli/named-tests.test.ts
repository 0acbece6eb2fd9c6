/** `npm test -- PATH…`: only what is named, and nothing at all where a word names no test. */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leansOn } from '#cli/leans-on.mjs'
import { namedTests, needBuild } from '#cli/named-tests.mjs'

/** As from a terminal: this run's own words to its workers are not passed on. */
function npmTest(...words: string[]) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name)),
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/test.mjs', ...words], {
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}

test('a file, a folder and a browser test go to whom they belong', () => {
  expect(
    namedTests(['tests/domain/uuid.test.ts', './tests/hard/', 'tests/e2e/places.spec.ts']),
  ).toEqual({
    all: ['tests/domain/uuid.test.ts'],
    hard: globSync('tests/hard/*.test.ts').sort(),
    browser: ['tests/e2e/places.spec.ts'],
    pattern: null,
    problems: [],
  })
})

test('every test file there is belongs to somebody; the long ones want to be named themselves', () => {
  const { all, hard, browser } = namedTests(['tests', 'tests/hard'])
  expect(namedTests(['tests'])).toMatchObject({ all, browser, hard: [] })
  // What makes pictures tests nothing: `npm run pictures` runs it.
  expect([...all, ...hard, ...browser].sort()).toEqual(
    globSync('tests/**/*.{test,spec}.ts')
      .filter((file) => !file.startsWith('tests/pictures/'))
      .sort(),
  )
})

test('words of a title alone are looked for in every test', () => {
  const { all, browser, pattern } = namedTests(['-t', 'blank (again)'])
  expect(all.length).toBeGreaterThan(50)
  expect(browser.length).toBeGreaterThan(10)
  expect(pattern).toBe(String.raw`blank \(again\)`)
})

test('a path that is not there, one without tests and an unknown option are refused, and nothing runs', () => {
  const { status, stdout, stderr } = npmTest('tests/domain', 'tests/dommain', 'src/db', '--watch')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr.trim().split('\n')).toEqual([
    'tests/dommain: there is no such file or folder. Tests stand below tests/, those of the browser in tests/e2e/.',
    'src/db: there is no such file or folder. Tests stand below tests/, those of the browser in tests/e2e/.',
    '--watch: there are -t WORDS, --hard and --bench.',
  ])
  expect(namedTests(['db']).problems).toEqual([
    'db: there are no tests in it. Name files or folders below tests/.',
  ])
  expect(namedTests(['tests/bench/run.ts', '/']).problems).toEqual([
    'tests/bench/run.ts: measured by npm run bench.',
    '/: there are no tests in it. Name files or folders below tests/.',
  ])
})

test('one file named runs alone: no types, no build, no browser, and the last line counts it', () => {
  const { status, stdout } = npmTest('tests/domain/uuid.test.ts')
  expect(status).toBe(0)
  expect(stdout.match(/^== .*/gm)).toEqual(['== Tests'])
  expect(stdout).toContain('Test Files  1 passed (1)')
  expect(stdout.trim().split('\n').at(-1)).toMatch(/^[1-9]\d* passed, 0 failed, 0 skipped$/)
})

test('words that no title has are a failure, not a green line', () => {
  const { status, stdout, stderr } = npmTest('tests/domain/uuid.test.ts', '-t', 'Rumplestiltskin')
  expect(status).toBe(1)
  expect(stderr).toContain('No test ran: no title has the words after -t.')
  expect(stdout).toMatch(/0 passed, 1 failed, \d+ skipped\n$/)
})

test('whoever reads the build or starts a program that does waits for it; a rule of the domain does not', () => {
  const reading = [
    'tests/pages/access.test.ts',
    'tests/http/builds.test.ts',
    'tests/server/home.test.ts',
  ]
  for (const file of [...reading, 'tests/cli/commands.test.ts'])
    expect([file, needBuild([file])]).toEqual([file, true])
  for (const file of [
    'tests/domain/quiz.test.ts',
    'tests/domain/readiness.test.ts',
    'tests/authoring/check.test.ts',
  ])
    expect([file, needBuild([file])]).toEqual([file, false])
})

test('a file leans on what it imports, however far, and on no package', () => {
  const files = leansOn(['tests/pages/access.test.ts'])
  for (const file of ['tests/pages/site.ts', 'db/schema.ts', 'src/front-door.ts'])
    expect(files).toContain(file)
  // It starts tools by their path.
  for (const file of [...files, ...leansOn(['src/cli/gate.mjs'])])
    expect(file).not.toContain('node_modules')
})
