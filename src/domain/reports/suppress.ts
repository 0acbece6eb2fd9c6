/**
 * Groups of fewer than 5 people never leave their programme: neither as a number, nor as the difference of two numbers.
 * Rule: everything that is shown is a sum of separate groups, each of nobody or of at least 5 people.
 */

const LEAST = 5

export const isSafe = (people: number): boolean => people === 0 || people >= LEAST

/**
 * Numbers of which each counts some of the people of the one before: stages of a funnel.
 * One is shown where it is safe, and where those who were lost since the last one shown are safe too.
 * @param cells never rising
 * @returns null for what is not shown; nothing at all where the first is too small
 */
export function safeChain(cells: readonly number[]): (number | null)[] {
  let last: number | null = null
  return cells.map((people, index) => {
    if (index > 0 && last === null) return null
    if (!isSafe(people) || (last !== null && !isSafe(last - people))) return null
    last = people
    return people
  })
}

/** The sum of what is shown, null where nothing is: what is not shown cannot be worked out from it. */
export const sumShown = (cells: readonly (number | null)[]): number | null =>
  cells.reduce((sum, cell) => (cell === null ? sum : (sum ?? 0) + cell), null)
