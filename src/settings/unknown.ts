/** Names in the environment that begin like a setting of ours and are none: somebody meant one of ours. */

/** What only ours begin with; others' PORT…, HOST… and MAIL are left alone. */
const BEGINNINGS =
  /^(ALONGSIDE|TRUSTED|DATA_?DIR|DATABASE|CONTENT_ORIG|DEFAULT_PROG|SECURITY_C|SMTP|MAIL_|ORIGIN)/i
/** What Kubernetes sets for services that are called as our settings begin. */
const SERVICES = /_(SERVICE_(HOST|PORT)(_\w+)?|PORT(_\d+_(TCP|UDP)(_(ADDR|PORT|PROTO))?)?)$/

/**
 * One sentence for each.
 * @param names of the environment
 * @param ours the settings, without _FILE
 */
export function unknownSettings(names: readonly string[], ours: readonly string[]): string[] {
  const known = new Set([...ours, ...ours.map((name) => `${name}_FILE`)])
  return names
    .filter((name) => !known.has(name) && !SERVICES.test(name))
    .flatMap((name) => {
      const nearest = nearestTo(name, ours)
      const begins = BEGINNINGS.test(name) || (nearest.name.length > 5 && nearest.steps <= 2)
      return begins ? [`${name}: unknown setting; did you mean ${nearest.name}?`] : []
    })
}

function nearestTo(name: string, ours: readonly string[]): { name: string; steps: number } {
  const plain = name.toUpperCase().replace(/_FILE$/, '')
  const all = ours.map((one) => ({
    name: one,
    steps: name.toUpperCase() === one ? 0 : stepsBetween(plain, one),
  }))
  return all.reduce((best, one) => (one.steps < best.steps ? one : best))
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function stepsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[b.length] ?? 0
}
