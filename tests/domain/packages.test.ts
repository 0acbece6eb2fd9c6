/** What a package sees at each opening, and what is read from what it says. */
import { describe, expect, test } from 'vitest'
import { isAcceptable, packageStatus, sayingOf, type Part } from '#domain/packages/part.ts'
import { settled } from '#domain/packages/settled.ts'
import { mergeResult, readReport, seconds12, seconds2004 } from '#domain/packages/reported.ts'
import { elementsAtLaunch, readElements, time12, time2004 } from '#domain/packages/runtime-data.ts'

const part: Part = {
  identifier: 'tea',
  title: 'Tea',
  kind: 'sco',
  path: 'index.html',
  query: '',
  launchData: 'level=2',
  masteryScore: '80',
  maxTimeAllowed: '00:30:00',
  timeLimitAction: 'exit,message',
  completionThreshold: '0.5',
  passingScore: '0.8',
}
const learner = { id: 'p1', name: 'Ray' }
const launch = (
  before: Parameters<typeof elementsAtLaunch>[1]['before'],
  mode: 'normal' | 'browse' = 'normal',
) => ({
  part,
  learner,
  mode,
  before,
})
const before = (exit: string) => ({ elements: { 'cmi.suspend_data': 'milk' }, exit, seconds: 3725 })

describe('at an opening', () => {
  test.each([
    [null, 'ab-initio'],
    [before('suspend'), 'resume'],
    [before('normal'), undefined],
    [before(''), undefined],
  ] as const)('%j is entered as %s', (was, entry) => {
    expect(elementsAtLaunch('1.2', launch(was))['cmi.core.entry']).toBe(entry)
    expect(elementsAtLaunch('2004', launch(was))['cmi.entry']).toBe(entry)
  })

  test('who it is, what it counts for, what came from the manifest and the time so far are ours', () => {
    const forged = {
      elements: {
        'cmi.core.student_name': 'Ana',
        'cmi.core.exit': 'suspend',
        'cmi.core.session_time': '09:00:00',
        'cmi.core.lesson_location': '3',
      },
      exit: 'suspend',
      seconds: 3725,
    }
    expect(elementsAtLaunch('1.2', launch(forged))).toEqual({
      'cmi.core.lesson_location': '3',
      'cmi.core.student_id': 'p1',
      'cmi.core.student_name': 'Ray',
      'cmi.core.credit': 'credit',
      'cmi.core.lesson_mode': 'normal',
      'cmi.core.entry': 'resume',
      'cmi.core.total_time': '0001:02:05',
      'cmi.launch_data': 'level=2',
      'cmi.student_data.mastery_score': '80',
      'cmi.student_data.max_time_allowed': '00:30:00',
      'cmi.student_data.time_limit_action': 'exit,message',
    })
    expect(elementsAtLaunch('2004', launch(null, 'browse'))).toMatchObject({
      'cmi.mode': 'browse',
      'cmi.credit': 'no-credit',
      'cmi.scaled_passing_score': '0.8',
      'cmi.completion_threshold': '0.5',
    })
    const long = { ...launch(null), part: { ...part, maxTimeAllowed: 'PT1H30M' } }
    expect(elementsAtLaunch('2004', long)['cmi.max_time_allowed']).toBe('PT1H30M')
    expect(elementsAtLaunch('2004', launch(null))['cmi.max_time_allowed']).toBeUndefined()
  })
})

