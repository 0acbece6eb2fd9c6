/** What was decided in the form about notes that somebody asked to see. */
import type { RowToReview } from '#server/show/data-request.ts'
import type { Decisions, ReviewProblem } from '#server/rights/answer-data-request.ts'
import { text, typedLike } from './typed.ts'

/** By `what:subject` of a row, wherever it stood on the page. */
export function decisionsIn(post: App.Locals['post']): Decisions {
  const rows = typedLike(post, /^row-\d{1,3}$/, text)
  const held = typedLike(post, /^hold-\d{1,3}$/, text)
  const why = typedLike(post, /^why-\d{1,3}$/, text)
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const n = name.slice('row-'.length)
      const chosen = held[`hold-${n}`]
      const isHeld = chosen === 'hold' ? true : chosen === 'release' ? false : null
      return [row, { isHeld, reason: why[`why-${n}`] ?? '' }]
    }),
  )
}

/** Words for what is missing, by the field where it stands now. */
export const problemsAt = (
  found: Readonly<Record<string, ReviewProblem>>,
  rows: readonly RowToReview[],
  words: Readonly<Record<ReviewProblem, string>>,
): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(({ what, subject }, at) => {
      const problem = found[`${what}:${subject}`]
      return problem
        ? [[`${problem === 'undecided' ? 'hold' : 'why'}-${at + 1}`, words[problem]]]
        : []
    }),
  )
