/** A learning system in a page, around scorm-again: keeps what was committed, and tells every call that is made. */
import type { Standard } from '#domain/course/packed.ts'
import { mostOf } from './limits.ts'

/** One call of the package, with what came of it. */
export interface Call {
  readonly method: string
  readonly element: string
  /** What was written, or what was answered to a question. */
  readonly value: string
  readonly answer: string
  /** Error code; '0' for none. */
  readonly error: string
  /** Characters that the element may have by the standard; null where it says nothing. */
  readonly most: number | null
}

/** What of scorm-again is used. */
export interface HostApi {
  loadFromFlattenedJSON(json: Record<string, unknown>): void
  getFlattenedCMI(): Record<string, unknown>
}

export interface Launch {
  /** What the package finds under `API_NAMES`. */
  readonly api: object
  /** What was committed so far, by full element name. */
  kept(): Readonly<Record<string, string>>
}

export const API_NAMES: Record<Standard, string> = { '1.2': 'API', '2004': 'API_1484_11' }

const WAYS = {
  '1.2': {
    methods: ['Initialize', 'Finish', 'GetValue', 'SetValue', 'Commit', 'GetLastError'].concat([
      'GetErrorString',
      'GetDiagnostic',
    ]),
    prefix: 'LMS',
    keep: ['LMSCommit', 'LMSFinish'],
    mode: 'cmi.core.lesson_mode',
  },
  '2004': {
    methods: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError'].concat([
      'GetErrorString',
      'GetDiagnostic',
    ]),
    prefix: '',
    keep: ['Commit', 'Terminate'],
    mode: 'cmi.mode',
  },
} as const

/** @param host a new instance of scorm-again; one for each launch */
export function launch(
  standard: Standard,
  host: HostApi,
  before: Readonly<Record<string, string>>,
  mode: 'normal' | 'review',
  onCall: (call: Call) => void,
): Launch {
  const way = WAYS[standard]
  let kept = before
  host.loadFromFlattenedJSON({ ...before, [way.mode]: mode })
  const run = (method: string, values: readonly string[]): string => {
    const functions = host as unknown as Record<string, (...values: string[]) => unknown>
    return String(functions[method]?.(...values))
  }
  const method = (name: string): readonly [string, (...values: string[]) => string] => [
    name,
    (...values: string[]): string => {
      const answer = run(name, values)
      if (/Error|Diagnostic/.test(name)) return answer
      const [element = '', written = ''] = values
      const error = run(`${way.prefix}GetLastError`, [])
      onCall({ method: name, element, value: written, answer, error, most: mostOf(element) })
      if (way.keep.some((one) => one === name) && answer === 'true') kept = stateOf(host)
      return answer
    },
  ]
  return {
    api: Object.fromEntries(way.methods.map((name) => method(way.prefix + name))),
    kept: () => kept,
  }
}

/** What a learning system would store: texts, without times and the mode of this launch. */
const stateOf = (host: HostApi): Record<string, string> =>
  Object.fromEntries(
    Object.entries(host.getFlattenedCMI()).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && !/mode|_time/.test(name) ? [[name, value]] : [],
    ),
  )
