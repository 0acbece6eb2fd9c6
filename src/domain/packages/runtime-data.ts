/**
 * The data model that a package sees, by full element name: what we keep of it, and what we hand in.
 * Everything about the learner and the launch is ours and is computed anew at each opening (S9).
 */
import type { Standard } from './packed.ts'
import { isKept } from './model.ts'
import type { Part } from './part.ts'

export type Elements = Readonly<Record<string, string>>

/** Characters of one element; suspend_data is the longest that the standards know. */
const LONGEST = 64_000
const MOST_INTERACTIONS = 500
/** Characters of names and values together. */
const MOST_STATE = 400_000

/** What came from a package, less what it may not say; null where it is more than fits. */
export function readElements(
  standard: Standard,
  told: Readonly<Record<string, unknown>>,
): Elements | null {
  const kept: Record<string, string> = {}
  let size = 0
  for (const [name, value] of Object.entries(told)) {
    if (typeof value !== 'string' || value === '' || !isKept(standard, name)) continue
    const index = /^cmi\.interactions\.(\d+)/.exec(name)?.[1]
    if (index !== undefined && Number(index) >= MOST_INTERACTIONS) continue
    size += name.length + value.length
    if (value.length > LONGEST || size > MOST_STATE) return null
    kept[name] = value.toWellFormed()
  }
  return kept
}

export interface LaunchFacts {
  readonly part: Part
  /** A pseudonym (pseudonym.ts): a package is a stranger. */
  readonly learner: { readonly id: string; readonly name: string }
  /** Only `normal` counts. */
  readonly mode: 'normal' | 'browse' | 'review'
  /** Null for the first opening. */
  readonly before: {
    readonly elements: Elements
    readonly exit: string
    readonly seconds: number
  } | null
}

/** @returns every element that stands before the package asks for the first one */
export function elementsAtLaunch(standard: Standard, facts: LaunchFacts): Elements {
  const { before } = facts
  const entry = !before ? 'ab-initio' : before.exit === 'suspend' ? 'resume' : ''
  const kept = Object.entries(before?.elements ?? {}).filter(
    ([name]) => !/exit$|session_time$/.test(name),
  )
  return withoutEmpty({
    ...Object.fromEntries(kept),
    ...(standard === '1.2' ? ours12(facts, entry) : ours2004(facts, entry)),
  })
}

function ours12({ part, learner, mode, before }: LaunchFacts, entry: string): Elements {
  return {
    'cmi.core.student_id': learner.id,
    'cmi.core.student_name': learner.name,
    'cmi.core.credit': creditOf(mode),
    'cmi.core.lesson_mode': mode,
    'cmi.core.entry': entry,
    'cmi.core.total_time': time12(before?.seconds ?? 0),
    'cmi.launch_data': part.launchData.slice(0, 4096),
    'cmi.student_data.mastery_score': number(part.masteryScore, 0, 100),
    'cmi.student_data.max_time_allowed': /^\d{2,4}:\d\d:\d\d(\.\d+)?$/.test(part.maxTimeAllowed)
      ? part.maxTimeAllowed
      : '',
    'cmi.student_data.time_limit_action': part.timeLimitAction,
  }
}

function ours2004({ part, learner, mode, before }: LaunchFacts, entry: string): Elements {
  return {
    'cmi.learner_id': learner.id,
    'cmi.learner_name': learner.name,
    'cmi.credit': creditOf(mode),
    'cmi.mode': mode,
    'cmi.entry': entry,
    'cmi.total_time': time2004(before?.seconds ?? 0),
    'cmi.launch_data': part.launchData.slice(0, 4000),
    'cmi.completion_threshold': number(part.completionThreshold, 0, 1),
    'cmi.scaled_passing_score': number(part.passingScore, -1, 1),
    'cmi.max_time_allowed': /^P[\dDT][\dDHMS.T]*$/.test(part.maxTimeAllowed)
      ? part.maxTimeAllowed
      : '',
    'cmi.time_limit_action': part.timeLimitAction,
  }
}

const creditOf = (mode: LaunchFacts['mode']): string => (mode === 'normal' ? 'credit' : 'no-credit')

const withoutEmpty = (elements: Elements): Elements =>
  Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== ''))

const number = (text: string, min: number, max: number): string =>
  /^-?\d{1,3}(\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max ? text : ''

const two = (value: number): string => String(value).padStart(2, '0')

/** `HHHH:MM:SS`, as 1.2 writes it. */
export const time12 = (seconds: number): string => {
  const whole = Math.min(Math.trunc(seconds), 9999 * 3600)
  return `${String(Math.trunc(whole / 3600)).padStart(4, '0')}:${two(Math.trunc(whole / 60) % 60)}:${two(whole % 60)}`
}

/** `PT1H2M3S`, as 2004 writes it. */
export const time2004 = (seconds: number): string => {
  const whole = Math.trunc(seconds)
  return `PT${Math.trunc(whole / 3600)}H${Math.trunc(whole / 60) % 60}M${whole % 60}S`
}
