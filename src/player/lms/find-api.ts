/** Finds the LMS's API object: SCORM 1.2 RTE 3.3.6 and SCORM 2004 RTE 3.2.1, made safe (S1). */

/** What is looked at of a window; anything may throw when it belongs to another origin. */
export interface WindowLike {
  readonly parent?: unknown
  readonly opener?: unknown
}

export interface Found {
  readonly api: object
  /** For the self-check page. */
  readonly where: 'here' | 'around' | 'opener'
}

const MOST_STEPS = 500

/** What is looked for. An element with the id "API" has the name too, but not the method. */
export interface Wanted {
  /** `API` or `API_1484_11`: decided by the package, since some LMSs offer both. */
  readonly name: string
  readonly method: string
}

export function findApi(own: WindowLike, wanted: Wanted): Found | null {
  const around = search(own, wanted)
  if (around) return { api: around.api, where: around.steps ? 'around' : 'here' }
  const opener = searchFromOpeners(own, wanted)
  return opener && { api: opener, where: 'opener' }
}

/** The window itself, then each parent. */
function search(from: WindowLike, { name, method }: Wanted): { api: object; steps: number } | null {
  let here: WindowLike | null = from
  for (let steps = 0; here && steps <= MOST_STEPS; steps++) {
    const api = read(here, name)
    if (isThing(api) && typeof read(api, method) === 'function') return { api, steps }
    const parent = read(here, 'parent')
    here = parent === here ? null : asWindow(parent)
  }
  return null
}

/** The opener of this window, then that of the topmost one: a player may stand in a frame of the opened window. */
function searchFromOpeners(own: WindowLike, wanted: Wanted): object | null {
  for (const window of [own, topOf(own)]) {
    const opener = asWindow(read(window, 'opener'))
    const found = opener && search(opener, wanted)
    if (found) return found.api
  }
  return null
}

function topOf(own: WindowLike): WindowLike {
  let here = own
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const parent = asWindow(read(here, 'parent'))
    if (!parent || parent === here) return here
    here = parent
  }
  return here
}

const isThing = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

const asWindow = (value: unknown): WindowLike | null => (isThing(value) ? value : null)

function read(from: object, name: string): unknown {
  try {
    return (from as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}
