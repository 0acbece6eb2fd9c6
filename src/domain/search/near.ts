/** How many letters a word may be mistyped by. */
export const slipsIn = (folded: string): number =>
  /\d/.test(folded) || folded.length < 5 ? 0 : folded.length < 8 ? 1 : 2

/** Whether one becomes the other by at most so many letters put in, left out or changed. */
export function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return (row[other.length] ?? 0) <= most
}
