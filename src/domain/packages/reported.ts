/** What a package says of a learner, read from its data model; never more than it said. */
import type { Standard } from './packed.ts'
import type { Elements } from './runtime-data.ts'
import type { Result } from './part.ts'

export interface Reported {
  readonly completed: boolean
  readonly success: '' | 'passed' | 'failed'
  /** 0 to 100; null for none. */
  readonly score: number | null
  /** Of this opening. */
  readonly seconds: number
  readonly exit: string
  readonly interactions: readonly ReportedInteraction[]
}

export interface ReportedInteraction {
  readonly id: string
  readonly type: string
  readonly response: string
  readonly result: string
}

/** Longer answers are cut; the whole stands in the data model that is kept for the package. */
const SHOWN = 250
/** An opening lasts no longer than a day. */
const DAY_SECONDS = 86_400

export function readReport(standard: Standard, elements: Elements): Reported {
  const at = (name: string): string => elements[name] ?? ''
  const exit = at(standard === '1.2' ? 'cmi.core.exit' : 'cmi.exit')
  const common = {
    exit: /^(suspend|normal|logout|time-out)$/.test(exit) ? exit : '',
    interactions: readInteractions(elements),
  }
  if (standard === '1.2') {
    const status = at('cmi.core.lesson_status')
    return {
      ...common,
      completed: status === 'completed' || status === 'passed',
      success: status === 'passed' || status === 'failed' ? status : '',
      score: percent(at('cmi.core.score.raw'), at('cmi.core.score.min'), at('cmi.core.score.max')),
      seconds: seconds12(at('cmi.core.session_time')),
    }
  }
  const success = at('cmi.success_status')
  const scaled = finite(at('cmi.score.scaled'))
  return {
    ...common,
    completed: at('cmi.completion_status') === 'completed',
    success: success === 'passed' || success === 'failed' ? success : '',
    score:
      scaled === null
        ? percent(at('cmi.score.raw'), at('cmi.score.min'), at('cmi.score.max'))
        : clamp(scaled * 100),
    seconds: seconds2004(at('cmi.session_time')),
  }
}

/** What was completed or passed once stays so, and the best score counts: order does not matter (R30). */
export const mergeResult = (
  before: Pick<Result, 'completed' | 'success' | 'score'> | null,
  told: Reported,
): Pick<Result, 'completed' | 'success' | 'score'> => ({
  completed: told.completed || (before?.completed ?? false),
  success: [told.success, before?.success].includes('passed')
    ? 'passed'
    : told.success || (before?.success ?? ''),
  score:
    told.score === null
      ? (before?.score ?? null)
      : Math.max(told.score, before?.score ?? told.score),
})

const finite = (text: string): number | null =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null

const clamp = (value: number): number => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10

/** A raw score without bounds is one of 100. */
function percent(raw: string, min: string, max: string): number | null {
  const score = finite(raw)
  if (score === null) return null
  const [low, high] = [finite(min) ?? 0, finite(max) ?? 100]
  return high > low ? clamp(((score - low) / (high - low)) * 100) : clamp(score)
}

const atMostADay = (seconds: number): number =>
  Number.isFinite(seconds) ? Math.min(DAY_SECONDS, Math.max(0, Math.round(seconds))) : 0

export function seconds12(text: string): number {
  const [, hours, minutes, seconds] = /^(\d{1,4}):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text) ?? []
  return atMostADay(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** Years and months are no lengths of an opening. */
export function seconds2004(text: string): number {
  const [whole, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text) ?? []
  if (whole === undefined) return 0
  const value = (part: string | undefined): number => Number(part ?? 0)
  return atMostADay(
    value(days) * DAY_SECONDS + value(hours) * 3600 + value(minutes) * 60 + value(seconds),
  )
}

function readInteractions(elements: Elements): ReportedInteraction[] {
  const found = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(elements)) {
    const [, index, field] = /^cmi\.interactions\.(\d+)\.([a-z_]+)$/.exec(name) ?? []
    if (index === undefined || field === undefined) continue
    found.set(Number(index), { ...found.get(Number(index)), [field]: value.slice(0, SHOWN) })
  }
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([, fields]) => ({
      id: fields['id'] ?? '',
      type: fields['type'] ?? '',
      response: fields['student_response'] ?? fields['learner_response'] ?? '',
      result: fields['result'] ?? '',
    }))
}
