/** A package of others in a programme's course, as the rules see it. */
import type { Standard } from './packed.ts'

/** One part that a learner opens, as the manifest describes it (src/scorm/check/manifest.ts). */
export interface Part {
  readonly identifier: string
  readonly title: string
  /** A SCO reports; an asset does not: opening it completes it. */
  readonly kind: 'sco' | 'asset'
  /** Path in the package. */
  readonly path: string
  /** `?…#…` that goes behind it; '' for none. */
  readonly query: string
  /** What the item hands to the SCO; '' for none. */
  readonly launchData: string
  /** As written: 0 to 100 in 1.2; '' for none. */
  readonly masteryScore: string
  /** `continue,no message` and the like; '' for none. */
  readonly timeLimitAction: string
  /** `HH:MM:SS` in 1.2, `PT1H` in 2004, as written; '' for none. */
  readonly maxTimeAllowed: string
  /** 2004: 0 to 1 as written; '' for none. */
  readonly completionThreshold: string
  /** 2004: minNormalizedMeasure of the primary objective; '' for none. */
  readonly passingScore: string
}

export interface Content {
  readonly standard: Standard
  readonly schemaVersion: string
  readonly title: string
  readonly items: readonly Part[]
}

/** What is kept of one person at one part. */
export interface Result {
  readonly item: string
  readonly completed: boolean
  readonly success: '' | 'passed' | 'failed'
  /** 0 to 100. */
  readonly score: number | null
  readonly seconds: number
  /** JSON of the data model as it was left; `{}` of a package that never said anything. */
  readonly state: string
  /** A coordinator took it for done; null for not. */
  readonly acceptedAt: number | null
}

/** `opened`: it was, and the package has not said whether it is finished. */
export type PartStatus = 'not-started' | 'opened' | 'in-progress' | 'done'

/** What a package says of being finished. */
export type Saying = 'nothing' | 'no-completion' | 'completion'

const COMPLETION =
  /"cmi\.(?:core\.lesson_status|completion_status|success_status)":"(?!unknown"|not attempted")/

export function sayingOf({ state, completed, success }: Omit<Result, 'item'>): Saying {
  if (completed || success !== '' || COMPLETION.test(state)) return 'completion'
  return state === '{}' ? 'nothing' : 'no-completion'
}

/** Over all generations: what was done once stays done. */
export function statusOf(
  part: { readonly identifier: string },
  results: readonly Result[],
): PartStatus {
  const own = results.filter(({ item }) => item === part.identifier)
  if (own.length === 0) return 'not-started'
  if (own.some(isDone)) return 'done'
  return own.some((one) => sayingOf(one) === 'completion') ? 'in-progress' : 'opened'
}

const isDone = ({ completed, success, acceptedAt }: Result): boolean =>
  completed || success === 'passed' || acceptedAt !== null

/** Whether a coordinator may take it for done: it was opened, and says nothing of being finished. */
export const isAcceptable = (result: Result): boolean =>
  !isDone(result) && sayingOf(result) !== 'completion'

/** Names a part in the form that takes it for done. */
export const acceptanceOf = (packageId: string, item: string): string => `${packageId} ${item}`

/** How many of its parts are done, and the whole. */
export function packageStatus(
  items: readonly { readonly identifier: string }[],
  results: readonly Result[],
): { readonly status: PartStatus; readonly done: number; readonly of: number } {
  const statuses = items.map((part) => statusOf(part, results))
  const done = statuses.filter((status) => status === 'done').length
  const status =
    done === items.length
      ? 'done'
      : statuses.every((one) => one === 'not-started')
        ? 'not-started'
        : statuses.every((one) => one === 'opened' || one === 'done')
          ? 'opened'
          : 'in-progress'
  return { status, done, of: items.length }
}
