import { describe, expect, test } from 'vitest'
import { allSteps } from '#domain/course/course.ts'
import { STANDARDS } from '#domain/packages/packed.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { call } from '#player/lms/call.ts'
import { connect, DIALECTS } from '#player/lms/connect.ts'
import { lmsRecorder } from '#player/lms/lms-recorder.ts'
import { probe } from '#player/lms/probe.ts'
import { finalScore } from '#player/lms/result.ts'
import type { Launch, Tracker } from '#player/lms/tracker.ts'
import { CONTENTS, type Place } from '#player/place.ts'
import type { Saving } from '#player/recorder.ts'
import { course } from '#tests/fixtures/course.ts'
import { lmsFor } from './lms.ts'

/** Everything is done, with this many of 6 right. */
const done = (right: number): Progress =>
  Object.fromEntries(
    allSteps(course).map(({ kind, item }) => [
      item.id,
      kind === 'quiz'
        ? {
            kind: 'quiz',
            passed: right >= 5,
            passedBy: right >= 5 ? 'record' : null,
            best: { right, of: 6 },
            tries: 1,
            rightAt: { 'consent/quiz/who-decides': 1 },
            open: null,
            last: null,
          }
        : kind === 'session'
          ? {
              kind: 'session',
              open: null,
              ended: [{ id: 'r', road: [], ending: 'late', endedBy: 'record', crossed: [] }],
            }
          : { kind: 'lesson', revision: 1 },
    ]),
  )

interface Heard extends Tracker {
  readonly said: string[]
  works: boolean
}

function tracker(): Heard {
  const said: string[] = []
  const heard: Heard = {
    standard: 'fake',
    said,
    works: true,
    begin: () => null,
    start: () => void said.push('start'),
    save: () => (said.push('save'), heard.works),
    finish: (score) => (said.push(`finish ${score}`), heard.works),
    fail: (score, how) => void said.push(`fail ${score} ${how}`),
    tell: (answers) => answers.forEach(({ id }) => said.push(`tell ${id}`)),
    tellEnded: (ids) => ids.forEach((id) => said.push(`ended ${id}`)),
    end: () => void said.push('end'),
  }
  return heard
}

const LAUNCH: Launch = { state: '', mode: 'normal', status: 'open' }
const around = { now: () => 5, later: () => {} }

describe('what the LMS is told', () => {
  test('incomplete at the start; no score while a quiz is not passed; then passed, once', async () => {
    const heard = tracker()
    const recorder = lmsRecorder(course, heard, LAUNCH, around)
    await recorder.load()
    recorder.visit(CONTENTS)
    recorder.record([], done(4))
    expect(heard.said).toEqual(['start', 'save', 'save'])
    recorder.record([], done(5))
    recorder.record([], done(6))
    expect(heard.said).toEqual(['start', 'save', 'save', 'save', 'finish 83', 'save'])
  })

  test('an answer and the page that follows it in one saving: each may hold up a phone on a weak network', async () => {
    const heard = tracker()
    const states: string[] = []
    const save = (state: string): boolean => states.push(state) > 0
    const recorder = lmsRecorder(course, { ...heard, save }, LAUNCH, around)
    await recorder.load()
    recorder.record([], done(4), { kind: 'item', id: 'consent/quiz' })
    expect(states).toHaveLength(1)
    recorder.visit({ kind: 'item', id: 'consent/quiz' })
    expect(states[1]).toBe(states[0])
  })

  test('a course that is passed already is not begun again, and its score is not written again', async () => {
    const heard = tracker()
    const recorder = lmsRecorder(course, heard, { ...LAUNCH, status: 'passed' }, around)
    await recorder.load()
    recorder.record([], done(6))
    expect(heard.said).toEqual(['save'])
  })

  test('"completed" that the LMS made up is left alone until the course is really passed', async () => {
    const heard = tracker()
    const recorder = lmsRecorder(course, heard, { ...LAUNCH, status: 'completed' }, around)
    await recorder.load()
    recorder.record([], done(4))
    recorder.record([], done(6))
    expect(heard.said).toEqual(['save', 'save', 'finish 100'])
  })

  test.each(['review', 'browse'] as const)('in %s nothing is written at all', async (mode) => {
    const heard = tracker()
    const recorder = lmsRecorder(course, heard, { ...LAUNCH, mode }, around)
    await recorder.load()
    recorder.visit(CONTENTS)
    recorder.record([], done(6))
    expect(recorder.leave()).toBe(true)
    expect(heard.said).toEqual(['end'])
    expect(recorder.saving()).toEqual({ kind: 'looking-back' })
  })

  test('the score is the mean of the best quiz results; nothing before everything is done', () => {
    expect(finalScore(course, {})).toBeNull()
    expect(finalScore(course, done(4))).toBeNull()
    expect(finalScore(course, done(5))).toBe(83)
    expect(finalScore(course, done(6))).toBe(100)
  })
})

