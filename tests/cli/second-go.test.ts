import { expect, test } from 'vitest'
import { failedIn, filesToAskAgain, flakyIn, joined } from '#cli/second-go.mjs'

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
})
type File = ReturnType<typeof file>
const report = (...testResults: File[]) => {
  const count = (status: string): number =>
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((one) => one.status === status).length
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped'),
    numTodoTests: 0,
    testResults,
  }
}
/** Its beforeAll failed, so that no test of it ran. */
const neverBegan = { ...file('c', 'skipped', 'skipped'), status: 'failed' }

test('what failed is asked again, unless it is so much that it is no accident', () => {
  expect(filesToAskAgain(report(file('a', 'passed'), file('b', 'failed')))).toEqual(['b'])
  expect(filesToAskAgain(report(neverBegan))).toEqual(['c'])
  const many = Array.from({ length: 6 }, (_, index) => file(String(index), 'failed'))
  expect(filesToAskAgain(report(...many))).toEqual([])
})

test('what it came to is the first run with the second in the place of what failed', () => {
  const first = report(file('a', 'passed'), file('b', 'passed', 'failed'), neverBegan)
  const second = report(file('b', 'passed', 'passed'), file('c', 'passed', 'skipped'))
  expect(joined(first, second)).toMatchObject({
    numPassedTests: 4,
    numFailedTests: 0,
    numPendingTests: 1,
  })
  const still = report(file('b', 'passed', 'failed'), file('c', 'passed', 'passed'))
  expect(joined(first, still)).toMatchObject({ numPassedTests: 4, numFailedTests: 1 })
})

test('what needed two goes is named, of both kinds of tests', () => {
  expect(failedIn(report(file('a', 'passed'), file('b', 'passed', 'failed'), neverBegan))).toEqual([
    'b: test 1',
    'c',
  ])
  const spec = (title: string, status: string) => ({
    title,
    file: 'x.spec.ts',
    tests: [{ status }],
  })
  const drawn = {
    suites: [{ specs: [spec('fine', 'expected')], suites: [{ specs: [spec('late', 'flaky')] }] }],
  }
  expect(flakyIn(drawn)).toEqual(['x.spec.ts: late'])
})
