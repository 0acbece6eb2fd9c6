/** A lesson is read in parts, each on one or two screens of a phone; its headings say where a part begins. */
import type { SaysAt } from './check-mdx.ts'

const FEWEST = 3
const MOST = 6
/** Words that two screens of a phone hold at a large size of letters. */
const LONGEST = 260

/** @param path below `content/`; what is printed has no parts */
export function checkHeadings(says: SaysAt, path: string, body: string): void {
  if (['resources', 'teaching'].includes(path.split('/')[1] ?? '')) return
  const headings = [...body.matchAll(/^## +(.*)$/gm)]
  if (headings.length < FEWEST || headings.length > MOST)
    says(
      `it has ${headings.length} parts`,
      `write ${FEWEST} to ${MOST} headings with "## ", each over what makes sense alone`,
      headings.at(MOST)?.index ?? 0,
    )
  headings.forEach(({ 1: title = '', index }, n) => {
    const words = wordsIn(body.slice(index, headings[n + 1]?.index))
    if (words > LONGEST)
      says(
        `the part "${title}" has ${words} words`,
        `shorten it to ${LONGEST}, or begin another part`,
        index,
      )
  })
}

/** What is for one country is read there alone: the longer of the two counts. */
function wordsIn(part: string): number {
  const only = new Map<string, number>()
  const rest = part.replaceAll(
    /<Only country="([^"]*)">([\s\S]*?)<\/Only>/g,
    (_, country: string, text: string) => {
      only.set(country, (only.get(country) ?? 0) + count(text))
      return ''
    },
  )
  return count(rest) + Math.max(0, ...only.values())
}

const count = (text: string): number =>
  text.replaceAll(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
