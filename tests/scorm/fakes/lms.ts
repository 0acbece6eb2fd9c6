/** A learning system of which every trait can be made difficult. By itself it is strict: what the standard does not allow is refused. */
import type { Standard } from '#domain/packages/packed.ts'
import { refusalOf } from './rules.ts'

export interface Call {
  readonly method: string
  readonly element: string
  readonly value: string
}

/** What is odd about it; whatever is left out is as the standard says. */
export interface Traits {
  /** The answer to a question, instead of what is kept. */
  readonly get?: (element: string, kept: string) => unknown
  /** The answer to a write: an error code, '0' to take it; `undefined` leaves it to the standard. */
  readonly set?: (element: string, value: string) => string | undefined
  /** The answer to the nth commit, from 1; it may throw. */
  readonly commit?: (nth: number) => unknown
  /** True where what is written is thrown away although the answer is "true". */
  readonly lies?: boolean
  /** True where its own page has made the start already. */
  readonly startedBefore?: boolean
  readonly refusesStart?: boolean
  /** How it answers "true" and "false". */
  readonly says?: (answer: boolean) => unknown
  readonly mode?: (kept: Readonly<Record<string, string>>) => string
  /** Keeps only these; the rest is forgotten at the end of the visit. */
  readonly remembers?: RegExp
}

export interface FakeLms {
  /** A new visit; what was not committed at the last one is gone. */
  visit(): object
  /** What is stored. */
  stored(): Readonly<Record<string, string>>
  readonly calls: Call[]
  /** What a strict learning system would have refused, whatever this one answered. */
  readonly faults: string[]
}

const NAMES = {
  '1.2': [
    'LMSInitialize',
    'LMSFinish',
    'LMSGetValue',
    'LMSSetValue',
    'LMSCommit',
    'LMSGetLastError',
  ],
  '2004': ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError'],
} as const
const MODE = { '1.2': 'cmi.core.lesson_mode', '2004': 'cmi.mode' } as const

export function fakeLms(standard: Standard, traits: Traits = {}): FakeLms {
  const calls: Call[] = []
  const faults: string[] = []
  let stored: Record<string, string> = {}
  const says = traits.says ?? String

  function visit(): object {
    let now: Record<string, string> = {
      ...stored,
      [MODE[standard]]: traits.mode?.(stored) ?? 'normal',
    }
    let error = '0'
    let phase: 'before' | 'open' | 'after' = traits.startedBefore ? 'open' : 'before'
    let commits = 0
    const end = (code: string, taken = code === '0'): unknown => {
      error = code
      return says(taken)
    }
    const store = (): void => {
      const kept = Object.entries(now).filter(([name]) => traits.remembers?.test(name) ?? true)
      if (!traits.lies) stored = Object.fromEntries(kept)
    }
    const [initialize, terminate, get, set, commit, lastError] = NAMES[standard]
    const heard = (method: string, element = '', value = ''): void =>
      void calls.push({ method, element, value })
    return {
      [initialize]: (): unknown => {
        heard(initialize)
        if (traits.refusesStart) return end('102')
        if (phase !== 'before') return end(phase === 'open' ? '101' : '104')
        phase = 'open'
        return end('0')
      },
      [terminate]: (): unknown => {
        heard(terminate)
        if (phase !== 'open') return end('112')
        phase = 'after'
        store()
        return end('0')
      },
      [get]: (element: string): unknown => {
        heard(get, element)
        if (phase !== 'open') {
          error = '122'
          return ''
        }
        const kept = element.endsWith('._count') ? countOf(element, now) : (now[element] ?? '')
        error = kept === '' ? '403' : '0'
        return traits.get ? traits.get(element, kept) : kept
      },
      [set]: (element: string, value: string): unknown => {
        heard(set, element, value)
        if (phase !== 'open') return end('132')
        const fault = refusalOf(standard, element, value)
        if (fault) faults.push(`${element}=${value}: ${fault}`)
        const code = traits.set?.(element, value) ?? (fault ? '405' : '0')
        if (code === '0') now = { ...now, [element]: value }
        return end(code)
      },
      [commit]: (): unknown => {
        heard(commit)
        if (phase !== 'open') return end('142')
        const answer = traits.commit ? traits.commit(++commits) : true
        if (answer === true) store()
        return end(answer === true ? '0' : '391')
      },
      [lastError]: (): unknown => error,
    }
  }
  return { visit, stored: () => stored, calls, faults }
}

const countOf = (element: string, now: Readonly<Record<string, string>>): string => {
  const list = element.slice(0, -'._count'.length)
  const indexes = Object.keys(now).flatMap((name) =>
    name.startsWith(`${list}.`) ? [Number(name.slice(list.length + 1).split('.')[0]) + 1] : [],
  )
  return String(Math.max(0, ...indexes))
}