describe('what the learner is told', () => {
  test('saved only when it is, with the time; and it is tried again until it is', async () => {
    const heard = tracker()
    const waiting: [() => void, number][] = []
    const told: Saving[] = []
    const recorder = lmsRecorder(course, heard, LAUNCH, {
      now: () => 5,
      later: (run, wait) => waiting.push([run, wait]),
    })
    recorder.onSaving((saving) => told.push(saving))
    await recorder.load()
    heard.works = false
    recorder.visit(CONTENTS)
    expect(recorder.saving()).toEqual({ kind: 'not-saved', last: null })
    waiting.shift()?.[0]()
    waiting.shift()?.[0]()
    expect(waiting.map(([, wait]) => wait)).toEqual([20_000])
    heard.works = true
    waiting.shift()?.[0]()
    expect(recorder.saving()).toEqual({ kind: 'saved', at: 5 })
    expect(told.map(({ kind }) => kind)).toEqual(['not-saved', 'not-saved', 'not-saved', 'saved'])
    expect(waiting).toEqual([])
    heard.works = false
    recorder.visit(CONTENTS)
    expect(recorder.saving()).toEqual({ kind: 'not-saved', last: 5 })
  })

  test('a result that was not taken is not saved, and is written again', async () => {
    const heard = tracker()
    const recorder = lmsRecorder(course, { ...heard, finish: () => false }, LAUNCH, around)
    await recorder.load()
    recorder.record([], done(6))
    expect(recorder.saving()).toEqual({ kind: 'not-saved', last: null })
  })

  test('leaving says whether the last step is safe', async () => {
    const heard = tracker()
    heard.works = false
    const recorder = lmsRecorder(course, heard, LAUNCH, around)
    await recorder.load()
    expect(recorder.leave()).toBe(false)
    expect(heard.said.at(-1)).toBe('end')
  })
})

describe.each(STANDARDS)('from launch to launch, SCORM %s', (standard) => {
  const dialect = DIALECTS[standard]
  const window = (api: object): object => ({ parent: { [dialect.apiName]: api } })
  const launch = (api: object) => connect(window(api), standard, course, around)

  test('progress and place are there again, and the passed course stays passed', async () => {
    const lms = lmsFor(standard)
    const place: Place = { kind: 'question', quiz: 'consent/quiz', slug: 'who-hears', how: 'show' }
    const first = launch(lms.launch())
    expect(await first.load()).toMatchObject({ progress: {}, place: CONTENTS, trouble: null })
    first.record([], done(4))
    first.visit(place)
    const second = launch(lms.launch())
    const loaded = await second.load()
    expect(loaded.place).toEqual(place)
    expect(loaded.progress['consent/quiz']).toMatchObject({
      passed: false,
      best: { right: 4, of: 6 },
    })
    second.record([], done(6))
    expect(second.leave()).toBe(true)
    const kept = { ...lms.kept() }
    const third = launch(lms.launch())
    await third.load()
    third.visit(CONTENTS)
    third.leave()
    expect(Object.values(kept)).toContain('passed')
    const results = /status|score/
    for (const [name, value] of Object.entries(kept).filter(([one]) => results.test(one)))
      expect(lms.kept()[name]).toBe(value)
  })

  test('an LMS that answers nothing but keeps the state: a finished course is not begun again', async () => {
    let state = ''
    const written: string[] = []
    const { methods } = dialect
    const api = {
      [methods.initialize]: () => 'true',
      [methods.terminate]: () => 'true',
      [methods.lastError]: () => '403',
      [methods.commit]: () => 'true',
      [methods.get]: (name: string) => (name === 'cmi.suspend_data' ? state : ''),
      [methods.set]: (name: string, value: string) => {
        written.push(`${name}=${value}`)
        if (name === 'cmi.suspend_data') state = value
        return 'true'
      },
    }
    const first = launch(api)
    await first.load()
    first.record([], done(6))
    written.length = 0
    const second = launch(api)
    await second.load()
    second.visit(CONTENTS)
    expect(written.filter((one) => one.endsWith('=incomplete'))).toEqual([])
    expect(written.some((one) => one.endsWith('=passed'))).toBe(true)
  })

  test('without an LMS the course works, and says that nothing is kept', async () => {
    const alone = connect({ parent: null, opener: null }, standard, course, around)
    expect(await alone.load()).toMatchObject({ progress: {}, place: CONTENTS, trouble: null })
    alone.record([], done(6))
    expect(alone.saving()).toEqual({ kind: 'not-connected' })
    expect(alone.leave()).toBe(true)
  })

  test('a saved state of another version starts afresh and says so', async () => {
    const lms = lmsFor(standard)
    const api = lms.launch()
    call(api, dialect.methods.initialize, '')
    call(api, dialect.methods.set, 'cmi.suspend_data', 'Z9.something')
    expect((await launch(api).load()).trouble).toBe('unknown-version')
  })

  test('the connection check measures the room, and leaves the state as it was', async () => {
    const lms = lmsFor(standard)
    const api = lms.launch()
    const recorder = launch(api)
    await recorder.load()
    recorder.record([], done(4))
    const before = { ...lms.kept() }
    const seen = probe(dialect, api, () => 7)
    expect(seen).toMatchObject({ shared: true, mode: 'normal', test: { restored: true } })
    expect(seen?.test?.holds).toBeGreaterThanOrEqual(4096)
    expect(lms.kept()).toEqual(before)
  })
})
