/**
 * The LMS's side of one opening: scorm-again behind the eight functions of the standard, and nothing else of it.
 * Commits leave through `onCommit`; what was kept is said by whoever keeps it, never by this (scorm.md).
 */
import type { Standard } from '#domain/course/packed.ts'
import type { Elements } from '#domain/packages/runtime-data.ts'

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

/** One call of the package, for a live view. */
export interface Call {
  readonly name: string
  readonly args: readonly string[]
  readonly answer: string
  /** Error code after the call, '0' for none. */
  readonly error: string
}

export interface RuntimeOptions {
  readonly standard: Standard
  /** Everything that stands before the first call. */
  readonly elements: Elements
  readonly onCommit: (commit: Commit) => void
  readonly onCall?: (call: Call) => void
}

export type Api = Readonly<Record<string, (...args: unknown[]) => string>>

const FUNCTIONS: Record<Standard, readonly string[]> = {
  '1.2': [
    'Initialize',
    'Finish',
    'GetValue',
    'SetValue',
    'Commit',
    'GetLastError',
    'GetErrorString',
    'GetDiagnostic',
  ].map((name) => `LMS${name}`),
  '2004': [
    'Initialize',
    'Terminate',
    'GetValue',
    'SetValue',
    'Commit',
    'GetLastError',
    'GetErrorString',
    'GetDiagnostic',
  ],
}
/** The name under which a package finds it. */
export const API_NAME: Record<Standard, string> = { '1.2': 'API', '2004': 'API_1484_11' }

const AUTOMATIC_SECONDS = 15

export function startRuntime(Class: ScormAgainClass, options: RuntimeOptions): Api {
  const { standard, elements, onCommit, onCall } = options
  const api = new Class({
    // Passing any setting switches this on unless it is said.
    mastery_override: false,
    autocommit: true,
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
  const call = (name: string, ...args: unknown[]): string => {
    const run: unknown = Reflect.get(api, name)
    return typeof run === 'function' ? String(run.apply(api, args)) : ''
  }
  const lastError = FUNCTIONS[standard].find((name) => name.endsWith('GetLastError')) ?? ''
  return Object.freeze(
    Object.fromEntries(
      FUNCTIONS[standard].map((name) => [
        name,
        (...args: unknown[]) => {
          const answer = call(name, ...args.map((one) => (one === undefined ? '' : one)))
          onCall?.({ name, args: args.map(String), answer, error: call(lastError) })
          return answer
        },
      ]),
    ),
  )
}

const texts = (told: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(told).filter(
      (one): one is [string, string] => typeof one[1] === 'string' && one[1] !== '',
    ),
  )