describe('of what a package says', () => {
  test('only what a package may say is kept', () => {
    expect(
      readElements('1.2', {
        'cmi.suspend_data': 'milk',
        'cmi.core.student_id': 'p2',
        'cmi.core.total_time': '99:00:00',
        'cmi.core.credit': 'no-credit',
        'cmi.interactions.0.id': 'q',
        'cmi.interactions.500.id': 'too many',
        'cmi.interactions.x.id': 'none',
        'cmi.objectives': {},
        __proto__: 'x',
        constructor: 'x',
        'cmi.location': '2004 says this',
      }),
    ).toEqual({ 'cmi.suspend_data': 'milk', 'cmi.interactions.0.id': 'q' })
  })

  test('64,000 letters fit, one more does not, nor 400,000 in all', () => {
    const long = (letters: number) =>
      readElements('2004', { 'cmi.suspend_data': 'x'.repeat(letters) })
    expect(long(64_000)).not.toBeNull()
    expect(long(64_001)).toBeNull()
    const many = Array.from({ length: 8 }, (_, at) => [
      `cmi.interactions.${at}.description`,
      'x'.repeat(60_000),
    ])
    expect(readElements('2004', Object.fromEntries(many) as Record<string, string>)).toBeNull()
  })

  test.each([
    [
      '1.2',
      {
        'cmi.core.lesson_status': 'passed',
        'cmi.core.score.raw': '18',
        'cmi.core.score.max': '20',
      },
      [true, 'passed', 90],
    ],
    ['1.2', { 'cmi.core.lesson_status': 'completed' }, [true, '', null]],
    [
      '1.2',
      { 'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '1e999' },
      [false, 'failed', null],
    ],
    ['1.2', { 'cmi.core.score.raw': '250' }, [false, '', 100]],
    ['2004', { 'cmi.score.scaled': '-0.5' }, [false, '', 0]],
    [
      '2004',
      { 'cmi.score.scaled': '0.875', 'cmi.success_status': 'passed' },
      [false, 'passed', 87.5],
    ],
    [
      '2004',
      {
        'cmi.completion_status': 'completed',
        'cmi.score.raw': '5',
        'cmi.score.min': '5',
        'cmi.score.max': '5',
      },
      [true, '', 5],
    ],
  ] as const)('in %s %j is %j', (standard, elements, [completed, success, score]) => {
    expect(readReport(standard, elements)).toMatchObject({ completed, success, score })
  })

  test.each([
    ['00:05:10', 310],
    ['0100:00:00.5', 86_400],
    ['5 minutes', 0],
    ['-1:00:00', 0],
  ])('the time %s of 1.2 is %i seconds', (text, seconds) => expect(seconds12(text)).toBe(seconds))

  test.each([
    ['PT5M10S', 310],
    ['P1DT0.6S', 86_400],
    ['PT0.6S', 1],
    ['P1Y', 0],
    ['', 0],
  ])('the time %s of 2004 is %i seconds', (text, seconds) =>
    expect(seconds2004(text)).toBe(seconds),
  )

  test('times are written as each standard writes them', () => {
    expect([time12(3725), time2004(3725)]).toEqual(['0001:02:05', 'PT1H2M5S'])
  })

  test('what was passed stays passed and the best score counts, in whatever order', () => {
    const good = { completed: true, success: 'passed', score: 90 } as const
    const bad = { completed: false, success: 'failed', score: 20 } as const
    const rest = { seconds: 0, exit: '', interactions: [] }
    expect(mergeResult(good, { ...bad, ...rest })).toEqual(good)
    expect(mergeResult(bad, { ...good, ...rest })).toEqual(good)
    expect(mergeResult(null, { ...bad, ...rest })).toEqual(bad)
  })
})

test('a package is done when each of its parts was once completed or passed', () => {
  const items = [{ identifier: 'a' }, { identifier: 'b' }]
  const result = (item: string, completed: boolean, success: '' | 'passed' | 'failed' = '') => ({
    item,
    completed,
    success,
    score: null,
    seconds: 0,
    state: '{"cmi.core.lesson_status":"incomplete"}',
    acceptedAt: null,
  })
  expect(packageStatus(items, [])).toEqual({ status: 'not-started', done: 0, of: 2 })
  expect(packageStatus(items, [result('a', true)])).toMatchObject({
    status: 'in-progress',
    done: 1,
  })
  expect(packageStatus(items, [result('b', false)])).toMatchObject({
    status: 'in-progress',
    done: 0,
  })
  const both = [result('a', true), result('a', false), result('b', false, 'passed')]
  expect(packageStatus(items, both)).toMatchObject({ status: 'done', done: 2 })
})

describe('D3, D11: what a package does not say', () => {
  const one = [{ identifier: 'a' }]
  const result = (state: object, acceptedAt: number | null = null) => ({
    item: 'a',
    completed: false,
    success: '' as const,
    score: null,
    seconds: 0,
    state: JSON.stringify(state),
    acceptedAt,
  })

  test.each([
    [{}, 'nothing', 'opened', true],
    [{ 'cmi.suspend_data': 'x' }, 'no-completion', 'opened', true],
    [{ 'cmi.completion_status': 'unknown' }, 'no-completion', 'opened', true],
    [{ 'cmi.core.lesson_status': 'not attempted' }, 'no-completion', 'opened', true],
    [{ 'cmi.completion_status': 'incomplete' }, 'completion', 'in-progress', false],
    [{ 'cmi.core.lesson_status': 'browsed' }, 'completion', 'in-progress', false],
  ] as const)('%j says %s and is %s', (state, saying, status, acceptable) => {
    expect(sayingOf(result(state))).toBe(saying)
    expect(packageStatus(one, [result(state)]).status).toBe(status)
    expect(isAcceptable(result(state))).toBe(acceptable)
    expect(packageStatus(one, [result(state, 5)]).status).toBe('done')
  })

  test.each([
    ['1.2', {}, true, 'completed'],
    ['1.2', { 'cmi.core.lesson_status': 'not attempted' }, true, 'completed'],
    ['1.2', {}, false, undefined],
    ['1.2', { 'cmi.core.lesson_status': 'incomplete' }, true, 'incomplete'],
    ['1.2', { 'cmi.student_data.mastery_score': '80', 'cmi.core.score.raw': '60' }, true, 'failed'],
    ['1.2', { 'cmi.student_data.mastery_score': '80', 'cmi.core.score.raw': '85' }, true, 'passed'],
    ['1.2', { 'cmi.core.lesson_mode': 'browse' }, true, undefined],
    ['2004', {}, true, undefined],
    [
      '2004',
      { 'cmi.completion_threshold': '0.8', 'cmi.progress_measure': '0.9' },
      false,
      'completed',
    ],
  ] as const)('in %s, %j ended %s: %s', (standard, elements, ended, expected) => {
    const name = standard === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status'
    expect(settled(standard, elements, ended)[name]).toBe(expected)
  })
})
