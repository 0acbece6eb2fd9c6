/**
 * The LMS's side of one opening: scorm-again behind the eight functions of the standard, and nothing else of it.
 * Commits leave through `onCommit`; what was kept is said by whoever keeps it, never by this (S9).
 */
import type { Standard } from '#domain/packages/packed.ts'
import { isElement } from '#domain/packages/model.ts'
import { settled } from '#domain/packages/settled.ts'
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
  /** A call that should save something broke: nothing of it came to `onCommit`. */
  readonly onLost?: (() => void) | undefined
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
const AUTOMATIC_MS = 2000

/**
 * Goes in the place of a name that is no element. scorm-again takes a parent (`cmi.core.score`, `adl`) and its own
 * inner names for elements, answers "true" and is broken; this one it refuses, with the code that the moment asks for.
 */
const NO_ELEMENT = 'cmi.no_such_element'

/** 1.2 and 2004: a general error. */
const GENERAL = '101'

export function startRuntime(Class: ScormAgainClass, options: RuntimeOptions): Api {
  const { standard, elements, automatic, onCommit, onLost, onCall } = options
  const api = new Class({
    // Passing any setting switches this on unless it is said.
    mastery_override: false,
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
        const ended = about?.isTerminateCommit ?? false
        onCommit({ elements: settled(standard, texts(told.runtimeData ?? {}), ended), ended })
        return { result: 'true', errorCode: 0 }
      },
      updateSettings: () => undefined,
    },
  })
  api.loadFromFlattenedJSON({ ...elements })
  const prefix = standard === '1.2' ? 'LMS' : ''
  /** A call broke, and this is its error until the next one. */
  let broken = false
  const ask = (name: string, args: readonly string[]): string => {
    const found: unknown = Reflect.get(api, name)
    return typeof found === 'function' ? String(found.apply(api, args)) : ''
  }
  const lastError = (): string => (broken ? GENERAL : ask(`${prefix}GetLastError`, []))
  const run = (name: string, args: readonly string[]): string => {
    const [element = '', ...values] = args
    const isAbout = /[GS]etValue$/.test(name)
    const known = !isAbout || element === '' || isElement(standard, element)
    try {
      broken = false
      return ask(name, known ? args : [NO_ELEMENT, ...values])
    } catch {
      broken = true
      if (!/GetValue$/.test(name)) onLost?.()
      return /GetValue$/.test(name) ? '' : 'false'
    }
  }
  let waits: ReturnType<typeof setTimeout> | null = null
  const commitSoon = (name: string, answer: string): void => {
    if (/(?:Commit|Finish|Terminate)$/.test(name) && waits) {
      clearTimeout(waits)
      waits = null
    }
    if (!automatic || waits || answer !== 'true' || !name.endsWith('SetValue')) return
    waits = setTimeout(() => {
      waits = null
      run(`${prefix}Commit`, [''])
    }, AUTOMATIC_MS)
  }
  const told = (name: string, args: readonly string[]): string => {
    const answer = run(name, args)
    const [element = '', value = ''] = args
    onCall?.({ method: name, element, value, answer, error: lastError(), most: mostOf(element) })
    commitSoon(name, answer)
    return answer
  }
  const about = (name: string, args: readonly string[]): string =>
    name.endsWith('GetLastError') ? lastError() : ask(name, args)
  const named = (names: readonly string[], call: typeof run) =>
    names.map((one) => {
      const name = prefix + one
      return [name, (...args: unknown[]) => call(name, args.map(text))] as const
    })
  return Object.freeze(
    Object.fromEntries([...named(CALLS[standard], told), ...named(ABOUT_ERRORS, about)]),
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
