/** The small interface in front of an LMS, and what both standards share behind it. */
import { call } from './call.ts'
import { listsOf } from './lists.ts'

import type { Dialect, Mode, Told, Values } from './dialect.ts'

export interface Launch {
  /** What was kept at the last visit; '' where nothing was. */
  readonly state: string
  readonly mode: Mode
  /** What the LMS holds already. */
  readonly status: 'open' | 'completed' | 'passed'
}

export interface Tracker {
  readonly standard: string
  /** Null where the LMS does not let us in. */
  begin(): Launch | null
  /** Says that the course is begun and not finished. */
  start(): void
  /** True only where the LMS took it, committed it and reads it back. */
  save(state: string): boolean
  /** Writes the final result; true where everything was taken. */
  finish(score: number): boolean
  /** Writes a failure that may still become a pass. */
  fail(score: number, how: 'score' | 'failed'): void
  /** Tells single answers until the LMS refuses one; none of it is needed. */
  tell(answers: readonly Told[]): void
  /** Tells that practice sessions have ended, by their ids, until the LMS refuses one. */
  tellEnded(sessions: readonly string[]): void
  /** Ends the connection; later calls do nothing and answer false. */
  end(): void
}

/** @param now milliseconds since 1970 */
export function trackerOf(dialect: Dialect, api: object, now: () => number): Tracker {
  const { methods, elements } = dialect
  const written = new Map<string, string>()
  let startedAt = 0
  let open = false

  const get = (element: string): string => call(api, methods.get, element)
  const commit = (): boolean => call(api, methods.commit, '') === 'true'
  /** Only what changed. */
  const set = (element: string, value: string): boolean => {
    if (written.get(element) === value) return true
    const taken = call(api, methods.set, element, value) === 'true'
    if (taken) written.set(element, value)
    return taken
  }
  const setAll = (values: Values): boolean =>
    values.map(([element, value]) => set(element, value)).every(Boolean)
  const setTime = (): boolean =>
    set(elements.sessionTime, dialect.duration(Math.floor((now() - startedAt) / 1000)))

  const lists = listsOf(dialect, api)

  return {
    standard: dialect.standard,
    begin: () => {
      const isNew = call(api, methods.initialize, '') === 'true'
      if (!isNew && !isConnected(dialect, api)) return null
      noteEnd(api, false)
      open = true
      startedAt = now()
      const statuses = elements.statuses.map(get)
      const status = (['passed', 'completed'] as const).find((one) => statuses.includes(one))
      const launch = {
        state: get(elements.state),
        mode: modeOf(get(elements.mode)),
        status: status ?? 'open',
      } as const
      setAll(dialect.suspend)
      commit()
      return launch
    },
    start: () => {
      if (open) setAll(dialect.started)
    },
    save: (state) => {
      if (!open) return false
      const taken = set(elements.state, state)
      setTime()
      const saved = commit() && taken && get(elements.state) === state
      if (!saved) written.delete(elements.state)
      return saved
    },
    finish: (score) => {
      if (!open) return false
      const { may, must } = dialect.finished(score)
      setAll(may)
      const done = setAll(must) && commit()
      if (!done) for (const [element] of must) written.delete(element)
      return done
    },
    fail: (score, how) => {
      if (open && setAll(dialect.failed(score, how))) commit()
    },
    tell: (answers) => {
      if (!open) return
      for (const told of answers) lists.add('cmi.interactions', dialect.answered(told))
    },
    tellEnded: (sessions) => {
      if (!open) return
      for (const id of sessions) lists.put('cmi.objectives', dialect.sessionEnded(id))
    },
    end: () => {
      if (!open) return
      setTime()
      commit()
      open = false
      call(api, methods.terminate, '')
      noteEnd(api, true)
    },
  }
}

/** The start was refused because it had happened before, proved by a write; and we have not ended it since. */
export function isConnected(dialect: Dialect, api: object): boolean {
  const { methods, connectedAlready, suspend } = dialect
  if (!connectedAlready.includes(call(api, methods.lastError))) return false
  if (hasEnded(api)) return false
  return suspend.every(([element, value]) => call(api, methods.set, element, value) === 'true')
}

/**
 * scorm-again 3.4.3 for SCORM 1.2 answers "true" to every write after the end, and commits nothing.
 * So the end is noted on the API itself, where this page finds it again after a reload.
 */
const ENDED = 'alongsideEnded'

function noteEnd(api: object, ended: boolean): void {
  try {
    Object.assign(api, { [ENDED]: ended })
  } catch {
    // A sealed API: then its own answers have to do.
  }
}

function hasEnded(api: object): boolean {
  try {
    return (api as { [ENDED]?: unknown })[ENDED] === true
  } catch {
    return false
  }
}

/** Open EdX answers '' (S3): that is a normal launch. */
export const modeOf = (answer: string): Mode =>
  answer === 'review' || answer === 'browse' ? answer : 'normal'
