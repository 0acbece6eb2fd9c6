/** What the connection check finds out; the learner's state is put back as it was. */
import { call } from './call.ts'
import { isConnected, modeOf, type Dialect, type Mode } from './tracker.ts'

export interface Probe {
  /** The course in another window is connected already. */
  readonly shared: boolean
  readonly mode: Mode
  readonly statuses: readonly string[]
  readonly score: string
  /** Characters. */
  readonly stateLength: number
  /** Null in review and browse, where nothing is written. */
  readonly test: {
    /** The longest text, in characters, that was read back as it was written; 0 where none was. */
    readonly holds: number
    readonly restored: boolean
  } | null
}

const LENGTHS = [200, 4_000, 4_096, 16_000, 64_000]

/** Null where the learning system does not let us in. */
export function probe(dialect: Dialect, api: object, now: () => number): Probe | null {
  const { methods, elements } = dialect
  const fresh = call(api, methods.initialize, '') === 'true'
  if (!fresh && !isConnected(dialect, api)) return null
  const get = (element: string): string => call(api, methods.get, element)
  const mode = modeOf(get(elements.mode))
  const before = get(elements.state)
  const statuses = elements.statuses.map(get)
  // Opened on its own, it leaves what a launch of the course would leave: nothing lost, nothing completed.
  const isOver = statuses.some((status) => status === 'passed' || status === 'completed')
  const opening = [...dialect.suspend, ...(mode === 'normal' && !isOver ? dialect.started : [])]
  if (fresh) for (const [element, value] of opening) call(api, methods.set, element, value)
  const found = {
    shared: !fresh,
    mode,
    statuses,
    score: get(elements.score),
    stateLength: before.length,
  }
  if (mode !== 'normal') return { ...found, test: null }
  const keeps = (text: string): boolean => {
    const taken = call(api, methods.set, elements.state, text) === 'true'
    return call(api, methods.commit, '') === 'true' && taken && get(elements.state) === text
  }
  const mark = `check ${now()} `
  const holds = LENGTHS.filter((length) => keeps(mark.padEnd(length, 'x'))).at(-1) ?? 0
  return { ...found, test: { holds, restored: keeps(before) } }
}
