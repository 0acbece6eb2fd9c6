/** A package of others in a programme's course, as the rules see it. */
import type { Standard } from '../course/packed.ts'

/** One part that a learner opens, as the manifest describes it (src/scorm/check/manifest.ts). */
export interface Part {
  readonly identifier: string
  readonly title: string
  /** An asset reports nothing: opening it completes it. */
  readonly kind: 'sco' | 'asset'
  readonly path: string
  readonly query: string
  readonly launchData: string
  readonly masteryScore: string
  readonly maxTimeAllowed: string
  readonly timeLimitAction: string
  readonly completionThreshold: string
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
}

export type PartStatus = 'not-started' | 'in-progress' | 'done'

/** Over all generations: what was done once stays done. */
export function statusOf(
  part: { readonly identifier: string },
  results: readonly Result[],
): PartStatus {
  const own = results.filter(({ item }) => item === part.identifier)
  if (own.length === 0) return 'not-started'
  return own.some(({ completed, success }) => completed || success === 'passed')
    ? 'done'
    : 'in-progress'
}

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
        : 'in-progress'
  return { status, done, of: items.length }
}
