/**
 * The LMS's side of one opening: scorm-again behind the eight functions of the standard, and nothing else of it.
 * Commits leave through `onCommit`; what was kept is said by whoever keeps it, never by this (scorm.md).
 */
import type { Standard } from '#domain/course/packed.ts'
import type { Elements } from '#domain/packages/runtime-data.ts'
import { mostOf } from './limits.ts'

/** What is used of scorm-again's classes. */
interface ScormAgain {
  loadFromFlattenedJSON(elements: Record<string, string>): void
}
export type ScormAgainClass = new (settings: Record<string, unknown>) => ScormAgain

export interface Commit {
  /** The whole data model, by element name. */
  readonly elements: Elements
  readonly ended: boolean
}

/** One call of the package with what came of it, for a live view. */
export interface Call {
  readonly method: string
  readonly element: string
  /** What was written; '' for a question. */
  readonly value: string
  readonly answer: string
  /** Error code after the call, '0' for none. */
  readonly error: string
  /** Characters that the element may have by the standard; null where it says nothing. */
  readonly most: number | null
}

export interface RuntimeOptions {
  readonly standard: Standard
  /** Everything that stands before the first call. */
  readonly elements: Elements
  /** Whether what was set and not committed is committed soon after. */
  readonly automatic: boolean
  readonly onCommit: (commit: Commit) => void
  readonly onCall?: ((call: Call) => void) | undefined
}

export type Api = Readonly<Record<string, (...args: unknown[]) => string>>

/** The name under which a package finds it. */
export const API_NAME: Record<Standard, string> = { '1.2': 'API', '2004': 'API_1484_11' }

const ABOUT_ERRORS = ['GetLastError', 'GetErrorString', 'GetDiagnostic'] as const
const CALLS: Record<Standard, readonly string[]> = {
  '1.2': ['Initialize', 'Finish', 'GetValue', 'SetValue', 'Commit'],
  '2004': ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit'],
}

/** Many packages set a status, commit nothing, and are left. */
const AUTOMATIC_SECONDS = 2

export function startRuntime(Class: ScormAgainClass, options: RuntimeOptions): Api {
  const { standard, elements, automatic, onCommit, onCall } = options
  const api = new Class({
    // Passing any setting switches this on unless it is said.
    mastery_override: false,
    autocommit: automatic,
    autocommitSeconds: AUTOMATIC_SECONDS,
    logLevel: 5,
    lmsCommitUrl: 'host',
    dataCommitFormat: 'flattened',
    renderCommonCommitFields: true,
    httpService: {
      processHttpRequest: (
        _url: string,
        told: { readonly runtimeData?: Readonly<Record<string, unknown>> },
        _immediate: boolean,
        _log: unknown,
        _listeners: unknown,
        about?: { readonly isTerminateCommit?: boolean },
      ) => {
        onCommit({
          elements: texts(told.runtimeData ?? {}),
          ended: about?.isTerminateCommit ?? false,
        })
        return { result: 'true', errorCode: 0 }
      },
      updateSettings: () => undefined,
    },
  })
  api.loadFromFlattenedJSON({ ...elements })
  const prefix = standard === '1.2' ? 'LMS' : ''
  const run = (name: string, args: readonly string[]): string => {
    const found: unknown = Reflect.get(api, name)
    return typeof found === 'function' ? String(found.apply(api, args)) : ''
  }
  const told = (name: string, args: readonly string[]): string => {
    const answer = run(name, args)
    const [element = '', value = ''] = args
    const error = run(`${prefix}GetLastError`, [])
    onCall?.({ method: name, element, value, answer, error, most: mostOf(element) })
    return answer
  }
  const named = (names: readonly string[], call: typeof run) =>
    names.map((one) => {
      const name = prefix + one
      return [name, (...args: unknown[]) => call(name, args.map(text))] as const
    })
  return Object.freeze(
    Object.fromEntries([...named(CALLS[standard], told), ...named(ABOUT_ERRORS, run)]),
  )
}

/** Packages hand in numbers and truth values as well. */
const text = (value: unknown): string => (value === undefined ? '' : `${value as string}`)

const texts = (told: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(told).filter(
      (one): one is [string, string] => typeof one[1] === 'string' && one[1] !== '',
    ),
  )
