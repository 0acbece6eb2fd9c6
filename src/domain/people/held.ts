/**
 * A code that staff made is no master key: what somebody wrote for themselves before stays closed in a session that it
 * opened, until they come by a way of their own, or seven days after they were told of the code.
 */
import { DAY_MS } from '#domain/calendar/days.ts'
import type { Progress } from '#domain/learning/progress.ts'

const HELD_DAYS = 7

/** @param told when the person was told that there is such a code */
export const heldUntil = (told: number): number => told + HELD_DAYS * DAY_MS

/** What was held, as long as it is. */
export const stillHeld = (until: number | null, now: number): number | null =>
  until !== null && until > now ? until : null

/**
 * Progress without the words that were shared with nobody and that were there before.
 * @param since ids of what was written since the session began
 */
export const withoutPrivateWords = (progress: Progress, since: ReadonlySet<string>): Progress =>
  Object.fromEntries(
    Object.entries(progress).map(([item, have]) =>
      have.kind === 'written' && !have.shared && !since.has(have.record)
        ? [item, { ...have, text: '', isClosed: true }]
        : [item, have],
    ),
  )
