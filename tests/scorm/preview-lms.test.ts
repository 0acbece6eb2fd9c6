/** The learning system of the page "Try the package": tells every call, keeps what is committed. */
import { Scorm12API, Scorm2004API } from 'scorm-again/min'
import { describe, expect, test } from 'vitest'
import { STANDARDS, type Standard } from '#domain/course/packed.ts'
import { connect } from '#player/lms/connect.ts'
import { CONTENTS } from '#player/place.ts'
import { API_NAMES, launch, type Call, type HostApi } from '#scorm/lms/lms.ts'
import { course } from '#tests/fixtures/course.ts'
import { learnerAt } from './fakes/learner.ts'

const SETTINGS = { logLevel: 5, mastery_override: false } as const
const host = (standard: Standard): HostApi =>
  standard === '1.2' ? new Scorm12API(SETTINGS) : new Scorm2004API(SETTINGS)
const around = { now: () => 1_790_000_000_000, later: () => {} }
const TOLD = { tries: 0, failure: 'nothing', answers: true, sessions: true } as const

describe.each(STANDARDS)('trying a package for SCORM %s', (standard) => {
  const begin = (before: Readonly<Record<string, string>>, mode: 'normal' | 'review') => {
    const calls: Call[] = []
    const lms = launch(standard, host(standard), before, mode, (call) => calls.push(call))
    const window = { parent: { [API_NAMES[standard]]: lms.api } }
    return { calls, lms, recorder: connect(window, standard, course, around, TOLD) }
  }

  test('lists each call with its answer, error and limit; a whole course makes no error', async () => {
    const { calls, lms, recorder } = begin({}, 'normal')
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
    expect(Object.values(lms.kept())).toContain('passed')
  })

  test('an error is told with its code', () => {
    const { calls, lms } = begin({}, 'normal')
    const api = lms.api as Record<string, (...values: string[]) => string>
    const prefix = standard === '1.2' ? 'LMS' : ''
    api[`${prefix}Initialize`]?.('')
    expect(api[`${prefix}SetValue`]?.('cmi.nothing_of_the_kind', 'x')).toBe('false')
    expect(calls.at(-1)?.error).not.toBe('0')
  })

  test('what was kept is found by the next launch, and left alone by a review', async () => {
    const first = begin({}, 'normal')
    await first.recorder.load()
    learnerAt(first.recorder, course).readLessons()
    const kept = first.lms.kept()
    const second = begin(kept, 'review')
    const { progress } = await second.recorder.load()
    expect(Object.keys(progress)).toHaveLength(2)
    second.recorder.visit(CONTENTS)
    expect(second.recorder.saving().kind).toBe('looking-back')
    expect(second.lms.kept()['cmi.suspend_data']).toBe(kept['cmi.suspend_data'])
  })
})
