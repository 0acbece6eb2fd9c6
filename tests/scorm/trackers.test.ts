/** One contract, run over both trackers against scorm-again as the LMS. */
import { describe, expect, test } from 'vitest'
import { STANDARDS, type Standard } from '#domain/packages/packed.ts'
import { DIALECTS } from '#player/lms/connect.ts'
import { trackerOf, type Tracker } from '#player/lms/tracker.ts'
import { lmsFor } from './lms.ts'

const NAMES: Record<
  Standard,
  Record<'status' | 'success' | 'raw' | 'state' | 'exit' | 'time', string>
> = {
  '1.2': {
    status: 'cmi.core.lesson_status',
    success: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    state: 'cmi.suspend_data',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
  },
  '2004': {
    status: 'cmi.completion_status',
    success: 'cmi.success_status',
    raw: 'cmi.score.raw',
    state: 'cmi.suspend_data',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
  },
}

/** Every call that was made, as `method(element, value)`. */
function spied(api: object): { api: object; calls: string[] } {
  const calls: string[] = []
  const spy = new Proxy(api, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        calls.push(`${String(name)}(${args.join(', ')})`)
        return value.apply(target, args)
      }
    },
  })
  return { api: spy, calls }
}

describe.each(STANDARDS)('the tracker for SCORM %s', (standard) => {
  const dialect = DIALECTS[standard]
  const names = NAMES[standard]
  const open = (api: object): Tracker => trackerOf(dialect, api, () => 0)

  test('the first launch finds nothing, and is incomplete and suspended from the first moment', () => {
    const lms = lmsFor(standard)
    const tracker = open(lms.launch())
    expect(tracker.begin()).toEqual({ state: '', mode: 'normal', status: 'open' })
    tracker.start()
    tracker.save('A1..')
    expect(lms.kept()).toMatchObject({ [names.status]: 'incomplete', [names.exit]: 'suspend' })
  })

  test('what was saved is found at the next launch, though the window was killed', () => {
    const lms = lmsFor(standard)
    const tracker = open(lms.launch())
    tracker.begin()
    expect(tracker.save('A1.I_-9.abcB.')).toBe(true)
    expect(open(lms.launch()).begin()?.state).toBe('A1.I_-9.abcB.')
  })

  test('a launch that ended well says so: the status stays incomplete, there is no score', () => {
    const lms = lmsFor(standard)
    const tracker = open(lms.launch())
    tracker.begin()
    tracker.start()
    tracker.save('A1..')
    tracker.end()
    expect(lms.kept()[names.status]).toBe('incomplete')
    expect(lms.kept()[names.raw]).toBeUndefined()
  })

  test('the final result is passed, with a score of 0 to 100', () => {
    const lms = lmsFor(standard)
    const tracker = open(lms.launch())
    tracker.begin()
    tracker.start()
    expect(tracker.finish(87)).toBe(true)
    tracker.end()
    expect(lms.kept()).toMatchObject({ [names.raw]: '87', [names.success]: 'passed' })
    expect(lms.kept()).toMatchObject(
      standard === '1.2'
        ? { 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' }
        : {
            'cmi.score.min': '0',
            'cmi.score.max': '100',
            'cmi.score.scaled': '0.87',
            'cmi.completion_status': 'completed',
          },
    )
    expect(open(lms.launch()).begin()).toMatchObject({ status: 'passed', mode: 'normal' })
  })

  test('only what changed is written', () => {
    const { api, calls } = spied(lmsFor(standard).launch())
    const tracker = open(api)
    tracker.begin()
    tracker.save('A1.one.')
    calls.length = 0
    tracker.save('A1.one.')
    expect(calls.filter((one) => one.includes('SetValue'))).toEqual([])
    tracker.save('A1.two.')
    expect(calls.filter((one) => one.includes('SetValue'))).toEqual([
      `${dialect.methods.set}(${names.state}, A1.two.)`,
    ])
  })

  test('a second start means connected; a start after the end does not', () => {
    const api = lmsFor(standard).launch()
    const first = open(api)
    first.begin()
    first.save('A1.one.')
    expect(open(api).begin()?.state).toBe('A1.one.')
    first.end()
    expect(open(api).begin()).toBeNull()
  })

  test('after the end nothing is written', () => {
    const { api, calls } = spied(lmsFor(standard).launch())
    const tracker = open(api)
    tracker.begin()
    tracker.end()
    calls.length = 0
    tracker.end()
    expect(tracker.save('A1.late.')).toBe(false)
    expect(tracker.finish(100)).toBe(false)
    expect(calls).toEqual([])
  })

  test('the LMS understands the time of the session, also after 100 hours', () => {
    const lms = lmsFor(standard)
    const api = lms.launch()
    let now = 0
    const tracker = trackerOf(dialect, api, () => now)
    tracker.begin()
    for (const seconds of [0, 59, 3_600, 360_000]) {
      now = seconds * 1000 + 999
      tracker.save(`A1.${seconds}.`)
    }
    const written = (api as { getFlattenedCMI(): Record<string, string> }).getFlattenedCMI()
    expect(written[names.time]).toBe(standard === '1.2' ? '100:00:00' : 'PT100H0M0S')
  })

  test('4,000 characters are kept as they are', () => {
    const lms = lmsFor(standard)
    const tracker = open(lms.launch())
    tracker.begin()
    const text = 'A1.'.padEnd(3999, 'x-_9') + '.'
    expect(tracker.save(text)).toBe(true)
    expect(open(lms.launch()).begin()?.state).toBe(text)
  })

  test('looking back is told apart', () => {
    expect(open(lmsFor(standard).launch('review')).begin()?.mode).toBe('review')
  })
})

describe.each(STANDARDS)('an odd LMS, SCORM %s', (standard) => {
  const dialect = DIALECTS[standard]
  const { methods } = dialect
  const fake = (change: Record<string, (...args: string[]) => unknown>): object => ({
    [methods.initialize]: () => 'true',
    [methods.terminate]: () => 'true',
    [methods.get]: () => '',
    [methods.set]: () => 'true',
    [methods.commit]: () => 'true',
    [methods.lastError]: () => '0',
    ...change,
  })
  const boom = (): never => {
    throw new Error('Permission denied')
  }

  test('that throws at every call is no connection, and nothing breaks', () => {
    const api = Object.fromEntries(Object.values(methods).map((name) => [name, boom]))
    expect(trackerOf(dialect, api, () => 0).begin()).toBeNull()
  })

  test('that refuses the start is no connection', () => {
    const api = fake({ [methods.initialize]: () => 'false', [methods.lastError]: () => '102' })
    expect(trackerOf(dialect, api, () => 0).begin()).toBeNull()
  })

  test('that answers true instead of "true" is a connection', () => {
    let kept: string | undefined = ''
    const tracker = trackerOf(
      dialect,
      fake({
        [methods.initialize]: () => true,
        [methods.set]: (name, value) => {
          if (name === 'cmi.suspend_data') kept = value
          return true
        },
        [methods.get]: (name) => (name === 'cmi.suspend_data' ? kept : null),
        [methods.commit]: () => true,
      }),
      () => 0,
    )
    expect(tracker.begin()).toEqual({ state: '', mode: 'normal', status: 'open' })
    expect(tracker.save('A1.x.')).toBe(true)
  })

  test('that says true and keeps nothing is found out', () => {
    const tracker = trackerOf(dialect, fake({}), () => 0)
    tracker.begin()
    expect(tracker.save('A1.x.')).toBe(false)
  })

  test('that says true and cuts the text is found out', () => {
    let kept = ''
    const tracker = trackerOf(
      dialect,
      fake({
        [methods.set]: (name, value) => {
          if (name === 'cmi.suspend_data') kept = (value ?? '').slice(0, 255)
          return 'true'
        },
        [methods.get]: (name) => (name === 'cmi.suspend_data' ? kept : ''),
      }),
      () => 0,
    )
    tracker.begin()
    expect(tracker.save('A1.short.')).toBe(true)
    expect(tracker.save('x'.repeat(300))).toBe(false)
  })

  test('whose commit fails has not saved, and is written to again', () => {
    const writes: string[] = []
    let online = false
    let kept = ''
    const tracker = trackerOf(
      dialect,
      fake({
        [methods.set]: (name, value) => {
          if (name === 'cmi.suspend_data') writes.push((kept = value ?? ''))
          return 'true'
        },
        [methods.get]: (name) => (name === 'cmi.suspend_data' ? kept : ''),
        [methods.commit]: () => String(online),
      }),
      () => 0,
    )
    tracker.begin()
    expect(tracker.save('A1.x.')).toBe(false)
    online = true
    expect(tracker.save('A1.x.')).toBe(true)
    expect(writes).toEqual(['A1.x.', 'A1.x.'])
  })

  test('that knows no least and greatest score takes the result all the same', () => {
    const tracker = trackerOf(
      dialect,
      fake({ [methods.set]: (name) => String(!/min|max/.test(name ?? '')) }),
      () => 0,
    )
    tracker.begin()
    expect(tracker.finish(90)).toBe(true)
  })

  test('that refuses the status has not taken the result', () => {
    const tracker = trackerOf(
      dialect,
      fake({ [methods.set]: (name) => String(!/status/.test(name ?? '')) }),
      () => 0,
    )
    tracker.begin()
    expect(tracker.finish(90)).toBe(false)
  })
})
