/**
 * Where it is decided what lands (CI=true), what failed is asked once more, alone: a test that hangs on a busy machine must not
 * cost somebody's day of work. It is named at the end all the same, and is a fault to be mended like any other.
 */

/** More than these is no accident. */
const MOST_FILES = 5

/**
 * @typedef {{ name: string, status: string, assertionResults: { fullName: string, status: string }[] }} File
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: File[] }} Report of vitest
 */

/** @param {Report} report @returns {string[]} the files to ask again; none where that is no use */
export function filesToAskAgain(report) {
  const failed = report.testResults.filter(({ status }) => status === 'failed')
  return failed.length > MOST_FILES ? [] : failed.map(({ name }) => name)
}

/**
 * What a run came to whose failed files were asked again.
 * @param {Report} first
 * @param {Report} second of these files alone
 * @returns {Report}
 */
export function joined(first, second) {
  const again = new Set(second.testResults.map(({ name }) => name))
  const stays = first.testResults.filter(({ name }) => !again.has(name))
  const count = (...statuses) =>
    stays
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => statuses.includes(status)).length
  return {
    numPassedTests: count('passed') + second.numPassedTests,
    numFailedTests: count('failed') + second.numFailedTests,
    numPendingTests: count('pending', 'skipped') + second.numPendingTests,
    numTodoTests: count('todo') + second.numTodoTests,
    testResults: [...stays, ...second.testResults],
  }
}

/** @param {Report} first @returns {string[]} what failed, in words; a file that could not begin counts as one */
export const failedIn = (first) =>
  first.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      return failed.length ? failed.map(({ fullName }) => `${name}: ${fullName}`) : [name]
    })

/**
 * @param {{ suites?: any[], specs?: { title: string, file: string, tests: { status: string }[] }[] }} suite Playwright's report, or a part of it
 * @returns {string[]} what failed first and passed then
 */
export const flakyIn = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(flakyIn),
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `${file}: ${title}`),
]
