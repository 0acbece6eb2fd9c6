/** "Did you mean …?" for a word that was mistyped. */

/** The choice that is a slip or two away from `word`, or null where none is. */
export function nearest(word: string, choices: readonly string[]): string | null {
  const allowed = Math.max(1, Math.floor(word.length / 3))
  const [best] = choices
    .map((choice) => ({ choice, slips: slipsBetween(word.toLowerCase(), choice.toLowerCase()) }))
    .filter(({ slips }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips)
  return best?.choice ?? null
}

/** How many letters must be changed, added or taken away (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
