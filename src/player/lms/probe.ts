/** What the connection check finds out; the learner's state is put back as it was. */
import { call } from './call.ts'
import { isConnected, modeOf } from './tracker.ts'
import { type Dialect, type Mode } from './dialect.ts'

export interface Probe {
  /** The course in another window is connected already. */
  readonly shared: boolean
  readonly mode: Mode
  readonly statuses: readonly string[]
  readonly score: string
  /** Characters. */
  readonly stateLength: number
  /** What it says of its lists; nothing is written into them. */
  readonly lists: Readonly<Record<'interactions' | 'objectives', Counted>>
  /** Null in review and browse, where nothing is written. */
  readonly test: {
    /** The longest text, in characters, that was read back as it was written; 0 where none was. */
    readonly holds: number
    /** True where one character more was not kept; else longer texts were not tried. */
    readonly isLimit: boolean
    /** Milliseconds for one write with its commit. */
    readonly took: number
    readonly restored: boolean
  } | null
}

/** The count as the LMS says it, '' where it says none; and its error code then. */
export interface Counted {
  readonly count: string
  readonly error: string
}

const LENGTHS = [200, 4_000, 4_096, 16_000, 64_000] as const

/** Null where the learning system does not let us in. */
export function probe(dialect: Dialect, api: object, now: () => number): Probe | null {
  const { methods, elements } = dialect
  const fresh = call(api, methods.initialize, '') === 'true'
  if (!fresh && !isConnected(dialect, api)) return null
  const get = (element: string): string => call(api, methods.get, element)
  const counted = (list: string): Counted => {
    const count = get(`${list}._count`)
    return { count, error: call(api, methods.lastError) }
  }
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
    lists: { interactions: counted('cmi.interactions'), objectives: counted('cmi.objectives') },
  }
  if (mode !== 'normal') return { ...found, test: null }
  const keeps = (text: string): boolean => {
    const taken = call(api, methods.set, elements.state, text) === 'true'
    return call(api, methods.commit, '') === 'true' && taken && get(elements.state) === text
  }
  const mark = `check ${now()} `
  const holdsAll = (length: number): boolean => keeps(mark.padEnd(length, 'x'))
  const begun = now()
  const first = holdsAll(LENGTHS[0])
  const took = now() - begun
  const refused = LENGTHS.find((length) => !holdsAll(length))
  const holds = first ? longest(holdsAll, refused) : 0
  return {
    ...found,
    test: { holds, isLimit: refused !== undefined, took, restored: keeps(before) },
  }
}

/** Between the longest of LENGTHS that was kept and the first that was not, halved until it is found. */
function longest(holds: (length: number) => boolean, refused: number | undefined): number {
  let good = LENGTHS.filter((length) => length < (refused ?? Infinity)).at(-1) ?? 0
  let bad = refused ?? good + 1
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (holds(middle)) good = middle
    else bad = middle
  }
  return good
}
