/** The learning system in the browser: tells every call, keeps what is committed. */
import * as again from 'scorm-again/min'
import { describe, expect, test, vi } from 'vitest'
import { STANDARDS, type Standard } from '#domain/packages/packed.ts'
import { parentsOf } from '#domain/packages/model.ts'
import { readReport } from '#domain/packages/reported.ts'
import type { Elements } from '#domain/packages/runtime-data.ts'
import { connect } from '#player/lms/connect.ts'
import { CONTENTS } from '#player/place.ts'
import { API_NAME, startRuntime, type Call, type ScormAgainClass } from '#scorm/host/runtime.ts'
import { course } from '#tests/fixtures/course.ts'
import { learnerAt } from './fakes/learner.ts'

const CLASSES = {
  '1.2': again.Scorm12API as unknown as ScormAgainClass,
  '2004': again.Scorm2004API as unknown as ScormAgainClass,
}
const around = { now: () => 1_790_000_000_000, later: () => {} }
const TOLD = { tries: 0, failure: 'nothing', answers: true, sessions: true } as const

describe.each(STANDARDS)('a package for SCORM %s', (standard: Standard) => {
  const prefix = standard === '1.2' ? 'LMS' : ''
  const begin = (elements: Elements = {}, automatic = false, first?: () => void) => {
    const calls: Call[] = []
    let kept: Elements = elements
    let lost = 0
    const api = startRuntime(CLASSES[standard], {
      standard,
      elements,
      automatic,
      onCommit: (commit) => {
        first?.()
        kept = commit.elements
      },
      onLost: () => lost++,
      onCall: (call) => calls.push(call),
    })
    const window = { parent: { [API_NAME[standard]]: api } }
    const recorder = connect(window, standard, course, around, TOLD)
    const say = (name: string, ...args: unknown[]) => api[prefix + name]?.(...args)
    return { calls, kept: () => kept, lost: () => lost, recorder, say }
  }

  test('of ours: each call is told with its answer, error and limit; a whole course makes no error', async () => {
    const { calls, kept, recorder } = begin()
    await recorder.load()
    const ana = learnerAt(recorder, course)
    ana.readLessons()
    ana.takeQuizzes(true)
    ana.talk()
    recorder.leave()
    expect(calls.length).toBeGreaterThan(60)
    // Nothing was there to be read yet, which 2004 calls 403.
    expect(calls.filter(({ error }) => !['0', '403'].includes(error))).toEqual([])
    const state = calls.findLast(({ element }) => element === 'cmi.suspend_data')
    expect(state?.most).toBe(4096)
    expect(Object.values(kept())).toContain('passed')
  })

  test('an error is told with its code', () => {
    const { calls, say } = begin()
    say('Initialize', '')
    expect(say('SetValue', 'cmi.nothing_of_the_kind', 'x')).toBe('false')
    expect(calls.at(-1)).toMatchObject({ element: 'cmi.nothing_of_the_kind', value: 'x' })
    expect(calls.at(-1)?.error).not.toBe('0')
  })

  test('what was kept is found by the next opening, and left alone by a review', async () => {
    const first = begin()
    await first.recorder.load()
    learnerAt(first.recorder, course).readLessons()
    const kept = first.kept()
    const mode = standard === '1.2' ? 'cmi.core.lesson_mode' : 'cmi.mode'
    const second = begin({ ...kept, [mode]: 'review' })
    const { progress } = await second.recorder.load()
    expect(Object.keys(progress)).toHaveLength(2)
    second.recorder.visit(CONTENTS)
    expect(second.recorder.saving().kind).toBe('looking-back')
    expect(second.kept()['cmi.suspend_data']).toBe(kept['cmi.suspend_data'])
  })

  test.each([
    [true, 'milk'],
    [false, undefined],
  ])('automatic %s: what was set and never committed is kept as %s', (automatic, expected) => {
    vi.useFakeTimers()
    const { kept, say } = begin({}, automatic)
    say('Initialize', '')
    say('SetValue', 'cmi.suspend_data', 'milk')
    vi.advanceTimersByTime(5000)
    vi.useRealTimers()
    expect(kept()['cmi.suspend_data']).toBe(expected)
  })

  test('numbers and a missing argument are taken as texts', () => {
    const { calls, kept, say } = begin()
    say('Initialize')
    const raw = standard === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw'
    expect(say('SetValue', raw, 85.5)).toBe('true')
    expect(say('Commit')).toBe('true')
    expect(kept()[raw]).toBe('85.5')
    expect(calls[0]).toMatchObject({ method: `${prefix}Initialize`, element: '', error: '0' })
  })

  const SCORE = standard === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw'
  const PASSED = standard === '1.2' ? 'cmi.core.lesson_status' : 'cmi.success_status'
  const INNER = ['cmi.toJSON', 'cmi.core.toJSON', 'cmi.score.toJSON', 'cmi.__proto__', 'cmi.reset']
  const PARENTS = parentsOf(standard).map((name) => name.replaceAll('.n', '.0'))
  test.each([...PARENTS, ...PARENTS.map((name) => `${name}.constructor`), ...INNER])(
    'D4: a package that sets %s loses nothing: the call is refused, 85 and passed are kept',
    (parent) => {
      const { calls, kept, lost, say } = begin()
      say('Initialize', '')
      expect(say('SetValue', SCORE, '85')).toBe('true')
      expect(say('SetValue', parent, '85')).toBe('false')
      expect(calls.at(-1)?.error).toMatch(/^40[12]$/)
      expect(say('GetValue', parent)).toBe('')
      expect(say('SetValue', PASSED, 'passed')).toBe('true')
      expect(say('Commit', '')).toBe('true')
      expect(say(standard === '1.2' ? 'Finish' : 'Terminate', '')).toBe('true')
      expect(readReport(standard, kept())).toMatchObject({ score: 85, success: 'passed' })
      expect(lost()).toBe(0)
    },
  )

  /** Without a package of ours, which sets a status. */
  const silent = () => {
    let kept: Elements = {}
    const api = startRuntime(CLASSES[standard], {
      standard,
      elements: {},
      automatic: false,
      onCommit: (commit) => (kept = commit.elements),
    })
    return { kept: () => kept, say: (name: string, arg: string) => api[prefix + name]?.(arg) }
  }

  test('D4: before the start a parent is refused as every element is', () => {
    const api = startRuntime(CLASSES[standard], {
      standard,
      elements: {},
      automatic: false,
      onCommit: () => {},
    })
    for (const name of ['cmi', 'cmi.suspend_data'])
      expect([api[`${prefix}SetValue`]?.(name, '85'), api[`${prefix}GetLastError`]?.()]).toEqual([
        'false',
        standard === '1.2' ? '301' : '132',
      ])
  })

  test('D3: a package that starts, ends and never sets a status: completed in 1.2, unknown in 2004', () => {
    const { kept, say } = silent()
    say('Initialize', '')
    expect(say(standard === '1.2' ? 'Finish' : 'Terminate', '')).toBe('true')
    expect(readReport(standard, kept()).completed).toBe(standard === '1.2')
  })

  test('D4: a commit that breaks answers false and is told as lost', () => {
    const { calls, lost, say } = begin({}, false, () => {
      throw new Error('broken')
    })
    say('Initialize', '')
    say('SetValue', SCORE, '85')
    const before = lost()
    expect(say('Commit', '')).toBe('false')
    expect(calls.at(-1)?.error).toBe('101')
    expect(say('GetLastError')).toBe('101')
    expect(lost()).toBe(before + 1)
    expect(say('GetValue', SCORE)).toBe('85')
    expect(say('GetLastError')).toBe('0')
  })
})
